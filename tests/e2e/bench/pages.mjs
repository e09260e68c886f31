// How much scripting each page takes to open with a large account, in Chromium
// slowed down four times: `node bench/pages.mjs <address of the page> <file of an
// account>`.
import { PLACES, visit } from '../support/places.mjs';
import { SLOWDOWN, idle, launch, metrics, seed } from './browser.mjs';
import { tell } from './figure.mjs';

const RUNS = 5;
const BAR = 100;
const [address, file] = process.argv.slice(2);

const browser = await launch();
const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
await seed(page, address, file);
await page.goto(`${address}#/about`);
await visit(page, '#/about');

const client = await page.context().newCDPSession(page);
// The time that the page itself ran, whatever else the machine has to do.
await client.send('Performance.enable', { timeDomain: 'threadTicks' });
const scripting = async () => 1000 * (await metrics(client)).ScriptDuration;
await idle(page, client);
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
