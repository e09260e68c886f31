// Two copies of every record: one side refused, full, emptied or slow, the other
// carries on.
import { test, expect } from './house.mjs';
import { NOW, records, visit, wholePage } from './support/places.mjs';
import { seed } from './support/record-line.mjs';
import {
  copiesAgree,
  databaseRecords,
  emptyDatabase,
  fillStorage,
  freeStorage,
  refuseDatabase,
  refuseStorage,
  storedRecords,
} from './support/storage.mjs';

const title = (page, name) => page.getByRole('heading', { level: 1, name, exact: true });
const buses = (page) => page.getByRole('link', { name: /^修改：公交/ });

async function open(page, items = []) {
  await page.clock.setFixedTime(NOW);
  await seed(page, items);
  await page.goto('./');
  await expect(title(page, '今日')).toBeVisible();
}

async function recordBus(page, km = 8) {
  await wholePage(page);
  await visit(page, `#/record/bus?distance_km=${km}&replaced=car`);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(title(page, '已保存在本机')).toBeVisible();
}


test('what is said to be saved is in both copies, and so is what was there before', async ({ page }) => {
  await open(page, records());
  await recordBus(page);
  const copy = await databaseRecords(page);
  expect(copy).toEqual(await storedRecords(page));
  expect(Object.keys(copy)).toHaveLength(records().length + 1);
  await visit(page, '#/storage');
  await expect(page.getByText(`${records().length + 1} 条记录，在这台设备的浏览器里存了两份`)).toBeVisible();
});

test('local storage is emptied: it is healed from the second copy', async ({ page }) => {
  await open(page, records());
  await recordBus(page);
  const before = await storedRecords(page);
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key !== 'seeded') localStorage.removeItem(key);
  });
  await page.reload();
  await expect.poll(() => storedRecords(page)).toEqual(before);
  await visit(page, '#/ledger');
  await expect(buses(page)).toHaveCount(2);
});

test('the second copy is emptied: it is healed from local storage', async ({ page }) => {
  await open(page, records());
  await recordBus(page);
  await emptyDatabase(page);
  await page.reload();
  await copiesAgree(page);
  expect(Object.keys(await databaseRecords(page))).toHaveLength(records().length + 1);
});

test('each copy has lost something else: both have everything again', async ({ page }) => {
  await open(page);
  await recordBus(page, 3);
  await recordBus(page, 4);
  const before = await storedRecords(page);
  const [first] = Object.keys(before);
  await emptyDatabase(page);
  await page.reload();
  await copiesAgree(page);
  await page.evaluate((key) => localStorage.removeItem(key), first);
  await page.reload();
  await expect.poll(() => storedRecords(page)).toEqual(before);
  await copiesAgree(page);
});

test('local storage is refused: the second copy carries on, and the page says so', async ({ page }) => {
  await refuseStorage(page);
  await page.clock.setFixedTime(NOW);
  await page.goto('./');
  await recordBus(page);
  await page.reload();
  await visit(page, '#/ledger');
  await expect(buses(page)).toHaveCount(1);
  await visit(page, '#/');
  await expect(page.getByText('记录只存在副本里')).toBeVisible();
  await visit(page, '#/storage');
  await expect(page.getByText('1 条记录存在第二份副本里')).toBeVisible();
});

test('local storage is full: the second copy carries on, and nothing old is touched', async ({ page }) => {
  await open(page, records());
  await fillStorage(page);
  await expect(page.evaluate(() => localStorage.setItem('one letter more', ''))).rejects.toThrow('exceeded the quota');
  const everything = () => page.evaluate(() => ({ ...localStorage }));
  const before = await everything();
  await recordBus(page);
  expect(await everything()).toEqual(before);
  await visit(page, '#/');
  await expect(page.getByText('记录只存在副本里')).toBeVisible();
  await visit(page, '#/storage');
  await expect(page.getByText(/本机存储已用：(99\.9|100)%/)).toBeVisible();
  await visit(page, '#/');
  // Still full, and the record is there, and it is said again.
  await page.reload();
  await expect(page.getByText('记录只存在副本里')).toBeVisible();
  expect(await everything()).toEqual(before);
  await visit(page, '#/ledger');
  await expect(buses(page)).toHaveCount(2);
  // There is room again: the record comes home.
  await freeStorage(page);
  await page.reload();
  await copiesAgree(page);
  expect(Object.keys(await storedRecords(page))).toHaveLength(records().length + 1);
  await visit(page, '#/');
  await expect(page.getByText('记录只存在副本里')).toHaveCount(0);
});

