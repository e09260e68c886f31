// Usual trips: made from what was recorded, filled in for the days gone by when
// the person says so, changed and deleted; steps become kilometres.
import { test, expect } from './house.mjs';
import { NOW, visit } from './support/places.mjs';
import { record, seed } from './support/record-line.mjs';

const bus = (on) => ({ action: 'bus', on, inputs: { distance_km: '8' }, replaced: 'car' });
const ENTRIES = [bus('2026-11-18'), { ...bus('2026-11-20'), evidence: 'proof' }, bus('2026-11-20')];

const button = (page, name) => page.getByRole('button', { name, exact: true });
const row = (page, name) => page.getByRole('button', { name });
const section = (page, heading) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: heading, exact: true }) });
const mine = (page) => section(page, '我的常用');

async function open(page, { items = [], settings = '' } = {}) {
  await page.clock.setFixedTime(NOW);
  const kept = settings === '' ? [] : [['carbon-inclusion/settings', settings]];
  await seed(page, [...items.map((entry, index) => record(index + 1, entry, NOW.getTime() - index * 60_000)), ...kept]);
  await page.goto('./#/usual');
  await expect(page.getByRole('heading', { level: 1, name: '常用', exact: true })).toBeVisible();
}

async function count(page) {
  await visit(page, '#/storage');
  const text = await page.getByRole('main').getByText(/条记录，/).first().textContent();
  await visit(page, '#/usual');
  return Number(text.match(/(\d+) 条记录/)[1]);
}

test('what was recorded becomes a template, and a week is filled in by one tap and taken back', async ({ page }) => {
  await open(page, { items: ENTRIES });
  await expect(mine(page)).toContainText('还没有常用的');
  await page.getByRole('button', { name: /^设为常用：公交/ }).click();
  await expect(page.getByRole('heading', { level: 2, name: '我的常用' })).toBeFocused();
  await row(page, /^公交/).click();
  // No weekday is known yet, so that no day is chosen.
  await expect(button(page, '记下选中的 0 天')).toBeDisabled();
  await button(page, '修改').click();
  await page.getByRole('textbox', { name: '名称' }).fill('上班');
  for (const day of ['周一', '周二', '周三', '周四', '周五']) await page.getByRole('checkbox', { name: day }).check();
  await button(page, '保存修改').click();
  await expect(page.getByRole('status').filter({ hasText: '已修改' })).toBeVisible();
  // Ten working days in two weeks, two of them recorded: with a ticket, too.
  await expect(mine(page)).toContainText('最近两周有 8 天还没记');
  expect(await count(page)).toBe(3);
  await row(page, /^上班/).click();
  await expect(page.getByRole('checkbox', { name: '周五 11-20 已记' })).toBeDisabled();
  await expect(page.getByRole('checkbox', { name: '周四 11-19' })).toBeChecked();
  await page.getByRole('checkbox', { name: '周一 11-9' }).uncheck();
  await page.getByRole('checkbox', { name: '周日 11-22' }).check();
  await button(page, '记下选中的 8 天').click();
  await expect(mine(page)).toContainText('已记下 8 条');
  await expect(mine(page)).toContainText('最近两周有 1 天还没记');
  expect(await count(page)).toBe(11);
  await row(page, /^上班/).click();
  await button(page, '记下选中的 1 天').click();
  await mine(page).getByRole('button', { name: '撤销' }).click();
  await expect(mine(page)).toContainText('最近两周有 1 天还没记');
  expect(await count(page)).toBe(11);
});

