// The integrabook: pages of other sites with the calculator in them, in
// tests/e2e/hosts, served from another origin than the app's.
import { readFile, readdir } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { test as house } from '../house.mjs';
import { serve } from './site.mjs';

const HOSTS = new URL('../hosts/', import.meta.url);

export const NAME = '碳普惠计算器';

/** What the browser says of pages of another origin; on Linux it cannot share. */
export const EXPECTED = ['another origin: http://localhost:', 'another origin: http://127.0.0.1:', "Unrecognized feature: 'web-share'"];

/** Serves the pages around the app at `app`, from another origin of the same site. */
async function serveHosts(app) {
  const site = await serve(new Map());
  site.elsewhere = site.url.replace('127.0.0.1', 'localhost');
  const addresses = { 'https://carbon.example/': app, 'https://carbon.example': new URL(app).origin, 'https://hostile.example/': site.elsewhere };
  for (const name of await readdir(HOSTS)) {
    let text = await readFile(new URL(name, HOSTS), 'utf8');
    for (const [written, real] of Object.entries(addresses)) text = text.replaceAll(written, real);
    site.files.set(name, Buffer.from(text));
  }
  return site;
}

export const test = house.extend({
  // The pages around are of another origin: that is what this is about.
  expectedErrors: [EXPECTED, { option: true }],

  appAddress: async ({ baseURL }, use) => use(baseURL),

  hosts: async ({ appAddress }, use) => {
    const hosts = await serveHosts(appAddress);
    await use(hosts);
    await hosts.close();
  },

  // Opens a page around, on `elsewhere` that of another site; what is posted to it
  // is kept in its `heard`.
  openHost: async ({ page, hosts }, use) => {
    await page.addInitScript(() => {
      if (window !== top) return;
      window.heard = [];
      addEventListener('message', ({ origin, data }) => window.heard.push({ origin, data }));
    });
    await use((name, where = hosts.url) => page.goto(where + name));
  },
});

/** The frame in an `iframe` of the page around. */
export async function frameIn(iframe) {
  return (await iframe.elementHandle()).contentFrame();
}

/** What is posted to the page around. */
export const heard = (page) => page.evaluate(() => window.heard.map(({ data }) => data));

/** Waits until an `iframe` is as high as what stands in it. */
export async function expectFitted(iframe) {
  const difference = async () => {
    const frame = await frameIn(iframe);
    const content = await frame.evaluate(() => {
      const isDone = document.querySelector('main h1') && document.querySelector('.framed-foot');
      return isDone ? document.body.getBoundingClientRect().height : NaN;
    });
    const { height } = await iframe.boundingBox();
    return Math.abs(height - Math.min(4000, Math.max(200, content)));
  };
  // Several frames each load the whole app.
  await expect.poll(difference, { timeout: 15_000 }).toBeLessThanOrEqual(1);
}
