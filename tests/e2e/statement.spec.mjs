// The statement: what it shows, the way from a number to its source, and paper.
import { writeFile } from 'node:fs/promises';
import { test, expect } from './house.mjs';
import { action } from './support/edition.mjs';
import { assess } from './support/assess.mjs';
import { totals } from './support/expected.mjs';
import { carbon, mass } from './support/figures.mjs';
import { printed } from './support/paper.mjs';
import { ENTRIES, NOW, TODAY, records, visit } from './support/places.mjs';
import { section } from './support/read.mjs';
import { record, seed } from './support/record-line.mjs';

const KINDS = [
  { action: 'bus', inputs: { distance_km: '8' }, replaced: 'car' },
  { action: 'walk', inputs: { distance_km: '1.5' } },
  { action: 'clean-plate', inputs: { count: '1' } },
  { action: 'e-bike', inputs: { distance_km: '5' }, replaced: 'none' },
  { action: 'car', inputs: { distance_km: '6' } },
  { action: 'recycle-paper', inputs: { mass_kg: '2.5' }, evidence: 'proof' },
  { action: 'electricity-saved', inputs: { old_kwh: '180', new_kwh: '172.5' }, evidence: 'proof' },
  { action: 'own-bag', inputs: { count: '1' } },
  { action: 'own-cup', inputs: { count: '1' } },
  { action: 'vegetarian-meal', inputs: { count: '1' } },
  { action: 'learn', inputs: { count: '1' } },
  // What was emitted on top is never folded away: the longest list.
  { action: 'clean-heating', inputs: { coal_kg: '10', energy_kwh: '12' } },
  { action: 'second-hand', inputs: { count: '1' }, item: 'coat' },
  ...['bus', 'metro', 'train', 'high-speed-rail', 'coach', 'shared-bicycle', 'electric-car'].map((action) => ({
    action,
    inputs: { distance_km: '5' },
    replaced: 'none',
  })),
];

/** Three a day from the first of the last year to today: every day is full. */
function fullAccount() {
  const entries = [];
  for (let day = new Date('2025-01-01T00:00:00Z'); day <= new Date(`${TODAY}T00:00:00Z`); day.setUTCDate(day.getUTCDate() + 1)) {
    for (let times = 0; times < 3; times += 1) {
      entries.push({ ...KINDS[entries.length % KINDS.length], on: day.toISOString().slice(0, 10) });
    }
  }
  return entries;
}

const asRecords = (entries) => entries.map((entry, index) => record(index + 1, entry, NOW.getTime() - index * 1000));

async function open(page, items, query = '') {
  await page.clock.setFixedTime(NOW);
  await seed(page, items);
  await page.goto(`./${query}`);
  await expect(page.locator('main h1')).toBeVisible();
}

test('every total leads to its entries, and these to how they were worked out', async ({ page }) => {
  await open(page, records());
  await visit(page, '#/statement/2026-11');
  await section(page, '按事情').getByRole('link', { name: '看记录：公交' }).click();
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 1, name: '账本' })).toBeVisible();
  await expect(main.getByRole('status').filter({ hasText: '找到 1 条' })).toBeVisible();
  await expect(main.getByRole('listitem')).toContainText(['公交']);
  await expect(main.getByRole('link', { name: '数字是怎么算的' })).toHaveAttribute('href', '#/methodology/action/bus');
  await main.getByRole('link', { name: /^修改：/ }).click();
  await main.locator('summary', { hasText: '为什么是这个数' }).click();
  await expect(page.getByText('8 公里 × 167.4')).toBeVisible();

  await visit(page, '#/statement/2026-11');
  await section(page, '按类别').getByRole('link', { name: '看记录：出行' }).click();
  const trips = ENTRIES.filter(({ action: id, on }) => action(id).category === 'trip' && on.startsWith('2026-11'));
  await expect(main.getByRole('status').filter({ hasText: `找到 ${trips.length} 条` })).toBeVisible();

  await visit(page, '#/ledger?span=2026-11&action=bus');
  await main.getByRole('button', { name: '不再只看：公交' }).click();
  await expect(main.getByRole('searchbox')).toBeFocused();
  await expect(main.getByRole('status').filter({ hasText: '找到 6 条' })).toBeVisible();
});

