// The static page around the app: before it, without it, and when it breaks.
import { readFile, readdir } from 'node:fs/promises';
import { test, expect } from './house.mjs';
import { records, visit, wholePage } from './support/places.mjs';
import { databaseRecords, fillStorage, refuseStorage } from './support/storage.mjs';

const DIST = new URL('../../dist/', import.meta.url);
const message = (page) => page.locator('#shell-message');

test('no script or style stands in the page itself', async () => {
  const page = await readFile(new URL('index.html', DIST), 'utf8');
  expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
  const scripts = page.match(/<script[^>]*>[^<]*/g) ?? [];
  expect(scripts.length).toBe(2);
  for (const script of scripts) {
    expect(script).toMatch(/^<script( type="module")? src="\.\/[\w-]+-[0-9a-f]{16}\.js"( data-[\w-]+="[^"]+")*>$/);
  }
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/unsafe-inline|'unsafe-eval'/);
});

test('every file but the page is named after its content, and all are there', async () => {
  const page = await readFile(new URL('index.html', DIST), 'utf8');
  const files = await readdir(DIST);
  const named = [...page.matchAll(/(?:href|src|data-[\w-]+)="\.\/([^"]+)"/g)].map((match) => match[1]);
  expect(named.length).toBeGreaterThanOrEqual(13);
  for (const name of named) {
    expect(name).toMatch(/-[0-9a-f]{16}\.\w+$/);
    expect(files).toContain(name);
  }
});

test('the stylesheets for browsers without layers have the same rules', async () => {
  const files = await readdir(DIST);
  for (const stem of ['carbon-inclusion', 'carbon-inclusion-later']) {
    const named = (name) => files.find((file) => new RegExp(`^${name}-[0-9a-f]{16}\\.css$`).test(file));
    const [plain, rules] = await Promise.all(
      [named(`${stem}-unlayered`), named(stem)].map((name) => readFile(new URL(name, DIST), 'utf8')),
    );
    expect(rules).toContain('@layer');
    expect(plain).not.toContain('@layer');
    const declarations = (css) => (css.match(/;/g) ?? []).length - (css.match(/@layer[^{;]*;/g) ?? []).length;
    expect(declarations(plain)).toBe(declarations(rules));
    const depth = (css) => css.split('{').length - css.split('}').length;
    expect(depth(plain)).toBe(0);
  }
});

test('the bar of the browser has the colour of the theme, as soon as it is chosen', async ({ page }) => {
  await page.goto('.');
  await visit(page, '#/settings');
  const bar = () =>
    page.evaluate(() => {
      const bars = [...document.querySelectorAll('meta[name=theme-color]')];
      return bars.find((bar) => matchMedia(bar.media).matches).content;
    });
  const seen = {};
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    for (const theme of ['深色', '跟随手机', '浅色']) {
      await page.getByRole('radio', { name: theme }).check();
      seen[`${theme}, ${colorScheme}`] = await bar();
    }
  }
  const [light, dark] = ['跟随手机, light', '跟随手机, dark'].map((name) => seen[name]);
  expect(light).not.toBe(dark);
  expect(seen).toMatchObject({ '深色, light': dark, '深色, dark': dark, '浅色, light': light, '浅色, dark': light });
});

test.describe('without JavaScript', () => {
  // The hint to fetch the wasm early is then for nothing, and Chromium says so.
  test.use({ javaScriptEnabled: false, expectedErrors: ['preload'] });

  test('title, skeleton and a plain message in both languages', async ({ page }) => {
    await page.goto('.');
    await expect(page).toHaveTitle('碳普惠 · 个人碳账户');
    await expect(page.getByRole('heading', { level: 1, name: '碳普惠 · 个人碳账户', exact: true })).toBeVisible();
    await expect(page.getByText('正在打开……')).toBeVisible();
    for (const [language, text] of [['zh-CN', '需要启用 JavaScript'], ['en', 'which needs JavaScript']]) {
      const paragraph = page.locator(`.shell-message p[lang=${language}]`);
      await expect(paragraph).toBeVisible();
      await expect(paragraph).toContainText(text);
    }
  });
});

