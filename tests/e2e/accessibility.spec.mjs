// What everybody needs: rules that can be checked by a program, on every page.
import { test, expect } from './house.mjs';
import {
  faint,
  hardToRead,
  lostFocus,
  overlapping,
  smallFields,
  smallTargets,
  tabTo,
  tooWide,
  violations,
} from './support/inspect.mjs';
import { NOW, PLACES, records, visit } from './support/places.mjs';
import { seed } from './support/record-line.mjs';

const LANGUAGES = ['zh-CN', 'en'];
/** Pages that look different where nothing was recorded. */
const SHOWS_THE_ACCOUNT = /^#\/($|record$|ledger|statement|compare|summary|norms|synergy|rewards|usual|share|storage|campaign)/;
const ACCOUNTS = { 'nothing recorded': [], 'some entries': records() };

async function open(page, { items = records(), query = '' } = {}) {
  // Colours that are on their way are no colours of the page.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.clock.setFixedTime(NOW);
  await seed(page, items);
  await page.goto(`./${query}`);
  await expect(page.locator('main h1')).toBeVisible();
}

/** What is hidden at first is looked at too. */
async function unfold(page) {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

/** Everything that is wrong on any page, with where: each way of looking, by its name. */
async function everywhere(page, looks, places = PLACES) {
  const wrong = [];
  for (const place of places) {
    await visit(page, place);
    await unfold(page);
    for (const [how, look] of Object.entries(looks)) {
      wrong.push(...(await look(page)).map((text) => `${place}, ${how}: ${text}`));
    }
  }
  return wrong;
}

/** Looks while the root of the page says something else; nothing is drawn anew by that. */
function withRoot(attributes, look) {
  const set = (page, attributes) =>
    page.evaluate((attributes) => {
      const root = document.documentElement;
      const before = Object.keys(attributes).map((name) => [name, root.getAttribute(name)]);
      for (const [name, value] of Object.entries(attributes)) {
        if (value === null) root.removeAttribute(name);
        else root.setAttribute(name, value);
      }
      return Object.fromEntries(before);
    }, attributes);
  return async (page) => {
    const before = await set(page, attributes);
    const found = await look(page);
    await set(page, before);
    return found;
  };
}

/** Looks in a window so high that no bar lies over anything. */
const fromTopToBottom = (look) => (page) => atSize({ ...page.viewportSize(), height: 8000 }, look)(page);

/** Looks in a window of another width. */
const atWidth = (width, look) => (page) => atSize({ ...page.viewportSize(), width }, look)(page);

function atSize(size, look) {
  return async (page) => {
    const before = page.viewportSize();
    await page.setViewportSize(size);
    const found = await look(page);
    await page.setViewportSize(before);
    return found;
  };
}

/** Looks with texts of another size, as the browser's own setting would. */
function withTexts(size, look) {
  const set = (page, size) => page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), size);
  const sizeOf = (page) => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('main')).fontSize));
  return async (page) => {
    const before = await sizeOf(page);
    await set(page, size);
    expect(await sizeOf(page)).toBeGreaterThan(before * 1.5);
    const found = await look(page);
    await set(page, '');
    return found;
  };
}

/** Looks with the spacing that WCAG 1.4.12 wants room for. */
function withSpacing(look) {
  return async (page) => {
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
      document.adoptedStyleSheets.push(sheet);
    });
    const found = await look(page);
    await page.evaluate(() => void document.adoptedStyleSheets.pop());
    return found;
  };
}

const inTheDark = withRoot({ 'data-theme': 'dark' }, faint);
const fingers = (page) => smallTargets(page, 60);
/** Nothing scrolls sideways, and no text lies over another. */
const cramped = async (page) => [...(await tooWide(page)), ...(await overlapping(page))];

test.describe('on a phone', () => {
  test.skip(({ isMobile }) => !isMobile, 'the phone is the narrow case');

  for (const language of LANGUAGES) {
    for (const [what, items] of Object.entries(ACCOUNTS)) {
      test(`no rule of WCAG 2.2 A or AA is broken: ${what}, ${language}`, async ({ page }) => {
        test.setTimeout(240_000);
        await open(page, { items, query: `?lang=${language}&theme=light` });
        const looks = { light: faint, dark: inTheDark };
        // What is empty differs in its texts only, from one language to the other.
        const isWhole = items.length > 0 || language === 'zh-CN';
        if (isWhole) looks.axe = fromTopToBottom(violations);
        const places = items.length > 0 ? PLACES : PLACES.filter((place) => SHOWS_THE_ACCOUNT.test(place));
        expect(await everywhere(page, looks, places)).toEqual([]);
      });
    }

    test(`fingers hit every target and nothing scrolls sideways: ${language}`, async ({ page }) => {
      test.setTimeout(360_000);
      await open(page, { query: `?lang=${language}` });
      const looks = {
        targets: smallTargets,
        fields: smallFields,
        'large targets': withRoot({ 'data-text': 'large' }, smallTargets),
        'axe, larger and dark': withRoot({ 'data-text': 'large', 'data-enlarged': '1', 'data-theme': 'dark' }, violations),
        '320 pixels': atWidth(320, cramped),
        'larger, 320 pixels': withRoot({ 'data-text': 'large', 'data-enlarged': '1' }, atWidth(320, cramped)),
        'wide spacing': withSpacing(cramped),
        'texts twice as large': withTexts('200%', cramped),
      };
      expect(await everywhere(page, looks)).toEqual([]);
    });

    test(`the edition for the elder breaks no rule of its own: ${language}`, async ({ page }) => {
      test.setTimeout(360_000);
      await open(page, { query: `?lang=${language}&theme=light&text=elder` });
      const looks = {
        axe: fromTopToBottom(violations),
        'axe, dark': withRoot({ 'data-theme': 'dark' }, violations),
        light: hardToRead,
        dark: withRoot({ 'data-theme': 'dark' }, hardToRead),
        fingers,
        '320 pixels': atWidth(320, cramped),
        enlarged: withRoot({ 'data-enlarged': '2' }, async (page) => [
          ...(await cramped(page)),
          ...(await fingers(page)),
          ...(await violations(page)),
        ]),
      };
      expect(await everywhere(page, looks)).toEqual([]);
    });
  }
});

