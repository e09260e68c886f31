// What can be measured on a page: the targets of fingers, and its width.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function axe(page, options) {
  // By the debugger's door: the page's own policy stays as it is.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const { violations, incomplete } = await page.evaluate((options) => window.axe.run(document, options), options);
  const lines = (results, what) =>
    results.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${what}${id} ${target.join(' ')} ¦ ${failureSummary.replace(/\s+/g, ' ')}`),
    );
  return [...lines(violations, ''), ...lines(incomplete, 'cannot tell: ')];
}

/** What is measured of colours and letters, for the functions that run in the page. */
function eyes() {
  const channels = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const isOpaque = (colour) => colour.startsWith('rgb') && (channels(colour)[3] ?? 1) === 1;
  const luminance = (colour) => {
    const [red, green, blue] = channels(colour).map((channel) => {
      const part = channel / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const isOn = (shape, text) => {
    const [below, above] = [shape, text].map((element) => element.getBoundingClientRect());
    const [x, y] = [above.left + above.width / 2, above.top + above.height / 2];
    return below.left <= x && x <= below.right && below.top <= y && y <= below.bottom;
  };
  /** The colour of the last shape that was drawn below a text of a chart. */
  const drawn = (text) => {
    const shapes = [...text.ownerSVGElement.querySelectorAll('rect, circle, polygon')].filter(
      (shape) => shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING && isOn(shape, text),
    );
    return shapes.map((shape) => getComputedStyle(shape).fill).findLast(isOpaque);
  };
  const ground = (element) => {
    const below = element.ownerSVGElement && drawn(element);
    if (below) return below;
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (isOpaque(backgroundColor)) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  /** The text of an element's own, where it can be seen. */
  const ownText = (element) => {
    const isField = element.matches('input:not([type=radio], [type=checkbox], [type=range], [type=file]), textarea, select');
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    const isSeen = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const { width, height } = element.getBoundingClientRect();
    if (!isSeen || element.closest('noscript, .skip-link') || width <= 1 || height <= 1) return '';
    return isField ? element.value.trim() : own.map((node) => node.data.trim()).join('');
  };
  window.eyes = { contrast, ground, ownText };
}

/** What axe finds wrong with a page or cannot decide, a line each. Contrast that
 * it cannot decide, of charts and of what lies under a bar, is for `faint`, where
 * that measures the text. */
export async function violations(page) {
  const found = await axe(page, { runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations', 'incomplete'], preload: false });
  await page.evaluate(eyes);
  return page.evaluate(
    ({ found, undecided }) => {
      const isMeasured = (line) => {
        const [target] = line.slice(undecided.length).split(' ¦ ');
        return line.startsWith(undecided) && window.eyes.ownText(document.querySelector(target)) !== '';
      };
      return found.filter((line) => !isMeasured(line));
    },
    { found, undecided: 'cannot tell: color-contrast ' },
  );
}

/** Texts with less contrast than we want of every text. */
export const faint = (page) => hardToRead(page, { size: 0, line: 0 });

/** Texts that the edition for the elder may not have: too small, too tight or
 * too faint, a line each. A picture to be sent has letters of its own size, as the
 * picture of a photograph would; what is in it can be chosen beside it. */
export async function hardToRead(page, { size = 18, line = 1.3, contrast = 7 } = {}) {
  await page.evaluate(eyes);
  return page.evaluate(
    ({ size, line, contrast }) => {
      const { eyes } = window;
      const wrong = [];
      for (const element of document.querySelectorAll('body *')) {
        const text = eyes.ownText(element);
        if (!text) continue;
        const style = getComputedStyle(element);
        const drawing = element.ownerSVGElement;
        const ratio = eyes.contrast(drawing ? style.fill : style.color, eyes.ground(element));
        const fontSize = parseFloat(style.fontSize) * (drawing ? element.getScreenCTM().a : 1);
        const found = [
          fontSize < size && !element.closest('.share-picture') && `${fontSize} px`,
          !drawing && parseFloat(style.lineHeight) / fontSize < line - 0.001 && `line ${style.lineHeight} of ${fontSize} px`,
          ratio < contrast && `contrast ${ratio.toFixed(2)}`,
        ].filter(Boolean);
        if (found.length > 0) {
          wrong.push(`${element.localName}.${element.getAttribute('class')} “${text.slice(0, 30)}” ${found.join(', ')}`);
        }
      }
      return wrong;
    },
    { size, line, contrast },
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

/** Fields whose texts are so small that a phone enlarges the page when they take
 * the focus, a line each. */
export function smallFields(page, least = 16) {
  return page.evaluate((least) => {
    const fields = [...document.querySelectorAll('input:not([type=radio], [type=checkbox], [type=range]), select, textarea')];
    const size = (field) => parseFloat(getComputedStyle(field).fontSize);
    return fields.filter((field) => size(field) < least).map((field) => `${field.localName}#${field.id} ${size(field)} px`);
  }, least);
}

