// An hour of use in fast motion: entries are recorded and taken back and pages
// opened, again and again. What the page holds at the end is compared with what it
// held when both copies were there and everything had been used some times.
import { PHONE, idle, metrics, seed, watchStart } from './browser.mjs';
import { tell } from './figure.mjs';

const PARTS = 6;
const ROUNDS = 100;
/** How often everything is used before that. */
const BEFORE = 10;
const MEBIBYTE = 1024 * 1024;
/**
 * What is held, and how much more of it is no growth: the heap is never swept quite
 * clean, and each entry that was taken back stays in the account as deleted, in lists
 * that grow by doubling.
 */
const HELD = [
  ['wasm memory', 'wasm', 'MiB', 0.25],
  ['JavaScript heap', 'heap', 'MiB', 0.25],
  ['nodes of the document', 'nodes', 'nodes', 0],
  ['event listeners', 'listeners', 'listeners', 0],
];

export async function hourOfUse(browser, address, file) {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  await seed(page, address, file);
  await context.addInitScript(watchStart);
  await page.goto(address);
  const client = await context.newCDPSession(page);
  await client.send('Performance.enable');
  await idle(page, client);
  await page.reload();
  await idle(page, client);
  await page.evaluate(use, BEFORE);
  const before = await holds(page, client);
  const held = [];
  for (let part = 0; part < PARTS; part += 1) {
    await page.evaluate(use, ROUNDS);
    held.push(await holds(page, client));
  }
  await context.close();
  for (const [what, name, unit, most] of HELD) {
    const runs = held.map((part) => part[name]);
    const told = (number) => Number(number.toFixed(2));
    const note = `${told(before[name])} before, and after each ${ROUNDS} of ${ROUNDS * PARTS} rounds ${runs.map(told).join(', ')}.`;
    tell({ what: `an hour of use: ${what} grown`, unit, runs: [runs.at(-1) - before[name]], at_most: most, note });
  }
}

/** What is held after everything that nothing leads to is gone. */
async function holds(page, client) {
  await idle(page, client);
  for (let times = 0; times < 3; times += 1) await client.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize, Nodes, JSEventListeners } = await metrics(client);
  const wasm = await page.evaluate(() => window.measured.memory.buffer.byteLength);
  return { wasm: wasm / MEBIBYTE, heap: JSHeapUsedSize / MEBIBYTE, nodes: Nodes, listeners: JSEventListeners };
}

/** Runs in the page. */
async function use(rounds) {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const there = async (find) => {
    for (let frames = 0; frames < 600; frames += 1) {
      const found = find();
      if (found) return found;
      await frame();
    }
    throw new Error(`not there: ${find}`);
  };
  const button = (name) => there(() => [...document.querySelectorAll('main button')].find(({ textContent }) => textContent.trim() === name));
  const title = (name) => there(() => document.querySelector('main h1')?.textContent.trim() === name);
  const open = async (place, name) => {
    location.hash = place;
    await title(name);
  };
  for (let round = 0; round < rounds; round += 1) {
    await open(`#/record/bus?distance_km=${1 + (round % 30)}&replaced=car`, '公交');
    (await button('保存')).click();
    await title('已保存在本机');
    (await button('撤销')).click();
    await frame();
    await open('#/ledger', '账本');
    await open('#/statement', '报告');
    await open('#/', '今日');
  }
}