test.describe('before the app is there', () => {
  // The wasm is held back, and on a slow machine Chromium says that it is not used.
  test.use({ expectedErrors: ['preload'] });

  test('the skeleton is painted in the page’s own colours', async ({ page }) => {
    // The wasm never ends.
    await page.route('**/*.wasm', () => {});
    await page.goto('.', { waitUntil: 'commit' });
    await expect(page.locator('.shell-card').first()).toBeVisible();
    await expect(page.locator('.shell-card').first()).toHaveCSS('border-top-style', 'solid');
    await expect(message(page)).toHaveCount(0);
  });

  /** Opens the page with its wasm held back, and gives the function that lets it go. */
  const held = async (page, address) => {
    const waiting = [];
    let isOpen = false;
    await page.route('**/*.wasm', (route) => (isOpen ? route.continue() : waiting.push(route)));
    await page.goto(address, { waitUntil: 'commit' });
    await page.locator('.shell-card').first().waitFor();
    return () => {
      isOpen = true;
      return Promise.all(waiting.map((route) => route.continue()));
    };
  };
  const welcome = (page) => page.locator('.shell-welcome');

  for (const [query, words] of [['', '坐一趟公交'], ['?lang=en', 'A bus ride'], ['?text=elder', '坐一趟公交']]) {
    test(`who begins reads what this is, and nothing moves when the app comes: ${query || 'as it is'}`, async ({ page }) => {
      const letGo = await held(page, `./${query}`);
      const text = page.locator('.card p').filter({ hasText: words, visible: true });
      const heading = page.locator('.card h2').filter({ visible: true });
      const seen = async () => [await heading.innerText(), await text.innerText(), await text.boundingBox()];
      await expect(welcome(page)).toBeVisible();
      const before = await seen();
      await letGo();
      await page.locator('#skeleton').waitFor({ state: 'detached' });
      expect(await seen()).toEqual(before);
    });
  }

  for (const [where, address, [key, text] = []] of [
    ['on another page', './#/more'],
    ['in a frame', './?embed=1'],
    ['with an account', './', records()[0]],
  ]) {
    test(`${where} it is not said`, async ({ page }) => {
      if (key) await page.addInitScript(([key, text]) => localStorage.setItem(key, text), [key, text]);
      await held(page, address);
      await expect(page.getByText('正在打开……')).toBeVisible();
      await expect(welcome(page)).toBeHidden();
    });
  }

  const settings = async (page, query, saved) => {
    await page.route('**/*.wasm', () => {});
    if (saved !== undefined) {
      await page.addInitScript((text) => localStorage.setItem('carbon-inclusion/settings', text), saved);
    }
    await page.goto(`./${query}`, { waitUntil: 'commit' });
    await page.waitForSelector('.shell-card');
    return page.evaluate(() => {
      const { lang, dataset } = document.documentElement;
      return [lang, dataset.theme, dataset.text].join(' ');
    });
  };

  test('nothing chosen', async ({ page }) => {
    expect(await settings(page, '')).toBe('zh-CN auto normal');
  });
  test('what the address asks for', async ({ page }) => {
    expect(await settings(page, '?lang=en&theme=dark&text=elder')).toBe('en dark elder');
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const [red, green, blue] = background.match(/\d+/g).map(Number);
    expect(red + green + blue).toBeLessThan(200);
  });
  test('what was saved', async ({ page }) => {
    expect(await settings(page, '', 'language=en\ntheme=light\ntext=large\n')).toBe('en light large');
  });
  test('the address comes before what was saved', async ({ page }) => {
    expect(await settings(page, '?lang=zh-CN', 'language=en\ntheme=light')).toBe('zh-CN light normal');
  });
  test('unknown and broken values fall back', async ({ page }) => {
    expect(await settings(page, '?lang=fr&theme=&text&=%', 'language=\n=\ntheme=blue')).toBe('zh-CN auto normal');
  });
  test('storage that refuses to be looked at', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    expect(await settings(page, '?theme=dark')).toBe('zh-CN dark normal');
  });
});

