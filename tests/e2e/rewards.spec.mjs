// Points and why there are so many, level, goals, streaks and badges.
import { test, expect } from './house.mjs';
import { NOW, records, visit } from './support/places.mjs';
import { seed } from './support/record-line.mjs';
import { grouped } from './support/shown.mjs';

const ENTRIES = [
  { action: 'walk', on: '2026-11-18', inputs: { distance_km: '2' } },
  // A day is missed in between, and forgiven.
  { action: 'walk', on: '2026-11-20', inputs: { distance_km: '20' } },
  { action: 'bus', on: '2026-11-21', inputs: { distance_km: '8' }, replaced: 'car', evidence: 'proof' },
  { action: 'train', on: '2026-11-21', inputs: { distance_km: '500' }, replaced: 'car' },
  { action: 'clean-plate', on: '2026-10-06', inputs: { count: '1' } },
  { action: 'car', on: '2026-11-22', inputs: { distance_km: '5' } },
];
/** ⌊79.0 g × 2 × 0.5⌋, 10 of 20 km, 915 with proof, 5,000 of 35,100. */
const NOVEMBER = grouped(79 + 395 + 915 + 5000);

const main = (page) => page.getByRole('main');
const title = (page, name) => page.getByRole('heading', { level: 1, name, exact: true });
const button = (page, name) => page.getByRole('button', { name, exact: true });
const section = (page, heading) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: heading, exact: true }) });

async function open(page, items, query = '') {
  await page.clock.setFixedTime(NOW);
  await seed(page, items);
  await page.goto(`./${query}#/rewards`);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/正在打开|Opening/);
}

test('every point is accounted for, and says why it does not count', async ({ page }) => {
  await open(page, records(ENTRIES));
  await expect(title(page, '积分与徽章')).toBeVisible();
  await expect(main(page)).toContainText('没有金钱价值');
  // What is withheld belongs to the whole, not to the month beside it.
  const all = page.locator('.figure').filter({ hasText: '累计积分' });
  await expect(all).toContainText(`另有 ${grouped(395 + 30_100)} 分超出每日上限`);
  const points = section(page, '积分明细');
  await expect(points.getByRole('row', { name: /^步行/ })).toContainText('每天最多 10 公里 计分，有 1 天超出');
  await expect(points.getByRole('row', { name: /^公交/ })).toContainText('有凭证 915 分，没有上限');
  await expect(points.getByRole('row', { name: /每天合计最多 5,000 分，有 1 天超出/ })).toContainText('−30,100');
  await expect(points.getByRole('row', { name: /^合计/ })).toHaveText(new RegExp(`合计${NOVEMBER}${grouped(395 + 30_100)}`));
  await page.getByRole('combobox', { name: '月份' }).selectOption('2026-10');
  await expect(points.getByRole('row', { name: /^合计/ })).toHaveText('合计950');
  await expect(section(page, '每月积分').getByRole('row', { name: /2026年11月/ })).toContainText(`${NOVEMBER}`);
  // What counts for the level is the same by day: nothing was over 5,000 but the 21st.
  await expect(main(page)).toContainText('第 2 级 · 上手');
  await points.getByRole('link', { name: '光盘行动' }).click();
  await expect(page).toHaveURL(/#\/methodology\/action\/clean-plate$/);
});

test('numbers of points stand on one line on a narrow phone', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'a desk has room');
  await open(page, records(ENTRIES));
  const digits = section(page, '积分明细').locator('td.number');
  expect(await digits.count()).toBeGreaterThan(8);
  const lines = await digits.evaluateAll((cells) =>
    cells.map((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    }),
  );
  expect(lines.filter((count) => count > 1)).toEqual([]);
});

test('streaks forgive a day, and badges tell their day', async ({ page }) => {
  await open(page, records(ENTRIES));
  await expect(section(page, '连续记录')).toContainText('3 天');
  await expect(section(page, '连续记录')).toContainText('2026年11月18日');
  const badges = section(page, '徽章');
  await expect(badges).toContainText('已有 3 枚');
  await expect(badges.getByRole('listitem').filter({ hasText: '第一次：出行' })).toContainText('2026年11月18日');
  await expect(badges.getByRole('listitem').filter({ hasText: /^连续 3 天/ })).toContainText('2026年11月21日');
  await badges.locator('summary').click();
  await expect(badges.getByRole('listitem').filter({ hasText: /^连续 7 天/ })).toContainText('3 / 7');
});

test('goals are set, kept, shown with their progress and taken away', async ({ page }) => {
  await open(page, records(ENTRIES));
  const goals = section(page, '我的目标');
  await button(page, '设目标').click();
  const trips = page.getByRole('textbox', { name: '一周绿色出行几次' });
  const month = page.getByRole('textbox', { name: '一个月减排多少千克' });
  await expect(trips).toBeFocused();
  await trips.fill('100');
  await month.fill('许多');
  await button(page, '保存目标').click();
  await expect(trips).toBeFocused();
  await expect(goals).toContainText('请填 1 到 99 之间的数');
  await expect(goals).toContainText('这不是一个数');
  await trips.fill('4');
  await month.fill('20公斤');
  await button(page, '保存目标').click();
  await expect(page.getByRole('heading', { level: 2, name: '我的目标' })).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: '目标已保存' })).toBeVisible();
  await expect(goals).toContainText('4 次，目标 4 次');
  await expect(goals).toContainText('达到了');
  await expect(goals).toContainText('目标 20 千克');
  await page.reload();
  await expect(goals).toContainText('4 次，目标 4 次');
  await button(page, '改目标').click();
  await expect(trips).toHaveValue('4');
  await trips.fill('');
  await button(page, '保存目标').click();
  await expect(goals).not.toContainText('本周绿色出行');
  await button(page, '改目标').click();
  await month.fill('');
  await button(page, '取消').click();
  await expect(goals).toContainText('目标 20 千克');
});

test('an account without entries is invited, and may have goals', async ({ page }) => {
  await open(page, [], '?lang=en');
  await expect(title(page, 'Points and badges')).toBeVisible();
  await expect(main(page)).toContainText('The first thing you record');
  await expect(button(page, 'Set goals')).toBeVisible();
  await visit(page, '#/more');
  await page.getByRole('link', { name: /^Points and badges/ }).click();
  await expect(title(page, 'Points and badges')).toBeFocused();
});

test('before saving, the form says which cap acts', async ({ page }) => {
  await open(page, records(ENTRIES));
  const warned = main(page).getByRole('status').filter({ hasText: '没有凭证的' });
  await visit(page, '#/record/walk?distance_km=12');
  await expect(warned).toHaveText(/一天最多计 10 公里：这一条只增加 395 分。减排量照常计入。/);
  await page.getByRole('radio', { name: '有车票、账单、表数或截图' }).check();
  await expect(warned).toHaveCount(0);
  await visit(page, '#/record/train?distance_km=500&replaced=car');
  await expect(warned).toHaveText(/一天最多计 5,000 分：这一条只增加 5,000 分。/);
});
