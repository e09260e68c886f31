// A picture to be shown to others, and a year on one sheet of paper: nothing is
// in them but what was chosen.
import { readFile, writeFile } from 'node:fs/promises';
import { test, expect } from './house.mjs';
import { printed } from './support/paper.mjs';
import { NOW, records, visit } from './support/places.mjs';
import { seed } from './support/record-line.mjs';

const main = (page) => page.getByRole('main');
const button = (page, name) => page.getByRole('button', { name, exact: true });
const tick = (page, name) => page.getByRole('checkbox', { name, exact: true }).check();
const made = (page) => page.locator('img.share-picture');

/** Opens a place; `shares` is what the double of the share sheet takes. */
async function open(page, place, { items = records(), query = '', shares = 'files' } = {}) {
  await page.clock.setFixedTime(NOW);
  await page.addInitScript((shares) => {
    window.drawn = [];
    window.shared = [];
    const fillText = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function spied(text, ...rest) {
      window.drawn.push(text);
      return fillText.call(this, text, ...rest);
    };
    navigator.canShare = (data) => shares === 'files' || !data.files;
    navigator.share = async ({ files, ...rest }) => {
      window.shared.push({ names: files.map(({ name, type }) => `${name} ${type}`), rest: Object.keys(rest) });
    };
  }, shares);
  await seed(page, items);
  await page.goto(`./${query}${place}`);
  await expect(main(page).getByRole('heading', { level: 1 })).not.toHaveText(/正在打开|Opening/);
}

/** The size of the picture, and the colours of some of its pixels. */
const pixels = (page, places) =>
  made(page).evaluate(async (image, places) => {
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(image, 0, 0);
    const hex = (value) => value.toString(16).padStart(2, '0');
    const colours = places.map(([x, y]) => `#${[...context.getImageData(x, y, 1, 1).data].slice(0, 3).map(hex).join('')}`);
    return { size: [canvas.width, canvas.height], colours };
  }, places);