test.describe('when the app does not come', () => {
  test.use({ expectedErrors: ['Failed to load resource', 'Failed to fetch', 'TypeError', 'preload'] });

  const files = [
    ['wasm', '**/*.wasm'],
    ['script', '**/carbon-inclusion-*.js'],
    ['texts', '**/texts-*.txt'],
  ];
  for (const [what, pattern] of files) {
    test(`lost on the way: the ${what}`, async ({ page }) => {
      await page.route(pattern, (route) => route.abort('connectionreset'));
      await page.goto('.');
      await expect(message(page)).toHaveAttribute('data-kind', 'load');
      await expect(message(page)).toContainText('页面没有加载完整');
      await expect(message(page)).toContainText('did not load completely');
      // Nothing stored, nothing to save.
      await expect(page.getByRole('button', { name: 'Save stored data' })).toHaveCount(0);
      await page.unroute(pattern);
      await page.getByRole('button', { name: 'Reload' }).click();
      await page.waitForLoadState('networkidle');
      await expect(message(page)).toHaveCount(0);
    });
  }
});

test.describe('when the texts are of another build', () => {
  test.use({ expectedErrors: ['another build', 'preload'] });

  test('it is said that the page did not load', async ({ page }) => {
    await page.route('**/texts-*.txt', (route) => route.fulfill({ body: 'other\ntexts' }));
    await page.goto('.');
    await expect(message(page)).toHaveAttribute('data-kind', 'load');
    await page.unroute('**/texts-*.txt');
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    await expect(message(page)).toHaveCount(0);
  });
});

test.describe('when the app breaks', () => {
  // The rest of the page may still be on its way when WebAssembly is taken away.
  test.use({ expectedErrors: ['panicked at', 'RuntimeError', 'WebAssembly is not defined'] });

  const data = async (name) => JSON.parse(await readFile(new URL(`../data/${name}`, import.meta.url), 'utf8'));

  /** Saves the stored data with the button of the message. */
  async function save(page) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save stored data' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^carbon-inclusion-stored-data-\d{4}-\d\d-\d\d\.json$/);
    return JSON.parse(await readFile(await download.path(), 'utf8'));
  }

  /** Makes the app panic on its way to another page; after how many ms that is told. */
  const panic = (page) =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          // The app relies on it that an element can be made, or copied from one that
          // was made before, and panics.
          const [make, copy] = [Document.prototype.createElement, Node.prototype.cloneNode];
          const refuse = () => {
            Document.prototype.createElement = make;
            Node.prototype.cloneNode = copy;
            throw new DOMException('refused', 'InvalidCharacterError');
          };
          Document.prototype.createElement = refuse;
          Node.prototype.cloneNode = refuse;
          const start = performance.now();
          const look = () => {
            if (document.getElementById('shell-message')) resolve(performance.now() - start);
          };
          new MutationObserver(look).observe(document.body, { childList: true });
          window.location.hash = '#/record';
        }),
    );

  test('a panic of the app: within a second what happened, and the stored data as a file', async ({ page }) => {
    const released = await data('stored-data-v1.json');
    await page.addInitScript((items) => {
      for (const [key, text] of Object.entries(items)) localStorage.setItem(key, text);
      localStorage.setItem('somebody-else', 'secret');
    }, released.items);
    await page.goto('.');
    // These data are of somebody who reads English.
    await expect(page.getByRole('heading', { level: 1, name: 'Today', exact: true })).toBeVisible();
    const waited = await panic(page);
    expect(waited).toBeLessThan(1000);
    await expect(message(page)).toHaveAttribute('data-kind', 'crash');
    await expect(message(page)).toContainText('页面出错，停止了工作。请重新打开。');
    // From here on without wasm.
    await page.evaluate(() => delete window.WebAssembly);
    const file = await save(page);
    expect(Object.keys(file)).toEqual(Object.keys(released));
    expect([file.format, file.version]).toEqual([released.format, released.version]);
    expect(new Date(file.exported_at).toISOString()).toBe(file.exported_at);
    const stored = await page.evaluate(() =>
      Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('carbon-inclusion/'))),
    );
    expect(file.items).toEqual(stored);
    expect(file.items).toEqual(released.items);
    // And reloading is the way on.
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Record', exact: true })).toBeVisible();
    await expect(message(page)).toHaveCount(0);
  });

  const unkept = [
    ['full', (page) => fillStorage(page)],
    ['refused', (page) => refuseStorage(page).then(() => page.reload())],
  ];
  for (const [what, bringAbout] of unkept) {
    test(`a panic where storage is ${what}: what only the second copy has is in the file, and the file is taken in`, async ({ page, browser, baseURL }) => {
      await page.goto('.');
      await wholePage(page);
      await bringAbout(page);
      await wholePage(page);
      await visit(page, '#/record/bus?distance_km=8&replaced=car');
      await page.getByRole('button', { name: '保存', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: '已保存在本机', exact: true })).toBeVisible();
      await panic(page);
      const { items } = await save(page);
      expect(items).toEqual(await databaseRecords(page));

      const context = await browser.newContext({ baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
      const other = await context.newPage();
      await other.goto('./#/storage');
      const rescue = { format: 'carbon-inclusion-stored-data', version: 1, exported_at: null, items };
      const file = { name: 'rescue.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(rescue)) };
      await other.getByLabel('选择备份文件或表格').setInputFiles(file);
      await expect(other.locator('#found')).toContainText('新的：1 条');
      await context.close();
    });
  }

  test('the app says itself that it has ended', async ({ page }) => {
    await page.goto('.');
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => document.documentElement.setAttribute('data-crashed', ''));
    await expect(message(page)).toHaveAttribute('data-kind', 'crash');
    await expect(message(page)).toHaveCount(1);
  });
});

