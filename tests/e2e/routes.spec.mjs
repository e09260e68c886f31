// Addresses that are published for good (docs/design.md, contracts), and what
// the page does with those that are wrong.
import { test, expect } from './house.mjs';
import { NOW, records, visit } from './support/places.mjs';
import { manyRecords, seed } from './support/record-line.mjs';

const title = (page) => page.getByRole('main').getByRole('heading', { level: 1 });
const entries = (page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('carbon-inclusion/record/')).length);
const root = (page) =>
  page.evaluate(() => {
    const { lang, dataset } = document.documentElement;
    return [lang, dataset.theme, dataset.text];
  });

test.beforeEach(({ page }) => page.clock.setFixedTime(NOW));

test('every published address leads to its page', async ({ page }) => {
  test.slow();
  await seed(page, records());
  // With another query the page is loaded anew.
  let count = 0;
  for (const [place, heading, tab] of [
    ['', '今日', '今日'],
    ['#/', '今日', '今日'],
    ['#/record', '记一笔', '记录'],
    ['#/record/bus', '公交', '记录'],
    ['#/ledger', '账本', '账本'],
    ['#/statement', '报告', '报告'],
    ['#/statement/2026-10', '报告', '报告'],
    ['#/statement/2026?of=NOx', '报告', '报告'],
    ['#/ledger?span=2026-10&action=bus', '账本', '账本'],
    ['#/compare?distance_km=8', '出行比一比', '更多'],
    ['#/norms/2025', '环保十条', '报告'],
    ['#/synergy', '减污降碳协同', '更多'],
    ['#/methodology', '方法：数字是怎么算的', '更多'],
    ['#/methodology/electricity', null, '更多'],
    ['#/rewards', '积分与徽章', '更多'],
    ['#/usual', '常用', '更多'],
    ['#/measure', '路上测距', '更多'],
    ['#/share/2026', '分享', '报告'],
    ['#/share/certificate/2025', '年度纪念证书', '报告'],
    ['#/campaign', '活动', '更多'],
    ['#/campaign/join/AQ', '读不出活动', '更多'],
    ['#/settings', '设置', '更多'],
    ['#/summary', '我少排了多少', '报告'],
    ['#/embed', '嵌入到网站', '更多'],
    ['#/more', '更多', '更多'],
    ['#/guide', '怎么用', '更多'],
    ['#/about', '关于', '更多'],
    ['#/privacy', '隐私', '更多'],
    ['#/accessibility', '无障碍', '更多'],
  ]) {
    await page.goto(`./?${count}${place}`);
    count += 1;
    if (heading === null) {
      await expect(title(page)).toBeVisible();
      await expect(title(page)).not.toHaveText('没有这个页面');
    } else {
      await expect(title(page), place).toHaveText(heading);
    }
    await expect(page).toHaveTitle(/ · 碳普惠个人碳账户$/);
    await expect(page.getByRole('navigation', { name: '主导航' }).locator('[aria-current=page]')).toHaveText(tab);
  }
});

