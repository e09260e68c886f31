// The calculator in the pages of other sites (docs/embedding.md): each page in
// tests/e2e/hosts is one that exists somewhere.
import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { expect } from './house.mjs';
import { EXPECTED, NAME, expectFitted, frameIn, heard, test } from './support/hosts.mjs';
import { smallTargets, tooWide, violations } from './support/inspect.mjs';
import { NOW, records, visit } from './support/places.mjs';
import { seed } from './support/record-line.mjs';

const ALLOWED = 'clipboard-write; web-share; fullscreen';
const title = (place) => place.getByRole('heading', { level: 1 });

/** Records a bus trip in a frame, the way a person does it from the list. */
async function recordBus(inside, save) {
  await inside.getByRole('link', { name: '公交', exact: true }).first().click();
  await inside.getByRole('textbox', { name: '坐了多远' }).fill('8');
  await inside.getByRole('radio', { name: '开私家车' }).check();
  await save(inside);
}
const press = (inside) => inside.getByRole('button', { name: '保存', exact: true }).click();
const enter = (inside) => inside.getByRole('textbox', { name: '坐了多远' }).press('Enter');

// Each opens the app several times.
test.describe.configure({ timeout: 90_000 });

test('the script is small and is not named after its content', async () => {
  const script = await readFile(new URL('../../dist/embed/v1.js', import.meta.url));
  expect(brotliCompressSync(script).length).toBeLessThanOrEqual(3000);
});

test('the snippet puts the frame of the contract into the page', async ({ page, openHost, baseURL }) => {
  await openHost('plain.html');
  const iframe = page.locator('iframe');
  await expect(iframe).toHaveCount(1);
  await expect(iframe).toHaveAccessibleName(NAME);
  for (const [name, value] of [['loading', 'lazy'], ['referrerpolicy', 'no-referrer'], ['allow', ALLOWED]]) {
    await expect(iframe).toHaveAttribute(name, value);
  }
  const source = new URL(await iframe.getAttribute('src'));
  expect(source.origin + source.pathname).toBe(baseURL);
  const { cid, ...asked } = Object.fromEntries(source.searchParams);
  expect(asked).toEqual({ embed: '1', view: 'compare', lang: 'zh-CN', theme: 'auto' });
  expect(cid).toMatch(/^\w{16,}$/);
  // Nothing of the page around is told to the frame.
  const frame = await frameIn(iframe);
  await expect(title(frame)).toHaveText('出行比一比');
  expect(await frame.evaluate(() => document.referrer)).toBe('');
  await expect(frame.getByRole('navigation', { name: '主导航' })).toBeHidden();
  await expect(frame.getByRole('banner')).toBeHidden();
});

test.describe('under a sub-path', () => {
  test.use({ appAddress: async ({}, use) => use(process.env.E2E_SUBPATH_URL) });

  test('everything is found there', async ({ page, openHost }) => {
    await openHost('narrow.html');
    const iframe = page.locator('iframe');
    await expectFitted(iframe);
    expect(await iframe.getAttribute('src')).toContain('/a/b/?embed=1&view=compare');
    expect((await iframe.boundingBox()).width).toBe(280);
  });
});

for (const name of ['plain', 'strict-csp', 'narrow', 'dark', 'old-doctype', 'sandboxed-page']) {
  test(`${name}: as high as what it shows, and follows it`, async ({ page, hosts, openHost }) => {
    // The encoding is the page's own word.
    if (name === 'old-doctype') hosts.headers = { 'Content-Type': 'text/html' };
    await openHost(`${name}.html`);
    const around = name === 'sandboxed-page' ? page.frameLocator('iframe') : page;
    const iframe = around.locator('iframe');
    await expect(iframe).toHaveAccessibleName(NAME);
    await expectFitted(iframe);
    const frame = await frameIn(iframe);
    expect(await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    const before = (await iframe.boundingBox()).height;
    await frame.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    await expectFitted(iframe);
    expect((await iframe.boundingBox()).height).toBeGreaterThan(before);
    await frame.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = false)));
    await expectFitted(iframe);
    expect((await iframe.boundingBox()).height).toBeCloseTo(before, 0);
  });
}