test.describe('in a browser that is too old', () => {
  test.use({ expectedErrors: ['WebAssembly', 'TypeError', 'ReferenceError'] });

  for (const [what, script] of [
    ['no WebAssembly at all', () => delete window.WebAssembly],
    ['WebAssembly of years ago', () => (WebAssembly.validate = () => false)],
  ]) {
    test(what, async ({ page }) => {
      await page.addInitScript(script);
      await page.goto('.');
      await expect(message(page)).toHaveAttribute('data-kind', 'old');
      await expect(message(page)).toContainText('浏览器版本太旧');
      await expect(message(page)).toContainText('Chrome or Android WebView 96, Safari 15.1, Firefox 79');
    });
  }

  test('the script that says so is written for it', async () => {
    const files = await readdir(DIST);
    const script = await readFile(new URL(files.find((name) => name.startsWith('shell-')), DIST), 'utf8');
    const code = script.replace(/\/\/.*/g, '').replace(/'[^'\n]*'/g, "''");
    expect(code).not.toMatch(/=>|`|\b(let|const|class|async|await)\b|\?\.|\?\?|\.\.\./);
  });

  test('without layers the same rules come without them', async ({ page }) => {
    await page.addInitScript(() => delete window.CSSLayerBlockRule);
    await page.goto('.');
    await expect(page.locator('head link[rel=stylesheet]')).toHaveAttribute('href', /unlayered/);
  });
});

test('where the browser would ask to put it among the apps, the page has a button for that', async ({ page }) => {
  await page.goto('./#/about');
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { name: '装到桌面' })).toBeVisible();
  const install = main.getByRole('button', { name: '现在就装' });
  await expect(install).toHaveCount(0);
  await page.evaluate(() => {
    window.asked = 0;
    const offer = Object.assign(new Event('beforeinstallprompt'), { prompt: () => (window.asked += 1) });
    dispatchEvent(offer);
  });
  await visit(page, '#/more');
  await visit(page, '#/about');
  await install.click();
  await expect(install).toHaveCount(0);
  await expect(main.getByRole('heading', { level: 1 })).toBeFocused();
  expect(await page.evaluate(() => window.asked)).toBe(1);
});

test('works under any path', async ({ page, watch }) => {
  await page.goto(process.env.E2E_SUBPATH_URL);
  await page.waitForLoadState('networkidle');
  await expect(message(page)).toHaveCount(0);
  const asked = watch.requests.map((url) => new URL(url).pathname);
  expect(asked.some((path) => path.endsWith('.wasm'))).toBe(true);
  expect(asked.filter((path) => !path.startsWith('/a/b/'))).toEqual([]);
});

test('loads once and then asks for nothing', async ({ page, watch, withoutRequests }) => {
  await page.goto('.');
  await withoutRequests(async () => {
    await page.evaluate(() => window.scrollTo(0, 200));
    await page.waitForTimeout(1000);
  });
  expect(new Set(watch.requests).size).toBe(watch.requests.length);
});

test('a reader may enlarge the page', async ({ page }) => {
  await page.goto('.');
  const content = await page.locator('meta[name=viewport]').getAttribute('content');
  expect(content).not.toMatch(/user-scalable|maximum-scale/);
});