test('two taps lead from a total to the texts its numbers were read in', async ({ page }) => {
  await open(page, records());
  const main = page.getByRole('main');
  const sources = section(page, '这些数怎么来的');
  await visit(page, '#/statement/2026-11');
  await section(page, '按事情').getByRole('link', { name: '看记录：电动汽车' }).click();
  await main.getByRole('link', { name: '数字是怎么算的' }).click();
  // What it emits, what it may replace, and the power its pollutants come from.
  for (const factor of ['纯电动小客车', '汽油小客车（紧凑型）', '电（山东电网）']) {
    await expect(sources.getByRole('link', { name: factor })).toBeVisible();
  }
  await expect(sources).toContainText('公告2025年第47号');
  await visit(page, '#/statement/all');
  await main.getByRole('link', { name: '这些数怎么来的' }).click();
  await main.getByRole('link', { name: /^清洁取暖/ }).click();
  await expect(sources).toContainText('污染物数据的出处：');
});

test('nothing of what is known in part is not said to be nothing', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'the same on a desk');
  await open(page, records());
  await visit(page, '#/statement/2026-11');
  const pollutants = section(page, '少排的污染物');
  await expect(pollutants).toContainText(/CO 一氧化碳.*电厂等处 未计/s);
  await expect(pollutants).not.toContainText('电厂等处 0 ');
});

test('what came to nothing is said to have, and is not called unknown', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'the same on a desk');
  await open(page, asRecords([{ action: 'car', on: '2026-11-02', inputs: { distance_km: '3' } }]));
  await visit(page, '#/statement/2026-11');
  const main = page.getByRole('main');
  await expect(main).toContainText('这段时间没有少排 CO₂e，也没有多排。');
  await visit(page, '#/statement/2026-11?of=SO2');
  await expect(main).toContainText('这段时间没有少排 SO2，也没有多排。');
  await expect(main).not.toContainText('没有计入');
});

test('the share of green trips is a line over time, and a table', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'the same on a desk');
  const walk = (on) => ({ action: 'walk', on, inputs: { distance_km: '1' } });
  const car = (on) => ({ action: 'car', on, inputs: { distance_km: '3' } });
  await open(page, asRecords([car('2026-08-01'), walk('2026-10-01'), car('2026-10-02'), walk('2026-11-02')]));
  await visit(page, '#/statement/2026-11');
  const share = section(page, '绿色出行比例');
  await expect(share.getByRole('img', { name: '绿色出行占比的变化' })).toBeVisible();
  await share.locator('summary').click();
  await expect(share.getByRole('row')).toHaveText([
    '时间按次数按里程',
    '2026年8月0%0%',
    '2026年9月——',
    '2026年10月50%25%',
    '2026年11月100%100%',
  ]);
  await share.getByRole('link', { name: '2026年8月' }).click();
  await expect(share.getByRole('img', { name: '绿色出行占比的变化' })).toHaveCount(0);
  await visit(page, '#/statement/all');
  await expect(share.getByRole('img', { name: '绿色出行占比的变化' })).toBeVisible();
});

test('the best month is said, and what the caps withheld', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'the same on a desk');
  await open(page, records());
  const main = page.getByRole('main');
  await visit(page, '#/statement/2026-10');
  // A coat is 19,250 points, of which a day has 5,000.
  await expect(main).toContainText('另有 14,250 分超出每日上限，没有计入');
  await expect(main.getByRole('link', { name: /^最好的一个月：2026年11月/ })).toBeVisible();
  await expect(main).not.toContainText('这是到现在最好的一个月');
  await visit(page, '#/statement/2026-11');
  await expect(main).toContainText('这是到现在最好的一个月');
  await expect(main).not.toContainText('超出每日上限');
});