test('nothing leaks into the page around: no global, no style, nothing kept', async ({ page, hosts, openHost, context }) => {
  const look = () =>
    page.evaluate(() => ({
      // The number of a frame is the browser's own.
      globals: Object.getOwnPropertyNames(window).filter((name) => !/^\d+$/.test(name)).sort(),
      sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
      looks: ['html', 'body', 'h1', 'p'].map((name) => {
        const style = getComputedStyle(document.querySelector(name));
        return [style.color, style.background, style.font, style.margin, style.overflow].join(' ');
      }),
      head: document.head.children.length,
      stored: localStorage.length + sessionStorage.length,
      attributes: document.documentElement.attributes.length + document.body.attributes.length,
    }));
  const bare = hosts.files.get('plain.html').toString().replace(/<script.*<\/script>/, '');
  hosts.files.set('bare.html', Buffer.from(bare));
  await openHost('bare.html');
  const before = await look();
  await openHost('plain.html');
  await expectFitted(page.locator('iframe'));
  expect(await look()).toEqual(before);
  expect(await context.cookies()).toEqual([]);
});

test('another theme is told, and the frame stays as it is', async ({ page, openHost }) => {
  await openHost('dark.html');
  await expectFitted(page.locator('iframe'));
  const frame = await frameIn(page.locator('iframe'));
  const theme = () => frame.evaluate(() => document.documentElement.dataset.theme);
  expect(await theme()).toBe('dark');
  await frame.evaluate(() => (window.sameAsBefore = true));
  for (const next of ['light', 'dark']) {
    await page.getByRole('button').click();
    await expect.poll(theme).toBe(next);
  }
  expect(await frame.evaluate(() => window.sameAsBefore)).toBe(true);
});

test('in a tab that is opened later, and closed, and opened again', async ({ page, openHost }) => {
  await openHost('hidden-tab.html');
  await expect(page.locator('iframe')).toHaveCount(1);
  for (const height of [740, 600]) {
    await page.setViewportSize({ width: height / 2, height });
    await page.getByRole('button').click();
    await expectFitted(page.locator('iframe'));
    await page.getByRole('button').click();
    await expect(page.locator('iframe')).toBeHidden();
  }
});

test('in a pop-up that is written when it opens', async ({ page, openHost }) => {
  await openHost('pop-up.html');
  await expect(page.locator('iframe')).toHaveCount(0);
  for (const time of ['first', 'again']) {
    await page.getByRole('button', { name: '打开计算器' }).click();
    await expectFitted(page.locator('iframe'));
    await expect(title(page.frameLocator('iframe')), time).toHaveText('我少排了多少');
    await page.getByRole('button', { name: '关闭' }).click();
  }
});

test('several on a page, each as it was asked for, and wrong values fall back', async ({ page, openHost }) => {
  await openHost('two.html');
  const looks = [
    ['one', 'Carbon inclusion calculator', 'What I have saved', 'en', 'light', 'large'],
    ['two', NAME, '记一笔', 'zh-CN', 'dark', 'normal'],
    ['three', NAME, '出行比一比', 'zh-CN', 'auto', 'normal'],
  ];
  for (const [id, name, heading, ...root] of looks) {
    const iframe = page.locator(`#${id} iframe`);
    await expect(iframe).toHaveAccessibleName(name);
    await expectFitted(iframe);
    const frame = await frameIn(iframe);
    await expect(title(frame)).toHaveText(heading);
    const attributes = () => ['lang', 'data-theme', 'data-text'].map((name) => document.documentElement.getAttribute(name));
    expect(await frame.evaluate(attributes)).toEqual(root);
  }
  // Another view is another frame.
  await page.evaluate(() => document.getElementById('two').setAttribute('data-view', 'compare'));
  await expectFitted(page.locator('#two iframe'));
  await expect(title(page.frameLocator('#two iframe'))).toHaveText('出行比一比');
  await expect(page.locator('iframe')).toHaveCount(3);
});

test('loaded twice it is there once, and survives being taken away, put back and written anew', async ({ page, openHost }) => {
  await openHost('twice.html');
  const first = page.locator('#place iframe');
  for (const act of ['', '拿走', '放回', '用文字再写一遍']) {
    if (act) await page.getByRole('button', { name: act, exact: true }).click();
    await expect(page.locator('iframe')).toHaveCount(act === '拿走' ? 1 : 2);
    if (act !== '拿走') await expectFitted(first);
  }
  expect(await page.evaluate(() => document.querySelectorAll('#place iframe').length)).toBe(1);
});

