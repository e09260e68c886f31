// What the benchmarks in the browser share: Chromium, an account in it, and
// knowing when it has nothing left to do. `cargo xtask bench` gives them the
// address of the page and files of accounts, which hold the keys and texts of
// local storage.
import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';

/** As a phone holds it. */
export const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2, locale: 'zh-CN' };
/** How much slower than this machine a mid-range phone is taken to be. */
export const SLOWDOWN = 4;

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });

/** Puts an account into local storage; the page itself is not opened. */
export async function seed(page, address, file) {
  const account = await readFile(file, 'utf8');
  await page.goto(`${address}leaf.svg`);
  await page.evaluate((text) => {
    for (const [key, value] of Object.entries(JSON.parse(text))) localStorage.setItem(key, value);
  }, account);
}

/** What Chromium counts of the page; times in seconds. */
export async function metrics(client) {
  const { metrics } = await client.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** Waits until what is done once, such as comparing the two copies, is done. */
export async function idle(page, client) {
  let before = 0;
  while (before !== (before = (await metrics(client)).ScriptDuration)) await page.waitForTimeout(2_000);
}

/** How many entries an account has, by the name of its file, as people write it. */
export const entries = (file) => Number(/-(\d+)\.json$/.exec(file)[1]).toLocaleString('en');

/**
 * Notes when the page starts, in `window.measured`: milliseconds since the page
 * was asked for until its code is compiled, is called, has made the page, and the
 * browser has drawn it. The call reads local storage.
 */
export function watchStart() {
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...sources) => {
    const { instance, module } = await instantiate.apply(WebAssembly, sources);
    const exports = { ...instance.exports };
    const measured = { memory: exports.memory, compiled: performance.now() };
    window.measured = measured;
    exports.mount = (...given) => {
      measured.called = performance.now();
      const answer = instance.exports.mount(...given);
      // The page is made right after mounting, before anything else is done.
      const look = () => {
        const now = performance.now();
        if (!document.getElementById('page-title')) {
          setTimeout(look);
        } else {
          measured.made = now;
          requestAnimationFrame(() => setTimeout(() => (measured.drawn = performance.now())));
        }
      };
      Promise.resolve().then(look);
      return answer;
    };
    return { instance: { exports }, module };
  };
}
