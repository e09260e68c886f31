// Reading aloud, by a double of the browser's voices that speaks no sound and ends
// when the test says so. docs/accessibility.md tells what was heard with real ones.
import { test, expect } from './house.mjs';
import { doors, open, records, visit } from './support/places.mjs';

const CHINESE = { lang: 'zh-CN', localService: true };
const ENGLISH = { lang: 'en-US', localService: true };

/** Voices that end when the test says so. */
function voices(page, voices) {
  return page.addInitScript((voices) => {
    const said = [];
    let current = null;
    const end = (type, error) => {
      const utterance = current;
      current = null;
      const event = Object.assign(new Event(type), { error });
      utterance?.[`on${type}`]?.(event);
    };
    window.said = said;
    window.next = () => end('end');
    window.SpeechSynthesisUtterance = class {
      constructor(text) {
        this.text = text;
      }
    };
    Object.defineProperty(window, 'speechSynthesis', {
      value: {
        getVoices: () => voices,
        speak(utterance) {
          said.push({ text: utterance.text, lang: utterance.lang });
          current = utterance;
        },
        cancel: () => current && end('error', 'canceled'),
      },
    });
  }, voices);
}

const texts = (page) => page.evaluate(() => window.said.map(({ text }) => text));
const marked = (page) => page.locator('[data-read]');

test('the page is read aloud, marked, paused and stopped', async ({ page }) => {
  await voices(page, [
    { lang: 'zh-CN', localService: false },
    { lang: 'en-US', localService: true },
    { lang: 'zh_CN', localService: true },
  ]);
  await open(page, records(), '?text=elder');
  await page.getByRole('button', { name: '朗读' }).click();
  await expect(marked(page)).toHaveText('今日');
  await page.evaluate(() => window.next());
  await expect(marked(page)).toContainText('2026年11月22日');
  const pause = page.getByRole('button', { name: '暂停' });
  await pause.click();
  await expect(marked(page)).toHaveCount(0);
  const resume = page.getByRole('button', { name: '继续' });
  await expect(resume).toBeFocused();
  const before = await texts(page);
  await page.evaluate(() => window.next());
  expect(await texts(page)).toEqual(before);

  // It goes on with what it was in the middle of.
  await resume.click();
  await expect.poll(() => texts(page)).toEqual(['今日', '2026年11月22日 星期日', '2026年11月22日 星期日']);
  expect(await page.evaluate(() => window.said[0].lang)).toBe('zh_CN');

  await page.getByRole('button', { name: '停止朗读' }).click();
  await expect(page.getByRole('button', { name: '朗读', exact: true })).toBeFocused();
  await expect(marked(page)).toHaveCount(0);

  // Another page makes it fall silent, and is read from its top.
  await page.getByRole('button', { name: '朗读' }).click();
  await doors(page).last().click();
  await expect(marked(page)).toHaveCount(0);
  await page.getByRole('button', { name: '朗读', exact: true }).click();
  await expect(marked(page)).toHaveText('更多');

  // All of a page, each part once, and then silence.
  const whole = await page.locator('main').innerText();
  for (let parts = 0; parts < 80 && (await marked(page).count()) > 0; parts += 1) {
    const now = (await texts(page)).length;
    await page.evaluate(() => window.next());
    await expect
      .poll(async () => (await texts(page)).length > now || (await marked(page).count()) === 0)
      .toBe(true);
  }
  await expect(page.getByRole('button', { name: '朗读', exact: true })).toBeVisible();
  const read = (await texts(page)).slice(-whole.split('\n').length).join('\n');
  for (const line of whole.split('\n')) expect(read).toContain(line.trim());
});

test('without a voice of the device nothing is read, and it is said', async ({ page }) => {
  await voices(page, [{ lang: 'zh-CN', localService: false }]);
  await open(page, records(), '?text=elder');
  await page.getByRole('button', { name: '朗读' }).click();
  await expect(page.getByRole('status').filter({ hasText: '没有中文语音' })).toBeVisible();
  await expect(page.getByRole('button', { name: '朗读', exact: true })).toBeVisible();
  expect(await texts(page)).toEqual([]);
});

