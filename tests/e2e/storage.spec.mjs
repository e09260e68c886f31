// Data and backup: what is saved as a file comes back, nothing is taken in
// unasked, and what is no backup is refused with the reason.
import { open as openFile, readFile } from 'node:fs/promises';
import { test, expect } from './house.mjs';
import { NOW, records, visit, wholePage } from './support/places.mjs';
import { manyRecords, record, seed } from './support/record-line.mjs';
import { copiesAgree, fillStorage, storedRecords } from './support/storage.mjs';

const title = (page, name) => page.getByRole('heading', { level: 1, name, exact: true });
const button = (page, name) => page.getByRole('button', { name, exact: true });
const found = (page) => page.locator('#found');
const COUNT = records().length;

async function open(page, items = [], address = './#/storage') {
  await page.clock.setFixedTime(NOW);
  await seed(page, items);
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/正在打开/);
}

/** Another device: a context with nothing in it. */
async function another(browser, baseURL) {
  const context = await browser.newContext({ baseURL });
  return context.newPage();
}

async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  const path = await download.path();
  return { name: download.suggestedFilename(), path, text: await readFile(path, 'utf8') };
}

const choose = (page, file) => page.getByLabel('选择备份文件或表格').setInputFiles(file);
const file = (name, text) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });

test('a backup brings everything to another device, and twice changes nothing', async ({ page, browser, baseURL }) => {
  await open(page, records());
  await expect(page.getByText('还没有备份过。')).toBeVisible();
  await expect(page.getByText('本机存储已用：不到 0.1%')).toBeVisible();
  const backup = await saved(page, '保存备份文件');
  expect(backup.name).toBe('carbon-inclusion-backup-2026-11-22.json');
  const { format, version, entries } = JSON.parse(backup.text);
  expect({ format, version }).toEqual({ format: 'carbon-inclusion-backup', version: 1 });
  expect(entries).toHaveLength(COUNT);
  await expect(page.getByText(/^上次备份：2026年11月22日/)).toBeVisible();

  const other = await another(browser, baseURL);
  await open(other);
  await choose(other, backup.path);
  await expect(found(other)).toContainText(`新的：${COUNT} 条`);
  await expect(found(other)).toBeFocused();
  // Not taken in unasked, and cancelling changes nothing.
  expect(await storedRecords(other)).toEqual({});
  await button(other, '取消').click();
  await expect(found(other)).toHaveCount(0);
  expect(await storedRecords(other)).toEqual({});
  await choose(other, []);
  await choose(other, backup.path);
  await button(other, '放进我的账户').click();
  await expect(other.getByText(`已放进来 ${COUNT} 条，存在本机。`)).toBeVisible();
  expect(await storedRecords(other)).toEqual(await storedRecords(page));
  await choose(other, []);
  await choose(other, backup.path);
  await expect(found(other)).toContainText(`和这里一样：${COUNT} 条`);
  await expect(found(other)).toContainText('放进来不会有变化');
  await expect(button(other, '放进我的账户')).toHaveCount(0);
  await other.reload();
  await visit(other, '#/ledger');
  await expect(other.getByRole('link', { name: /^修改：公交/ })).toBeVisible();
  await other.context().close();
});

