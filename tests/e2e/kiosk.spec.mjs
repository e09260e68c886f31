// The kiosk at a stall: a minute from the first tap to the code, in either
// language, without a network, and nothing of a person is left for the next.
import { test, expect } from './house.mjs';
import { assess } from './support/assess.mjs';
import { KEY, PACK, knownAs } from './support/campaign.mjs';
import { totals } from './support/expected.mjs';
import { carbon, mass } from './support/figures.mjs';
import { hardToRead, smallTargets, tooWide, violations } from './support/inspect.mjs';
import { button, start, tell, title, traces } from './support/kiosk.mjs';
import { NOW, TODAY, records, visit } from './support/places.mjs';
import { readCode } from './support/qr.mjs';
import { seed } from './support/record-line.mjs';

const main = (page) => page.getByRole('main');
const code = (page) => page.getByRole('img', { name: '二维码：您今天的记录' });
const question = (page) => page.getByRole('alertdialog', { name: '您还在吗？' });
const DEEDS = [
  ['bus', ['12 公里']],
  ['carpool', ['20 公里', '3']],
  ['clean-plate', ['吃光了几餐 加 1']],
];
const ENTRIES = [
  { action: 'bus', on: TODAY, inputs: { distance_km: '12' } },
  { action: 'carpool', on: TODAY, inputs: { distance_km: '20', occupancy: '3' } },
  { action: 'clean-plate', on: TODAY, inputs: { count: '2' } },
];

/** The tablet of somebody who has an account of their own on it. */
async function open(page, query = '') {
  await page.clock.install({ time: NOW });
  await seed(page, records());
  await page.goto(`./${query}#/campaign/kiosk`);
  await expect(start(page)).toBeVisible();
}

/** Time goes by a second at a time, as it does. */
const wait = (page, seconds) => page.clock.runFor(seconds * 1000);

test('a person goes from the first tap to the code in a handful of taps', async ({ page, withoutRequests }) => {
  test.setTimeout(120_000);
  // Before anybody is there: it may have to be compiled.
  const expected = totals(assess(ENTRIES).map((assessment, at) => ({ ...ENTRIES[at], assessment })));
  await open(page);
  // The way out, the tabs and the account are none of a visitor's business.
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByRole('link')).toHaveCount(0);
  await withoutRequests(async () => {
    await tell(page, DEEDS);
    await expect(main(page)).toContainText(carbon(expected.carbon));
    await expect(main(page)).toContainText(`可能在 ${carbon(expected.low)}到 ${carbon(expected.high)}之间`);
    await expect(main(page)).toContainText(mass(expected.pollutants.NOx));
    await expect(main(page)).toContainText('相当于');
    await expect(main(page)).toContainText('怎么算的：');
    await button(page, '带走').click();
    await expect(title(page, '把记录带走')).toBeFocused();
  });
  const link = await readCode(code(page));
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#\/transfer\/[\w-]+$/);
  await button(page, '完成，下一位').click();
  await expect(start(page)).toBeVisible();

  // On the person's own phone it is previewed, and taken in when they say so.
  const phone = await page.context().browser().newPage();
  await phone.goto(link);
  await expect(phone.getByRole('main')).toContainText('3');
  await phone.getByRole('button', { name: '放进我的账户', exact: true }).click();
  await expect(phone.getByText(/已放进来 3 条/)).toBeVisible();
  await visit(phone, '#/ledger');
  for (const text of ['12 公里', '20 公里 · 3 人', '× 2']) await expect(phone.getByRole('main')).toContainText(text);
  await phone.close();
});

