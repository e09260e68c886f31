// What a screen reader and another program find on each page: its accessibility
// tree as it was looked at (aria/), and HTML that keeps the rules of HTML.
//
// When a page is meant to change, `npx playwright test trees --update-snapshots`
// writes its tree anew; the difference is read before it is kept.
import { test, expect } from './house.mjs';
import { HtmlValidate } from 'html-validate';
import { NOW, PLACES, records, visit } from './support/places.mjs';
import { seed } from './support/record-line.mjs';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // The browser writes the page out here, in its own way.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-raw-characters': 'off',
    'void-style': 'off',
  },
});

const nameOf = (place) => place.replace(/^#\//, '').replace(/[^a-z0-9]+/gi, '-').replace(/-$/, '') || 'today';

test('the HTML of each page keeps the rules', async ({ page }) => {
  test.setTimeout(120_000);
  await page.clock.setFixedTime(NOW);
  await seed(page, records());
  await page.goto('./');
  const wrong = [];
  for (const place of PLACES) {
    await visit(page, place);
    const { results } = await validator.validateString(await page.content());
    for (const { messages } of results) {
      wrong.push(...messages.map(({ ruleId, message, selector }) => `${place}: ${ruleId}: ${message} (${selector})`));
    }
  }
  expect([...new Set(wrong)]).toEqual([]);
});

test('the tree of each page is as it was looked at', async ({ page }) => {
  test.setTimeout(300_000);
  await page.clock.setFixedTime(NOW);
  await seed(page, records());
  await page.goto('./');
  for (const place of PLACES) {
    await visit(page, place);
    await expect.soft(page.locator('main'), place).toMatchAriaSnapshot({ name: `${nameOf(place)}.aria.yml` });
  }
});
