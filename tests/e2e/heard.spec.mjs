// What a screen reader is given to say, where listening with one (Orca, see
// docs/accessibility.md) found it silent, wrong or too much.
import { test, expect } from './house.mjs';
import { doors, open, visit, wholePage } from './support/places.mjs';

const announced = (page) => page.locator('#announced');
const title = (page, name) => page.getByRole('heading', { level: 1, name, exact: true });

test.beforeEach(async ({ page }) => {
  await open(page);
  await wholePage(page);
});

test('a new page is named, after a link and after saving, and that goes again', async ({ page }) => {
  await expect(announced(page)).toHaveRole('status');
  await page.getByRole('main').getByRole('link', { name: /^设置/ }).click();
  await expect(announced(page)).toHaveText('设置');
  await expect(announced(page)).toHaveText('');

  await visit(page, '#/record/bus?distance_km=3');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(title(page, '已保存在本机')).toBeFocused();
  await expect(announced(page)).toHaveText('已保存在本机');
});

test('a title that is heard by itself is not announced as well', async ({ page }) => {
  await page.evaluate(() => {
    window.announced = [];
    const said = document.getElementById('announced');
    new MutationObserver(() => window.announced.push(said.textContent)).observe(said, { childList: true });
  });
  await doors(page).filter({ hasText: '账本' }).click();
  await expect(title(page, '账本')).toBeFocused();
  await page.getByRole('main').getByRole('link', { name: /^修改/ }).first().click();
  const all = () => page.evaluate(() => window.announced);
  await expect.poll(all).toContain('修改：公交');
  expect(await all()).not.toContain('账本');
});

test('what takes the place of a pressed button takes the focus when its loss was seen', async ({ page }) => {
  await visit(page, '#/settings');
  const at = page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener('click', () => (window.pressed = performance.now()), { once: true, capture: true });
        document.addEventListener('focusin', ({ target }) => {
          if (target.id === 'erase-word') resolve(performance.now() - window.pressed);
        });
      }),
  );
  await page.getByRole('button', { name: /^删除全部记录/ }).click();
  expect(await at).toBeGreaterThanOrEqual(150);
  await expect(page.getByRole('textbox', { name: /请输入/ })).toBeFocused();
});

test('what is being saved is not called recorded already', async ({ page }) => {
  await visit(page, '#/record/walk?distance_km=4');
  await page.evaluate(() => {
    window.seen = '';
    new MutationObserver(() => (window.seen += document.querySelector('main').textContent)).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(title(page, '已保存在本机')).toBeVisible();
  const seen = await page.evaluate(() => window.seen);
  expect(seen).toContain('正在保存');
  expect(seen).not.toContain('已经记过');
});

test('undo in the notice keeps the focus there', async ({ page }) => {
  await visit(page, '#/ledger');
  await page.getByRole('button', { name: /^删除/ }).first().click();
  await page.locator('#notice').getByRole('button', { name: '撤销' }).click();
  await expect(page.locator('#notice')).toContainText('已撤销');
  await expect(page.locator('#notice')).toBeFocused();
});

test('an amount is told with its unit, and the result in words of their own', async ({ page }) => {
  await visit(page, '#/record/bus?distance_km=3');
  await expect(page.getByRole('textbox', { name: '坐了多远' })).toHaveAccessibleDescription('公里');
// Below each other they are one word without it.
  const label = page.locator('.save-bar output > span').first();
  expect(await label.evaluate((label) => label.textContent)).toBe('约减排\u00a0');
});

test('the statement says what is shown when it is turned, and which end it has reached', async ({ page }) => {
  await visit(page, '#/statement/all');
  await expect(page.getByRole('link', { name: '没有更早的了' })).toBeVisible();
  await expect(page.getByRole('link', { name: '没有更晚的了' })).toBeVisible();
  await page.getByRole('navigation', { name: '看哪一样' }).getByRole('link', { name: 'NOx' }).click();
  await expect(announced(page)).toHaveText('全部 NOx');
  await visit(page, '#/statement/2026-11');
  await expect(announced(page)).toHaveText('2026年11月 CO₂e 没有更晚的了');
  await expect(page.getByRole('heading', { name: '2026年11月', exact: true })).toBeVisible();
});

test('a page that opens is silent but for its name', async ({ page }) => {
  await visit(page, '#/rewards');
  const points = page.getByRole('status').filter({ has: page.getByRole('table') });
  await expect(points).toHaveCount(0);
  await page.getByRole('combobox', { name: '月份' }).selectOption('2026-10');
  await expect(page.getByRole('status').filter({ hasText: /^2026年10月 [\d,]+ 分$/ })).toHaveCount(1);

  await visit(page, '#/settings');
  const mix = page.getByRole('status').filter({ hasText: '四项合计' });
  await expect(page.getByText('四项合计 100%')).toHaveCount(1);
  await expect(mix).toHaveCount(0);
  const car = page.getByRole('textbox', { name: /%/ }).first();
  await car.fill('60');
  await expect(mix).toHaveText('四项合计 110%');
  await page.getByRole('button', { name: '用我的出行结构' }).click();
  await expect(mix).toContainText('四项加起来应是 100%');
  await expect(car).toBeFocused();
  await expect(car).toHaveAccessibleDescription('四项加起来应是 100%，现在是 110%。');
});