/** Texts that lie over each other, a line each. What stays while the page is
 * scrolled lies over the rest by intention, and so do the badges of a chart. */
export function overlapping(page) {
  return page.evaluate(() => {
    const stays = (element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position);
    const lies = (node) => {
      for (let at = node.parentElement; at; at = at.parentElement) if (stays(at)) return true;
      return false;
    };
    const boxes = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      if (!node.data.trim() || parent.closest('noscript, script, title, desc, .share-picture, .synergy-badge, .skip-link, .visually-hidden')) continue;
      if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || lies(node)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right, top, height } of range.getClientRects()) {
        // Letters fill about the middle of their line.
        if (right - left > 1) boxes.push({ node, left, right, top: top + height * 0.25, bottom: top + height * 0.75 });
      }
    }
    boxes.sort((one, other) => one.top - other.top);
    const found = new Set();
    for (const [index, one] of boxes.entries()) {
      for (let at = index + 1; at < boxes.length && boxes[at].top < one.bottom - 1; at += 1) {
        const other = boxes[at];
        const isBeside = other.left > one.right - 1 || other.right < one.left + 1;
        if (other.node === one.node || isBeside) continue;
        found.add(`“${one.node.data.trim().slice(0, 20)}” and “${other.node.data.trim().slice(0, 20)}”`);
      }
    }
    return [...found];
  });
}

/** What does not show that it has the focus of the keyboard, by a ring of 2
 * pixels with a contrast of 3:1, or lies under something then, a line each. */
export async function lostFocus(page) {
  // From now on the browser takes it that the keyboard is used.
  await page.keyboard.press('Tab');
  await page.evaluate(eyes);
  return page.evaluate(() => {
    const { eyes } = window;
    const isRing = (element) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      const ratio = eyes.contrast(outlineColor, eyes.ground(element.parentElement));
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && ratio >= 3;
    };
    const wrong = [];
    for (const element of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('[inert]')) continue;
      element.focus();
      if (document.activeElement !== element) continue;
      const name = `${element.localName} “${(element.getAttribute('aria-label') ?? (element.textContent.trim() || element.id)).slice(0, 30)}”`;
      // A radio button shows it by its name, a number by the box around it.
      const shown = [element, element.closest('label')?.querySelector('span'), element.closest('.amount-typed')];
      if (!shown.some(isRing)) wrong.push(`${name} has no ring`);
      // Of a long text the browser brings the caret into sight, not its middle.
      const { left, right, top, bottom } = element.getClientRects()[0];
      const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
      const at = document.elementFromPoint(middle(left, right, window.innerWidth), middle(top, bottom, window.innerHeight));
      const isSeen = at && (element.contains(at) || at.contains(element) || element.closest('label')?.contains(at));
      if (!isSeen) wrong.push(`${name} lies under ${at?.className}`);
    }
    document.activeElement.blur();
    window.scrollTo(0, 0);
    return wrong;
  });
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
