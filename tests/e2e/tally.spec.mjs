// The organiser's desk: cards come in by scanner, pasting, picture and camera,
// each counts once, devices merge, and nothing is told of fewer than three.
import { readFile, writeFile } from 'node:fs/promises';
import { test, expect } from './house.mjs';
import { KEY, PACK, cardCode, knowing } from './support/cards.mjs';
import { faint, hardToRead, smallTargets, tooWide, violations } from './support/inspect.mjs';
import { NOW, records, visit } from './support/places.mjs';
import { seed } from './support/record-line.mjs';
import { databaseRecords } from './support/storage.mjs';

const TALLY = `#/campaign/tally/${KEY}`;
const field = (page) => page.getByRole('textbox', { name: '用扫码枪扫，或粘贴贡献卡的文字' });
const main = (page) => page.getByRole('main');
const said = (page, text) => expect(main(page).getByRole('status').filter({ hasText: text })).toBeVisible();
const button = (page, name) => page.getByRole('button', { name, exact: true });

async function open(page, items = []) {
  await seed(page, [knowing(), ...items]);
  await page.goto(`./${TALLY}`);
  await expect(page.getByRole('heading', { level: 1, name: '统计' })).toBeVisible();
}

/** As a hand scanner does: letter by letter, then Enter. */
async function scan(page, code) {
  await field(page).pressSequentially(code);
  await field(page).press('Enter');
}

async function paste(page, code) {
  await field(page).fill(code);
  await field(page).press('Enter');
}

const cards = (page) =>
  page.evaluate(() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('carbon-inclusion/card/'))));

test('cards are scanned and pasted, and each participant counts once', async ({ page, withoutRequests }) => {
  await open(page);
  await field(page).focus();
  await expect(main(page)).toContainText('还没有收到卡');
  await withoutRequests(async () => {
    await scan(page, cardCode({ participant: 1, grams: 500, group: 0 }));
    await said(page, '已计入，现在共 1 人');
    await expect(field(page)).toBeFocused();
    await expect(field(page)).toHaveValue('');
    await scan(page, cardCode({ participant: 2, grams: 700, group: 0 }).toLowerCase());
    await said(page, '已计入，现在共 2 人');
  });
  await expect(main(page)).toContainText('不到 3 人，先不显示数字');
  await expect(main(page)).not.toContainText(/克/);

  await paste(page, `${cardCode({ participant: 3, grams: 2000, group: 0 })}\n${cardCode({ participant: 1, grams: 500, group: 0 })}`);
  await said(page, '已计入，现在共 3 人');
  await said(page, '没有重复计算');
  await expect(main(page)).toContainText('3.2 千克');
  await expect(main(page)).toContainText('3.2 千克 / 10 千克');

  // A newer card of a participant, then the old one again.
  await paste(page, cardCode({ participant: 1, grams: 1500, group: 0, stamp: PACK.stamp + 1, entries: 2 }));
  await said(page, '新卡代替了旧卡');
  await expect(main(page)).toContainText('4.2 千克');
  await paste(page, cardCode({ participant: 1, grams: 500, group: 0 }));
  await said(page, '这张旧卡不算');

  for (const [code, why] of [
    [cardCode({ participant: 9, grams: 1, key: '00000000000000fe' }), '别的活动的贡献卡'],
    [`${cardCode({ participant: 9, grams: 1 }).slice(0, -3)}AAA`, '不完整或有错'],
    [cardCode({ participant: 9, grams: 1, version: 2 }), '新版本的程序'],
    ['https://example.org/', '这不是贡献卡'],
    ['<img src=x onerror=alert(1)>', '这不是贡献卡'],
    ['', '框里还没有文字'],
  ]) {
    await paste(page, code);
    await said(page, why);
    await expect(field(page)).toBeFocused();
  }
  await expect(main(page)).toContainText('收到 3 人的贡献卡');

  // One in another group: neither is told.
  const group = (name) => main(page).locator('dl.pairs > div').filter({ has: page.locator('dt', { hasText: name }) }).locator('dd');
  await expect(group('一班')).toContainText('3 人 · 4.2 千克');
  await paste(page, cardCode({ participant: 4, grams: 9000, group: 1 }));
  await said(page, '现在共 4 人');
  await expect(group('一班')).toHaveText('人少，不显示');
  await expect(group('二班')).toHaveText('人少，不显示');
  await expect(main(page)).toContainText('13.2 千克');
  await expect(main(page)).toContainText('已达成');

  // Both copies have one key a participant, and it is there again.
  const kept = await cards(page);
  expect(Object.keys(kept)).toHaveLength(4);
  await expect.poll(() => databaseRecords(page)).toEqual(kept);
  await page.reload();
  await expect(main(page)).toContainText('13.2 千克');
  await page.evaluate(() => localStorage.clear());
  await page.evaluate((settings) => localStorage.setItem(...settings), knowing());
  await page.reload();
  await expect(main(page)).toContainText('收到 4 人的贡献卡');
  expect(await cards(page)).toEqual(kept);
  await visit(page, '#/storage');
  await expect(main(page)).toContainText('另有 4 张收到的贡献卡');
});

