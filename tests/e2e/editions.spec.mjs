// The day a newer edition of the method comes: it is offered with what it would
// change, accepted and taken back, or declined. The page is that of
// `cargo xtask build --rehearse`, with a made-up edition in which a bus emits
// 60 g a kilometre and not 53, a walk is at most 10 km, and nothing is said of
// paper.
import { test, expect } from './house.mjs';
import { NOW, visit } from './support/places.mjs';
import { record, seed } from './support/record-line.mjs';

const ENTRIES = [
  { action: 'bus', on: '2026-11-22', inputs: { distance_km: '8' }, replaced: 'car', note: '去开会' },
  { action: 'bus', on: '2026-11-20', inputs: { distance_km: '8' }, replaced: 'car' },
  { action: 'walk', on: '2026-11-20', inputs: { distance_km: '12' } },
  { action: 'walk', on: '2026-11-19', inputs: { distance_km: '2' } },
  { action: 'paper-saved', on: '2026-11-18', inputs: { count: '10' } },
];

const button = (page, name) => page.getByRole('button', { name, exact: true });
const main = (page) => page.getByRole('main');
const kept = (page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('carbon-inclusion/record/')).length);

async function open(page, place, query = '') {
  await page.clock.setFixedTime(NOW);
  await seed(page, ENTRIES.map((entry, index) => record(index + 1, entry, NOW.getTime() - index * 60_000)));
  await page.goto(`./${query}${place}`);
}

test.describe('with a newer edition', () => {
  test.skip(!process.env.E2E_REHEARSAL_URL, 'it is not built');
  test.use({ baseURL: process.env.E2E_REHEARSAL_URL });

  test('it is offered with what it would change, accepted, and taken back', async ({ page }) => {
    await open(page, '#/');
    await expect(main(page).getByText('您有 5 条记录按以前的版本计算')).toBeVisible();
    await page.getByRole('link', { name: '看看会怎么变' }).click();
    await expect(main(page).getByText('有 3 条记录可以改按新版本 rehearsal 计算')).toBeVisible();

    // Two rides of 8 km: each kilometre emits 7 g more.
    const row = (name) => main(page).getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
    await expect(row(/^公交/).getByRole('cell')).toHaveText(['1.83 千克', '1.72 千克']);
    await expect(row(/^公交/)).toContainText('2 条记录变化 −112 克');
    await expect(row(/^减排量合计/)).toContainText('变化 −112 克');
    await expect(row(/^CO/)).toContainText('没有变化');
    // What is new is read before the list of all editions.
    const headings = await main(page).getByRole('heading', { level: 2 }).allTextContents();
    expect(headings).toEqual(['您的记录', '新版本改了什么', '全部版本']);
    await expect(main(page).getByText('2 条新版本算不了，会保持原样')).toBeVisible();
    await expect(main(page).getByRole('listitem').filter({ hasText: '步行 · 12 公里' })).toContainText('10 公里');
    await expect(main(page).getByRole('listitem').filter({ hasText: '· 节约用纸' })).toContainText('不再记录');
    // What is otherwise in it, with the way to each.
    await expect(main(page).getByRole('link', { name: /53 .* → 60/ })).toBeVisible();
    await expect(main(page).getByRole('link', { name: /不再记录/ })).toBeVisible();
    // Looking changes nothing.
    expect(await kept(page)).toBe(5);

    await button(page, '改按新版本计算（3 条）').click();
    const said = main(page).getByRole('status');
    await expect(said).toContainText('已改按新版本计算：3 条');
    await expect(said).toBeFocused();
    // What is left cannot be moved, and is not offered again.
    await expect(main(page).getByText(/条记录可以改按/)).toHaveCount(0);
    await visit(page, '#/');
    await expect(main(page).getByText('有新的计算方法')).toHaveCount(0);
    // An entry of the older edition leads to what that one said.
    await visit(page, '#/methodology/action/paper-saved');
    await expect(main(page).getByRole('heading', { level: 1 })).toHaveText('节约用纸');
    await visit(page, '#/methodology/bus');
    await expect(main(page).getByText('53 克/人·公里')).toBeVisible();
    await page.evaluate(() => (location.hash = '#/record/bus?edit=0000000000000001'));
    await expect(main(page).getByText('8 公里 × 60').first()).toBeAttached();
    await expect(page.getByRole('textbox', { name: '备注' })).toHaveValue('去开会');
    await page.reload();
    await expect(main(page).getByText('8 公里 × 60').first()).toBeAttached();
  });

  test('accepting it is taken back with a tap', async ({ page }) => {
    await open(page, '#/methodology/editions');
    await button(page, '改按新版本计算（3 条）').click();
    await button(page, '撤销').click();
    await expect(main(page).getByRole('status')).toContainText('已恢复原样：3 条');
    await expect(button(page, '改按新版本计算（3 条）')).toBeVisible();
    await page.reload();
    await expect(button(page, '改按新版本计算（3 条）')).toBeVisible();
    await page.evaluate(() => (location.hash = '#/record/bus?edit=0000000000000001'));
    await expect(main(page).getByText('8 公里 × 53').first()).toBeAttached();
  });

  test('it is declined for good, and can be taken later', async ({ page }) => {
    await open(page, '#/');
    await button(page, '保持原样').click();
    await expect(page.getByRole('status').filter({ hasText: '已选择保持原样' })).toBeVisible();
    await expect(main(page).getByText('有新的计算方法')).toHaveCount(0);
    await page.reload();
    await expect(main(page).getByRole('heading', { level: 1 })).toHaveText('今日');
    await expect(main(page).getByText('有新的计算方法')).toHaveCount(0);
    await visit(page, '#/methodology');
    await page.getByRole('link', { name: /方法的版本/ }).click();
    await expect(main(page).getByText('已选择保持原样')).toBeVisible();
    await expect(button(page, '保持原样')).toHaveCount(0);
    await button(page, '改按新版本计算（3 条）').click();
    await expect(main(page).getByRole('status')).toContainText('已改按新版本计算：3 条');
  });

  test('what is recorded from then on is of the newest, in either language', async ({ page }) => {
    await open(page, '#/record/bus?distance_km=8&replaced=car', '?lang=en');
    await expect(main(page).getByText('8 km × 60').first()).toBeAttached();
    await visit(page, '#/methodology/editions');
    await expect(main(page).getByText('The new edition, rehearsal, could work out 3 of your entries.')).toBeVisible();
    await expect(button(page, 'Use the new edition (entries: 3)')).toBeVisible();
  });
});

test('where there is one edition only, the page says what will happen', async ({ page }) => {
  await open(page, '#/methodology/editions');
  await expect(main(page).getByText('您的记录都按最新版本 liaocheng-2026.1 计算。')).toBeVisible();
  await expect(main(page).getByRole('link', { name: '下载整个版本（JSON）' })).toBeVisible();
  await expect(main(page).getByRole('button')).toHaveCount(0);
});
