// The page for web editors: what it hands out is what works.
import { test, expect } from './house.mjs';
import { tooWide } from './support/inspect.mjs';

const field = (page, name) => page.getByRole('textbox', { name });
const choose = (page, group, name) =>
  page.getByRole('group', { name: group }).getByRole('radio', { name, exact: true }).check();

test('what is chosen stands in the snippet, under the page’s own address', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./#/more');
  await page.getByRole('link', { name: /^嵌入到网站/ }).click();
  const snippet = field(page, '放进网页的代码');
  await expect(snippet).toHaveValue(`<div data-carbon-inclusion data-view="compare" data-theme="auto" data-lang="zh-CN" data-text="normal"></div>
<script src="${baseURL}embed/v1.js" async></script>
<noscript><a href="${baseURL}">碳普惠计算器</a></noscript>`);
  await choose(page, '显示什么', '记一笔');
  await choose(page, '颜色', '深色');
  await choose(page, '语言', 'English');
  await choose(page, '字的大小', '大');
  await expect(snippet).toHaveValue(/data-view="record" data-theme="dark" data-lang="en" data-text="large"/);
  await page.getByRole('button', { name: '复制' }).first().click();
  await expect(page.getByText('已复制')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await snippet.inputValue());
  await expect(field(page, '不用脚本的写法')).toHaveValue(/view=record&amp;lang=en&amp;theme=dark&amp;text=large"/);
  const { origin } = new URL(baseURL);
  await expect(field(page, '加进网站的 CSP')).toHaveValue(`script-src ${origin};\nframe-src ${origin};`);
  await expect(field(page, '用 sandbox 的')).toHaveValue(/allow-scripts allow-same-origin/);
});

test('the preview comes when it is asked for, and follows what is chosen', async ({ page, withoutRequests }) => {
  await page.goto('./#/embed');
  await withoutRequests(async () => {
    await choose(page, '显示什么', '少排合计');
    await expect(page.locator('iframe')).toHaveCount(0);
  });
  await page.getByRole('button', { name: '显示预览' }).click();
  const inside = page.frameLocator('iframe').getByRole('heading', { level: 1 });
  await expect(inside).toHaveText('我少排了多少');
  await choose(page, '语言', 'English');
  await expect(inside).toHaveText('What I have saved');
  await expect(page.locator('iframe')).toHaveAccessibleName('Carbon inclusion calculator');
  await expect(page).toHaveURL(/#\/embed$/);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await tooWide(page)).toEqual([]);
});

test('under a sub-path the snippet has it, and where nothing can be copied the text can be selected', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.goto(`${process.env.E2E_SUBPATH_URL}#/embed`);
  await expect(field(page, '放进网页的代码')).toHaveValue(/"http:\/\/[^/]+\/a\/b\/embed\/v1\.js"/);
  await page.getByRole('button', { name: '复制' }).first().click();
  await expect(page.getByText('浏览器不让复制')).toBeVisible();
  await expect(field(page, '放进网页的代码')).toBeFocused();
});