test('nothing of a person is left for the next, and the owner’s account is neither shown nor touched', async ({ page, context }) => {
  await open(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(1);
  // As it stands after somebody: the first tap asks for the screen.
  const before = await traces(page, context);
  expect(before.local).not.toEqual({});
  const unchanged = async () => {
    const now = await traces(page, context);
    expect(now.fields, 'nothing to be filled in').toBe(0);
    for (const what of ['local', 'session', 'databases', 'caching', 'cookies', 'address', 'history', 'name']) {
      expect(now[what], what).toEqual(before[what]);
    }
    for (const text of ['送孩子上学', '没有树的路', '清洁取暖', '记录条数']) {
      await expect(page.locator('body')).not.toContainText(text);
    }
    return now;
  };
  await start(page).click();
  await unchanged();
  await button(page, '公交').click();
  await button(page, '光盘行动').click();
  await unchanged();
  for (const next of ['下一步', '下一步', '下一步', '带走']) {
    await button(page, next).click();
    await unchanged();
  }
  await expect(code(page)).toBeVisible();
  await button(page, 'English').click();
  await button(page, 'Done, next person').click();
  await expect(start(page)).toBeVisible();
  expect(await unchanged()).toEqual(before);

  // The same for somebody who just walks away.
  await tell(page, [['walk', ['3 公里']]]);
  await wait(page, 91);
  await expect(question(page)).toBeVisible();
  await wait(page, 20);
  await expect(start(page)).toBeVisible();
  expect(await unchanged()).toEqual(before);

  // And whoever comes next begins with nothing.
  await start(page).click();
  await expect(page.getByRole('button', { pressed: true })).toHaveCount(0);
  await button(page, '步行').click();
  await button(page, '下一步').click();
  await expect(main(page).getByRole('status')).toHaveText('1.5 公里');
  await button(page, '清空，重来').click();
  await page.reload();
  await expect(start(page)).toBeVisible();
  await visit(page, '#/ledger');
  await expect(page.getByRole('link', { name: /^修改：/ })).toHaveCount(records().length);
});

test('who reads is asked before anything is cleared, and one tap or key answers', async ({ page }) => {
  await open(page);
  await start(page).click();
  await button(page, '公交').click();
  await wait(page, 59);
  await expect(question(page)).toBeHidden();
  await wait(page, 2);
  await expect(question(page)).toBeVisible();
  await expect(button(page, '我还在')).toBeFocused();
  await expect(page.getByRole('timer')).toContainText(/^(19|20) 秒后清空$/);
  await wait(page, 5);
  await expect(page.getByRole('timer')).toContainText(/^1[45] 秒后清空$/);
  // A key: nothing else happens by it, and the focus goes back to where it was.
  await page.keyboard.press('Enter');
  await expect(question(page)).toBeHidden();
  await wait(page, 1);
  await expect(button(page, '公交')).toBeFocused();
  await expect(button(page, '公交')).toHaveAttribute('aria-pressed', 'true');

  // A tap, anywhere.
  await wait(page, 61);
  await expect(question(page)).toBeVisible();
  await page.touchscreen.tap(20, 20);
  await expect(question(page)).toBeHidden();
  await expect(title(page, '今天做了哪几件？')).toBeVisible();
  await expect(button(page, '公交')).toHaveAttribute('aria-pressed', 'true');

  // Scrolling says that somebody is there.
  await wait(page, 50);
  await page.mouse.wheel(0, 200);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
  await wait(page, 50);
  await expect(question(page)).toBeHidden();

  // A tablet that slept does not ask whom it woke up with.
  await page.clock.fastForward('01:00:00');
  await expect(start(page)).toBeVisible();
});

test('both languages stand at the beginning, and each step can be turned to the other', async ({ page }) => {
  await open(page, '?lang=en');
  for (const text of ['今天，您为低碳做了什么？', 'What did you do for the climate today?', 'nothing stays on this device']) {
    await expect(main(page)).toContainText(text);
  }
  await button(page, 'Start in English').click();
  const kiosk = page.locator('main [lang]').first();
  await expect(kiosk).toHaveAttribute('lang', 'en');
  await button(page, 'Bus').click();
  await button(page, '中文').click();
  await expect(button(page, 'English')).toBeFocused();
  await expect(kiosk).toHaveAttribute('lang', 'zh-CN');
  await expect(button(page, '公交')).toHaveAttribute('aria-pressed', 'true');
  await button(page, '下一步').click();
  await button(page, '12 公里').click();
  await button(page, 'English').click();
  await expect(main(page).getByRole('status')).toHaveText('12 km');
  await button(page, 'Next').click();
  await expect(main(page)).toContainText('Saves about');
  await expect(main(page)).toContainText('312 g');
  await button(page, 'Take it along').click();
  await expect(main(page)).toContainText('Take into my account');
  // The tablet's own language is its owner's choice.
  expect(await page.evaluate(() => localStorage.getItem('carbon-inclusion/settings'))).toBe(null);
});

test('staff gets out by three digits, a visitor does not by chance; the screen is filled and stays on', async ({ page }) => {
  await page.addInitScript(() => {
    window.asked = [];
    const lock = { release: () => Promise.resolve(window.asked.push('released')) };
    const request = () => Promise.resolve(window.asked.push('stay on')).then(() => lock);
    Object.defineProperty(Navigator.prototype, 'wakeLock', { value: { request } });
    Element.prototype.requestFullscreen = () => Promise.resolve(window.asked.push('fill'));
  });
  await open(page);
  const asked = () => page.evaluate(() => window.asked);
  await tell(page, [['walk']]);
  await expect.poll(asked).toEqual(['fill', 'stay on']);
  await button(page, '清空，重来').click();
  const staff = button(page, '工作人员 · Staff');
  const digits = async () => (await main(page).getByText(/请依次按/).textContent()).match(/\d/g);
  await staff.click();
  const [first] = await digits();
  await button(page, String((Number(first) + 1) % 10)).click();
  await expect(start(page)).toBeVisible();
  await staff.click();
  await button(page, '不退出').click();
  await staff.click();
  await wait(page, 51);
  await expect(start(page)).toBeVisible();
  await staff.click();
  for (const digit of await digits()) await button(page, digit).click();
  await expect(page.getByRole('navigation')).toBeVisible();
  await expect(page).toHaveURL(/#\/campaign$/);
  expect(await asked()).toEqual(['fill', 'stay on', 'released']);
});

test('at a campaign it offers what that is about, and a card for the tally', async ({ page }) => {
  const settings = knownAs(PACK);
  await page.clock.install({ time: NOW });
  await seed(page, [...records(), ['carbon-inclusion/settings', settings]]);
  await page.goto(`./#/campaign/organise/${KEY}`);
  await page.getByRole('link', { name: /^现场模式/ }).click();
  for (const text of ['绿色出行周', 'Green Travel Week', '2026年11月20日']) await expect(main(page)).toContainText(text);
  await start(page).click();
  await expect(main(page).getByRole('listitem')).toHaveText(['步行', '骑自行车', '公交', '电动汽车']);
  await button(page, '公交').click();
  for (const next of ['下一步', '下一步', '带走']) await button(page, next).click();
  const card = page.getByRole('img', { name: '二维码：您的贡献卡' });
  const alone = await readCode(card);
  await button(page, '二班').click();
  await expect(button(page, '二班')).toHaveAttribute('aria-pressed', 'true');
  const grouped = await readCode(card);
  expect(grouped).not.toBe(alone);
  await button(page, '完成，下一位').click();

  // Both are of one participant, who counts once, in the group that was said last.
  await visit(page, `#/campaign/tally/${KEY}`);
  for (const code of [grouped, alone]) {
    await page.getByRole('textbox', { name: '用扫码枪扫，或粘贴贡献卡的文字' }).fill(code);
    await button(page, '收下').click();
    await expect(main(page)).toContainText('收到 1 人的贡献卡');
  }
  await expect(main(page)).toContainText('这张旧卡不算');

  // On another day than its own nothing counts for it, and a campaign that nobody knows here is none.
  await page.clock.setFixedTime(new Date('2026-12-01T10:00:00+08:00'));
  await visit(page, `#/campaign/kiosk/${KEY}`);
  await expect(main(page)).toContainText('已结束');
  await tell(page, [['bus']]);
  await button(page, '带走').click();
  await expect(code(page)).toBeVisible();
  await expect(card).toHaveCount(0);
  await visit(page, '#/campaign/kiosk/00000000000000aa');
  await expect(main(page).getByRole('link')).toBeVisible();
});

test.describe('without a network', () => {
  test.use({ expectedErrors: ['Failed to load', 'ERR_INTERNET_DISCONNECTED'] });

  test('it opens and serves', async ({ page, context }) => {
    await page.goto('./#/campaign/kiosk');
    await expect(start(page)).toBeVisible();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await expect.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
    await context.setOffline(true);
    await page.reload();
    await tell(page, [['own-cup', ['2']]]);
    await button(page, '带走').click();
    await expect(code(page)).toBeVisible();
    await button(page, '完成，下一位').click();
    await expect(start(page)).toBeVisible();
  });
});

test('with the keyboard alone', async ({ page }) => {
  await open(page);
  const { keyboard } = page;
  const to = async (locator) => {
    for (let presses = 0; presses < 30; presses += 1) {
      if (await locator.evaluate((element) => element === document.activeElement)) return;
      await keyboard.press('Tab');
    }
    throw new Error(`not reached: ${locator}`);
  };
  const press = async (name, key = 'Enter') => {
    await to(button(page, name));
    await keyboard.press(key);
  };
  await press('点这里开始');
  await expect(title(page, '今天做了哪几件？')).toBeFocused();
  await press('公交', 'Space');
  await expect(main(page).getByRole('status')).toHaveText('已选 1 件');
  await press('下一步');
  await expect(title(page, '公交')).toBeFocused();
  await press('坐了多远 加 500 米');
  await expect(main(page).getByRole('status')).toHaveText('6.5 公里');
  await press('下一步');
  await press('带走');
  await expect(title(page, '把记录带走')).toBeFocused();
  await press('完成，下一位');
  await expect(title(page, '今天，您为低碳做了什么？')).toBeFocused();
});

const SIZES = { 'a phone': [360, 740], 'a tablet upright': [768, 1024], 'a tablet across': [1024, 768] };

for (const [what, [width, height]] of Object.entries(SIZES)) {
  test(`everybody can read it and hit it: ${what}`, async ({ page }) => {
    test.setTimeout(60_000);
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page);
    const wrong = [];
    const look = async (where) => {
      const looks = { axe: await violations(page), fingers: await smallTargets(page, 60), wide: await tooWide(page) };
      for (const theme of ['light', 'dark']) {
        await page.evaluate((theme) => document.documentElement.setAttribute('data-theme', theme), theme);
        looks[theme] = await hardToRead(page);
      }
      for (const [how, found] of Object.entries(looks)) wrong.push(...found.map((text) => `${where}, ${how}: ${text}`));
    };
    const next = page.locator('#kiosk-next');
    await look('the beginning');
    for (const [begin, bus, carpool] of [['点这里开始', '公交', '拼车'], ['Start in English', 'Bus', 'Carpool']]) {
      await button(page, begin).click();
      for (const name of [bus, carpool]) await button(page, name).click();
      await look('choosing');
      await next.click();
      await next.click();
      await look('two amounts');
      await next.click();
      await look('the result');
      await next.click();
      await look('the code');
      await wait(page, 121);
      await look('the question');
      await wait(page, 20);
    }
    await button(page, '工作人员 · Staff').click();
    await look('the way out');
    expect(wrong).toEqual([]);
  });
}
