// Campaigns: an organiser makes one and hands it out, people join by link, code
// or file, see what they saved in it, and leave it again.
import { test, expect } from './house.mjs';
import { readFile, writeFile } from 'node:fs/promises';
import { KEY, PACK, codeOf, knownAs } from './support/campaign.mjs';
import { assess } from './support/assess.mjs';
import { faint, hardToRead, smallTargets, tooWide, violations } from './support/inspect.mjs';
import { printed } from './support/paper.mjs';
import { NOW, records, visit } from './support/places.mjs';
import { seed } from './support/record-line.mjs';

const SETTINGS = 'carbon-inclusion/settings';
const JOINED = '0123456789abcdef,1';
const main = (page) => page.getByRole('main');
const title = (page) => main(page).getByRole('heading', { level: 1 });
const button = (page, name) => page.getByRole('button', { name, exact: typeof name === 'string' });
const field = (page, name) => page.getByRole('textbox', { name, exact: true });
const settings = (page) => page.evaluate((key) => localStorage.getItem(key) ?? '', SETTINGS);

async function open(page, place, { known = '', query = '', items = records() } = {}) {
  await page.clock.setFixedTime(NOW);
  await seed(page, [...items, ...(known === '' ? [] : [[SETTINGS, known]])]);
  await page.goto(`./${query}${place}`);
  await expect(title(page)).toBeVisible();
  await expect(page.locator('#waiting')).toHaveCount(0);
}