test.describe('a picture', () => {
  test.skip(({ isMobile }) => !isMobile, 'the same on a desk');

  test('shows what was ticked, and nothing else', async ({ page }) => {
    await open(page, '#/share/2026-11');
    await expect(button(page, '生成图片')).toBeDisabled();
    const preview = page.locator('svg.share-picture');
    await expect(preview).toContainText('2026年11月');
    await expect(preview).toContainText('方法学版本 liaocheng-2026.1');
    await expect(preview).not.toContainText(/千克|\d 分|\d 次|NOx/);
    await tick(page, '绿色出行');
    await page.getByRole('textbox', { name: '名字' }).fill('小明');
    await expect(preview).toContainText('小明');
    await button(page, '生成图片').click();
    await expect(made(page)).toHaveAttribute('alt', /绿色出行 \d+ 次 · 占全部出行的 [\d.]+%.*自报.*liaocheng-2026\.1/);
    const { size, colours } = await pixels(page, [[10, 10], [10, 1000]]);
    expect(size).toEqual([1080, 1440]);
    expect(colours).toEqual(['#19643e', '#ffffff']);
    const drawn = (await page.evaluate(() => window.drawn)).join('\n');
    expect(drawn).toContain('小明');
    expect(drawn).not.toMatch(/千克|吨|\d 分|NOx|送孩子/);
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    expect(kept).not.toContain('小明');
    // What is chosen otherwise is another picture.
    await tick(page, '积分');
    await expect(made(page)).toHaveCount(0);
    await expect(button(page, '生成图片')).toBeEnabled();
  });

  test('is saved as a file, and sent as one', async ({ page }) => {
    await open(page, '#/share/2026');
    await tick(page, '减排量');
    await tick(page, '污染物');
    await button(page, '生成图片').click();
    const downloading = page.waitForEvent('download');
    await button(page, '保存图片').click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('carbon-inclusion-2026.png');
    const file = await readFile(await download.path());
    expect(file.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([1080, 1440]);
    await button(page, '发送').click();
    const shared = await page.evaluate(() => window.shared);
    expect(shared).toEqual([{ names: ['carbon-inclusion-2026.png image/png'], rest: [] }]);
  });

  test('is saved where no file can be sent', async ({ page }) => {
    await open(page, '#/share/all', { shares: 'links' });
    await tick(page, '积分');
    await button(page, '生成图片').click();
    const downloading = page.waitForEvent('download');
    await button(page, '发送').click();
    expect((await downloading).suggestedFilename()).toBe('carbon-inclusion-all.png');
    expect(await page.evaluate(() => window.shared)).toEqual([]);
  });

  test('can be in the other language and in dark colours', async ({ page }) => {
    await open(page, '#/share/2026-11');
    for (const name of ['减排量', '绿色出行', '积分', '污染物']) await tick(page, name);
    await page.getByRole('group', { name: '图片上的语言' }).getByRole('radio', { name: 'English' }).check();
    await page.getByRole('group', { name: '图片的颜色' }).getByRole('radio', { name: '深色' }).check();
    await button(page, '生成图片').click();
    await expect(made(page)).toHaveAttribute('alt', /November 2026.*Self-reported/);
    const { colours } = await pixels(page, [[10, 10], [10, 1000]]);
    expect(colours).toEqual(['#7ed3a1', '#18201c']);
    expect((await page.evaluate(() => window.drawn)).join('\n')).not.toMatch(/[\u4e00-\u9fff]/);
  });

  test('a name that cannot be shown is said to be wrong, and is not shown', async ({ page }) => {
    await open(page, '#/share');
    await tick(page, '积分');
    const name = page.getByRole('textbox', { name: '名字' });
    await name.fill('一二三四五六七八九十一二三四五六七八九十一');
    await expect(name).toHaveAccessibleDescription(/名字太长/);
    await expect(page.locator('svg.share-picture')).not.toContainText('一二三');
  });

  test('has nothing to show where nothing was recorded', async ({ page }) => {
    await open(page, '#/share', { items: [] });
    await expect(main(page)).toContainText('还没有可以报告的');
    await expect(button(page, '生成图片')).toHaveCount(0);
  });

  test('is reached from the statement and from the points', async ({ page }) => {
    await open(page, '#/statement/2026-10');
    await main(page).getByRole('link', { name: /^分享/ }).click();
    await expect(page.getByRole('combobox', { name: '哪一段时间' })).toHaveValue('2026-10');
    await visit(page, '#/rewards');
    await main(page).getByRole('link', { name: /^分享/ }).click();
    await expect(page.getByRole('combobox', { name: '哪一段时间' })).toHaveValue('2026-11');
    await main(page).getByRole('link', { name: /^年度纪念证书/ }).click();
    await expect(main(page).getByRole('heading', { level: 1 })).toHaveText('年度纪念证书');
  });
});

for (const query of ['?lang=zh-CN', '?lang=en&theme=dark', '?lang=zh-CN&text=elder']) {
  test(`the certificate of a year stands on one sheet of paper: ${query}`, async ({ page, isMobile }) => {
    test.skip(isMobile, 'paper is the same everywhere');
    await open(page, '#/share/certificate', { query });
    await page.locator('#share-name').fill('欧阳小明');
    const sheet = page.locator('.certificate');
    await expect(sheet).toContainText('欧阳小明');
    await expect(sheet).toContainText(/自报|self-reported/);
    await expect(sheet).toContainText(/没有金钱价值|no money value/);
    await expect(sheet).toContainText('liaocheng-2026.1');
    await expect(sheet.locator('.certificate-norms li')).toHaveCount(10);
    const { pdf, sheets, scale } = await printed(page);
    await writeFile(test.info().outputPath('certificate.pdf'), pdf);
    expect(sheets).toBe(1);
    expect(scale).toBeCloseTo(1, 3);
    await page.emulateMedia({ media: 'print' });
    for (const unwanted of [page.getByRole('button'), page.getByRole('textbox'), page.getByRole('navigation')]) {
      expect(await unwanted.filter({ visible: true }).count()).toBe(0);
    }
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('欧阳');
  });
}

test('the certificate is that of the chosen year, and says which norms it shows', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'the same on a desk');
  await open(page, '#/share/certificate/2026');
  const norms = page.locator('.certificate-norms');
  await expect(page.locator('.certificate')).toContainText('2026年，这本碳账户里记下了');
  const shown = norms.getByRole('listitem').filter({ hasText: /(?<!没)有记录/ });
  // Trips, clean heating, and something bought second-hand.
  expect(await shown.evaluateAll((items) => items.map((item) => parseInt(item.innerText, 10)))).toEqual([3, 4, 6]);
  await expect(main(page)).toContainText('记录里有 3 条');
  await page.getByRole('combobox', { name: '哪一年' }).selectOption('2025');
  await expect(main(page)).toContainText('记录里有 1 条');
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', 'once');
  });
  await button(page, '打印证书').click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'once');
  await visit(page, '#/share/certificate/2024');
  await expect(main(page)).toContainText('这一年没有记录');
  await expect(button(page, '打印证书')).toBeDisabled();
});