test.describe('where the frame stands in a sandbox', () => {
  test.use({ expectedErrors: [...EXPECTED, "'allow-popups' permission is not set"] });

  test('without an origin it works in memory and says so; with one it saves', async ({ page, context, openHost }) => {
    await openHost('sandbox.html');
    const opaque = page.frameLocator('#opaque');
    await expect(opaque.getByText('浏览器不让这里保存')).toBeVisible();
    await recordBus(opaque, press);
    await expect(title(opaque)).toContainText('没存到本机');
    await opaque.getByRole('link', { name: '记另一件事' }).click();
    await recordBus(opaque, enter);
    await expect(title(opaque)).toContainText('没存到本机');
    await opaque.getByRole('link', { name: '打开完整页面', exact: true }).click();

    const open = page.frameLocator('#same-origin');
    await recordBus(open, press);
    await expect(title(open)).toHaveText('已保存在本机');
    expect(context.pages().length).toBe(1);
    const opened = context.waitForEvent('page');
    await open.getByRole('link', { name: '打开完整页面', exact: true }).click();
    await expect(title(await opened)).toHaveText('今日');
  });
});

test('in the page of another site, where the browser refuses storage, it says so and offers the way out', async ({ page, context, hosts, openHost, baseURL }) => {
  await openHost('two.html', hosts.elsewhere);
  const inside = page.frameLocator('#two iframe');
  await expect(inside.getByText('浏览器不让这里保存')).toBeVisible();
  await recordBus(inside, press);
  await expect(title(inside)).toContainText('没存到本机');
  const opened = context.waitForEvent('page');
  await inside.getByRole('link', { name: '带着这 1 条记录打开完整页面' }).click();
  const full = await opened;
  await expect(full.getByText('新的：1 条')).toBeVisible();
  expect(full.url().startsWith(`${baseURL}?lang=zh-CN#/transfer/`)).toBe(true);
});

test('without any script of ours it is a frame that scrolls inside', async ({ page, openHost }) => {
  await openHost('plain-frame.html');
  const iframe = page.locator('iframe');
  const frame = await frameIn(iframe);
  await expect(frame.getByRole('link', { name: '打开完整页面' })).toBeAttached();
  expect((await iframe.boundingBox()).height).toBeGreaterThan(600);
  const scrolled = await frame.evaluate(() => {
    window.scrollTo(0, 200);
    return window.scrollY;
  });
  expect(scrolled).toBe(200);
  expect(await heard(page)).toEqual([]);
});

