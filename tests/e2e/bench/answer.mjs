// One answer saved, in Chromium: from the tap that records a usual thing until
// every total of the page is new, and until it says that both copies have it, with
// an empty account and with large ones. `cargo xtask bench answer` gives the
// address of the page.
import { chromium } from '@playwright/test';
import { inWasm } from '../../peers/in-wasm.mjs';
import { NOW } from '../support/places.mjs';
import { tell } from './figure.mjs';

const RUNS = 15;
const SIZES = [0, 1_000, 10_000, 100_000];
const [address] = process.argv.slice(2);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});

/** Notes what happens after a tap, in the page itself. */
function watch() {
  const now = performance.now.bind(performance);
  const setItem = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, text) {
    setItem.call(this, key, text);
    const { tap } = window;
    if (tap?.started === undefined) return;
    tap.stored = now() - tap.started;
    tap.bytes += new TextEncoder().encode(key + text).length;
  };
  window.watchTap = (count, said) => {
    const tap = { bytes: 0 };
    window.tap = tap;
    window.addEventListener('click', () => (tap.started = now()), { capture: true, once: true });
    const drawn = (what) => requestAnimationFrame(() => setTimeout(() => (tap[what] = now() - tap.started)));
    new MutationObserver((_, observer) => {
      const counted = [...document.querySelectorAll('.summary-figures')].some(({ textContent }) => textContent.includes(count));
      if (counted && tap.totals === undefined) {
        tap.totals = now() - tap.started;
        drawn('totalsDrawn');
      }
      if (document.querySelector('#notice .notice-text')?.textContent === said && tap.said === undefined) {
        tap.said = now() - tap.started;
        drawn('saidDrawn');
      }
      if (tap.totals !== undefined && tap.said !== undefined) observer.disconnect();
    }).observe(document.documentElement, { subtree: true, childList: true, characterData: true });
  };
}

/** Moves the day to that of the accounts; a clock of Playwright's would count whole milliseconds only. */
function dated(start) {
  const Real = Date;
  const later = start - Real.now();
  window.Date = class extends Real {
    constructor(...given) {
      super(...(given.length > 0 ? given : [Real.now() + later]));
    }
    static now() {
      return Real.now() + later;
    }
  };
}

/** A page that is open at an account of so many entries, with something usual to repeat. */
async function open(entries) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en' });
  const page = await context.newPage();
  await page.addInitScript(dated, NOW.getTime());
  await page.addInitScript(watch);
  await page.goto(`${address}leaf.svg`);
  const book = new (inWasm('page').Book)(entries, entries, 0n);
  await page.evaluate((stored) => {
    for (let at = 0; at < stored.length; at += 2) localStorage.setItem(stored[at], stored[at + 1]);
  }, book.stored());
  book.free();
  await page.goto(`${address}?lang=en#/record/bus?distance_km=8&replaced=car`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('heading', { name: 'Saved on this device' }).waitFor();
  await page.goto(`${address}?lang=en#/`);
  // What is done once, such as comparing the two copies, is done by now.
  await page.waitForTimeout(5_000);
  return { context, page };
}

/** Records the first usual thing once more. */
async function answer(page, entries) {
  await page.locator('button.row-button[aria-expanded="false"]').first().click();
  const confirm = page.getByRole('button', { name: 'Record for today' });
  await page.evaluate(([count, said]) => window.watchTap(count, said), [`Entries${entries}`, 'Saved on this device']);
  await confirm.click();
  await page.waitForFunction(() => window.tap.totalsDrawn !== undefined && window.tap.saidDrawn !== undefined);
  const tap = await page.evaluate(() => window.tap);
  // The notice goes, so that the next one is a new one.
  await page.locator('#notice button').last().click();
  await page.waitForFunction(() => document.querySelector('#notice .notice-text') === null);
  return tap;
}

const rooms = [];
for (const entries of SIZES) rooms.push({ entries, taps: [], ...(await open(entries)) });
for (let run = 0; run <= RUNS; run += 1) {
  for (const { page, entries, taps } of rooms) {
    const tap = await answer(page, entries + run + 2);
    // The first time is for the compilers.
    if (run > 0) taps.push(tap);
  }
}
await browser.close();

const said = (entries) => `${entries.toLocaleString('en')} entries`;
const KINDS = [
  ['stored', 'in local storage', { at_most: 5, note: 'From the click: checked, assessed, in the ledger, encoded and written.' }],
  ['totals', 'all totals of the page are new', {}],
  ['totalsDrawn', 'and drawn', { note: 'With the wait for the next frame.' }],
  ['said', 'said to be saved, both copies', { at_most: 20 }],
  ['saidDrawn', 'and that drawn', { note: 'With the wait for the next frame.' }],
];
for (const [kind, what, more] of KINDS) {
  for (const { entries, taps } of rooms) {
    tell({ what: `${what}, ${said(entries)}`, unit: 'ms', runs: taps.map((tap) => tap[kind]), group: `tap: ${what}`, ...more });
  }
}
for (const { entries, taps } of rooms) {
  tell({ what: `bytes to local storage, ${said(entries)}`, unit: 'bytes', runs: taps.map(({ bytes }) => bytes), at_most: 2_000 });
}
