// What was said to be saved is there after the browser was killed, in a small
// account and in a large one.
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { test as base, expect } from './house.mjs';
import { ledgerDrawn, visit } from './support/places.mjs';
import { manyRecords } from './support/record-line.mjs';

const KILLS = Number(process.env.KILLS ?? 6);
const SIZES = [10, 20_000];

const title = (page, name) => page.getByRole('heading', { level: 1, name, exact: true });
const buses = (page) => page.getByRole('link', { name: /^修改：公交/ });
const inTwoCopies = (page, count) => page.getByText(`${count} 条记录，在这台设备的浏览器里存了两份`);

const test = base.extend({
  // A profile of its own, and how a browser is opened with it.
  profile: async ({ baseURL, launchOptions, locale, timezoneId }, use) => {
    const path = await mkdtemp(join(tmpdir(), 'carbon-inclusion-kill-'));
    const launch = async () => {
      const context = await chromium.launchPersistentContext(path, { baseURL, locale, timezoneId, ...launchOptions });
      return { context, page: context.pages()[0] ?? (await context.newPage()) };
    };
    await use({ path, launch });
    await rm(path, { recursive: true, force: true, maxRetries: 5 });
  },
});

/** Ends the browser of a profile as a crash of the device does. */
async function kill(profile) {
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const command = await readFile(`/proc/${entry}/cmdline`, 'utf8').catch(() => '');
    if (command.includes(`--user-data-dir=${profile}`)) {
      try {
        process.kill(Number(entry), 'SIGKILL');
      } catch {
        // It was already gone.
      }
    }
  }
}

/** An account of years, in both copies, and the browser closed in good order. */
async function fill({ launch }, size) {
  const { context, page } = await launch();
  await page.goto('./robots.txt');
  await page.evaluate((items) => {
    for (const [key, value] of items) localStorage.setItem(key, value);
  }, manyRecords(size));
  await opened(page, size, 0);
  await context.close();
}

/** Opens the account and waits until it has all entries, twice. */
async function opened(page, size, recorded) {
  await page.goto('./#/storage');
  await expect(inTwoCopies(page, size + recorded)).toBeVisible({ timeout: 30_000 });
  await visit(page, '#/ledger');
  // What was recorded stands first, but not all of it is shown at once.
  const more = page.getByRole('button', { name: /^再显示/ });
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
  while ((await buses(page).count()) < recorded && (await more.count()) > 0) {
    await more.click();
    await ledgerDrawn(page);
  }
  await expect(buses(page)).toHaveCount(recorded);
}

SIZES.forEach((size, index) => {
  const kills = Math.floor((KILLS + index) / SIZES.length);
  test(`killed ${kills} times right after saving, over ${size} entries: nothing is lost`, async ({ profile }) => {
    test.setTimeout(120_000 + kills * 30_000);
    await fill(profile, size);
    for (let round = 1; round <= kills; round += 1) {
      const { context, page } = await profile.launch();
      // All that was said to be saved in the rounds before.
      await opened(page, size, round - 1);
      await visit(page, `#/record/bus?distance_km=${round}&replaced=car`);
      await page.getByRole('button', { name: '保存', exact: true }).click();
      await expect(title(page, '已保存在本机')).toBeVisible();
      await kill(profile.path);
      await context.close().catch(() => {});
    }
    const { context, page } = await profile.launch();
    await opened(page, size, kills);
    await context.close();
  });
});
