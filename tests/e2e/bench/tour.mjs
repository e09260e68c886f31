// A tour through the page on a phone four times slower than this machine: how
// soon it answers to each tap and key, whether the ledger scrolls smoothly, and
// whether an hour of use in fast motion takes more and more memory:
// `node bench/tour.mjs <address of the page> <file of an account>…`.
import { readFile } from 'node:fs/promises';
import { PHONE, SLOWDOWN, entries, idle, launch, seed, watchStart } from './browser.mjs';
import { tell } from './figure.mjs';
import { hourOfUse } from './hour.mjs';
import { STEPS } from './steps.mjs';

const ROUNDS = 3;
const BAR = 100;
/** Chromium tells of no interaction that took less; it counts as this. */
const SHORTEST = 16;
/** How long a frame is shown at 60 a second, and by what it may differ. */
const FRAME = 1000 / 60;
const WEB_VITALS = new URL('../node_modules/web-vitals/dist/web-vitals.attribution.iife.js', import.meta.url);
const [address, ...files] = process.argv.slice(2);

const browser = await launch();
for (const file of files) await tour(file);
await hourOfUse(browser, address, files[0]);
await browser.close();

async function tour(file) {
  const size = `${entries(file)} entries`;
  const [vitals, slowest, frames] = [[], [], []];
  const steps = new Map(STEPS.map(([name]) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    const { page, client, context } = await opened(file);
    let worst = { duration: SHORTEST };
    for (const [name, take] of STEPS) {
      await take(page);
      const found = await interactions(page);
      const here = found.reduce((one, other) => (other.duration > one.duration ? other : one), { duration: SHORTEST });
      steps.get(name).push(here.duration);
      if (here.duration > worst.duration) worst = { ...here, name };
      if (here.duration > BAR) console.log(`    ${name}: ${told(here)}`);
    }
    slowest.push(worst);
    vitals.push(await page.evaluate(() => window.inp));
    frames.push(await scrolled(page, client));
    await context.close();
  }
  for (const [name, runs] of steps) tell({ what: `${name}, ${size}`, unit: 'ms', runs, at_most: BAR });
  const worst = slowest.reduce((one, other) => (other.duration > one.duration ? other : one));
  tell({
    what: `the slowest interaction, ${size}`,
    unit: 'ms',
    runs: slowest.map(({ duration }) => duration),
    at_most: BAR,
    note: `At its worst: ${worst.name}, ${told(worst)}.`,
  });
  tell({
    what: `INP as web-vitals counts it, ${size}`,
    unit: 'ms',
    runs: vitals.map(({ value }) => value),
    at_most: BAR,
    note: `Of ${vitals.map(({ target }) => target).join('; ')}.`,
  });
  const note = 'Of the frames that the page itself could draw in, at 60 a second.';
  tell({ what: `frames that came late while the ledger was scrolled, ${size}`, unit: '%', runs: frames, note });
}

/** The page with an account, when it has nothing left to do. */
async function opened(file) {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await seed(page, address, file);
  await context.addInitScript({ content: `${await readFile(WEB_VITALS, 'utf8')}\nwindow.webVitals = webVitals;` });
  await context.addInitScript(watchInteractions);
  await context.addInitScript(watchStart);
  await page.goto(address);
  const client = await context.newCDPSession(page);
  await client.send('Performance.enable');
  await idle(page, client);
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  return { context, page, client };
}

/** Collects taps and keys as the browser times them, and web-vitals' own view of them. */
function watchInteractions() {
  window.interactions = [];
  const name = (target) => target && `${target.localName}${target.id ? `#${target.id}` : ''} ${target.className}`.trim();
  const observer = new PerformanceObserver((list) => {
    for (const { interactionId, name: event, target, duration, startTime, processingStart, processingEnd } of list.getEntries()) {
      if (!interactionId) continue;
      const [waited, worked] = [processingStart - startTime, processingEnd - processingStart];
      window.interactions.push({ event, target: name(target), duration, waited, worked });
    }
  });
  observer.observe({ type: 'event', durationThreshold: 16, buffered: true });
  window.webVitals.onINP(
    ({ value, attribution }) => {
      window.inp = { value, target: `${attribution.interactionType} on ${attribution.interactionTarget}` };
    },
    { reportAllChanges: true, durationThreshold: 16 },
  );
}

/** What was timed since it was asked last, when all of it is drawn. */
async function interactions(page) {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100)))),
  );
  return page.evaluate(() => window.interactions.splice(0));
}

function told({ event, target, duration, waited, worked }) {
  const [waiting, working, drawing] = [waited, worked, duration - waited - worked].map(Math.round);
  return `${event} on ${target ?? 'what is gone by then'}, ${duration} ms: ${waiting} waiting, ${working} working, ${drawing} drawing`;
}

/** The share of frames that came late, while a finger scrolls down the ledger and up again. */
async function scrolled(page, client) {
  await STEPS.find(([name]) => name === 'ledger: open')[1](page);
  for (let times = 0; times < 3; times += 1) await page.getByRole('button', { name: /^再显示/ }).tap();
  await page.evaluate(() => {
    window.scrollTo(0, 0);
    window.frames = [];
    const next = (time) => {
      window.frames.push(time);
      window.nextFrame = requestAnimationFrame(next);
    };
    window.nextFrame = requestAnimationFrame(next);
  });
  for (const yDistance of [-9000, 9000]) {
    await client.send('Input.synthesizeScrollGesture', { x: 180, y: 400, yDistance, speed: 3000, gestureSourceType: 'touch' });
  }
  const times = await page.evaluate(() => {
    cancelAnimationFrame(window.nextFrame);
    return window.frames;
  });
  // A frame of twice the time is one that came and one that did not.
  const between = times.slice(1).map((time, index) => Math.max(1, Math.round((time - times[index]) / FRAME)));
  const all = between.reduce((sum, frames) => sum + frames, 0);
  return (100 * (all - between.length)) / all;
}
