// What is recorded stays on the device, and nothing is lost when the device
// does not help.
import { test, expect } from './house.mjs';
import { NOW, PLACES, TODAY, records, visit } from './support/places.mjs';
import { record, seed } from './support/record-line.mjs';
import { fillStorage, freeStorage, refuseDatabase, refuseStorage } from './support/storage.mjs';

const title = (page, name) => page.getByRole('heading', { level: 1, name, exact: true });
const storedKeys = (page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('carbon-inclusion/record/')));

async function open(page, items = []) {
  await page.clock.setFixedTime(NOW);
  await seed(page, items);
  await page.goto('./');
  await expect(title(page, '今日')).toBeVisible();
}

async function recordBus(page) {
  await visit(page, '#/record/bus?distance_km=8&replaced=car');
  await page.getByRole('button', { name: '保存', exact: true }).click();
}

test('nothing is asked for after the page has loaded, whatever is done with it', async ({ page, withoutRequests, watch }) => {
  await open(page, records());
  await withoutRequests(async () => {
    for (const place of PLACES) await visit(page, place);
    await recordBus(page);
    await expect(title(page, '已保存在本机')).toBeVisible();
    await visit(page, '#/ledger');
    await page.getByRole('button', { name: /^删除：/ }).first().click();
    await page.getByRole('button', { name: '撤销' }).click();
    await visit(page, '#/settings');
    await page.getByRole('group', { name: '颜色' }).getByRole('radio', { name: '深色', exact: true }).check();
    await page.getByRole('group', { name: '语言' }).getByRole('radio', { name: 'English', exact: true }).check();
    await expect(title(page, 'Settings')).toBeVisible();
  });
  expect(watch.requests.length).toBeGreaterThan(2);
});

test('no cookie, no other store', async ({ page, context }) => {
  await open(page);
  await recordBus(page);
  await expect(title(page, '已保存在本机')).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  const stores = await page.evaluate(async () => ({
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).map(({ name }) => name),
    // The page itself is kept for when there is no network, and nothing else.
    caches: (await caches.keys()).filter((name) => !name.startsWith('carbon-inclusion / ')),
    foreign: Object.keys(localStorage).filter((key) => !key.startsWith('carbon-inclusion/') && key !== 'seeded'),
  }));
  expect(stores).toEqual({ session: 0, databases: ['carbon-inclusion'], caches: [], foreign: [] });
});

test('where all storage is refused, the account lives in memory and says so', async ({ page }) => {
  await refuseDatabase(page);
  await refuseStorage(page);
  await page.goto('./');
  await expect(page.getByText('这个浏览器不让保存')).toBeVisible();
  await recordBus(page);
  await expect(page.getByText('没能存到本机').first()).toBeVisible();
  await expect(page.getByRole('main')).toContainText('915 克');
  await visit(page, '#/ledger');
  await expect(page.getByRole('link', { name: /^修改：公交/ })).toHaveCount(1);
  await visit(page, '#/storage');
  await expect(page.getByText('1 条记录只在内存里')).toBeVisible();
});

test('where storage is full, nothing is lost in the session, and it is said', async ({ page }) => {
  await refuseDatabase(page);
  await open(page, records());
  const before = await storedKeys(page);
  await fillStorage(page);
  await recordBus(page);
  await expect(page.getByText('没能存到本机').first()).toBeVisible();
  await visit(page, '#/ledger');
  await expect(page.getByRole('link', { name: /^修改：公交/ })).toHaveCount(2);
  await visit(page, '#/');
  await expect(page.getByText('本机空间已满')).toBeVisible();
  expect(await storedKeys(page)).toEqual(before);
});

test('what was not kept is kept as soon as there is room again', async ({ page }) => {
  await refuseDatabase(page);
  await open(page);
  await fillStorage(page);
  await recordBus(page);
  await expect(page.getByText('没能存到本机').first()).toBeVisible();
  await freeStorage(page);
  await visit(page, '#/');
  await recordBus(page);
  await expect(title(page, '已保存在本机')).toBeVisible();
  expect((await storedKeys(page)).length).toBe(2);
  await page.reload();
  await visit(page, '#/ledger');
  await expect(page.getByRole('link', { name: /^修改：公交/ })).toHaveCount(2);
});

test('a broken record and a newer one are left alone, and the rest opens', async ({ page }) => {
  const [brokenKey, brokenLine] = record(100, { action: 'bus', on: TODAY, inputs: { distance_km: '8' } }, NOW.getTime());
  const broken = [brokenKey, brokenLine.replace('=8', '=9')];
  const newer = ['carbon-inclusion/record/0000000000000065.1.0000000000000065', '2|something that is not known today'];
  await open(page, [...records(), broken, newer]);
  await expect(page.getByText('有 1 条记录读不出来')).toBeVisible();
  await expect(page.getByText('有 1 条记录由更新的版本写成')).toBeVisible();
  await visit(page, '#/ledger');
  await expect(page.getByRole('link', { name: /^修改：/ })).toHaveCount(records().length);

  await recordBus(page);
  await visit(page, '#/ledger');
  await page.getByRole('button', { name: /^删除：/ }).first().click();
  await page.reload();
  const kept = await page.evaluate((keys) => keys.map((key) => localStorage.getItem(key)), [broken[0], newer[0]]);
  expect(kept).toEqual([broken[1], newer[1]]);
});

test('what another tab records shows up, and what it deletes goes', async ({ page, context }) => {
  await open(page);
  await visit(page, '#/ledger');
  const other = await context.newPage();
  await other.clock.setFixedTime(NOW);
  await other.goto('./#/record/bus?distance_km=8&replaced=car');
  await other.getByRole('button', { name: '保存', exact: true }).click();
  await expect(title(other, '已保存在本机')).toBeVisible();
  const entry = page.getByRole('link', { name: /^修改：公交 8 公里/ });
  await expect(entry).toHaveCount(1);
  await other.getByRole('button', { name: '撤销' }).click();
  await expect(entry).toHaveCount(0);
  await visit(other, '#/settings');
  await other.getByRole('group', { name: '语言' }).getByRole('radio', { name: 'English', exact: true }).check();
  await expect(title(page, 'Ledger')).toBeVisible();
});

test('everything is deleted only when the word is typed', async ({ page }) => {
  await open(page, records());
  await visit(page, '#/settings');
  await page.getByRole('button', { name: '删除全部记录' }).click();
  const word = page.getByRole('textbox', { name: /请输入“删除”/ });
  await expect(word).toBeFocused();
  await word.fill('删');
  await page.getByRole('button', { name: '永久删除全部记录' }).click();
  await expect(page.getByText('没有删除任何东西')).toBeVisible();
  expect((await storedKeys(page)).length).toBe(records().length);
  await word.fill('删除');
  await page.getByRole('button', { name: '永久删除全部记录' }).click();
  await expect(page.getByText('已删除这台设备上的全部记录')).toBeVisible();
  expect(await storedKeys(page)).toEqual([]);
  await page.reload();
  await visit(page, '#/ledger');
  await expect(page.getByText('账本还是空的')).toBeVisible();
});
