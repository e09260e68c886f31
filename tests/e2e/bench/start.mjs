// How long a start takes on a mid-range phone, and where the time goes: the first
// visit over a slow network, and a later one without any:
// `node bench/start.mjs <address of the page> <file of an account>…`.
import { PHONE, SLOWDOWN, entries, idle, launch, seed, watchStart } from './browser.mjs';
import { tell } from './figure.mjs';

const RUNS = 5;
/** "Slow 4G" of Chromium's own developer tools: milliseconds before each answer, bytes a second. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const [address, ...files] = process.argv.slice(2);
const accounts = [undefined, ...files];

const browser = await launch();
const [cold, offline] = [new Map(), new Map()];
for (let run = 0; run < RUNS; run += 1) {
  // In turn, so that whatever else the machine does falls on all of them.
  for (const file of accounts) {
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    if (file) await seed(page, address, file);
    await context.addInitScript(watchStart);
    add(cold, file, await firstVisit(page));
    add(offline, file, await laterVisit(context, page));
    await context.close();
  }
}
await browser.close();

for (const file of accounts) {
  const size = file ? `${entries(file)} entries` : 'no entries';
  say(cold.get(file), `first visit, ${size}`, 'first visit');
  say(offline.get(file), `without a network, ${size}`, 'without a network');
}

async function firstVisit(page) {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', SLOW_4G);
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  return started(page);
}

/** When everything is kept on the device and both copies are the same. */
async function laterVisit(context, before) {
  await before.evaluate(() => navigator.serviceWorker.ready);
  const client = await context.newCDPSession(before);
  await client.send('Performance.enable');
  await idle(before, client);
  await before.close();
  await context.setOffline(true);
  const page = await context.newPage();
  const own = await context.newCDPSession(page);
  await own.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  return started(page);
}

/** Milliseconds from asking for the page to its parts being there. */
async function started(page) {
  await page.goto(address);
  await page.waitForFunction(() => window.measured?.drawn !== undefined);
  const times = await page.evaluate(({ measured } = window) => {
    const { compiled, called, made, drawn } = measured;
    const [{ responseEnd: html }] = performance.getEntriesByType('navigation');
    const needed = performance.getEntriesByType('resource').filter(({ responseEnd }) => responseEnd <= called);
    const files = Math.max(...needed.map(({ responseEnd }) => responseEnd));
    return { html, files, compiled: Math.max(compiled, files), called, made, drawn };
  });
  return { ...times, read: await page.evaluate(largestPaint) };
}

/** When the most that is read at once was there, be it before the app or by it. */
async function largestPaint() {
  // What was painted is told a little later.
  await new Promise((resolve) => setTimeout(resolve, 500));
  return new Promise((resolve) => {
    const told = new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime));
    told.observe({ type: 'largest-contentful-paint', buffered: true });
  });
}

function add(map, file, times) {
  map.set(file, [...(map.get(file) ?? []), times]);
}

function say(runs, what, group) {
  const part = (name, until, from) =>
    tell({ what: `${what}: ${name}`, unit: 'ms', runs: runs.map((run) => run[until] - (from ? run[from] : 0)) });
  tell({ what: `${what}: usable`, unit: 'ms', runs: runs.map(({ drawn }) => drawn), group });
  part('largest contentful paint', 'read');
  part('the page itself fetched', 'html');
  part('its files fetched', 'files', 'html');
  part('compiled after that', 'compiled', 'files');
  part('started', 'called', 'compiled');
  part('account read and page made', 'made', 'called');
  part('drawn', 'drawn', 'made');
}
