// What can be measured on a page: the targets of fingers, and its width.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds wrong with a page, a line each. */
export async function violations(page) {
  // By the debugger's door: the page's own policy stays as it is.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (tags) => window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }),
    TAGS,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary.replace(/\s+/g, ' ')}`),
  );
}

/** Targets smaller than `least` pixels in either direction, a line each. */
export function smallTargets(page, least = 44) {
  return page.evaluate((least) => {
    const interactive = 'a[href], button, input, select, textarea, summary, [role=button]';
    const text = (element) => element.textContent.replace(/\s+/g, ' ').trim();
    // A link in a running text is as high as its line (WCAG 2.5.8).
    const isInline = (element) =>
      element.matches('a') &&
      getComputedStyle(element).display === 'inline' &&
      text(element.parentElement) !== text(element);
    // A hidden radio button is pressed by its label.
    const area = (element) => (element.matches('[type=radio], [type=checkbox]') && element.closest('label')) || element;
    const small = [];
    for (const element of document.querySelectorAll(interactive)) {
      const target = area(element);
      if (!target.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || isInline(target)) continue;
      const { width, height } = target.getBoundingClientRect();
      const isOutOfSight = target.matches('.skip-link:not(:focus)');
      // Rounding of the screen's pixels is nobody's fault.
      if (!isOutOfSight && (width < least - 0.5 || height < least - 0.5)) {
        const name = element.getAttribute('aria-label') ?? (text(target) || element.id);
        small.push(`${element.localName} “${name.slice(0, 40)}” ${width.toFixed(1)} × ${height.toFixed(1)}`);
      }
    }
    return small;
  }, least);
}

/** What is wider than the window, a line each; empty where nothing scrolls sideways. */
export function tooWide(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .filter((element) => element.children.length === 0)
      .map((element) => `${element.localName}.${element.className} “${element.textContent.trim().slice(0, 40)}”`);
    return [`${scrollWidth} > ${clientWidth}`, ...wide];
  });
}

/** Presses Tab until `locator` has the focus; a person would give up at some point too. */
export async function tabTo(page, locator, most = 80) {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    if (await locator.evaluate((element) => element === document.activeElement)) return presses + 1;
  }
  throw new Error(`not reached with ${most} presses of Tab: ${locator}`);
}