test('the ordinary edition reads aloud where that is chosen', async ({ page }) => {
  await voices(page, [{ lang: 'zh-CN', localService: true }]);
  await open(page);
  await expect(page.getByRole('button', { name: '朗读' })).toHaveCount(0);
  await visit(page, '#/settings');
  await page.getByRole('radio', { name: '显示', exact: true }).check();
  await visit(page, '#/privacy');
  await page.getByRole('button', { name: '朗读' }).click();
  await expect(marked(page)).toHaveText('隐私');
});

test('a voice that is called Mandarin speaks Chinese, and Cantonese does not', async ({ page }) => {
  await voices(page, [{ lang: 'yue', localService: true }, { lang: 'cmn', localService: true }]);
  await open(page, records(), '?text=elder');
  await page.getByRole('button', { name: '朗读' }).click();
  await expect(marked(page)).toHaveText('今日');
  expect(await page.evaluate(() => window.said[0].lang)).toBe('cmn');
});

test('a browser that never finds a voice is told from one without a Chinese voice', async ({ page }) => {
  await voices(page, []);
  await open(page, records(), '?text=elder');
  await page.getByRole('button', { name: '朗读' }).click();
  await expect(page.getByRole('status').filter({ hasText: '这个浏览器不能朗读' })).toBeVisible();
});

test('in another language it falls silent, and begins anew in that', async ({ page }) => {
  await voices(page, [CHINESE, ENGLISH]);
  await open(page);
  await visit(page, '#/settings');
  await page.getByRole('radio', { name: '显示', exact: true }).check();
  await page.getByRole('button', { name: '朗读' }).click();
  await expect(marked(page)).toHaveText('设置');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(marked(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Read aloud' }).click();
  await expect(marked(page)).toHaveText('Settings');
  expect(await page.evaluate(() => window.said.map(({ lang }) => lang))).toEqual(['zh-CN', 'en-US']);
});

test('who leaves the edition for the elder while it reads can stop it', async ({ page }) => {
  await voices(page, [CHINESE]);
  await open(page);
  await page.getByRole('button', { name: '长辈版' }).click();
  await page.getByRole('button', { name: '朗读' }).click();
  await expect(marked(page)).toHaveText('今日');
  await page.getByRole('button', { name: '标准版' }).click();
  await page.getByRole('button', { name: '停止朗读' }).click();
  await expect(marked(page)).toHaveCount(0);
  // The buttons are gone with it.
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await visit(page, '#/more');
  await expect(page.getByRole('button', { name: '朗读' })).toHaveCount(0);
});

test('in a form it says what was typed and chosen', async ({ page }) => {
  await voices(page, [CHINESE]);
  await open(page, [], '?text=elder#/record/bus?distance_km=12.5&replaced=taxi');
  // The note stands behind a name, which may be open.
  await page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
  await page.getByRole('button', { name: '朗读' }).click();
  await expect(marked(page)).toHaveText('公交');
  const heard = async () => (await texts(page)).at(-1);
  while (!(await heard()).startsWith('打车')) {
    const now = (await texts(page)).length;
    await page.evaluate(() => window.next());
    await expect.poll(async () => (await texts(page)).length).toBeGreaterThan(now);
  }
  const said = await texts(page);
  expect(said.slice(said.indexOf('坐了多远'), said.indexOf('坐了多远') + 3)).toEqual(['坐了多远', '12.5', '公里']);
  expect(said).toContain('开私家车');
  expect(said.at(-1)).toMatch(/^打车.* ，已选$/);

  // On to the end: the empty note is passed over.
  while ((await marked(page).count()) > 0) {
    const now = (await texts(page)).length;
    await page.evaluate(() => window.next());
    await expect
      .poll(async () => (await texts(page)).length > now || (await marked(page).count()) === 0)
      .toBe(true);
  }
  const whole = await texts(page);
  expect(whole).toContain('备注');
  expect(whole).not.toContain('');
});