test('the database is refused: local storage carries on, and the page says so', async ({ page }) => {
  await refuseDatabase(page);
  await open(page);
  await recordBus(page);
  await visit(page, '#/');
  await expect(page.getByText('浏览器没有存下第二份副本')).toBeVisible();
  await page.reload();
  await visit(page, '#/ledger');
  await expect(buses(page)).toHaveCount(1);
});

test('the database never answers: saving does not wait for ever', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => new EventTarget();
  });
  await open(page);
  await recordBus(page);
  await visit(page, '#/');
  await expect(page.getByText('浏览器没有存下第二份副本')).toBeVisible();
});

test('saved twice in a row, it is one entry', async ({ page }) => {
  await open(page);
  await wholePage(page);
  await visit(page, '#/record/bus?distance_km=8&replaced=car');
  await page.getByRole('button', { name: '保存', exact: true }).dblclick();
  await expect(title(page, '已保存在本机')).toBeVisible();
  expect(Object.keys(await storedRecords(page))).toHaveLength(1);
});

test('what is deleted for good does not come back from the second copy', async ({ page }) => {
  await open(page, records());
  await recordBus(page);
  await visit(page, '#/settings');
  await page.getByRole('button', { name: '删除全部记录' }).click();
  await page.getByRole('textbox', { name: /请输入“删除”/ }).fill('删除');
  await page.getByRole('button', { name: '永久删除全部记录' }).click();
  await expect(page.getByText('已删除这台设备上的全部记录')).toBeVisible();
  expect(await databaseRecords(page)).toEqual({});
  await page.reload();
  await visit(page, '#/ledger');
  await expect(page.getByText('账本还是空的')).toBeVisible();
});

test('deleting for good waits for a slow second copy, which would bring it back', async ({ page }) => {
  await open(page, records());
  await recordBus(page);
  const keys = Object.keys(await storedRecords(page));
  await page.addInitScript(() => {
    Object.defineProperty(IDBRequest.prototype, 'onsuccess', {
      set(heard) {
        this.addEventListener('success', (event) => setTimeout(() => heard.call(this, event), 300));
      },
    });
  });
  await page.evaluate((keys) => keys.forEach((key) => localStorage.removeItem(key)), keys.slice(0, 2));
  await page.goto('./?again#/settings');
  await page.getByRole('button', { name: '删除全部记录' }).click();
  await page.getByRole('textbox', { name: /请输入“删除”/ }).fill('删除');
  await page.getByRole('button', { name: '永久删除全部记录' }).click();
  await expect(page.getByText('已删除这台设备上的全部记录')).toBeVisible();
  // Longer than comparing takes, a record at a time.
  await page.waitForTimeout(300 * (keys.length + 4));
  expect(await storedRecords(page)).toEqual({});
  expect(await databaseRecords(page)).toEqual({});
});

test('two records that wait for the copies to be compared are both written before either counts as saved', async ({ page }) => {
  // What the database finishes is heard only when the test says so, and the page
  // has all the patience it needs.
  await page.addInitScript(() => {
    const held = [];
    window.letGo = () => held.splice(0).forEach((hear) => hear());
    window.held = () => held.length;
    const { set } = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete');
    Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
      set(heard) {
        set.call(this, (event) => held.push(() => heard.call(this, event)));
      },
    });
    const wait = window.setTimeout;
    window.setTimeout = (work, time, ...rest) => wait(work, time === 2000 ? 60_000 : time, ...rest);
  });
  const letGo = () => page.evaluate(() => window.letGo());
  const isHeld = () => expect.poll(() => page.evaluate(() => window.held())).toBeGreaterThan(0);
  const save = async (place) => {
    await visit(page, place);
    await page.getByRole('button', { name: '保存', exact: true }).click();
  };
  await open(page, records());
  await isHeld();
  await save('#/record/bus?distance_km=8&replaced=car');
  await save('#/record/walk?distance_km=1');
  // The copies have been compared; from here on the new records are written.
  await expect.poll(async () => {
    await letGo();
    return Object.keys(await databaseRecords(page)).length;
  }).toBe(records().length + 2);
  await isHeld();
  await page.waitForTimeout(500);
  await expect(title(page, '已保存在本机')).toHaveCount(0);
  await expect.poll(async () => {
    await letGo();
    return title(page, '已保存在本机').count();
  }).toBe(1);
});
