// How much scripting each page takes to open with a large account, in Chromium
// slowed down four times: `node bench/pages.mjs <address of the page> <file of an
// account>`, both given by `cargo xtask bench`. The file holds the keys and texts
// of local storage.
import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { PLACES, visit } from '../support/places.mjs';

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

let over = 0;
for (const place of PLACES) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) {
    await visit(page, '#/about');
    const before = await scripting();
    await visit(page, place);
    runs.push((await scripting()) - before);
  }
  runs.sort((one, other) => one - other);
  const [least, median, most] = [runs[0], runs[RUNS >> 1], runs.at(-1)];
  if (median > BAR) over += 1;
  const mark = median > BAR ? `  OVER ${BAR} ms` : '';
  console.log(`  ${place.padEnd(44)} ${median.toFixed(0).padStart(5)} ms (${least.toFixed(0)} to ${most.toFixed(0)})${mark}`);
}
await browser.close();
console.log(`  ${PLACES.length} pages, ${over} of them over ${BAR} ms of scripting at ${SLOWDOWN}× slowdown`);