test('every weekday is offered, and one tap records the days gone by or declines them', async ({ page }) => {
  const template = 'usual-0=bus|distance_km=8||car||上班\nusual-1=walk|distance_km=1|||7|\n';
  await open(page, { items: ENTRIES, settings: template });
  // Sundays only: the 15th, and today, which is not over.
  await expect(mine(page).getByText('周日 11-15', { exact: true })).toBeVisible();
  await row(page, /^上班/).click();
  await button(page, '修改').click();
  await button(page, '周一到周五').click();
  await expect(page.getByRole('checkbox', { name: '周五' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: '周六' })).not.toBeChecked();
  await button(page, '保存修改').click();
  await expect(mine(page)).toContainText('最近两周有 8 天还没记');
  await row(page, /^记下这 8 天：上班 周一 11-9、/).click();
  await expect(mine(page)).toContainText('已记下 8 条');
  expect(await count(page)).toBe(11);

  // The first page offers the rest.
  await visit(page, '#/');
  const offered = page.getByRole('region', { name: '这些天还没记' });
  await expect(offered.getByRole('listitem')).toHaveCount(1);
  await offered.getByRole('button', { name: '记下这 1 天：步行 周日 11-15' }).click();
  const notice = page.getByRole('status').filter({ hasText: '已保存在本机' });
  await expect(notice).toBeVisible();
  await expect(offered).toHaveCount(0);
  expect(await count(page)).toBe(12);
  await visit(page, '#/');
  await expect(offered).toHaveCount(0);
  await visit(page, '#/ledger');
  await page.getByRole('button', { name: /^删除：步行/ }).click();
  await visit(page, '#/');
  await offered.getByRole('button', { name: /^记下这 1 天/ }).click();
  await notice.getByRole('button', { name: '撤销' }).click();
  await expect(offered).toBeVisible();
  await offered.getByRole('button', { name: '这些天没有' }).click();
  await expect(offered).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible();
  await expect(offered).toHaveCount(0);
  expect(await count(page)).toBe(11);
});

test('a template is kept, changed, deleted, brought back and forgotten with the account', async ({ page }) => {
  await open(page, { items: ENTRIES, settings: 'usual-0=walk|distance_km=1.2|||67|散步\nusual-1=teleport|x|||7|\n' });
  await row(page, /^散步/).click();
  await button(page, '修改').click();
  const amount = page.getByRole('textbox', { name: '走了多远' });
  await amount.fill('很远');
  await button(page, '保存修改').click();
  await expect(page.getByRole('alert').filter({ hasText: '有的数不对' })).toBeVisible();
  await amount.fill('2公里');
  await button(page, '保存修改').click();
  await expect(mine(page)).toContainText('2 公里');
  await page.reload();
  await row(page, /^散步/).click();
  await button(page, '删除').click();
  await expect(mine(page)).toContainText('已删除“散步”');
  await expect(row(page, /^散步/)).toHaveCount(0);
  await mine(page).getByRole('button', { name: '撤销' }).click();
  await expect(row(page, /^散步/)).toBeVisible();
  await visit(page, '#/settings');
  await button(page, '删除全部记录……').click();
  await page.getByRole('textbox', { name: /请输入/ }).fill('删除');
  await button(page, '永久删除全部记录').click();
  await expect(page.getByText('已删除这台设备上的全部记录')).toBeVisible();
  await visit(page, '#/usual');
  await expect(mine(page)).toContainText('还没有常用的');
});

test('steps become kilometres by the person’s own step', async ({ page }) => {
  await open(page);
  const steps = section(page, '手机记的步数');
  await steps.getByRole('textbox', { name: '一天多少步' }).fill('8000');
  await expect(steps).toContainText('填好两个数');
  await steps.getByRole('textbox', { name: '一步多少厘米' }).fill('65');
  await steps.getByRole('link', { name: '记一笔步行 5.2 公里' }).click();
  await expect(page.getByRole('textbox', { name: '走了多远' })).toHaveValue('5.2');
  await expect(page.getByText('还没有保存')).toBeVisible();
});

test('what was just recorded becomes usual by one tap, once', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'the same on a desk');
  await open(page);
  await visit(page, '#/record/bus?distance_km=8&replaced=car');
  await button(page, '保存').click();
  await expect(page.getByRole('heading', { level: 1, name: '已保存在本机' })).toBeVisible();
  await button(page, '设为常用').click();
  await expect(page.getByRole('status').filter({ hasText: '已加到常用里' })).toBeVisible();
  await button(page, '设为常用').click();
  await expect(page.getByRole('status').filter({ hasText: '已经是常用的了' })).toBeVisible();
  await visit(page, '#/usual');
  await expect(mine(page).getByRole('listitem')).toHaveCount(1);
  await expect(mine(page)).toContainText('8 公里 · 代替私家车');
});
