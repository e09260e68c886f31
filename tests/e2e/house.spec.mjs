// The watch that every other test relies on: it must see each of these.
import { test, expect } from './house.mjs';

const misdeeds = [
  ['an error in the console', 'console error: a misdeed', () => console.error('a misdeed')],
  ['a warning in the console', 'console warning: a misdeed', () => console.warn('a misdeed')],
  [
    'an exception',
    'page error: Error: a misdeed',
    () => {
      setTimeout(() => {
        throw new Error('a misdeed');
      });
    },
  ],
  [
    'a rejected promise',
    'page error: Error: a misdeed',
    () => {
      Promise.reject(new Error('a misdeed'));
    },
  ],
  [
    'a style attribute',
    'policy violation: style-src',
    () => document.body.setAttribute('style', 'color: red'),
  ],
  [
    'a request to another origin',
    'request to another origin: https://example.invalid/',
    () => fetch('https://example.invalid/', { mode: 'no-cors' }).catch(() => {}),
  ],
];

test.describe('the watch', () => {
  // What each of them is seen as; the test itself looks for the very words.
  test.use({ expectedErrors: ['a misdeed', 'style-src', 'another origin', 'Content Security Policy', 'ERR_NAME_NOT_RESOLVED'] });

  for (const [what, seen, misdeed] of misdeeds) {
    test(`sees ${what}`, async ({ page, watch }) => {
      if (what === 'a request to another origin') {
        // The page's own policy would stop it before it is one.
        await page.goto('about:blank');
      } else {
        await page.goto('.');
        await page.waitForLoadState('networkidle');
      }
      expect(watch.problems).toEqual([]);
      await page.evaluate(misdeed);
      await expect.poll(() => watch.problems.filter((problem) => problem.includes(seen)).length).toBe(1);
    });
  }

  test('sees a request after load', async ({ page, withoutRequests }) => {
    await page.goto('.');
    const asking = withoutRequests(() => page.evaluate(async () => void (await fetch('./index.html'))));
    await expect(asking).rejects.toThrow('requests after load');
  });
});
