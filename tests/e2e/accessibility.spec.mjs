// What everybody needs: rules that can be checked by a program, on every page.
import { test, expect } from './house.mjs';
import { smallTargets, tabTo, tooWide, violations } from './support/inspect.mjs';
import { NOW, PLACES, records, visit } from './support/places.mjs';
import { seed } from './support/record-line.mjs';

const LANGUAGES = ['zh-CN', 'en'];
const THEMES = ['light', 'dark'];
const ACCOUNTS = { 'nothing recorded': [], 'some entries': records() };

async function open(page, { items = records(), query = '' } = {}) {
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

/** Everything that is wrong on any page, with where. */
async function everywhere(page, look) {
  const wrong = [];
  for (const place of PLACES) {
    await visit(page, place);
    await unfold(page);
    wrong.push(...(await look(page)).map((text) => `${place}: ${text}`));
  }
  return wrong;
}

test.describe('on a phone', () => {
  test.skip(({ isMobile }) => !isMobile, 'the phone is the narrow case');

  for (const [what, items] of Object.entries(ACCOUNTS)) {
    for (const theme of THEMES) {
      for (const language of LANGUAGES) {
        test(`no rule of WCAG 2.2 A or AA is broken: ${what}, ${theme}, ${language}`, async ({ page }) => {
          test.setTimeout(120_000);
          await open(page, { items, query: `?lang=${language}&theme=${theme}` });
          expect(await everywhere(page, violations)).toEqual([]);
        });
      }
    }
  }

  for (const language of LANGUAGES) {
    for (const text of ['normal', 'large', 'elder']) {
      test(`every target can be hit with a finger: ${language}, text ${text}`, async ({ page }) => {
        await open(page, { query: `?lang=${language}&text=${text}` });
        expect(await everywhere(page, smallTargets)).toEqual([]);
      });
    }

    test(`nothing scrolls sideways at 320 pixels: ${language}`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await open(page, { query: `?lang=${language}` });
      expect(await everywhere(page, tooWide)).toEqual([]);
    });

    test(`nothing scrolls sideways with texts twice as large: ${language}`, async ({ page }) => {
      await open(page, { query: `?lang=${language}` });
      const sizeOf = () => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('main')).fontSize));
      const before = await sizeOf();
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      expect(await sizeOf()).toBeGreaterThanOrEqual(before * 1.9);
      expect(await everywhere(page, tooWide)).toEqual([]);
    });
  }
});

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

  test('reduced motion is respected', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page);
    const moving = await everywhere(page, () =>
      page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter((element) => {
            const { transitionDuration, animationDuration } = getComputedStyle(element);
            return [transitionDuration, animationDuration].some((text) => text.split(',').some((time) => parseFloat(time) > 0.01));
          })
          .map((element) => `${element.localName}.${element.className}`),
      ),
    );
    expect(moving).toEqual([]);
  });
});
