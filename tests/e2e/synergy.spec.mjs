// Carbon and pollution side by side, and what a saving is as much as.
import { writeFile } from 'node:fs/promises';
import { test, expect } from './house.mjs';
import { violations } from './support/inspect.mjs';
import { printed } from './support/paper.mjs';
import { NOW, records, visit } from './support/places.mjs';
import { record, seed } from './support/record-line.mjs';

const main = (page) => page.getByRole('main');
const section = (page, name) =>
  main(page).locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) });
const TRIPS = [
  { action: 'electric-car', on: '2026-11-20', inputs: { distance_km: '10' }, replaced: 'car' },
  { action: 'walk', on: '2026-11-21', inputs: { distance_km: '2' }, replaced: 'car' },
  { action: 'clean-plate', on: '2026-10-21', inputs: { count: '1' } },
];
const account = () => TRIPS.map((entry, index) => record(index + 1, entry, NOW.getTime() - index));

/** Of many kinds, with every verdict. */
const MANY = [
  ...TRIPS,
  { action: 'clean-heating', on: '2026-11-18', inputs: { coal_kg: '1000', energy_kwh: '1200' }, evidence: 'proof' },
  { action: 'electricity-saved', on: '2026-11-05', inputs: { old_kwh: '180', new_kwh: '172.5' } },
  { action: 'recycle-paper', on: '2026-11-11', inputs: { mass_kg: '2.5' } },
  { action: 'second-hand', on: '2026-10-18', inputs: { count: '1' }, item: 'coat' },
  { action: 'carpool', on: '2026-11-12', inputs: { distance_km: '12', occupancy: '3' } },
  { action: 'e-bike', on: '2026-11-19', inputs: { distance_km: '5' }, replaced: 'none' },
  { action: 'car', on: '2026-11-19', inputs: { distance_km: '6' } },
  ...['bus', 'bicycle', 'high-speed-rail'].map((action) => ({
    action, on: '2026-11-20', inputs: { distance_km: '50' }, replaced: 'car',
  })),
  ...['own-bag', 'vegetarian-meal'].map((action) => ({ action, on: '2026-11-20', inputs: { count: '1' } })),
];

test.beforeEach(({ page }) => page.clock.setFixedTime(NOW));

test('an account says what cut both and what was traded', async ({ page }) => {
  await seed(page, account());
  await page.goto('./#/synergy');
  const news = main(page).getByRole('region', { name: '要点' });
  await expect(news).toContainText('3 件事里，1 件既少排碳又少排污染；1 件有得有失；1 件少排碳，污染还算不全。');
  await expect(news).toContainText('步行（1 条记录）');
  await expect(news).toContainText('碳少 745 克；街上和家里少排一氧化碳 4.6 克，电厂等处却多排二氧化硫 108 毫克');
  const traded = section(page, '有得有失');
  await expect(traded).toContainText('SO2 多 97 毫克');
  await expect(traded).toContainText('CO 少 4.6 克、部分计入');
  await expect(section(page, '减了碳，污染算不全')).toContainText('NOx 未计');
  // Of the same pollutant less here and more there.
  const places = section(page, '街上，还是电厂');
  await expect(places).toContainText('多 108 毫克');
  // Nobody knows what a power plant adds of CO: that is no zero.
  await expect(places.locator('.synergy-place').filter({ hasText: 'CO 一氧化碳' })).toContainText(/电厂等处\s*未计/);

  await main(page).getByRole('link', { name: '按月' }).click();
  await expect(news).toContainText('2 件事里');
  await expect(main(page)).toContainText('2026年11月');
});

test('the chart of four fields stands as a table too', async ({ page }) => {
  await seed(page, account());
  await page.goto('./#/synergy');
  const chart = main(page).getByRole('img', { name: '碳和氮氧化物' });
  await expect(chart).toBeVisible();
  await expect(chart.locator('.synergy-badge')).toHaveCount(2);
  await main(page).getByRole('radio', { name: 'SO2', exact: true }).check();
  await expect(main(page).getByRole('img', { name: '碳和二氧化硫' })).toBeVisible();
  await main(page).locator('summary', { hasText: '看表格' }).click();
  const row = main(page).getByRole('row').filter({ hasText: '电动汽车' });
  await expect(row).toContainText('少 745 克');
  await expect(row).toContainText('多 97 毫克');
});

test('the page is never empty', async ({ page }) => {
  await page.goto('./#/synergy');
  await expect(main(page)).toContainText('先看每件事做一次、用一份的情况');
  await expect(section(page, '有得有失')).toContainText('电动汽车');
  await expect(section(page, '街上，还是电厂')).toContainText('为例');
  expect(await main(page).locator('.synergy-badge').count()).toBeGreaterThan(10);
  // Two taps to a source: the action, then a factor.
  await section(page, '有得有失').getByRole('link', { name: '电动汽车' }).click();
  await expect(page).toHaveURL(/#\/methodology\/action\/electric-car$/);
  await expect(main(page).getByRole('link', { name: '纯电动小客车' }).first()).toBeVisible();
});

test('a saving is said in another way, with its formula and source', async ({ page }) => {
  await seed(page, account());
  const titles = new Set();
  for (const day of ['22', '23', '24', '25']) {
    await page.clock.setFixedTime(new Date(`2026-11-${day}T20:00:00+08:00`));
    await page.goto(`./?${day}#/statement/all`);
    const equivalent = section(page, '相当于什么');
    await expect(equivalent).toContainText(' ÷ ');
    titles.add(await equivalent.getByRole('link').textContent());
  }
  expect([...titles].sort()).toEqual(['家用散煤', '天然气', '汽油小客车（紧凑型）', '电（山东电网）'].sort());
  await section(page, '相当于什么').getByRole('link').click();
  await expect(page).toHaveURL(/#\/methodology\/(petrol-car|electricity|raw-coal|natural-gas)$/);
});

test('it prints, and paper says what it is', async ({ page, isMobile }) => {
  test.skip(isMobile, 'paper is the same everywhere');
  await seed(page, records(MANY));
  await page.goto('./#/synergy');
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', 'once');
  });
  await page.getByRole('button', { name: '打印' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'once');
  const { pdf, sheets, scale } = await printed(page);
  await writeFile(test.info().outputPath('synergy.pdf'), pdf);
  expect(sheets).toBe(1);
  expect(scale).toBeCloseTo(1, 3);
  await page.emulateMedia({ media: 'print' });
  for (const text of ['打印于 2026年11月22日', '数据由您自己填写（自报）', '方法学版本 liaocheng-2026.1']) {
    await expect(page.getByText(text).first()).toBeVisible();
  }
  for (const unwanted of [page.getByRole('button'), page.getByRole('radio'), page.getByRole('navigation')]) {
    expect(await unwanted.filter({ visible: true }).count()).toBe(0);
  }
});

test('it can be read in forced colours and fits a narrow phone', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.setViewportSize({ width: 320, height: 640 });
  await seed(page, records());
  await page.goto('./');
  await visit(page, '#/synergy');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await violations(page)).toEqual([]);
});
