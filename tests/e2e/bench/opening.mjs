// How long the page takes to open an account, in Chromium:
// `node bench/opening.mjs <address of the page> <file of an account>`, both given
// by `cargo xtask bench`. The file holds the keys and texts of local storage.
import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { tell } from './figure.mjs';

const RUNS = 9;
const [address, file] = process.argv.slice(2);
const account = await readFile(file, 'utf8');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
await page.goto(`${address}leaf.svg`);
await page.evaluate((text) => {
  for (const [key, value] of Object.entries(JSON.parse(text))) localStorage.setItem(key, value);
}, account);

// From the call that mounts the page, which reads local storage, until the page
// stands in the document and the browser has drawn it.
await page.addInitScript(() => {
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...sources) => {
    const { instance, module } = await instantiate.apply(WebAssembly, sources);
    const exports = { ...instance.exports };
    window.measured = { memory: instance.exports.memory };
    exports.mount = (...given) => {
      const started = performance.now();
      const answer = instance.exports.mount(...given);
      // The page is made right after mounting, before anything else is done.
      const look = () => {
        const now = performance.now() - started;
        if (!document.getElementById('page-title')) {
          setTimeout(look);
        } else {
          window.measured.opened = now;
          requestAnimationFrame(() => setTimeout(() => (window.measured.shown = performance.now() - started)));
        }
      };
      Promise.resolve().then(look);
      return answer;
    };
    return { instance: { exports }, module };
  };
});

const runs = [];
for (let run = 0; run < RUNS; run += 1) {
  await page.goto(`${address}?run=${run}`);
  await page.waitForFunction(() => window.measured?.shown !== undefined);
  runs.push(
    await page.evaluate(() => ({
      opened: window.measured.opened,
      shown: window.measured.shown,
      megabytes: window.measured.memory.buffer.byteLength / 1024 / 1024,
    })),
  );
}
await browser.close();

const all = (what) => runs.map((run) => run[what]);
tell({ what: 'opened, storage read', unit: 'ms', runs: all('opened'), at_most: 150 });
tell({ what: 'and drawn', unit: 'ms', runs: all('shown') });
tell({ what: 'memory of the wasm', unit: 'MiB', runs: all('megabytes') });
