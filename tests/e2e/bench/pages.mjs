// How much scripting each page takes to open with a large account, in Chromium
// slowed down four times: `node bench/pages.mjs <address of the page> <file of an
// account>`, both given by `cargo xtask bench`. The file holds the keys and texts
// of local storage.
import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { PLACES, visit } from '../support/places.mjs';
import { tell } from './figure.mjs';

const RUNS = 5;
const SLOWDOWN = 4;
const BAR = 100;
const [address, file] = process.argv.slice(2);
const account = await readFile(file, 'utf8');

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
await page.goto(`${address}leaf.svg`);
await page.evaluate((text) => {
  for (const [key, value] of Object.entries(JSON.parse(text))) localStorage.setItem(key, value);
}, account);
await page.goto(`${address}#/about`);
await visit(page, '#/about');

const client = await page.context().newCDPSession(page);
await client.send('Performance.enable');
const scripting = async () => {
  const { metrics } = await client.send('Performance.getMetrics');
  return 1000 * metrics.find(({ name }) => name === 'ScriptDuration').value;
};
// What is done once, such as comparing the two copies, is done by now.
let before = 0;
while (before !== (before = await scripting())) await page.waitForTimeout(2_000);
await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });

for (const place of PLACES) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) {
    await visit(page, '#/about');
    const before = await scripting();
    await visit(page, place);
    runs.push((await scripting()) - before);
  }
  tell({ what: place, unit: 'ms', runs, at_most: BAR });
}
await browser.close();
