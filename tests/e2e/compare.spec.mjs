// Comparing ways of travelling: what it says is what the form says, and a tap
// leads there with nothing saved.
import { test, expect } from './house.mjs';
import { assess } from './support/assess.mjs';
import { violations } from './support/inspect.mjs';
import { NOW, visit } from './support/places.mjs';
import { record, seed } from './support/record-line.mjs';

const main = (page) => page.getByRole('main');
const rows = (page) => main(page).getByRole('list').filter({ has: page.getByText('骑自行车') }).first().getByRole('listitem');
const row = (page, name) => rows(page).filter({ hasText: name });
const entries = (page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('carbon-inclusion/record/')).length);
const choose = (page, group, name) =>
  main(page).getByRole('group', { name: group }).getByRole('radio', { name, exact: true }).check();

test.beforeEach(({ page }) => page.clock.setFixedTime(NOW));

test('ways stand in order, and a tap fills in the form', async ({ page }) => {
  // The program that the form's word is compared with may have to be built.
  test.setTimeout(180_000);
  await page.goto('./#/compare?distance_km=8');
  await expect(rows(page)).toHaveCount(16);
  await expect(rows(page).first()).toContainText('步行');
  await expect(rows(page).last()).toContainText('开车');
  const bus = row(page, '公交');
  await expect(bus).toContainText('424 克');
  await expect(bus).toContainText('248 克 ~ 824 克');
  // What the form says of the same trip.
  const [assessment] = assess([{ action: 'bus', on: '2026-11-22', inputs: { distance_km: '8' }, replaced: 'car' }]);
  expect(assessment.reduction_g).toBe('915.2');
  await expect(bus).toContainText('比现在少 915 克');
  for (const persons of [2, 3, 4, 5]) await expect(row(page, `拼车 ${persons} 人`)).toHaveCount(1);

  await bus.getByRole('link').click();
  await expect(page).toHaveURL(/#\/record\/bus\?distance_km=8&replaced=car$/);
  await expect(page.getByText('还没有保存')).toBeVisible();
  await expect(page.getByRole('region', { name: '结果' })).toContainText('915 克');
  expect(await entries(page)).toBe(0);
});

test('one tap records a trip for today, and one takes it back', async ({ page }) => {
  await page.goto('./#/compare?distance_km=8');
  await expect(rows(page)).toHaveCount(16);
  // A taxi is nothing to record.
  await expect(main(page).getByRole('button', { name: /^记到今天：/ })).toHaveCount(15);
  await row(page, '拼车 3 人').getByRole('button', { name: '记到今天：拼车 3 人 8 公里' }).click();
  const notice = page.getByRole('status').filter({ hasText: '已保存在本机' });
  await expect(notice).toBeVisible();
  expect(await entries(page)).toBe(1);
  await visit(page, '#/');
  const today = page.getByRole('listitem').filter({ hasText: '8 公里 · 3 人 · 代替私家车' });
  await expect(today.filter({ hasText: '870 克' })).toBeVisible();
  await visit(page, '#/compare?distance_km=8');
  await row(page, '步行').getByRole('button').click();
  await notice.getByRole('button', { name: '撤销' }).click();
  await visit(page, '#/ledger');
  await expect(main(page).getByRole('listitem').filter({ hasText: '步行' })).toHaveCount(0);
  await expect(main(page).getByRole('listitem').filter({ hasText: '拼车' })).toHaveCount(1);
  // The frame of another page may have no account of the reader's.
  await page.goto('./?embed=1#/compare?distance_km=8');
  await expect(rows(page)).toHaveCount(16);
  await expect(main(page).getByRole('button')).toHaveCount(0);
});

test('all bars are as long, those of what is not recorded too', async ({ page }) => {
  await page.goto('./#/compare?distance_km=8');
  await expect(rows(page)).toHaveCount(16);
  const bars = rows(page).locator('.compare-bar');
  const widths = await bars.evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width));
  expect(new Set(widths).size).toBe(1);
});

test('for the elder the button says what it does, and is large', async ({ page }) => {
  await page.goto('./?text=elder#/compare?distance_km=8');
  const button = row(page, '公交').getByRole('button', { name: '记到今天：公交 8 公里' });
  await expect(button.getByText('记到今天')).toBeVisible();
  const { width, height } = await button.boundingBox();
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(60);
  await button.click();
  await expect(page.getByRole('status').filter({ hasText: '已保存在本机' })).toBeVisible();
});

