// The watch that every other test relies on: it must see each of these.
import { test, expect } from './house.mjs';

const misdeeds = {
  'an error in the console': () => console.error('a misdeed'),
  'a warning in the console': () => console.warn('a misdeed'),
  'an exception': () => {
    setTimeout(() => {
      throw new Error('a misdeed');
    });
  },
  'a rejected promise': () => {
    Promise.reject(new Error('a misdeed'));
  },
  'a style attribute': () => document.body.setAttribute('style', 'color: red'),
  'a request to another origin': () => {
    new Image().src = 'https://example.invalid/pixel.png';
  },
};

for (const [what, misdeed] of Object.entries(misdeeds)) {
  test(`sees ${what}`, async ({ page, watch }) => {
    test.fail(true, 'the watch has to fail it');
    await page.goto('.');
    await page.waitForLoadState('networkidle');
    expect(watch.problems).toEqual([]);
    await page.evaluate(misdeed);
    await page.waitForTimeout(300);
  });
}

test('sees a request after load', async ({ page, withoutRequests }) => {
  test.fail(true, 'withoutRequests has to fail it');
  await page.goto('.');
  await withoutRequests(async () => {
    await page.evaluate(() => fetch('./index.html'));
  });
});
