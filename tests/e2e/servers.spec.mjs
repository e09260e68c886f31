// The configurations of deploy/ with the real servers: what they answer, the
// whole page under their policy, and an update while pages are open.
import { readFile, readdir } from 'node:fs/promises';
import { request as ask } from 'node:http';
import { request as askSecurely } from 'node:https';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { test as base, expect } from './house.mjs';
import { PLACES, visit } from './support/places.mjs';
import { missing, start } from './support/servers.mjs';
import { build, laterBuild } from './support/site.mjs';

const TYPES = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  wasm: 'application/wasm',
  txt: 'text/plain',
  json: 'application/json',
  csv: 'text/csv',
  svg: 'image/svg+xml',
  png: 'image/png',
  webmanifest: 'application/manifest+json',
};
const HASHED = /-[0-9a-f]{16}\.[a-z]+$/;
const DEPLOY = new URL('../../deploy/', import.meta.url);
const DIST = new URL('../../dist/', import.meta.url);

/** An answer as it comes over the wire. */
const fetchRaw = (url, headers = {}) =>
  new Promise((resolve, reject) => {
    const asked = (url.startsWith('https') ? askSecurely : ask)(url, { headers, rejectUnauthorized: false }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    });
    asked.on('error', reject).end();
  });

/** What deploy/_headers says of a path: the last line of a name counts. */
async function written(path) {
  const text = await readFile(new URL('_headers', DEPLOY), 'utf8');
  const found = {};
  let counts = false;
  for (const line of text.split('\n').filter((line) => line.trim() && !line.startsWith('#'))) {
    const pair = /^\s+([\w-]+): (.*)$/.exec(line);
    if (!pair) {
      const pattern = line.trim().replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
      counts = new RegExp(`^${pattern}$`).test(path);
    } else if (counts) {
      found[pair[1].toLowerCase()] = pair[2];
    }
  }
  return found;
}

for (const name of ['nginx', 'caddy']) {
  const test = base.extend({
    server: [
      async ({}, use) => {
        const server = await start(name);
        await use(server);
        await server.close();
      },
      { scope: 'worker', timeout: 60_000 },
    ],
    baseURL: async ({ server }, use) => use(server.url),
    // A service worker wants a certificate that the browser trusts.
    context: async ({ playwright, launchOptions, server, contextOptions }, use) => {
      const browser = await playwright.chromium.launch({ ...launchOptions, args: [...launchOptions.args, '--ignore-certificate-errors'] });
      const context = await browser.newContext({ ...contextOptions, baseURL: server.url, ignoreHTTPSErrors: true, locale: 'zh-CN' });
      await use(context);
      await browser.close();
    },
    page: async ({ context }, use) => use(await context.newPage()),
  });

  test.describe(name, () => {
    test.describe.configure({ mode: 'serial' });
    const lacks = missing(name);
    test.skip(lacks.length > 0, `not on this machine: ${lacks.join(', ')}`);

    test('every file comes with its type, its headers, and compressed beforehand', async ({ server }) => {
      const policy = /Content-Security-Policy" content="([^"]*)"/.exec(await readFile(new URL('index.html', DIST), 'utf8'))[1];
      const names = (await readdir(DIST, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(DIST.pathname.length));
      expect(names.length).toBeGreaterThan(20);
      for (const file of names) {
        const content = await readFile(new URL(file, DIST));
        const extension = file.split('.').pop();
        for (const [coding, decode] of [['br', brotliDecompressSync], ['gzip', gunzipSync], ['identity', (body) => body]]) {
          const { status, headers, body } = await fetchRaw(server.url + file, { 'Accept-Encoding': coding });
          expect(status, file).toBe(200);
          expect(headers['content-type'].split(';')[0], file).toBe(TYPES[extension]);
          const isCompressed = !['png', 'webmanifest'].includes(extension) && coding !== 'identity';
          expect(headers['content-encoding'], `${file} as ${coding}`).toBe(isCompressed ? coding : undefined);
          expect(isCompressed ? decode(body) : body, file).toEqual(content);
          const expected = await written(`/${file}`);
          expect(Object.keys(expected).length).toBeGreaterThan(8);
          for (const [header, value] of Object.entries(expected)) expect(headers[header], `${header} of ${file}`).toBe(value);
          expect(headers['cache-control']).toBe(HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
          expect(headers['content-security-policy']).toBe(`${policy}; frame-ancestors 'self' https://www.liaocheng.gov.cn`);
          expect(headers.server ?? '', 'no version is told').not.toMatch(/\d/);
          expect(headers['set-cookie']).toBe(undefined);
        }
      }
    });

    test('what is not there is told with the same policy, and plain http leads to https', async ({ server }) => {
      const absent = await fetchRaw(`${server.url}nothing-here.html`);
      expect(absent.status).toBe(404);
      expect(absent.headers['content-security-policy']).toContain("default-src 'none'");
      const plain = await fetchRaw(server.plain);
      expect([301, 308]).toContain(plain.status);
      expect(plain.headers.location).toMatch(/^https:\/\/localhost/);
    });

    // The house's test fails by itself on a violation, an error and a foreign request.
    test('the whole page under this policy', async ({ page, server }) => {
      test.setTimeout(120_000);
      await page.goto(server.url);
      await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible();
      for (const place of PLACES) await visit(page, place);
      await page.evaluate(() => navigator.serviceWorker.ready);
      await visit(page, '#/embed');
      await page.getByRole('button', { name: '显示预览' }).click();
      await expect(page.frameLocator('main iframe').getByRole('heading', { level: 1 })).toBeVisible();
    });

    test('an update is rolled out under open pages', async ({ page, context, server }) => {
      const files = await build();
      const title = (page) => page.getByRole('heading', { level: 1, name: '今日' });
      await page.goto(server.url);
      await expect(title(page)).toBeVisible();
      await page.evaluate(() => navigator.serviceWorker.ready);
      const other = await context.newPage();
      await other.goto(`${server.url}#/record/bus?distance_km=8`);
      await server.put(laterBuild(files, 'second'));
      // Both go on as they are, what comes later included.
      await other.getByRole('button', { name: '保存', exact: true }).click();
      await expect(other.getByRole('heading', { level: 1, name: '已保存在本机' })).toBeVisible();
      await visit(page, '#/methodology/factors');
      await visit(page, '#/');
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
      await page.getByRole('button', { name: '更新', exact: true }).click();
      const builtAs = () => page.evaluate(() => document.querySelector('meta[name=build]')?.content).catch(() => '');
      await expect.poll(builtAs).toBe('second');
      await expect(title(page)).toBeVisible();
      await expect(page.getByRole('main')).toContainText('公交');
      // A newcomer gets the new one, out of the files that the server compressed anew.
      const { body } = await fetchRaw(server.url, { 'Accept-Encoding': 'br' });
      expect(brotliDecompressSync(body).toString()).toContain('content="second"');
    });
  });
}