test('the statement of a month is that month’s', async ({ page }) => {
  await seed(page, records());
  await page.goto('./#/statement/2026-10');
  await expect(page.getByRole('heading', { level: 2, name: '2026年10月' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('38.5 千克');
  await page.getByRole('link', { name: '往后：2026年11月' }).click();
  await expect(page.getByRole('heading', { level: 2, name: '2026年11月' })).toBeVisible();
  await expect(page).toHaveURL(/#\/statement\/2026-11$/);
});

test('a link fills in the form, and saves nothing unasked', async ({ page }) => {
  await page.goto('./#/record/bus?distance_km=8&replaced=car');
  await expect(page.getByText('还没有保存')).toBeVisible();
  await expect(page.getByRole('textbox', { name: '坐了多远' })).toHaveValue('8');
  await expect(page.getByRole('radio', { name: '开私家车' })).toBeChecked();
  await expect(page.getByRole('region', { name: '结果' })).toContainText('915 克');
  await expect(page.getByRole('region', { name: '结果' })).toContainText('457 分');
  await page.waitForTimeout(300);
  expect(await entries(page)).toBe(0);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(title(page)).toHaveText('已保存在本机');
  expect(await entries(page)).toBe(1);
});

test('another link while a form is open fills in the other form', async ({ page }) => {
  await page.goto('./#/record/bus?distance_km=8');
  await expect(page.getByRole('textbox', { name: '坐了多远' })).toHaveValue('8');
  await visit(page, '#/record/bus?distance_km=12');
  await expect(page.getByRole('textbox', { name: '坐了多远' })).toHaveValue('12');
  await visit(page, '#/record/walk?distance_km=2');
  await expect(page.getByRole('textbox', { name: '走了多远' })).toHaveValue('2');
});

test('malformed values in a link fall back or are said to be wrong', async ({ page }) => {
  await page.goto('./#/record/bus?distance_km=%E0%A4&replaced=rocket&evidence=&on=&colour=green&&=');
  await expect(title(page)).toHaveText('公交');
  await expect(page.getByRole('textbox', { name: '坐了多远' })).toHaveValue('6');
  await expect(page.getByRole('radio', { name: '不确定（按城市平均）' })).toBeChecked();
  await expect(page.getByRole('radio', { name: '没有凭证（自报）' })).toBeChecked();

  await visit(page, '#/record/walk?distance_km=lots');
  const field = page.getByRole('textbox', { name: '走了多远' });
  await expect(field).toHaveValue('lots');
  await expect(field).toHaveAccessibleDescription(/这不是一个数/);

  await visit(page, '#/record/bicycle?on=2099-01-01');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('还没到这一天')).toBeVisible();
  expect(await entries(page)).toBe(0);
});

test('an unknown address is no dead end', async ({ page }) => {
  for (const place of ['#/nowhere', '#/record/flying-carpet', '#/statement/2026-13', '#/ledger/x', '#x', '#/%E0%A4%A']) {
    await page.goto('about:blank');
    await page.goto(`./${place}`);
    await expect(title(page), place).toHaveText('没有这个页面');
    await page.getByRole('link', { name: '回到今日' }).click();
    await expect(title(page)).toHaveText('今日');
  }
  await visit(page, '#/methodology/no-such-factor');
  await expect(page.getByRole('main').getByRole('link', { name: '方法' }).first()).toBeVisible();
});

test('an entry that is gone is said to be gone', async ({ page }) => {
  await page.goto('./#/record/bus?edit=00000000000000ff');
  await expect(title(page)).toHaveText('这条记录不在了');
});

test('the button back goes back', async ({ page }) => {
  await page.goto('./');
  const nav = page.getByRole('navigation', { name: '主导航' });
  await nav.getByRole('link', { name: '记录' }).click();
  await page.getByRole('link', { name: '公交', exact: true }).first().click();
  await expect(title(page)).toHaveText('公交');
  await page.goBack();
  await expect(title(page)).toHaveText('记一笔');
  await page.goBack();
  await expect(title(page)).toHaveText('今日');
  await page.goForward();
  await expect(title(page)).toHaveText('记一笔');
});

test('the query chooses language, theme and size of text, and unknown values fall back', async ({ page }) => {
  await page.goto('./?lang=en&theme=dark&text=large#/ledger');
  await expect(title(page)).toHaveText('Ledger');
  await expect(page).toHaveTitle('Ledger · My carbon account');
  expect(await root(page)).toEqual(['en', 'dark', 'large']);
  await page.goto('./?lang=tlh&theme=sepia&text=tiny#/ledger');
  await expect(title(page)).toHaveText('账本');
  expect(await root(page)).toEqual(['zh-CN', 'auto', 'normal']);
});

test('what is chosen in the settings holds, here and after a reload', async ({ page }) => {
  await page.goto('./#/settings');
  await page.getByRole('group', { name: '语言' }).getByRole('radio', { name: 'English', exact: true }).check();
  await expect(title(page)).toHaveText('Settings');
  await expect(page).toHaveTitle('Settings · My carbon account');
  await page.getByRole('group', { name: 'Colours' }).getByRole('radio', { name: 'Dark', exact: true }).check();
  await page.getByRole('group', { name: 'Text size' }).getByRole('radio', { name: 'Large', exact: true }).check();
  expect(await root(page)).toEqual(['en', 'dark', 'large']);
  await page.reload();
  await expect(title(page)).toHaveText('Settings');
  expect(await root(page)).toEqual(['en', 'dark', 'large']);
  await page.getByRole('button', { name: '中文' }).click();
  await expect(title(page)).toHaveText('设置');
  await expect(page).toHaveTitle(/^设置/);
  expect((await root(page))[0]).toBe('zh-CN');
});

test('the reader’s own mix of modes changes what is unsaid, and every result says so', async ({ page }) => {
  await page.goto('./#/settings');
  for (const [name, value] of [['汽车占多少', '100'], ['公交占多少', '0'], ['电动车占多少', '0'], ['摩托车占多少', '0']]) {
    await page.getByRole('textbox', { name }).fill(value);
  }
  await page.getByRole('textbox', { name: '每辆汽车平均坐几人' }).fill('1');
  await page.getByRole('button', { name: '用我的出行结构' }).click();
  await expect(page.getByText('现在用的是您自己的。')).toBeVisible();
  await visit(page, '#/record/walk?distance_km=1');
  await page.locator('summary', { hasText: '为什么是这个数' }).click();
  await expect(page.getByText('按您自己设定的出行结构')).toBeVisible();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await visit(page, '#/ledger');
  await expect(page.getByText('自设出行结构')).toBeVisible();
});

test('back leads to where one was on the page, a link to the top of its page', async ({ page }) => {
  await seed(page, manyRecords(200));
  await page.goto('./#/ledger');
  const down = () => page.evaluate(() => Math.round(window.scrollY));
  await page.getByRole('link', { name: /^修改：/ }).nth(18).scrollIntoViewIfNeeded();
  await expect.poll(() => page.evaluate(() => history.state?.y ?? 0)).toBeGreaterThan(500);
  const left = await down();
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '更多' }).click();
  await expect(title(page)).toHaveText('更多');
  expect(await down()).toBe(0);
  await page.goBack();
  await expect(title(page)).toHaveText('账本');
  await expect.poll(down).toBe(left);
});

test.describe('outside the page', () => {
  // A plain text has no icon of its own, and Chromium asks for the site's.
  test.use({ expectedErrors: ['404'] });

  test('the programs in the page and their licences are listed beside it', async ({ page }) => {
    await page.goto('./#/about');
    await page.getByRole('main').getByRole('link', { name: '本页用到的程序和许可证' }).click();
    await expect(page.locator('body')).toContainText(/\syew \d[\d.]*: MIT /);
  });
});
