// What comes after the first page: the later pages' code, texts and styles, the
// texts in the other language and the second copy. Until then, and without it, nothing is lost.
import { test as base, expect } from './house.mjs';

const LATER = '**/carbon-inclusion-later-*.wasm';
const title = (page, name) => page.getByRole('heading', { level: 1, name, exact: true });

const test = base.extend({
  // Lets the rest of the page come.
  release: async ({ page }, use) => {
    let release;
    const released = new Promise((resolve) => (release = resolve));
    await page.route(LATER, async (route) => {
      await released;
      await route.continue();
    });
    await use(release);
    release();
  },
});

// Without a worker the page fetches the rest itself.
test.use({
  serviceWorkers: 'block',
  expectedErrors: ['blocked by Playwright', 'Failed to load', 'Failed to fetch', 'TypeError', 'ERR_'],
});

test('a later page says that it is coming, and comes', async ({ page, release }) => {
  await page.goto('.');
  await expect(title(page, '今日')).toBeVisible();
  await page.getByRole('link', { name: '更多' }).click();
  await expect(title(page, '正在打开……')).toBeVisible();
  release();
  await expect(title(page, '更多')).toBeFocused();
  await expect(page).toHaveTitle(/^更多/);
  await page.getByRole('link', { name: '设置' }).click();
  await expect(title(page, '设置')).toBeVisible();
});

test('what is recorded before is acknowledged when the second copy is there', async ({ page, release }) => {
  await page.goto('./#/record/bus?distance_km=8&replaced=car');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('button', { name: '正在保存……' })).toBeVisible();
  await page.waitForTimeout(500);
  await expect(title(page, '已保存在本机')).toHaveCount(0);
  release();
  await expect(title(page, '已保存在本机')).toBeVisible();
  await page.getByRole('link', { name: '账本' }).click();
  await expect(page.getByText('公交').first()).toBeVisible();
});

test('the first pages say all they have to say without the rest', async ({ page, release }) => {
  test.slow();
  const addresses = ['#/', '#/record', '#/record/bus?distance_km=8&replaced=car', '#/record/electric-car?distance_km=8'];
  const actions = ['carpool', 'clean-heating', 'recycle-paper', 'efficient-appliance', 'vegetarian-meal', 'learn'];
  addresses.push(...actions.map((action) => `#/record/${action}`));
  const said = async () => {
    const texts = {};
    for (const address of addresses) {
      await page.evaluate((hash) => (location.hash = hash), address);
      await page.waitForTimeout(100);
      // The name of a new page is said for a moment, by the rest.
      texts[address] = await page.locator('.frame > :not(#announced)').allInnerTexts();
    }
    return texts;
  };
  await page.goto('./#/record');
  await expect(title(page, '记一笔')).toBeVisible();
  const without = await said();
  release();
  await page.evaluate(() => (location.hash = '#/more'));
  await expect(title(page, '更多')).toBeVisible();
  expect(await said()).toEqual(without);
});

test('why a number is what it is comes with the rest', async ({ page, release }) => {
  await page.goto('./#/record/bus?distance_km=8&replaced=car');
  await page.getByText('为什么是这个数').click();
  const why = page.locator('details', { hasText: '为什么是这个数' });
  await expect(why).toContainText('正在打开……');
  release();
  await expect(why).toContainText('如果没这样做，会排放');
  await expect(why).not.toContainText('正在打开……');
});

test('the other language comes with the rest', async ({ page }) => {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route('**/texts-*.txt', async (route) => {
    if (await page.locator('#skeleton').count()) return route.continue();
    await released;
    return route.continue();
  });
  await page.goto('.');
  await expect(title(page, '今日')).toBeVisible();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(title(page, '今日')).toBeVisible();
  release();
  await expect(title(page, 'Today')).toBeVisible();
});

test('where the rest does not come, recording goes on in one copy, and it is said', async ({ page }) => {
  await page.route(LATER, (route) => route.abort('connectionreset'));
  await page.goto('./#/record/bus?distance_km=8&replaced=car');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(title(page, '已保存在本机')).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: '今日' }).click();
  await expect(page.getByText('记录只存了一份').first()).toBeVisible();
  await page.getByRole('link', { name: '账本' }).click();
  await expect(title(page, '页面没有加载完整')).toBeVisible();
  await page.unroute(LATER);
  await page.getByRole('button', { name: '重新打开' }).click();
  await expect(title(page, '账本')).toBeVisible();
  await expect(page.getByText('公交').first()).toBeVisible();
});