test('a table goes out with its formulas made inert, and comes back', async ({ page, browser, baseURL }) => {
  const formula = { action: 'bus', on: '2026-11-01', inputs: { distance_km: '4' }, note: '=HYPERLINK("x")' };
  await open(page, [...records(), record(99, formula, NOW.getTime())]);
  const table = await saved(page, '导出表格（CSV）');
  expect(table.name).toBe('carbon-inclusion-2026-11-22.csv');
  expect(table.text.startsWith('\ufeff')).toBe(true);
  expect(table.text).not.toMatch(/(^|,|")=/m);
  const other = await another(browser, baseURL);
  await open(other);
  await choose(other, file('mine.csv', table.text));
  await expect(found(other)).toContainText(`新的：${COUNT + 1} 条`);
  await button(other, '放进我的账户').click();
  await expect(other.getByText(`已放进来 ${COUNT + 1} 条`)).toBeVisible();
  await visit(other, '#/ledger');
  await expect(other.getByText('=HYPERLINK("x")')).toBeVisible();
  await other.context().close();
});

test('codes carry the records to another phone, and nothing is sent', async ({ page, browser, baseURL, withoutRequests }) => {
  await open(page, records());
  let link;
  await withoutRequests(async () => {
    await button(page, '生成二维码').click();
    await expect(page.getByRole('img', { name: /^第 1 个二维码/ })).toBeVisible();
    link = await page.getByLabel('也可以复制这个链接').inputValue();
  });
  expect(link).toContain('#/transfer/');
  const other = await another(browser, baseURL);
  await open(other, [], link);
  await expect(title(other, '另一部手机的记录')).toBeVisible();
  await expect(found(other)).toContainText(`新的：${COUNT} 条`);
  expect(await storedRecords(other)).toEqual({});
  await button(other, '放进我的账户').click();
  await expect(other.getByText(`已放进来 ${COUNT} 条`)).toBeVisible();
  await other.context().close();
});

test('many records make several codes, each complete by itself', async ({ page, browser, baseURL }) => {
  const many = Array.from({ length: 120 }, (_, index) =>
    record(1000 + index, { action: 'bus', on: '2026-10-01', inputs: { distance_km: `${1 + index / 10}` } }, NOW.getTime() - index),
  );
  await open(page, many);
  await button(page, '生成二维码').click();
  const said = page.getByText(/^第 1 个二维码，共 \d+ 个$/);
  const count = Number((await said.textContent()).match(/共 (\d+) 个/)[1]);
  expect(count).toBeGreaterThan(1);
  await button(page, '下一个').click();
  await expect(page.getByText(`第 2 个二维码，共 ${count} 个`)).toBeVisible();
  const link = await page.getByLabel('也可以复制这个链接').inputValue();
  const other = await another(browser, baseURL);
  await open(other, [], link);
  await expect(other.getByText(`第 2 份，共 ${count} 份`)).toBeVisible();
  await expect(found(other)).toContainText(/新的：\d+ 条/);
  await other.context().close();
});

test('a cut link says so', async ({ page }) => {
  await open(page, [], './#/transfer/AQEBAQ');
  await expect(page.getByText('链接或二维码不完整')).toBeVisible();
});

test('what a crashed page saved comes back', async ({ page }) => {
  await open(page);
  const items = Object.fromEntries(records());
  const rescue = { format: 'carbon-inclusion-stored-data', version: 1, exported_at: '2026-11-22T00:00:00.000Z', items };
  await choose(page, file('rescue.json', JSON.stringify(rescue, null, 1)));
  await expect(found(page)).toContainText(`新的：${COUNT} 条`);
  await button(page, '放进我的账户').click();
  await expect(page.getByText(`已放进来 ${COUNT} 条`)).toBeVisible();
  expect(await storedRecords(page)).toEqual(items);
});

test('what is wrong in a file is told by its line, and the rest is taken', async ({ page }) => {
  await open(page);
  await choose(page, file('table.csv', '日期,行动代码,里程（公里）\r\n2026-11-01,bus,8\r\n2026-11-02,bus,NaN\r\n2099-01-01,bus,8\r\n'));
  await expect(found(page)).toContainText('新的：1 条');
  await expect(found(page)).toContainText('没有接受：2 处');
  await expect(found(page)).toContainText('第 3 行：这不是一个数');
  await expect(found(page)).toContainText('第 4 行：');
});

const REFUSED = [
  ['nothing', '', '里面什么都没有'],
  ['another JSON file', '{"a":1}', '不是本工具的备份文件'],
  ['a newer backup', '{"format":"carbon-inclusion-backup","version":9,"entries":[]}', '更新的版本写的'],
  ['some text', 'hello\nworld\n', '第一行里要有日期和行动'],
  ['a GBK table', Buffer.from([0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xd0, 0xd0]), '不是 UTF-8'],
];
for (const [what, text, said] of REFUSED) {
  test(`refused with the reason: ${what}`, async ({ page }) => {
    await open(page, records());
    const before = await storedRecords(page);
    await choose(page, file('a.json', text));
    await expect(page.getByText(said)).toBeVisible();
    expect(await storedRecords(page)).toEqual(before);
  });
}

test('a file of 100 MB is refused by its size', async ({ page }, info) => {
  const path = info.outputPath('large.json');
  const handle = await openFile(path, 'w');
  await handle.truncate(100 * 1024 * 1024);
  await handle.close();
  await open(page);
  await choose(page, path);
  await expect(page.getByText('文件太大，没有读')).toBeVisible();
});

test('what cannot be read is listed, and goes into the backup', async ({ page }) => {
  const broken = ['carbon-inclusion/record/00000000000000aa.1.00000000000000aa', '1|broken'];
  const newer = ['carbon-inclusion/record/00000000000000bb.1.00000000000000bb', '7|from|the|future'];
  await open(page, [...records(), broken, newer]);
  await expect(page.getByText(`${broken[0]} · 内容损坏`)).toBeVisible();
  await expect(page.getByText(`${newer[0]} · 由更新的版本写成`)).toBeVisible();
  const backup = await saved(page, '保存备份文件');
  expect(backup.text).toContain('7|from|the|future');
  expect(backup.text).toContain('1|broken');
});

test('a backup is suggested after twenty records, and can be silenced', async ({ page }) => {
  const trips = Array.from({ length: 20 }, (_, index) =>
    record(2000 + index, { action: 'walk', on: '2026-11-20', inputs: { distance_km: '1' } }, NOW.getTime() - index),
  );
  await open(page, trips, './');
  await expect(page.getByText('该备份了')).toBeVisible();
  await page.getByRole('link', { name: '去备份' }).click();
  await saved(page, '保存备份文件');
  await visit(page, '#/');
  await expect(page.getByText('该备份了')).toHaveCount(0);
  await page.clock.setFixedTime(new Date(NOW.getTime() + 31 * 86_400_000));
  await page.reload();
  await button(page, '不再提醒').click();
  await expect(page.getByText('该备份了')).toHaveCount(0);
  await page.reload();
  await expect(title(page, '今日')).toBeVisible();
  await expect(page.getByText('该备份了')).toHaveCount(0);
});

test('after the first record the browser is asked not to delete the account by itself', async ({ page }) => {
  await page.addInitScript(() => {
    window.timesAsked = 0;
    StorageManager.prototype.persist = async () => {
      window.timesAsked += 1;
      return true;
    };
  });
  await open(page, [], './');
  await wholePage(page);
  const recorded = async (km) => {
    await visit(page, `#/record/bus?distance_km=${km}&replaced=car`);
    await button(page, '保存').click();
    await expect(title(page, '已保存在本机')).toBeVisible();
    return page.evaluate(() => window.timesAsked);
  };
  expect(await page.evaluate(() => window.timesAsked)).toBe(0);
  expect(await recorded(8)).toBe(1);
  expect(await recorded(9)).toBe(1);
});

test('the share sheet gets the backup as a file, and the link of a code', async ({ page, browser, baseURL }) => {
  await page.addInitScript(() => {
    window.shared = [];
    navigator.canShare = () => true;
    navigator.share = async ({ files, ...rest }) => {
      const [shared] = files ?? [];
      window.shared.push({ ...rest, ...(shared && { name: shared.name, text: await shared.text() }) });
    };
  });
  const shared = async (count) => {
    await expect.poll(() => page.evaluate(() => window.shared.length)).toBe(count);
    return page.evaluate(() => window.shared.at(-1));
  };
  await open(page, records());
  await button(page, '发送备份').click();
  const backup = await shared(1);
  expect(backup.name).toBe('carbon-inclusion-backup-2026-11-22.txt');
  await expect(page.getByText(/^上次备份：2026年11月22日/)).toBeVisible();
  await button(page, '生成二维码').click();
  await button(page, '发送链接').click();
  expect((await shared(2)).url).toBe(await page.getByLabel('也可以复制这个链接').inputValue());

  const other = await another(browser, baseURL);
  await open(other);
  await choose(other, file(backup.name, backup.text));
  await expect(found(other)).toContainText(`新的：${COUNT} 条`);
  await other.context().close();
});

test('storage is full: the backup has everything, what did not fit too', async ({ page, browser, baseURL }) => {
  await open(page, records(), './');
  await wholePage(page);
  await fillStorage(page);
  await visit(page, '#/record/bus?distance_km=8&replaced=car');
  await button(page, '保存').click();
  await expect(title(page, '已保存在本机')).toBeVisible();
  const before = await page.evaluate(() => ({ ...localStorage }));
  await visit(page, '#/storage');
  const backup = await saved(page, '保存备份文件');
  expect(JSON.parse(backup.text).entries).toHaveLength(COUNT + 1);
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual(before);
  const other = await another(browser, baseURL);
  await open(other);
  await choose(other, backup.path);
  await expect(found(other)).toContainText(`新的：${COUNT + 1} 条`);
});

test('hundreds of records become one segment, in both copies, and nothing is lost', async ({ page }) => {
  const kinds = async () => Object.keys(await storedRecords(page)).map((key) => key.split('/')[1]);
  await open(page, manyRecords(300), './');
  await expect.poll(kinds, { timeout: 20_000 }).toEqual(['segment']);
  await copiesAgree(page);
  await visit(page, '#/record/bus?distance_km=8&replaced=car');
  await button(page, '保存').click();
  await expect(title(page, '已保存在本机')).toBeVisible();
  await page.reload();
  await visit(page, '#/storage');
  await expect(page.getByText('301 条记录')).toBeVisible();
  expect((await kinds()).sort()).toEqual(['record', 'segment']);
  await copiesAgree(page);
});

test('a file with many entries is kept together', async ({ page, browser, baseURL }) => {
  await open(page, manyRecords(200));
  const backup = await saved(page, '保存备份文件');
  const other = await another(browser, baseURL);
  await open(other);
  await choose(other, backup.path);
  await button(other, '放进我的账户').click();
  await expect(other.getByText('200 条记录')).toBeVisible();
  await copiesAgree(other);
  const keys = Object.keys(await storedRecords(other));
  expect(keys).toHaveLength(1);
  expect(keys[0]).toMatch(/^carbon-inclusion\/segment\//);
});
