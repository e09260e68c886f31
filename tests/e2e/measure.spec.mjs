// A trip measured on the way: the distance is kept, the route never, and
// nothing is recorded unasked.
import { test, expect } from './house.mjs';
import { storedRecords } from './support/storage.mjs';

const button = (page, name) => page.getByRole('button', { name, exact: true });
const title = (page, name) => page.getByRole('heading', { level: 1, name, exact: true });
const main = (page) => page.getByRole('main');
const at = (latitude, accuracy = 8) => ({ latitude, longitude: 115.98, accuracy });

async function open(page) {
  await page.goto('./#/measure');
  await expect(title(page, '路上测距')).toBeVisible();
}

test('a trip is measured, paused, finished and offered, and its route is nowhere', async ({ page, context }) => {
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation(at(36.45));
  await open(page);
  await button(page, '开始').click();
  await expect(main(page)).toContainText('准到约 8 米');
  await context.setGeolocation(at(36.46));
  await expect(main(page)).toContainText('1.112 公里');
  // Too poor to count.
  await context.setGeolocation(at(36.55, 300));
  await expect(main(page)).toContainText('1 个不够准');
  await expect(main(page)).toContainText('1.112 公里');
  await button(page, '暂停').click();
  await expect(main(page)).toContainText('已暂停');
  await context.setGeolocation(at(36.48));
  await button(page, '继续').click();
  await expect(main(page)).toContainText('准到约 8 米');
  await context.setGeolocation(at(36.49));
  await expect(main(page)).toContainText('2.224 公里');
  await button(page, '结束').click();
  await expect(page.getByRole('heading', { level: 2, name: '这一趟是怎么走的？' })).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(kept).not.toMatch(/36\.4|115\.9/);
  await page.getByRole('link', { name: '骑自行车', exact: true }).click();
  await expect(page.getByText('还没有保存')).toBeVisible();
  await expect(page.getByRole('textbox', { name: /多远/ })).toHaveValue('2.224');
  expect(await storedRecords(page)).toEqual({});
});

test('leaving the page ends the measuring', async ({ page, context }) => {
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation(at(36.45));
  await page.addInitScript(() => {
    window.cleared = 0;
    const clear = Geolocation.prototype.clearWatch;
    Geolocation.prototype.clearWatch = function clearWatch(id) {
      window.cleared += 1;
      return clear.call(this, id);
    };
  });
  await open(page);
  await button(page, '开始').click();
  await expect(main(page)).toContainText('准到约 8 米');
  expect(await page.evaluate(() => window.cleared)).toBe(0);
  await page.getByRole('link', { name: '更多' }).first().click();
  await expect(title(page, '更多')).toBeVisible();
  expect(await page.evaluate(() => window.cleared)).toBe(1);
});

test('a refusal and a phone that cannot tell are explained', async ({ page }) => {
  await page.addInitScript(() => {
    Geolocation.prototype.watchPosition = (heard, failed) => {
      setTimeout(() => failed({ code: 1 }));
      return 1;
    };
  });
  await open(page);
  await button(page, '开始').click();
  await expect(main(page)).toContainText('没有得到使用位置的许可');
  await button(page, '结束').click();
  await expect(main(page)).toContainText('没有测到里程');
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'geolocation', { value: undefined }));
  await page.reload();
  await button(page, '开始').click();
  await expect(main(page)).toContainText('这个浏览器不能定位');
});

const point = (latitude, longitude = 115.98) => `<trkpt lat="${latitude}" lon="${longitude}"><ele>31</ele></trkpt>`;
const gpx = (...points) => `<?xml version="1.0"?><gpx><trk><trkseg>${points.join('')}</trkseg></trk></gpx>`;
const choose = (page, text, name = 'ride.gpx') =>
  page.getByLabel('选择 GPX 文件').setInputFiles({ name, mimeType: 'application/gpx+xml', buffer: Buffer.from(text) });

test('a GPX file gives its distance to the form, and its route is nowhere', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'the same on a desk');
  await open(page);
  await choose(page, gpx(point(36.45), point(36.46), point(36.47)));
  await expect(main(page)).toContainText('2.224 公里');
  await expect(main(page)).toContainText('按文件里的 3 个点算');
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).not.toMatch(/36\.4|115\.9/);
  await page.getByRole('link', { name: '骑自行车', exact: true }).click();
  await expect(page.getByRole('textbox', { name: /多远/ })).toHaveValue('2.224');
  expect(await storedRecords(page)).toEqual({});
});

test('what is no track is refused with its reason, and another file can be chosen', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'the same on a desk');
  await open(page);
  for (const [text, reason] of [
    ['{"format":"carbon-inclusion-backup"}', '这不是 GPX 文件'],
    ['<!DOCTYPE gpx [<!ENTITY a SYSTEM "file:///etc/passwd">]><gpx>&a;</gpx>', '这不是 GPX 文件'],
    ['<gpx><wpt lat="36" lon="115"/></gpx>', '没有走过的路线'],
    [gpx(point(36.45), point('NaN')), '第 2 个点的坐标不对'],
    [gpx(point(36.45), point('1e308')), '第 2 个点的坐标不对'],
    [gpx(point(36.45), point(38.45)), '第 2 个点离前一个超过 100 公里'],
    [gpx(point(36.45)).replace('</gpx>', ''), '文件不完整'],
    [gpx(point(36.45).repeat(100_001)), '点超过 10 万个'],
    [' '.repeat(10 * 1024 * 1024 + 1), '文件超过 10 MB'],
  ]) {
    await choose(page, text);
    await expect(main(page).getByRole('status').filter({ hasText: reason }), reason).toBeVisible();
  }
  await choose(page, gpx(point(36.45), point(36.46)));
  await expect(main(page)).toContainText('1.112 公里');
});
