// A ledger of years: it opens, is searched and changed. How long that takes is
// measured in bench/.
import { test, expect } from './house.mjs';
import { assess } from './support/assess.mjs';
import { totals } from './support/expected.mjs';
import { carbon } from './support/figures.mjs';
import { NOW, TODAY, visit } from './support/places.mjs';
import { record, seed } from './support/record-line.mjs';

const ENTRIES = 10_000;

const KINDS = [
  { action: 'bus', inputs: { distance_km: '8' }, replaced: 'car' },
  { action: 'walk', inputs: { distance_km: '1.5' } },
  { action: 'clean-plate', inputs: { count: '1' } },
  { action: 'e-bike', inputs: { distance_km: '5' }, replaced: 'none' },
  { action: 'recycle-paper', inputs: { mass_kg: '2.5' }, evidence: 'proof' },
  { action: 'electricity-saved', inputs: { old_kwh: '180', new_kwh: '172.5' }, evidence: 'proof' },
  { action: 'learn', inputs: { count: '1' } },
];

/** Five a day, back from today. */
function years() {
  return Array.from({ length: ENTRIES }, (_, index) => {
    const day = new Date(`${TODAY}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() - Math.floor(index / 5));
    const note = index % 1000 === 7 ? `第 ${index} 条的备注` : undefined;
    return { ...KINDS[index % KINDS.length], on: day.toISOString().slice(0, 10), note };
  });
}

test('ten thousand entries are at hand', async ({ page }) => {
  test.setTimeout(120_000);
  const entries = years();
  await page.clock.setFixedTime(NOW);
  await seed(page, entries.map((entry, index) => record(index + 1, entry, NOW.getTime() - index * 1000)));
  // Storing them is no part of opening them.
  await page.goto('./');

  const main = page.getByRole('main');
  const count = (text) => expect(main.getByRole('status').filter({ hasText: text })).toBeVisible();

  await test.step('open the page', async () => {
    await page.reload();
    await expect(main.getByRole('heading', { level: 1, name: '今日' })).toBeVisible();
  });
  await test.step('open the ledger', async () => {
    await visit(page, '#/ledger');
    await count('10000 条记录');
  });

  const november = entries.filter(({ on }) => on.startsWith('2026-11'));
  const assessed = withAssessments(november);
  const month = page.getByRole('heading', { level: 2, name: '2026年11月' }).locator('xpath=..');
  await expect(month).toContainText(carbon(totals(assessed).carbon));

  const search = page.getByRole('searchbox', { name: '找记录' });
  await test.step('find by name', async () => {
    await search.fill('gp');
    await count(`找到 ${entries.filter(({ action }) => action === 'clean-plate').length} 条`);
  });
  await test.step('find by note', async () => {
    await search.fill('的备注');
    await count('找到 10 条');
  });
  await test.step('show everything again', async () => {
    await search.fill('');
    await count('10000 条记录');
  });
  await test.step('choose a category', async () => {
    await page.getByRole('group', { name: '分类' }).getByRole('radio', { name: '出行', exact: true }).check();
    await count(`找到 ${entries.filter(({ action }) => ['bus', 'walk', 'e-bike'].includes(action)).length} 条`);
  });
  const trips = assessed.filter(({ action }) => ['bus', 'walk', 'e-bike'].includes(action));
  await expect(month).toContainText(carbon(totals(trips).carbon));

  await page.getByRole('group', { name: '分类' }).getByRole('radio', { name: '全部', exact: true }).check();
  await count('10000 条记录');
  await test.step('choose a month', async () => {
    await page.getByRole('combobox', { name: '月份' }).selectOption('2026-10');
    await count(`找到 ${entries.filter(({ on }) => on.startsWith('2026-10')).length} 条`);
  });
  await page.getByRole('combobox', { name: '月份' }).selectOption('all');

  await test.step('show more', async () => {
    const rows = main.getByRole('listitem');
    // Some with the choice or the tap, the rest with the frames that follow.
    await expect(rows).toHaveCount(20);
    await page.getByRole('button', { name: /^再显示/ }).click();
    await expect(rows).toHaveCount(40);
    await expect(page.getByText('已显示 40 条，共 10000 条')).toBeVisible();
  });

  const [newest] = assessed;
  await test.step('delete', async () => {
    await page.getByRole('button', { name: /^删除：/ }).first().click();
    await count('9999 条记录');
  });
  await expect(month).toContainText(carbon(totals(assessed.filter((entry) => entry !== newest)).carbon));
  await test.step('undo', async () => {
    await page.getByRole('button', { name: '撤销' }).click();
    await count('10000 条记录');
  });
  await expect(month).toContainText(carbon(totals(assessed).carbon));

  await test.step('record one more', async () => {
    await visit(page, '#/record/bus?distance_km=3');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: '已保存在本机' })).toBeVisible();
  });
  await test.step('the statement of everything', async () => {
    await visit(page, '#/statement/all');
    await expect(page.getByRole('heading', { level: 2, name: '全部' })).toBeVisible();
    await expect(main).toContainText('10001');
  });
});

/** Entries with what each comes to; each kind is worked out once. */
function withAssessments(entries) {
  const assessments = assess(KINDS.map((kind) => ({ ...kind, on: TODAY })));
  return entries.map((entry) => {
    const kind = KINDS.findIndex(({ action }) => action === entry.action);
    return { ...entry, assessment: assessments[kind] };
  });
}
