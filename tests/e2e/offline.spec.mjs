// Without a network after the first visit, and between two versions of the
// page: whatever is missing, the page opens or says what is wrong.
import { test as base, expect } from './house.mjs';
import { build, laterBuild, serve } from './support/site.mjs';

const title = (page, name) => page.getByRole('heading', { level: 1, name, exact: true });
const update = (page) => page.locator('#shell-update');
const gone = () => true;

const test = base.extend({
  files: async ({}, use) => use(await build()),
  site: async ({ files }, use) => {
    const site = await serve(files);
    await use(site);
    await site.close();
  },
  baseURL: async ({ site }, use) => use(site.url),
  // The page after a first visit, kept on the device.
  kept: async ({ page, site }, use) => {
    await page.goto(site.url);
    await expect(title(page, '今日')).toBeVisible();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await expect.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
    await use(page);
  },
});

test.use({ expectedErrors: ['Failed to load', 'Failed to fetch', 'preload', 'TypeError', 'ERR_', '404'] });

const buildOf = (page) =>
  page.evaluate(() => document.querySelector('meta[name=build]')?.getAttribute('content') ?? 'first');

async function checkForUpdate(page) {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update().catch(() => {});
  });
}

test('after the first visit the page works without a network', async ({ kept: page, site }) => {
  site.breaks = gone;
  await page.reload();
  await expect(title(page, '今日')).toBeVisible();
  await page.goto(`${site.url}?theme=dark#/record/bus?distance_km=8&replaced=car`);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(title(page, '已保存在本机')).toBeVisible();
  await page.reload();
  await page.goto(`${site.url}#/ledger`);
  await expect(page.getByText('公交').first()).toBeVisible();
});

test('the worker keeps exactly the files of the page', async ({ kept: page, site }) => {
  const names = await page.evaluate(async () => {
    const [name] = await caches.keys();
    const requests = await (await caches.open(name)).keys();
    return requests.map((request) => new URL(request.url).pathname.slice(1));
  });
  expect(names).toContain('');
  expect(names.filter((name) => name.endsWith('.wasm')).length).toBe(2);
  expect(names.filter((name) => name.endsWith('.txt')).length).toBe(4);
  expect(names.filter((name) => name && !site.files.has(name))).toEqual([]);
  const hashed = [...site.files.keys()].filter((name) => /-[0-9a-f]{16}\./.test(name));
  expect(hashed.filter((name) => !names.includes(name))).toEqual([]);
  expect(names).not.toContain('sw.js');
});

test('an update is offered and not forced', async ({ kept: page, site, files }) => {
  site.files = laterBuild(files, 'second');
  await checkForUpdate(page);
  await expect(update(page)).toBeVisible();
  await expect(update(page)).toContainText('有新版本');
  for (const action of await update(page).getByRole('button').all()) {
    expect((await action.boundingBox()).height).toBeGreaterThanOrEqual(44);
  }
  // Not forced: the same page, also after a reload.
  await page.reload();
  await expect(title(page, '今日')).toBeVisible();
  expect(await buildOf(page)).toBe('first');
  await expect(update(page)).toBeVisible();
  await page.getByRole('button', { name: '以后再说' }).click();
  await expect(update(page)).toHaveCount(0);
  await page.reload();
  await page.getByRole('button', { name: '更新', exact: true }).click();
  await expect.poll(() => buildOf(page).catch(() => '')).toBe('second');
  await expect(title(page, '今日')).toBeVisible();
  await expect(update(page)).toHaveCount(0);
  site.breaks = gone;
  await page.reload();
  await expect(title(page, '今日')).toBeVisible();
  expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
});

test('the network goes in the middle of an update: the old page stays whole', async ({ kept: page, site, files }) => {
  site.files = laterBuild(files, 'second');
  site.breaks = (name) => name.endsWith('.wasm');
  await checkForUpdate(page);
  await expect.poll(() => site.asked.some((name) => name.includes('.wasm') && !files.has(name))).toBe(true);
  site.breaks = gone;
  await page.reload();
  await expect(title(page, '今日')).toBeVisible();
  expect(await buildOf(page)).toBe('first');
  await expect.poll(() => page.evaluate(() => caches.keys())).toHaveLength(1);
  // And the next time it goes through.
  site.breaks = () => false;
  await checkForUpdate(page);
  await expect(update(page)).toBeVisible();
});

test('a page and a worker of different builds are not mixed', async ({ kept: page, site, files }) => {
  const later = laterBuild(files, 'second');
  site.files = new Map([...later, ['index.html', files.get('index.html')]]);
  await checkForUpdate(page);
  await expect.poll(() => site.asked.filter((name) => name === 'sw.js').length).toBeGreaterThan(1);
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
  await page.reload();
  await expect(title(page, '今日')).toBeVisible();
});

// What is missing on the device × what the site is like.
const HOLES = [/-inclusion-\w+\.wasm$/, /-later-\w+\.wasm$/, /\.txt$/, /\/carbon-inclusion-\w+\.js$/, /\.css$/, /\/shell-\w+\.js$/, /\/$/];
const SITES = ['as it was', 'a later build', 'gone'];
for (const hole of HOLES) {
  for (const state of SITES) {
    test(`without ${hole.source} on the device, and the site ${state}: never a blank page`, async ({ kept: page, site, files }) => {
      await page.evaluate(async (source) => {
        for (const name of await caches.keys()) {
          const cache = await caches.open(name);
          for (const request of await cache.keys()) {
            if (new RegExp(source).test(new URL(request.url).pathname)) await cache.delete(request);
          }
        }
      }, hole.source);
      if (state === 'a later build') site.files = laterBuild(files, 'second');
      if (state === 'gone') site.breaks = gone;
      await page.goto('about:blank');
      const opened = await page.goto(site.url).catch(() => null);
      if (state === 'gone' && hole.source === '\\/$') {
        // The browser itself says that there is no network.
        expect(opened).toBe(null);
        return;
      }
      const said = page.locator('#shell-message');
      await expect(title(page, '今日').or(said).first()).toBeVisible();
      if (state === 'as it was') {
        await expect(title(page, '今日')).toBeVisible();
        // The hole is filled, but for the page itself, which comes with a new version.
        const isFilled = (source) =>
          page.evaluate(async (source) => {
            const [name] = await caches.keys();
            const requests = await (await caches.open(name)).keys();
            return requests.some((request) => new RegExp(source).test(new URL(request.url).pathname));
          }, source);
        if (hole.source !== '\\/$') await expect.poll(() => isFilled(hole.source)).toBe(true);
      }
      if (state === 'a later build' && (await said.count()) > 0) {
        // Reloading is the way on.
        await page.getByRole('button', { name: 'Reload' }).click();
        await expect(title(page, '今日')).toBeVisible();
        await expect(said).toHaveCount(0);
      }
    });
  }
}