test('recorded in one frame it stands in the other, goes along to the full page, and is never posted', async ({ page, context, openHost, baseURL }) => {
  await openHost('two.html');
  const record = page.frameLocator('#two iframe');
  const summary = page.frameLocator('#one iframe');
  await expect(summary.getByText('Nothing is recorded yet')).toBeVisible();
  await recordBus(record, press);
  await expect(title(record)).toHaveText('已保存在本机');
  await expect(record.getByText('完整页面里看不到')).toBeVisible();
  await expect(summary.getByRole('main')).toContainText('915 g');
  await expectFitted(page.locator('#one iframe'));

  let opened = context.waitForEvent('page');
  await record.getByRole('link', { name: '带着这 1 条记录打开完整页面' }).click();
  let full = await opened;
  // On the same site it is there already.
  await expect(full.getByText('和这里一样：1 条')).toBeVisible();
  expect(await full.evaluate(() => window.opener)).toBe(null);
  await full.close();

  // A link with a figure in it: the place is told, the figure is not.
  opened = context.waitForEvent('page');
  await page.evaluate(() => document.getElementById('two').setAttribute('data-view', 'compare'));
  await record.getByRole('link', { name: /公交/ }).first().click();
  full = await opened;
  await expect(full).toHaveURL(/lang=zh-CN#\/record\/bus\?distance_km=8/);
  await expect(full.getByRole('navigation', { name: '主导航' })).toBeVisible();

  const messages = await heard(page);
  const shapes = { ready: '{}', height: /^\{"height":\d+\}$/, open: /^\{"to":"(#[a-z/-]*)?","opened":true\}$/ };
  for (const { ns, v, type, cid, ...rest } of messages) {
    expect([ns, v]).toEqual(['carbon-inclusion', 1]);
    expect(cid).toMatch(/^\w{16,}$/);
    expect(JSON.stringify(rest)).toMatch(shapes[type]);
  }
  const opens = messages.filter(({ type }) => type === 'open').map(({ to }) => to);
  expect(opens).toEqual(['', '#/record/bus']);
  const places = await page.evaluate(() => window.heard.map(({ origin }) => origin));
  expect(new Set(places)).toEqual(new Set([new URL(baseURL).origin]));
});

test('where the frame may open no window, the page around opens one of ours', async ({ page, context, openHost, baseURL }) => {
  await openHost('plain.html');
  await expectFitted(page.locator('iframe'));
  const frame = await frameIn(page.locator('iframe'));
  await frame.evaluate(() => (window.open = () => null));
  const opened = context.waitForEvent('page');
  await frame.getByRole('link', { name: /公交/ }).first().click();
  await expect(await opened).toHaveURL(`${baseURL}?lang=zh-CN#/record/bus`);
});

test('200 messages of a hostile page change nothing, nor do wrong ones of the page around', async ({ page, context, openHost }) => {
  await openHost('around-hostile.html');
  const iframe = page.locator('[data-carbon-inclusion] iframe');
  await expectFitted(iframe);
  const frame = await frameIn(iframe);
  const look = async () => ({
    around: await page.evaluate(() => document.body.outerHTML),
    within: await frame.evaluate(() => [document.documentElement.outerHTML, location.href, localStorage.length]),
    address: page.url(),
    windows: context.pages().length,
  });
  const before = await look();
  const cid = new URL(await iframe.getAttribute('src')).searchParams.get('cid');
  const count = (await heard(page)).length;
  await page.evaluate((begin) => document.getElementById('hostile').contentWindow.postMessage({ begin }, '*'), cid);
  await expect.poll(async () => (await heard(page)).length).toBe(count + 201);
  await page.evaluate((cid) => {
    const right = { ns: 'carbon-inclusion', v: 1, type: 'theme', cid, theme: 'dark' };
    const wrong = [{ ns: 'x' }, { v: 2 }, { v: '1' }, { type: 'erase' }, { cid: 'x' }, { cid: [cid] }, { theme: 'sepia' }, { theme: ['dark'] }, { theme: '' }];
    const messages = [...wrong.map((part) => ({ ...right, ...part })), null, 'theme', [right], { right }];
    for (const message of messages) document.querySelector('[data-carbon-inclusion] iframe').contentWindow.postMessage(message, '*');
  }, cid);
  await page.waitForTimeout(300);
  expect(await look()).toEqual(before);
});

test('a frame cannot speak for another one', async ({ page, openHost }) => {
  await openHost('two.html');
  await expectFitted(page.locator('#one iframe'));
  await expectFitted(page.locator('#two iframe'));
  const [one, two] = await Promise.all(['#one iframe', '#two iframe'].map((place) => frameIn(page.locator(place))));
  const cid = await one.evaluate(() => new URLSearchParams(location.search).get('cid'));
  const height = async () => (await page.locator('#one iframe').boundingBox()).height;
  const before = await height();
  const say = (cid, height) => window.parent.postMessage({ ns: 'carbon-inclusion', v: 1, type: 'height', cid, height }, '*');
  await two.evaluate(`(${say})(${JSON.stringify(cid)}, 3999)`);
  await page.waitForTimeout(300);
  expect(await height()).toBe(before);
  // Its own height it may say, within bounds.
  for (const [said, taken] of [[1e9, 4000], [3, 200], [700.2, 701]]) {
    await one.evaluate(`(${say})(${JSON.stringify(cid)}, ${said})`);
    await expect.poll(height).toBe(taken);
  }
});

test('what deletes or takes in is not in a frame, whatever its address says', async ({ page }) => {
  await page.goto('./?embed=1#/settings');
  await expect(title(page)).toHaveText('请在完整页面里打开');
  for (const place of ['#/', '#/ledger', '#/settings', '#/storage', '#/transfer/AQEB', '#/usual', '#/rewards', '#/statement/2026-11']) {
    await visit(page, place);
    await expect(title(page), place).toHaveText('请在完整页面里打开');
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
    const link = page.getByRole('link', { name: '打开完整页面' });
    await expect(link).toHaveAttribute('href', new RegExp(`\\?lang=zh-CN${place}$`));
  }
});

test('a frame opens the view that its address asks for, and an unknown one falls back', async ({ page }) => {
  for (const [query, heading] of [['view=summary', '我少排了多少'], ['view=ledger', '出行比一比'], ['view=%E0%A4', '出行比一比'], ['', '出行比一比']]) {
    await page.goto(`./?embed=1&${query}`);
    await expect(title(page), query).toHaveText(heading);
  }
});

test('each view breaks no rule, can be hit with a finger, and fits a column of 280 pixels', async ({ page }) => {
  await page.clock.setFixedTime(NOW);
  await seed(page, records());
  await page.setViewportSize({ width: 280, height: 740 });
  for (const view of ['compare', 'record', 'summary']) {
    for (const look of ['lang=zh-CN&theme=light&text=elder', 'lang=en&theme=dark']) {
      await page.goto(`./?embed=1&view=${view}&${look}`);
      await expect(page.locator('.framed-foot')).toBeVisible();
      for (const inspect of [violations, smallTargets, tooWide]) {
        expect(await inspect(page), `${view} ${look} ${inspect.name}`).toEqual([]);
      }
    }
  }
});