test('two devices merge to the sum of both, once', async ({ page, browser, baseURL }) => {
  await open(page);
  await paste(page, [1, 2, 3].map((participant) => cardCode({ participant, grams: 1000 })).join(' '));
  await said(page, '现在共 3 人');

  const context = await browser.newContext({ baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const other = await context.newPage();
  await open(other);
  await paste(other, [3, 4].map((participant) => cardCode({ participant, grams: 2000, stamp: PACK.stamp + 5 })).join(' '));
  await said(other, '现在共 2 人');
  const saving = other.waitForEvent('download');
  await button(other, '保存统计文件').click();
  const file = await readFile(await (await saving).path(), 'utf8');
  await context.close();

  const choose = page.getByLabel('合并另一台设备的统计文件');
  await choose.setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await expect(main(page)).toContainText('新增 1 人');
  await expect(main(page)).toContainText('更新 1 人的卡');
  await expect(main(page)).toContainText('收到 3 人的贡献卡');
  await button(page, '合并').click();
  await said(page, '已合并，现在共 4 人');
  await expect(main(page)).toContainText('6 千克');
  await choose.setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from(file) });
  await expect(main(page)).toContainText('文件里没有新的卡');
  await expect(main(page)).toContainText('2 张已经有了');
  for (const [text, why] of [
    [file.replace(KEY, '00000000000000fe'), '这是别的活动的统计文件'],
    ['{"format":"carbon-inclusion-backup","version":1}', '不是'],
    ['{"format":"carbon-inclusion-tally","version":2}', '新'],
  ]) {
    await choose.setInputFiles({ name: 'c.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await said(page, why);
  }

  const table = page.waitForEvent('download');
  await button(page, '保存表格（CSV）').click();
  const rows = (await readFile(await (await table).path(), 'utf8')).split('\r\n');
  expect(rows[1]).toContain('合计,绿色出行周,4,4,4,6,6,6');
  expect(rows.find((row) => row.includes('一班'))).toContain('按组,一班,0');

  await button(page, '关闭').click();
  await button(page, '删除这份统计').click();
  await button(page, '取消').click();
  expect(Object.keys(await cards(page))).toHaveLength(4);
  await button(page, '删除这份统计').click();
  await expect(button(page, '确定删除，不能恢复')).toBeFocused();
  await button(page, '确定删除，不能恢复').click();
  await said(page, '已删除这份统计');
  expect(await cards(page)).toEqual({});
  await expect.poll(() => databaseRecords(page)).toEqual({});
});

test('the big screen follows another tab, three people at a time', async ({ page, context }) => {
  await open(page);
  const screen = await context.newPage();
  await screen.goto(`./#/campaign/screen/${KEY}`);
  await expect(screen.getByRole('heading', { level: 1, name: '我们一起' })).toBeVisible();
  await expect(main(screen)).toContainText('收到 3 张贡献卡以后');
  for (let participant = 1; participant <= 6; participant += 1) {
    await paste(page, cardCode({ participant, grams: 1000 }));
    await expect(main(screen)).toContainText(`收到 ${participant} 人的贡献卡`);
    const shown = Math.floor(participant / 3) * 3;
    if (shown) await expect(main(screen)).toContainText(`${shown} 人的合计`);
    if (shown) await expect(main(screen)).toContainText(`${shown} 千克 / 10 千克`);
  }
});

test('a camera that is refused, missing or busy leaves the other ways', async ({ page }) => {
  await page.addInitScript(() => {
    window.refusal = 'NotAllowedError';
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', window.refusal));
  });
  await open(page);
  for (const [name, why] of [
    ['NotAllowedError', '没有得到使用相机的许可'],
    ['NotFoundError', '没有找到相机'],
    ['NotReadableError', '相机正被别的程序占用'],
  ]) {
    await page.evaluate((name) => {
      window.refusal = name;
    }, name);
    await button(page, '用相机扫').click();
    await said(page, why);
  }
  await paste(page, cardCode({ participant: 1, grams: 500 }));
  await said(page, '现在共 1 人');
});

test('what cannot be read of a tally stays, and is said', async ({ page }) => {
  const whole = cardCode({ participant: 1, grams: 500 });
  const key = `carbon-inclusion/card/${KEY}/0000000000000002/00000000`;
  await open(page, [[key, whole.slice(0, 40)]]);
  await expect(main(page)).toContainText('有 1 张存下的卡读不出来');
  await paste(page, whole);
  await said(page, '现在共 1 人');
  expect((await cards(page))[key]).toBe(whole.slice(0, 40));
  await visit(page, '#/campaign/tally/00000000000000fe');
  await expect(main(page)).toContainText('这台设备上没有这个活动');
  await visit(page, '#/campaign/tally/%3Cscript%3E');
  await expect(main(page)).toContainText('这台设备上没有这个活动');
});

const OF = `#/campaign/of/${KEY}`;

/** The card of somebody who has joined: its text, and a picture of its code. */
async function shownCard(page) {
  await page.clock.setFixedTime(NOW);
  await seed(page, [...records(), knowing('0000000000000007,1')]);
  await page.goto(`./${OF}`);
  await page.getByText('出示贡献卡').click();
  const text = await page.getByRole('textbox', { name: /^贡献卡的文字/ }).inputValue();
  const picture = await page.getByRole('img', { name: '贡献卡二维码' }).screenshot();
  return { text, picture };
}

test('a card says what is on it, and its picture is read', async ({ page }) => {
  const { text, picture } = await shownCard(page);
  expect(text).toMatch(/^CICARD[A-Z2-7]+$/);
  await expect(main(page)).toContainText('卡上没有：姓名');
  await expect(main(page)).toContainText('0000000000000007');
  await expect(main(page).locator('dl.pairs > div').filter({ has: page.locator('dt', { hasText: /^组$/ }) })).toContainText('二班');

  await visit(page, TALLY);
  const choose = page.getByLabel('二维码图片');
  await choose.setInputFiles({ name: 'card.png', mimeType: 'image/png', buffer: picture });
  await said(page, '已计入，现在共 1 人');
  await paste(page, text);
  await said(page, '没有重复计算');
  await choose.setInputFiles({ name: 'nothing.png', mimeType: 'image/png', buffer: await field(page).screenshot() });
  await said(page, '图片里没有找到二维码');
  await choose.setInputFiles({ name: 'no.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await said(page, '这个文件不是图片');
});

test('the camera reads a card once, and goes off with the page', async ({ page, playwright, baseURL }) => {
  test.setTimeout(60_000);
  const { picture } = await shownCard(page);
  // What a camera would send: the picture, once a frame, as Y4M.
  const { width, height, grey } = await page.evaluate(async (data) => {
    const image = Object.assign(new Image(), { src: `data:image/png;base64,${data}` });
    await image.decode();
    const side = 480;
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: side });
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 640, side);
    context.drawImage(image, 100, 20, 440, 440);
    const pixels = context.getImageData(0, 0, 640, side).data;
    return { width: 640, height: side, grey: Array.from({ length: 640 * side }, (_, at) => pixels[4 * at]) };
  }, picture.toString('base64'));
  const colourless = Buffer.alloc((width * height) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), Buffer.from(grey), colourless]);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  const film = test.info().outputPath('card.y4m');
  await writeFile(film, Buffer.concat([head, frame, frame, frame]));

  const browser = await playwright.chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  });
  const context = await browser.newContext({ baseURL, locale: 'zh-CN', viewport: { width: 360, height: 740 } });
  const desk = await context.newPage();
  await open(desk);
  await button(desk, '用相机扫').click();
  await said(desk, '相机已打开');
  await said(desk, '已计入，现在共 1 人');
  // It stays before the camera, and counts once.
  await desk.waitForTimeout(1_000);
  await said(desk, '已计入，现在共 1 人');
  const track = await desk.evaluateHandle(() => document.querySelector('video').srcObject.getTracks()[0]);
  expect(await track.evaluate(({ readyState }) => readyState)).toBe('live');
  await visit(desk, '#/more');
  expect(await track.evaluate(({ readyState }) => readyState)).toBe('ended');
  await visit(desk, TALLY);
  await button(desk, '用相机扫').click();
  await said(desk, '没有重复计算');
  await button(desk, '关掉相机').click();
  await expect(desk.locator('video')).toBeHidden();
  await browser.close();
});

