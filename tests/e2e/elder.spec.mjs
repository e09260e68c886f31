// The edition for the elder: its way in and out, and its few choices with all the
// rest in reach.
import { test, expect } from './house.mjs';
import { doors, open, records, visit } from './support/places.mjs';

const size = (page) => page.locator('html').getAttribute('data-text');

test('it is entered from the first page, kept, and left again', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: '长辈版' }).click();
  await expect(page.getByRole('button', { name: '标准版' })).toBeFocused();
  expect(await size(page)).toBe('elder');

  // Set before the first paint: the page's own code has not run yet.
  let early = null;
  await page.exposeFunction('early', (text) => (early = text));
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      window.early(document.documentElement.getAttribute('data-text'));
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await expect(page.getByRole('button', { name: '标准版' })).toBeVisible();
  expect(early).toBe('elder');

  await page.getByRole('button', { name: '标准版' }).click();
  expect(await size(page)).toBe('normal');
  await expect(doors(page)).toHaveCount(5);
});

test('few choices stand on a page, and everything is still in reach', async ({ page }) => {
  await open(page, [], '?text=elder');
  await expect(doors(page)).toHaveText(['今日', '记录', '更多']);
  await doors(page).nth(1).click();
  await expect(page.locator('main .tile:visible')).toHaveCount(6);
  await page.getByText('全部可以记的事').click();
  await page.getByRole('searchbox', { name: '找一件事' }).fill('gp');
  await page.getByRole('link', { name: '光盘' }).click();
  await expect(page.getByRole('textbox', { name: /备注/ })).toBeHidden();
  await page.getByText('更多：凭证和备注').click();
  await page.getByRole('textbox', { name: /备注/ }).fill('和邻居一起');
  await expect(page.getByRole('slider')).toBeHidden();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '已保存在本机' })).toBeFocused();

  // Undo stays in reach when one has gone on.
  await doors(page).first().click();
  await expect(page.getByRole('main')).toContainText('和邻居一起');
  await page.getByRole('button', { name: '撤销上一步' }).click();
  await expect(page.getByRole('status').filter({ hasText: '已撤销' })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('和邻居一起');

  for (const door of ['账本', '报告']) {
    await doors(page).last().click();
    await page.getByRole('main').getByRole('link', { name: new RegExp(`^${door}`) }).click();
    await expect(page.getByRole('heading', { level: 1, name: door })).toBeFocused();
    await expect(doors(page).last()).toHaveAttribute('aria-current', 'page');
  }
});

test('what is needed most stands first on the long pages, and the rest behind a name', async ({ page }) => {
  await open(page, records(), '?text=elder');
  const main = page.getByRole('main');
  await doors(page).last().click();
  await expect(main.getByRole('link')).toHaveCount(6);
  await main.getByText('其他功能').click();
  await expect(main.getByRole('link')).toHaveCount(17);
  await main.getByRole('link', { name: /^出行比一比/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: '出行比一比' })).toBeFocused();
  await visit(page, '#/statement/all');
  await expect(main.getByRole('heading', { name: '少排的污染物' })).toBeHidden();
  await main.getByText('看得更细').click();
  await expect(main.getByRole('heading', { name: '少排的污染物' })).toBeVisible();
  await visit(page, '#/settings');
  await expect(main.getByRole('textbox').first()).toBeHidden();
  await main.getByText('出行结构', { exact: true }).click();
  await expect(main.getByRole('textbox').first()).toBeVisible();
});

test('a wrong note is not hidden', async ({ page }) => {
  await open(page, [], '?text=elder');
  await visit(page, '#/record/walk');
  await page.getByText('更多：凭证和备注').click();
  await page.getByRole('textbox', { name: /备注/ }).fill('好'.repeat(500));
  await page.getByText('更多：凭证和备注').click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('textbox', { name: /备注/ })).toBeFocused();
});

test('its texts can be made larger than 30 pixels, for good', async ({ page }) => {
  await open(page, records(), '?text=elder');
  const text = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
  expect(await text()).toBeGreaterThanOrEqual(18);
  await visit(page, '#/settings');
  await page.getByRole('radio', { name: '长辈版，最大' }).check();
  expect(await text()).toBeGreaterThanOrEqual(30);
  await page.reload();
  await expect(page.locator('main h1')).toBeVisible();
  expect(await text()).toBeGreaterThanOrEqual(30);
});