test('pollutants are shown as carbon is', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page, records());
  await visit(page, '#/statement/2026');
  const november = ENTRIES.filter(({ on }) => on.startsWith('2026'));
  const assessed = assess(november).map((assessment, index) => ({ ...november[index], assessment }));
  const bus = assessed.filter((entry) => entry.action === 'bus');
  await expect(section(page, '按事情')).toContainText(carbon(totals(bus).carbon));

  await page.getByRole('navigation', { name: '看哪一样' }).getByRole('link', { name: 'NOx' }).click();
  await expect(page.getByRole('heading', { level: 3, name: '每月少排多少 NOx' })).toBeVisible();
  const row = section(page, '按事情').getByRole('listitem').filter({ hasText: '公交' });
  await expect(row).toContainText(mass(totals(bus).pollutants.NOx));
  // A leaf is turned without losing what is looked at.
  await page.getByRole('link', { name: '往前：2025年' }).click();
  await expect(page).toHaveURL(/#\/statement\/2025\?of=NOx$/);
  await expect(page.getByRole('main')).toContainText('这段时间没有计入 NOx。');
});

test('the year is a calendar, a usual week, and a share with its trend', async ({ page }) => {
  const entries = fullAccount();
  await open(page, asRecords(entries));
  await visit(page, '#/statement/2026');
  const days = new Set(entries.filter(({ on }) => on.startsWith('2026')).map(({ on }) => on));
  await expect(page.getByRole('img', { name: `日历：${days.size} 天有记录` })).toBeVisible();
  const calendar = section(page, '日历');
  await calendar.locator('summary').click();
  const months = new Set([...days].map((day) => day.slice(0, 7)));
  await expect(calendar.getByRole('row')).toHaveCount(months.size + 1);
  const november = [...days].filter((day) => day.startsWith('2026-11'));
  const row = calendar.getByRole('row').filter({ hasText: '2026年11月' });
  await expect(row.getByRole('cell').first()).toHaveText(String(november.length));
  await row.getByRole('link').click();
  await expect(page).toHaveURL(/#\/statement\/2026-11$/);
  // The leaf was turned, and the table stays open.
  await expect(calendar.getByRole('row')).toHaveCount(november.length + 1);
  await visit(page, '#/statement/2026');
  await expect(page.getByRole('img', { name: '平常的一周' })).toBeVisible();
  await expect(section(page, '绿色出行比例')).toContainText(/按次数：(比2025年（.+%）[高低] [\d.]+ 个百分点|和2025年一样)/);

  const kinds = await section(page, '这些数有多可靠').getByRole('listitem').allTextContents();
  const count = (found) => entries.filter((entry) => entry.on.startsWith('2026') && found(entry)).length;
  const isMetered = ({ action: id }) => id === 'electricity-saved';
  expect(kinds.map((text) => Number(text.match(/(\d+) 条记录/)[1]))).toEqual([
    count((entry) => entry.evidence === 'proof' && isMetered(entry)),
    count((entry) => entry.evidence === 'proof' && !isMetered(entry)),
    count((entry) => entry.evidence === undefined),
  ]);

  await page.getByRole('link', { name: /^最好的一个月：/ }).click();
  await expect(page).toHaveURL(/#\/statement\/2026-\d\d$/);
  await expect(page.getByRole('main')).toContainText('每天少排多少 CO₂e');
});

for (const query of ['?lang=zh-CN', '?lang=en&theme=dark', '?lang=zh-CN&text=elder']) {
  test(`a statement stands on one sheet of paper: ${query}`, async ({ page, isMobile }) => {
    test.skip(isMobile, 'paper is the same everywhere');
    await open(page, asRecords(fullAccount()), query);
    for (const place of ['#/statement/2026-10', '#/statement/2026', '#/statement/2025', '#/statement/all']) {
      await visit(page, place);
      const { pdf, sheets, scale } = await printed(page);
      await writeFile(test.info().outputPath(`${place.split('/').pop()}.pdf`), pdf);
      expect(sheets, place).toBe(1);
      expect(scale, place).toBeCloseTo(1, 3);
    }
  });
}

test('the button prints, and paper says what it is', async ({ page }) => {
  await open(page, records());
  await visit(page, '#/statement/2026-11');
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', 'once');
  });
  await page.getByRole('button', { name: '打印' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'once');
  await expect(page.getByText('打印于')).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  for (const text of ['打印于 2026年11月22日', '2026年11月', '数据由您自己填写（自报）']) {
    await expect(page.getByText(text).first()).toBeVisible();
  }
  for (const unwanted of [page.getByRole('button'), page.getByRole('navigation'), page.locator('table')]) {
    expect(await unwanted.filter({ visible: true }).count()).toBe(0);
  }
});
