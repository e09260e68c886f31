// Wrong and half-finished input: refused at its field, and nothing that was
// typed is lost.
import { test, expect } from './house.mjs';
import { NOW } from './support/places.mjs';

const entries = (page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('carbon-inclusion/record/')).length);
const distance = (page) => page.getByRole('textbox', { name: '坐了多远' });
const save = (page) => page.getByRole('button', { name: '保存', exact: true }).click();

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(NOW);
  await page.goto('./#/record/bus');
  await expect(distance(page)).toHaveValue('6');
});

const REFUSED = {
  '': '请填一个数',
  很远: '这不是一个数',
  '-3': '不能小于零',
  '1e3': '单位不对，请用公里',
  NaN: '这不是一个数',
  0: '请填 100 米 到 200 公里 之间的数',
  201: '请填 100 米 到 200 公里 之间的数',
  '1,234': '逗号的意思不清楚',
  '3 斤': '单位不对，请用公里',
  ['9'.repeat(60)]: '太长了',
};

test('what is no distance is refused at its field, and stays as it was typed', async ({ page }) => {
  await page.getByRole('textbox', { name: '备注' }).fill('上班');
  for (const [typed, message] of Object.entries(REFUSED)) {
    await test.step(`“${typed.slice(0, 12)}”: ${message}`, async () => {
      await distance(page).fill(typed);
      await page.getByRole('textbox', { name: '备注' }).focus();
      await save(page);
      await expect(distance(page)).toBeFocused();
      await expect(distance(page)).toHaveAttribute('aria-invalid', 'true');
      await expect(distance(page)).toHaveAccessibleDescription(new RegExp(message));
      await expect(page.getByText('有 1 处要改一下，再保存。')).toBeVisible();
      await expect(distance(page)).toHaveValue(typed);
      await expect(page.getByRole('textbox', { name: '备注' })).toHaveValue('上班');
      expect(await entries(page)).toBe(0);
    });
  }
  await distance(page).fill('8');
  await expect(distance(page)).not.toHaveAttribute('aria-invalid', 'true');
  await save(page);
  await expect(page.getByRole('heading', { level: 1, name: '已保存在本机' })).toBeVisible();
  expect(await entries(page)).toBe(1);
});

test('nothing is called wrong while it is typed', async ({ page }) => {
  await distance(page).fill('');
  await distance(page).pressSequentially('1,2');
  await expect(distance(page)).not.toHaveAttribute('aria-invalid', 'true');
  await distance(page).press('Backspace');
  await distance(page).pressSequentially('x');
  await expect(distance(page)).not.toHaveAttribute('aria-invalid', 'true');
  await distance(page).blur();
  await expect(distance(page)).toHaveAttribute('aria-invalid', 'true');
});

test('a day that has not come is refused', async ({ page }) => {
  await page.getByRole('radio', { name: '选日期' }).check();
  const day = page.locator('input[type=date]');
  await day.fill('2026-11-23');
  await save(page);
  await expect(day).toBeFocused();
  await expect(day).toHaveAccessibleDescription(/还没到这一天/);
  await expect(day).toHaveValue('2026-11-23');
  expect(await entries(page)).toBe(0);
  await day.fill('');
  await save(page);
  await expect(day).toHaveAccessibleDescription(/日期不对/);
  await day.fill('2026-11-22');
  await save(page);
  await expect(page.getByRole('heading', { level: 1, name: '已保存在本机' })).toBeVisible();
});

test('a note that is too long or hides something is refused', async ({ page }) => {
  const note = page.getByRole('textbox', { name: '备注' });
  await note.fill('环'.repeat(201));
  await expect(note).toHaveAccessibleDescription(/最多 200 字/);
  await save(page);
  await expect(note).toBeFocused();
  await note.fill('a\u202eb');
  await expect(note).toHaveAccessibleDescription(/看不见的特殊字符/);
  await save(page);
  expect(await entries(page)).toBe(0);
  await note.fill('环'.repeat(200));
  await save(page);
  await expect(page.getByRole('heading', { level: 1, name: '已保存在本机' })).toBeVisible();
});

test.describe('Chinese input', () => {
  /** Composes a word letter by letter, as an input method does. */
  async function compose(page, letters, word) {
    const session = await page.context().newCDPSession(page);
    for (let length = 1; length <= letters.length; length += 1) {
      const text = letters.slice(0, length);
      await session.send('Input.imeSetComposition', { text, selectionStart: length, selectionEnd: length });
    }
    const composing = await page.evaluate(() => document.activeElement.value);
    await session.send('Input.insertText', { text: word });
    return composing;
  }

  test('keeps its letters in the note', async ({ page }) => {
    const note = page.getByRole('textbox', { name: '备注' });
    await note.focus();
    expect(await compose(page, "shang'ban", '上班')).toBe("shang'ban");
    await expect(note).toHaveValue('上班');
    expect(await compose(page, 'lushang', '路上')).toBe('上班lushang');
    await expect(note).toHaveValue('上班路上');
    await save(page);
    await expect(page.getByRole('heading', { level: 1, name: '已保存在本机' })).toBeVisible();
  });

  test('keeps its letters in the search', async ({ page }) => {
    await page.goto('./#/record');
    const search = page.getByRole('searchbox', { name: '找一件事' });
    await search.focus();
    expect(await compose(page, 'dianping', '电瓶')).toBe('dianping');
    await expect(search).toHaveValue('电瓶');
    expect(await compose(page, 'che', '车')).toBe('电瓶che');
    await expect(search).toHaveValue('电瓶车');
    await expect(search).toBeFocused();
    await expect(page.getByRole('link', { name: '电动自行车', exact: true })).toBeVisible();
    await search.fill('没有这种事');
    await expect(page.getByRole('status').filter({ hasText: '没有找到“没有这种事”' })).toBeVisible();
  });

  test('keeps its letters in the number', async ({ page }) => {
    await distance(page).fill('');
    await distance(page).focus();
    expect(await compose(page, '３.５gongli', '３.５公里')).toBe('３.５gongli');
    await expect(distance(page)).toHaveValue('３.５公里');
    await expect(page.getByRole('region', { name: '结果' })).toContainText('91 克');
  });
});