// All there is, only where it is asked for: it takes eleven minutes and more.
if (process.env.EVERY) {
  test.describe('every combination', () => {
    test.skip(({ isMobile }) => !isMobile, 'the phone is the narrow case');

    const SIZES = ['normal', 'large', 'large 1', 'elder', 'elder 1', 'elder 2'];
    for (const language of LANGUAGES) {
      for (const theme of ['light', 'dark']) {
        for (const chosen of SIZES) {
          test(`nothing is wrong: ${language}, ${theme}, ${chosen}`, async ({ page }) => {
            test.setTimeout(1_800_000);
            const [size, enlarged = '0'] = chosen.split(' ');
            const lines = { language, theme, text: size, enlarged };
            const settings = Object.entries(lines).map(([name, value]) => `${name}=${value}\n`);
            await open(page, { items: [...records(), ['carbon-inclusion/settings', settings.join('')]] });
            await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
            await expect(page.locator('html')).toHaveAttribute('data-enlarged', enlarged);
            const isElder = size === 'elder';
            const looks = {
              axe: violations,
              read: isElder ? hardToRead : faint,
              targets: isElder ? fingers : smallTargets,
              cramped,
            };
            expect(await everywhere(page, looks)).toEqual([]);
          });
        }
      }
    }
  });
}

for (const size of ['normal', 'elder']) {
  test(`the focus of the keyboard is seen on every page, in texts of size ${size}`, async ({ page }) => {
    test.setTimeout(240_000);
    await open(page, { query: `?text=${size}` });
    const looks = { light: lostFocus, dark: withRoot({ 'data-theme': 'dark' }, lostFocus) };
    expect(await everywhere(page, looks)).toEqual([]);
  });
}