test.describe('on a phone', () => {
  test.skip(({ isMobile }) => !isMobile, 'the same on a desk');

  test('an organiser makes a campaign of a campaign day, hands it out and changes it', async ({ page }) => {
    await open(page, '#/campaign');
    await expect(main(page)).toContainText('还没有活动');
    await main(page).getByRole('link', { name: '新建活动' }).click();
    // Those of the next year are not announced, and none is made up.
    await expect(button(page, /全国节能宣传周/)).toContainText('下次日期还没公布');
    await expect(button(page, /六五环境日/)).toContainText('2027年6月5日');
    await button(page, /全国低碳日/).click();
    await expect(field(page, '活动名称')).toBeFocused();
    await expect(field(page, '活动名称')).toHaveValue('全国低碳日');
    await expect(main(page)).toContainText('算哪些行动：选了 11 样');
    await button(page, '添加一级').click();
    await expect(field(page, '满多少千克')).toBeFocused();
    await field(page, '叫什么').fill('绿色伙伴');
    await field(page, '共同目标（千克）').fill('很多');
    await button(page, '保存活动').click();
    const first = page.getByLabel('第一天');
    await expect(first).toBeFocused();
    await expect(first).toHaveAccessibleDescription(/日期不对/);
    await first.fill('2026-11-25');
    await page.getByLabel('最后一天').fill('2026-11-20');
    await expect(page.getByLabel('最后一天')).toHaveAccessibleDescription(/不能早于第一天/);
    await page.getByLabel('最后一天').fill('2026-11-26');
    await expect(field(page, '共同目标（千克）')).toHaveAccessibleDescription(/数/);
    await field(page, '共同目标（千克）').fill('1.5吨');
    await expect(field(page, '满多少千克')).toHaveAttribute('aria-invalid', 'true');
    await field(page, '满多少千克').fill('0.5');
    await expect(main(page)).toContainText(/二维码已用 \d+ \/ 1003 个字符/);
    // What no code holds is refused, and why.
    const groups = field(page, '分组');
    await groups.fill(Array.from({ length: 40 }, (_, number) => `聊城市第${number}实验小学`).join('\n'));
    await button(page, '保存活动').click();
    await expect(main(page)).toContainText('一个二维码放不下');
    expect(await settings(page)).not.toContain('campaign-');
    await groups.fill('一班\n二班');
    await button(page, '保存活动').click();

    await expect(title(page)).toHaveText('发布活动');
    await expect(page.getByRole('img', { name: '参加活动的二维码' })).toBeVisible();
    const link = await field(page, '参加活动的链接').inputValue();
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#\/campaign\/join\/[\w-]+$/);
    const downloading = page.waitForEvent('download');
    await button(page, '保存活动文件').click();
    const pack = JSON.parse(await readFile(await (await downloading).path(), 'utf8'));
    expect(pack).toMatchObject({ format: PACK.format, name: '全国低碳日', goal_kg: '1500', groups: ['一班', '二班'] });
    expect(link.split('/join/')[1]).toBe(codeOf(pack));

    await main(page).getByRole('link', { name: /^修改活动/ }).click();
    await field(page, '地点').fill('人民广场');
    await button(page, '保存活动').click();
    await expect(main(page)).toContainText('人民广场');
    expect(await field(page, '参加活动的链接').inputValue()).not.toBe(link);
    // It is the same campaign, and nobody has joined.
    expect((await settings(page)).match(/^(campaign|joined)-/gm)).toEqual(['campaign-']);
  });

  test('a link is previewed, joined, left and forgotten, each with the way back', async ({ page }) => {
    // The calculation without the browser may have to be compiled first.
    test.setTimeout(240_000);
    await open(page, `#/campaign/join/${codeOf(PACK)}`);
    await expect(title(page)).toHaveText('绿色出行周');
    await expect(main(page)).toContainText('还没有参加，什么也没有改动');
    await expect(main(page)).toContainText('步行、骑自行车、公交、电动汽车');
    expect(await settings(page)).toBe('');
    await page.getByRole('combobox', { name: '您的组' }).selectOption('二班');
    await button(page, '参加').click();
    await expect(page).toHaveURL(new RegExp(`#/campaign/of/${KEY}$`));
    const joined = (await settings(page)).match(/^joined-00000000000000ff=([0-9a-f]{16}),1$/m);
    expect(joined).not.toBeNull();
    // Three entries of those days and actions: the bus, the walk, the electric car.
    await expect(main(page)).toContainText('已参加');
    const sum = assess([
      { action: 'bus', on: '2026-11-22', inputs: { distance_km: '8' }, replaced: 'car' },
      { action: 'walk', on: '2026-11-22', inputs: { distance_km: '0.35' } },
      { action: 'electric-car', on: '2026-11-20', inputs: { distance_km: '15.5' }, replaced: 'car', evidence: 'proof' },
    ]);
    const grams = sum.reduce((total, { reduction_g }) => total + Number(reduction_g), 0);
    await expect(page.locator('.figure-large')).toContainText(String(Number((grams / 1000).toPrecision(3))));
    await expect(main(page)).toContainText('已达到：绿色伙伴');
    await expect(main(page)).toContainText('您的一份：0.2%');

    await page.getByRole('combobox', { name: '您的组' }).selectOption('一班');
    expect(await settings(page)).toContain(`${joined[1]},0`);
    await button(page, '关闭').click();
    await button(page, '退出活动').click();
    await expect(main(page)).toContainText('已退出活动');
    expect(await settings(page)).not.toContain('joined-');
    await button(page, '撤销').click();
    expect(await settings(page)).toContain(`joined-${KEY}=${joined[1]},0`);
    await button(page, '从这台设备删除').click();
    await expect(main(page)).toContainText('已从这台设备删除这个活动');
    expect(await settings(page)).not.toContain(KEY);
    await button(page, '撤销').click();
    await expect(main(page)).toContainText('我在活动里');
    await page.reload();
    await expect(main(page)).toContainText('我在活动里');
    expect(await settings(page)).toContain(`joined-${KEY}=${joined[1]},0`);
    await visit(page, '#/campaign');
    await expect(main(page).getByRole('link', { name: /^绿色出行周/ })).toContainText('进行中 · 已参加');
  });

  test('a newer pack takes the place of the older one, and never the other way round', async ({ page }) => {
    await open(page, '#/campaign', { known: knownAs(PACK, JOINED) });
    const newer = { ...PACK, stamp: PACK.stamp + 1, place: '体育公园', groups: ['二班', '三班'] };
    await visit(page, `#/campaign/join/${codeOf(newer)}`);
    await expect(main(page)).toContainText('主办方改过这个活动');
    expect(await settings(page)).toContain(codeOf(PACK));
    await button(page, '更新').click();
    await expect(main(page)).toContainText('体育公园');
    await expect(page.getByRole('combobox', { name: '您的组' })).toHaveValue('0');
    expect(await settings(page)).toContain(`joined-${KEY}=0123456789abcdef,0`);
    await visit(page, `#/campaign/join/${codeOf(PACK)}`);
    await expect(main(page)).toContainText('更新的一版，不会换回旧的');
    await expect(button(page, '更新')).toHaveCount(0);
    expect(await settings(page)).toContain(codeOf(newer));
  });

  test('what is no campaign is said to be none, and changes nothing', async ({ page }) => {
    await open(page, '#/campaign');
    const good = codeOf(PACK);
    for (const [code, said] of [
      [good.slice(0, -9), '链接或二维码不完整'],
      [`${good.slice(0, 40)}A${good.slice(41)}`, '链接或二维码不完整'],
      [codeOf(PACK, 2), '更新的版本'],
      [codeOf({ ...PACK, version: 2 }), '更新的版本'],
      [codeOf({ ...PACK, actions: ['hover-board'] }), '更新的版本'],
      [codeOf({ ...PACK, name: 'a\u202eb' }), '“name”的内容不对'],
      [codeOf({ ...PACK, last: '2026-11-01' }), '“last”的内容不对'],
      [codeOf({ ...PACK, script: '<img onerror=alert(1)>' }), '不认识的项目“script”'],
      [codeOf('{"format":"carbon-inclusion-backup"}'), '这不是活动文件'],
      ['%3Cscript%3E', '链接或二维码不完整'],
      ['A'.repeat(20_000), '这不是活动文件'],
    ]) {
      await visit(page, `#/campaign/join/${code}`);
      await expect(title(page)).toHaveText('读不出活动');
      await expect(main(page)).toContainText(said);
      await expect(button(page, '参加')).toHaveCount(0);
    }
    expect(await settings(page)).toBe('');
  });

  test('a file brings a campaign as a link does', async ({ page }) => {
    await open(page, '#/campaign');
    const choose = page.getByLabel('选择活动文件');
    const file = (text) => ({ name: 'campaign.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await choose.setInputFiles(file('{"format":"something-else"}'));
    await expect(choose).toHaveAccessibleDescription(/这不是活动文件/);
    await expect(choose).toBeFocused();
    await choose.setInputFiles(file(JSON.stringify(PACK, null, 2)));
    await expect(title(page)).toHaveText('绿色出行周');
    await button(page, '先存下来，不参加').click();
    await expect(page).toHaveURL(new RegExp(`#/campaign/of/${KEY}$`));
    await expect(button(page, '参加')).toBeVisible();
    expect(await settings(page)).not.toContain('joined-');
  });

  test('before it begins and after it is over it says so', async ({ page }) => {
    const later = { ...PACK, key: '00000000000000fe', first: '2026-12-01', last: '2026-12-01' };
    const over = { ...PACK, key: '00000000000000fd', first: '2026-10-01', last: '2026-10-07' };
    await open(page, `#/campaign/of/${later.key}`, { known: `${knownAs(later, JOINED)}\n${knownAs(over, JOINED)}` });
    await expect(main(page)).toContainText('活动从2026年12月1日 星期二开始');
    await expect(main(page).getByRole('link', { name: '记一笔' })).toHaveCount(0);
    await visit(page, `#/campaign/of/${over.key}`);
    await expect(main(page)).toContainText('活动已在2026年10月7日');
    await expect(main(page)).toContainText('活动期间没有相关的记录');
    await visit(page, '#/campaign/of/0000000000000001');
    await expect(title(page)).toHaveText('这台设备上没有这个活动');
  });

  test('deleting everything forgets the campaigns', async ({ page }) => {
    await open(page, '#/settings', { known: knownAs(PACK, JOINED) });
    await button(page, '删除全部记录……').click();
    await page.getByRole('textbox', { name: /请输入/ }).fill('删除');
    await button(page, '永久删除全部记录').click();
    await expect.poll(() => settings(page)).not.toContain(KEY);
  });

  for (const [query, language] of [['?lang=zh-CN', 'zh-CN'], ['?lang=en&theme=dark', 'en'], ['?lang=zh-CN&text=elder', 'zh-CN']]) {
    test(`everybody can use each page of a campaign: ${query}`, async ({ page }) => {
      test.setTimeout(90_000);
      const isElder = query.includes('elder');
      await open(page, '#/campaign', { known: knownAs(PACK, JOINED), query });
      const wrong = [];
      const newer = codeOf({ ...PACK, stamp: PACK.stamp + 1 });
      const other = codeOf({ ...PACK, key: '0000000000000001' });
      const places = ['', `/of/${KEY}`, `/organise/${KEY}`, `/change/${KEY}`, `/join/${newer}`, `/join/${other}`, `/poster/${KEY}`, `/certificate/${KEY}`];
      for (const place of places) {
        await visit(page, `#/campaign${place}`);
        await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
        await page.setViewportSize({ width: 320, height: 8000 });
        for (const look of [violations, faint, tooWide, smallTargets, ...(isElder ? [hardToRead] : [])]) {
          wrong.push(...(await look(page)).map((text) => `${place.slice(0, 30)} ${look.name}: ${text}`));
        }
      }
      expect(wrong).toEqual([]);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
    });
  }
});

for (const query of ['?lang=zh-CN', '?lang=en', '?lang=zh-CN&text=elder']) {
  test(`poster and certificate stand on one sheet of paper each: ${query}`, async ({ page, isMobile }) => {
    test.skip(isMobile, 'paper is the same everywhere');
    const full = {
      ...PACK,
      name: { 'zh-CN': '聊城市“六五环境日”绿色出行与垃圾分类进校园进社区主题活动', en: 'Green travel and waste sorting in schools and communities' },
      place: '东昌府区人民广场东侧',
      actions: ['walk', 'bicycle', 'shared-bicycle', 'bus', 'metro', 'train', 'carpool', 'recycle-paper', 'recycle-plastic', 'clean-plate'],
    };
    await open(page, `#/campaign/poster/${KEY}`, { known: knownAs(full, JOINED), query });
    const poster = await printed(page);
    await writeFile(test.info().outputPath('poster.pdf'), poster.pdf);
    expect(poster.sheets).toBe(1);
    expect(poster.scale).toBeCloseTo(1, 3);
    await page.emulateMedia({ media: 'print' });
    for (const unwanted of [page.getByRole('button'), page.getByRole('navigation')]) {
      expect(await unwanted.filter({ visible: true }).count()).toBe(0);
    }
    // The code is large: nine centimetres, in pixels of the page.
    const code = await page.locator('.poster .qr').boundingBox();
    expect(code.width).toBeGreaterThan((90 / 25.4) * 96);
    const sheet = await page.locator('.poster').evaluate((element) => [element.scrollHeight, element.clientHeight]);
    expect(sheet[0]).toBeLessThanOrEqual(sheet[1]);
    await page.emulateMedia({ media: null });

    await visit(page, `#/campaign/certificate/${KEY}`);
    await page.locator('#share-name').fill('欧阳小明');
    await expect(page.locator('.certificate')).toContainText(/绿色出行与垃圾分类|Green travel/);
    await expect(page.locator('.certificate')).toContainText(/没有金钱价值|no money value/);
    const certificate = await printed(page);
    await writeFile(test.info().outputPath('certificate.pdf'), certificate.pdf);
    expect(certificate.sheets).toBe(1);
    expect(certificate.scale).toBeCloseTo(1, 3);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('欧阳');
  });
}