/** Cards of two groups, so that everything that looks different is there. */
const HANDFUL = [1, 2, 3, 4, 5, 6].map((participant) =>
  cardCode({ participant, grams: participant * 400, group: participant % 2, entries: 3, days: 2 }),
);

test('everybody can use the desk and see the screen', async ({ page }) => {
  test.setTimeout(120_000);
  await page.clock.setFixedTime(NOW);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await seed(page, [...records(), knowing('0000000000000007,1')]);
  const wrong = [];
  for (const query of ['?theme=light', '?theme=dark&lang=en', '?text=elder']) {
    await page.goto(`./${query}${TALLY}`);
    await expect(main(page).locator('h1')).toBeVisible();
    await page.locator('#card-code').fill([...HANDFUL, 'CICARDX'].join(' '));
    await page.locator('#card-code').press('Enter');
    await expect(main(page)).toContainText(/6 人的贡献卡|Cards of 6 people/);
    for (const place of [TALLY, `#/campaign/screen/${KEY}`, OF]) {
      if (place !== TALLY) await visit(page, place);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      await page.setViewportSize({ width: 320, height: 8000 });
      const isElder = query.includes('elder');
      for (const look of [violations, faint, tooWide, smallTargets, ...(isElder ? [hardToRead] : [])]) {
        wrong.push(...(await look(page)).map((text) => `${query} ${place}: ${text}`));
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('the trees of the desk and of the screen are as they were looked at', async ({ page }) => {
  await open(page);
  await paste(page, HANDFUL.join(' '));
  await said(page, '现在共 6 人');
  await expect(main(page)).toMatchAriaSnapshot({ name: 'campaign-tally.aria.yml' });
  await visit(page, `#/campaign/screen/${KEY}`);
  await expect(main(page)).toMatchAriaSnapshot({ name: 'campaign-screen.aria.yml' });
});