test.describe('on a desk', () => {
  test.skip(({ isMobile }) => isMobile, 'a keyboard stands on a desk');

  test('a trip is recorded with the keyboard alone', async ({ page }) => {
    await open(page, { items: [] });
    const { keyboard } = page;
    const title = (name) => page.getByRole('heading', { level: 1, name, exact: true });

    // The first stop leads past the navigation.
    await keyboard.press('Tab');
    await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
    await expect(page.getByRole('link', { name: '跳到正文' })).toBeInViewport();
    await keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();

    await tabTo(page, page.getByRole('link', { name: '记第一笔' }));
    await keyboard.press('Enter');
    await expect(title('记一笔')).toBeFocused();

    await tabTo(page, page.getByRole('searchbox', { name: '找一件事' }));
    await keyboard.type('gj');
    await tabTo(page, page.getByRole('link', { name: '公交', exact: true }));
    await keyboard.press('Enter');
    await expect(title('公交')).toBeFocused();

    await tabTo(page, page.getByRole('textbox', { name: '坐了多远' }));
    await keyboard.press('Control+A');
    await keyboard.type('7.5');
    await tabTo(page, page.getByRole('button', { name: /^坐了多远 加/ }));
    await keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: '坐了多远' })).toHaveValue('8');
    await tabTo(page, page.getByRole('slider'));
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowLeft');
    await expect(page.getByRole('textbox', { name: '坐了多远' })).toHaveValue('8');
    await tabTo(page, page.getByRole('radio', { name: '不确定（按城市平均）' }));
    await keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: '开私家车' })).toBeChecked();
    await tabTo(page, page.locator('summary', { hasText: '为什么是这个数' }));
    await keyboard.press('Enter');
    await expect(page.getByText('8 公里 × 167.4')).toBeVisible();
    await tabTo(page, page.getByRole('button', { name: '保存', exact: true }));
    await keyboard.press('Enter');
    await expect(title('已保存在本机')).toBeFocused();
    await expect(page.getByRole('main')).toContainText('915 克');

    await tabTo(page, page.getByRole('button', { name: '撤销' }));
    await keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: '已撤销' })).toBeVisible();
  });

  test('shortcuts are off until they are switched on, and never act while something is typed', async ({ page }) => {
    await open(page);
    const { keyboard } = page;
    const title = (name) => page.getByRole('heading', { level: 1, name, exact: true });
    await keyboard.press('3');
    await expect(title('今日')).toBeVisible();

    await visit(page, '#/settings');
    const group = page.getByRole('group', { name: '键盘快捷键' });
    await group.getByRole('radio', { name: '打开' }).check();
    await expect(page.getByRole('definition').filter({ hasText: '账本' })).toBeVisible();
    // A radio button has the focus, whose keys are its own.
    await keyboard.press('3');
    await expect(title('设置')).toBeVisible();
    await title('设置').focus();
    await keyboard.press('3');
    await expect(title('账本')).toBeFocused();
    await page.getByRole('searchbox', { name: '找记录' }).fill('');
    await keyboard.press('1');
    await expect(page.getByRole('searchbox', { name: '找记录' })).toHaveValue('1');
    await title('账本').focus();
    await keyboard.press('Control+4');
    await expect(title('账本')).toBeVisible();
    await keyboard.press('Shift+?');
    await expect(title('设置')).toBeFocused();

    // Kept, and switched off again.
    await page.reload();
    await expect(title('设置')).toBeVisible();
    await keyboard.press('2');
    await expect(title('记一笔')).toBeVisible();
    await visit(page, '#/settings');
    await group.getByRole('radio', { name: '关闭' }).check();
    await title('设置').focus();
    await keyboard.press('1');
    await expect(title('设置')).toBeVisible();
  });

  test('an entry is changed and a table taken in with the keyboard alone', async ({ page }) => {
    await open(page);
    await visit(page, '#/ledger');
    const { keyboard } = page;
    await tabTo(page, page.getByRole('link', { name: /^修改：公交/ }));
    await keyboard.press('Enter');
    await tabTo(page, page.getByRole('textbox', { name: '坐了多远' }));
    await keyboard.press('Control+A');
    await keyboard.type('9');
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(page.getByRole('main')).toContainText('9 公里');

    await visit(page, '#/storage');
    await tabTo(page, page.getByLabel('选择备份文件或表格'));
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keyboard.press('Enter')]);
    const table = '日期,行动代码,里程（公里）\r\n2026-11-01,bus,4\r\n';
    await chooser.setFiles({ name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await expect(page.locator('#found')).toBeFocused();
    await tabTo(page, page.getByRole('button', { name: '放进我的账户', exact: true }));
    await keyboard.press('Enter');
    await expect(page.getByText(/已放进来 1 条/)).toBeVisible();
    await expect(page.locator('body')).not.toBeFocused();
  });

  test('the title takes the focus on the way to another page, not at the first', async ({ page }) => {
    await open(page);
    await expect(page.locator('body')).toBeFocused();
    for (const [tab, title] of [['账本', '账本'], ['报告', '报告'], ['更多', '更多'], ['记录', '记一笔'], ['今日', '今日']]) {
      await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: tab }).click();
      await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeFocused();
    }
  });

  test('deleting in the ledger keeps the focus in the list', async ({ page }) => {
    await open(page);
    await visit(page, '#/ledger');
    const deletes = page.getByRole('button', { name: /^删除：/ });
    const count = await deletes.count();
    await deletes.nth(1).focus();
    await page.keyboard.press('Enter');
    await expect(deletes).toHaveCount(count - 1);
    await expect(page.locator(':focus')).toHaveAccessibleName(/^修改：/);
  });

  test('at 400 % everything fits, and no bar lies over what has the focus', async ({ page }) => {
    test.setTimeout(120_000);
    await open(page);
    // 1280 × 1024 pixels, of which four are one.
    await page.setViewportSize({ width: 320, height: 256 });
    expect(await everywhere(page, { cramped, focus: lostFocus })).toEqual([]);
  });

  test('who wants more contrast gets it in every theme', async ({ page }) => {
    await open(page);
    const border = () =>
      page.evaluate(() => {
        const style = getComputedStyle(document.documentElement);
        return ['--color-border', '--color-border-strong'].map((name) => style.getPropertyValue(name));
      });
    for (const theme of ['auto', 'light', 'dark']) {
      await page.evaluate((theme) => document.documentElement.setAttribute('data-theme', theme), theme);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme, contrast: 'no-preference' });
        const [usual, strong] = await border();
        expect(usual).not.toBe(strong);
        await page.emulateMedia({ colorScheme, contrast: 'more' });
        expect(await border(), `${theme}, ${colorScheme}`).toEqual([strong, strong]);
      }
    }
  });

  test('reduced motion is respected', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page);
    const motion = (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter((element) => {
            const { transitionDuration, animationDuration } = getComputedStyle(element);
            return [transitionDuration, animationDuration].some((text) => text.split(',').some((time) => parseFloat(time) > 0.01));
          })
          .map((element) => `${element.localName}.${element.className}`),
      );
    expect(await everywhere(page, { motion })).toEqual([]);
  });
});
