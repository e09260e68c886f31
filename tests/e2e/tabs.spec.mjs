// Two tabs record at the same time, as fast as the page lets them.
import { test, expect } from './house.mjs';
import { visit } from './support/places.mjs';
import { copiesAgree, storedRecords } from './support/storage.mjs';

const EACH = Number(process.env.EACH ?? 100);
const TIMES = Number(process.env.TABS ?? 1);
const BOTH = 2 * EACH;

const inTwoCopies = (page, count) => page.getByText(`${count} 条记录，在这台设备的浏览器里存了两份`);

// Pictures of every change would take longer than the changes.
test.use({ trace: 'off' });

async function open(page) {
  await page.goto('./#/settings');
  await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible();
}

/**
 * Fills in the form by its address and saves, one after the other, each as soon
 * as the one before is said to be saved. Pressed in the page itself: hundreds of
 * fingers from outside take minutes.
 */
const recordMany = (page, times) =>
  page.evaluate(async (times) => {
    const appearing = (find) =>
      new Promise((found) => {
        const look = () => {
          const element = find();
          if (element) {
            observer.disconnect();
            found(element);
          }
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        look();
      });
    const saving = () => [...document.querySelectorAll('main button')].find((button) => button.textContent === '保存');
    const saved = () => document.querySelector('main h1')?.textContent === '已保存在本机';
    for (let count = 1; count <= times; count += 1) {
      window.location.hash = `#/record/bus?distance_km=${count / 10}&replaced=car`;
      (await appearing(() => !saved() && saving())).click();
      await appearing(saved);
    }
  }, times);

for (let time = 1; time <= TIMES; time += 1) {
  test(`two tabs record ${EACH} each at the same time, ${time} of ${TIMES}: all ${BOTH} are there`, async ({ page, context }) => {
    test.setTimeout(300_000);
    const other = await context.newPage();
    const tabs = [page, other];
    for (const tab of tabs) await open(tab);
    await Promise.all(tabs.map((tab) => recordMany(tab, EACH)));
    // Each has followed the other.
    for (const tab of tabs) {
      await visit(tab, '#/storage');
      await expect(inTwoCopies(tab, BOTH)).toBeVisible();
    }
    expect(Object.keys(await storedRecords(page))).toHaveLength(BOTH);
    await copiesAgree(page);
    for (const tab of tabs) {
      await tab.reload();
      await expect(inTwoCopies(tab, BOTH)).toBeVisible();
    }
    // And the second copy has all of them by itself.
    await other.close();
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await expect(inTwoCopies(page, BOTH)).toBeVisible();
  });
}
