// The page in a frame that the browser keeps from its storage: it says so, and
// works as long as it is open.
import { test as base, expect } from './house.mjs';
import { visit } from './support/places.mjs';
import { build, serve } from './support/site.mjs';

const FRAMES = {
  'a frame of another site': '',
  'a sandboxed frame': 'sandbox="allow-scripts allow-forms"',
};

const test = base.extend({
  site: async ({}, use) => {
    const site = await serve(await build());
    // A sandboxed frame is of no site at all, and reads nothing else.
    site.headers = { 'Access-Control-Allow-Origin': '*' };
    await use(site);
    await site.close();
  },
  baseURL: async ({ site }, use) => use(site.url),
});

// The page around the frame is of another site: that is what this is about.
test.use({ expectedErrors: ['another origin: http://localhost:'] });

for (const [name, attributes] of Object.entries(FRAMES)) {
  test(`in ${name} the browser refuses storage: recording works, and it is said`, async ({ page, site }) => {
    const around = `<!doctype html><title>around</title><link rel="icon" href="data:,"><iframe ${attributes} width="340" height="700" src="${site.url}"></iframe>`;
    site.files.set('around.html', Buffer.from(around));
    await page.goto(`${site.url.replace('127.0.0.1', 'localhost')}around.html`);
    const inside = page.frameLocator('iframe');
    const title = (text) => inside.getByRole('heading', { level: 1, name: text, exact: true });
    await expect(title('今日')).toBeVisible();
    const [, frame] = page.frames();
    await expect(frame.evaluate(() => window.localStorage.length)).rejects.toThrow('SecurityError');
    await expect(inside.getByText('这个浏览器不让保存')).toBeVisible();

    await visit(frame, '#/record/bus?distance_km=8&replaced=car');
    await inside.getByRole('button', { name: '保存', exact: true }).click();
    await expect(inside.getByText('没能存到本机').first()).toBeVisible();
    await visit(frame, '#/ledger');
    await expect(inside.getByRole('link', { name: /^修改：公交/ })).toHaveCount(1);
    await visit(frame, '#/storage');
    await expect(inside.getByText('1 条记录只在内存里')).toBeVisible();
  });
}
