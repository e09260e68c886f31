// Every page there is, by its address.
import { record, seed } from './record-line.mjs';

export const PLACES = [
  '#/',
  '#/record',
  '#/record/bus?distance_km=8&replaced=car',
  '#/record/second-hand',
  '#/record/clean-heating',
  '#/record/learn',
  '#/ledger',
  '#/statement/2026-11',
  '#/statement/2026',
  '#/statement/all',
  '#/statement/2026-11?of=SO2',
  '#/ledger?span=2026&action=bus',
  '#/compare?distance_km=8',
  '#/compare?distance_km=lots',
  '#/norms',
  '#/norms/2025',
  '#/synergy',
  '#/synergy/2026-10',
  '#/methodology',
  '#/methodology/actions',
  '#/methodology/action/bus',
  '#/methodology/action/second-hand',
  '#/methodology/factors',
  '#/methodology/electricity',
  '#/methodology/city-mix',
  '#/methodology/open',
  '#/methodology/norms',
  '#/methodology/editions',
  '#/summary',
  '#/embed',
  '#/more',
  '#/rewards',
  '#/usual',
  '#/measure',
  '#/share',
  '#/share/2026-11',
  '#/share/certificate',
  '#/campaign',
  '#/campaign/kiosk',
  '#/campaign/new',
  '#/campaign/join/AQ',
  '#/campaign/of/0000000000000001',
  '#/settings',
  '#/storage',
  '#/transfer/AQEB',
  '#/guide',
  '#/about',
  '#/privacy',
  '#/accessibility',
  '#/nowhere',
];

/** The evening of a Sunday. Tests that look at today stand still here. */
export const TODAY = '2026-11-22';
export const NOW = new Date(`${TODAY}T20:00:00+08:00`);

const trip = (action, on, km, more) => ({ action, on, inputs: { distance_km: km }, ...more });

/** A small account with everything in it that looks different. */
export const ENTRIES = [
  trip('bus', '2026-11-22', '8', { replaced: 'car' }),
  trip('walk', '2026-11-22', '0.35', { note: '送孩子上学，走的是河边那条长长的、没有树的路 without_a_single_blank_in_between_so_that_it_must_break' }),
  trip('car', '2026-11-21', '10'),
  trip('electric-car', '2026-11-20', '15.5', { replaced: 'car', evidence: 'proof' }),
  trip('e-bike', '2026-11-19', '5', { replaced: 'none' }),
  { action: 'clean-heating', on: '2026-11-18', inputs: { coal_kg: '1000', energy_kwh: '1200' }, evidence: 'proof' },
  { action: 'second-hand', on: '2026-10-18', inputs: { count: '1' }, item: 'coat' },
  { action: 'learn', on: '2025-06-05', inputs: { count: '1' } },
];

/** A small account as records. */
export const records = (entries = ENTRIES) =>
  entries.map((entry, index) => record(index + 1, entry, NOW.getTime() - index * 60_000));

/**
 * Waits until all of the page is there. What is recorded before is said to be
 * saved only then: on a first visit when the worker has all files, which a busy
 * machine takes seconds for.
 */
export const wholePage = (page) => visit(page, '#/more');

/** Opens the app with an account, on the evening of these entries. */
export async function open(page, items = records(), query = '') {
  await page.clock.setFixedTime(NOW);
  await seed(page, items);
  await page.goto(`./${query}`);
  await page.locator('main h1').waitFor();
}

/** The doors of the app. */
export const doors = (page) => page.getByRole('navigation', { name: '主导航' }).getByRole('link');

/** Goes to a page of the app that is open, and waits until it is there. */
export async function visit(page, place) {
  await page.evaluate((place) => {
    window.location.hash = place;
  }, place);
  // A page whose code is still on its way says that it is waited for.
  await page.waitForFunction(
    () => document.querySelectorAll('main h1').length === 1 && !document.getElementById('waiting'),
  );
  // A page is drawn in one go after the address has changed.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Waits until the ledger has drawn all that it shows: after a tap it goes on frame by frame. */
export const ledgerDrawn = (page) => page.getByText(/^已显示 /).waitFor();