test('another quantity, another stretch, another way now', async ({ page }) => {
  await page.goto('./#/compare?distance_km=8&times=10');
  await choose(page, '算多久', '一年');
  await expect(row(page, '公交')).toContainText('220 千克');
  await expect(row(page, '公交')).toContainText('比现在少 476 千克');
  await choose(page, '算多久', '一趟');
  await choose(page, '比什么', 'SO2');
  await expect(row(page, '公交')).toContainText('比现在多 40.5 毫克');
  await choose(page, '比什么', 'CO');
  // Nobody knows what a power plant adds.
  await expect(row(page, '公交')).toContainText('未计');
  await expect(row(page, '公交')).not.toContainText('比现在');
  await expect(rows(page).last()).toContainText('未计');
  await choose(page, '比什么', '碳');
  await choose(page, '现在怎么走', '坐公交');
  await expect(row(page, '公交').getByText('现在', { exact: true })).toBeVisible();
  await expect(row(page, '打车')).toContainText('比现在多 910 克');
});

test('what is typed is checked as in the form', async ({ page }) => {
  await page.goto('./#/compare?distance_km=8');
  const distance = main(page).getByRole('textbox', { name: '一趟多远' });
  await distance.fill('９公里');
  await expect(row(page, '公交')).toContainText('477 克');
  await distance.fill('很远');
  await expect(rows(page)).toHaveCount(0);
  await distance.blur();
  await expect(distance).toHaveAccessibleDescription(/这不是一个数/);
  await distance.fill('6000');
  await distance.blur();
  await expect(distance).toHaveAccessibleDescription(/100 米 到 5000 公里/);
  await distance.fill('0.5');
  await expect(main(page)).toContainText('没有列出：火车、高铁、长途客车');
  const times = main(page).getByRole('textbox', { name: '一周几趟' });
  await times.fill('1.5');
  await times.blur();
  await expect(times).toHaveAccessibleDescription(/整数/);
  await visit(page, '#/compare?distance_km=lots&times=0');
  await expect(distance).toHaveValue('lots');
  await expect(distance).toHaveAccessibleDescription(/这不是一个数/);
  await expect(times).toHaveAccessibleDescription(/1 到 100/);
});

test('every number leads to its source in two taps', async ({ page }) => {
  await page.goto('./#/compare?distance_km=8');
  await page.locator('summary', { hasText: '这些数怎么来的' }).click();
  await expect(main(page)).toContainText('公交：8 公里 × 53 克/人·公里 = 424 克');
  await main(page).getByRole('link', { name: '公交车（纯电动）' }).click();
  await expect(page).toHaveURL(/#\/methodology\/bus$/);
  await expect(main(page)).toContainText('64118X0012023A');
});

test('the reader’s own usual trips say what another way would save', async ({ page }) => {
  const car = { action: 'car', on: '2026-11-20', inputs: { distance_km: '12' } };
  const walk = { action: 'walk', on: '2026-11-20', inputs: { distance_km: '1' } };
  await seed(page, [car, car, walk].map((entry, index) => record(index + 1, entry, NOW.getTime() - index)));
  await page.goto('./#/compare');
  const own = main(page).locator('section').filter({ has: page.getByRole('heading', { name: '您常走的路' }) });
  await expect(own).toContainText('开车 12 公里');
  await expect(own).toContainText('最近 60 天记过 2 次');
  await expect(own).toContainText('每次少 2.01 千克；2 次一共少 4.02 千克');
  await expect(own).not.toContainText('步行 1 公里');
  await own.getByRole('link', { name: /换成公交/ }).click();
  await expect(page).toHaveURL(/#\/record\/bus\?distance_km=12&replaced=car$/);
});

test('it fits a narrow frame of another page', async ({ page }) => {
  await page.setViewportSize({ width: 280, height: 600 });
  await page.goto('./?embed=1#/compare?distance_km=8');
  await expect(rows(page)).toHaveCount(16);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(280);
  expect(await violations(page)).toEqual([]);
  await expect(main(page)).not.toContainText('您常走的路');
});
