// How long the page takes to open an account, in Chromium:
// `node bench/opening.mjs <address of the page> <file of an account>`.
import { launch, seed, watchStart } from './browser.mjs';
import { tell } from './figure.mjs';

const RUNS = 9;
const [address, file] = process.argv.slice(2);

const browser = await launch();
const page = await browser.newPage();
await seed(page, address, file);
await page.addInitScript(watchStart);

const runs = [];
for (let run = 0; run < RUNS; run += 1) {
  await page.goto(`${address}?run=${run}`);
  await page.waitForFunction(() => window.measured?.drawn !== undefined);
  runs.push(
    await page.evaluate(({ measured } = window) => ({
      opened: measured.made - measured.called,
      drawn: measured.drawn - measured.called,
      megabytes: measured.memory.buffer.byteLength / 1024 / 1024,
    })),
  );
}
await browser.close();

const all = (what) => runs.map((run) => run[what]);
tell({ what: 'opened, storage read', unit: 'ms', runs: all('opened'), at_most: 150 });
tell({ what: 'and drawn', unit: 'ms', runs: all('drawn') });
tell({ what: 'memory of the wasm', unit: 'MiB', runs: all('megabytes') });
