// A day at a stall, without a network: 120 people at the kiosk, the cards of 60
// of them taken on two devices and merged, and the table of the tally is what
// was told, worked out a second time.
import { readFile } from 'node:fs/promises';
import { test, expect } from './house.mjs';
import { assess } from './support/assess.mjs';
import { KEY, PACK, knownAs } from './support/campaign.mjs';
import { totals } from './support/expected.mjs';
import { start } from './support/kiosk.mjs';
import { NOW, TODAY } from './support/places.mjs';
import { codeOf } from './support/qr.mjs';
import { seed } from './support/record-line.mjs';

test.use({ expectedErrors: ['Failed to load', 'ERR_INTERNET_DISCONNECTED'] });

const PEOPLE = 120;
const TAKEN = 60;
/** So many of these are typed letter by letter, as a hand scanner does; the rest comes at once. */
const TYPED = 4;
const ACTIONS = ['walk', 'bicycle', 'e-bike', 'bus', 'carpool', 'clean-plate', 'own-bag', 'own-cup', 'recycle-paper'];
const STALL = { ...PACK, actions: ACTIONS };
const POLLUTANTS = ['NOx', 'PM2.5', 'SO2', 'CO', 'HC'];

/** The same choices in every run. */
function chance(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function people() {
  const draw = chance(725);
  return Array.from({ length: PEOPLE }, () => {
    const actions = new Set(Array.from({ length: 1 + draw(3) }, () => ACTIONS[draw(ACTIONS.length)]));
    // A class, the other one, or none.
    return { actions: [...actions], draws: Array.from({ length: 6 }, () => draw(60)), group: draw(3) };
  });
}

/** Serves one after the other with taps on the page, and gives what each told and was shown. */
function serve(page, people) {
  return page.evaluate(async (people) => {
    const drawn = () => new Promise((done) => setTimeout(done));
    const press = async (id) => {
      document.getElementById(id).click();
      await drawn();
    };
    const served = [];
    for (const { actions, draws, group } of people) {
      const told = [];
      await press('kiosk-start');
      for (const action of actions) await press(`kiosk-${action}`);
      await press('kiosk-next');
      for (const action of actions) {
        const inputs = {};
        for (const number of document.querySelectorAll('.kiosk-presets')) {
          const presets = number.querySelectorAll('button');
          const { id } = presets[draws[told.length] % presets.length];
          await press(id);
          const [, kind, thousandths] = /^kiosk-(\w+)-(\d+)$/.exec(id);
          inputs[kind] = String(Number(thousandths) / 1000);
        }
        told.push({ action, inputs });
        await press('kiosk-next');
      }
      await press('kiosk-next');
      if (group < 2) await press(`kiosk-group-${group}`);
      const codes = [...document.querySelectorAll('main svg[role=img]')].map((svg) => [
        svg.getAttribute('viewBox'),
        svg.querySelector('path').getAttribute('d'),
      ]);
      served.push({ told, group, codes });
      await press('kiosk-done');
    }
    return served;
  }, people);
}

test('120 people, 60 cards on two devices, and the sum of what they told', async ({ page, context, browser, baseURL }) => {
  test.setTimeout(180_000);
  const offline = async (tablet, place, ready) => {
    const device = await tablet.newPage();
    // Only the tap of a finger may ask for the whole screen.
    await device.addInitScript(() => {
      Element.prototype.requestFullscreen = () => Promise.resolve();
    });
    await device.clock.setFixedTime(NOW);
    await seed(device, [['carbon-inclusion/settings', knownAs(STALL)]]);
    await device.goto(`./${place}`);
    await expect(ready(device)).toBeVisible();
    await device.evaluate(() => navigator.serviceWorker.ready);
    await expect.poll(() => device.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
    await tablet.setOffline(true);
    await device.reload();
    await expect(ready(device)).toBeVisible();
    return device;
  };
  await page.close();
  const kiosk = await offline(context, `#/campaign/kiosk/${KEY}`, start);
  const kept = () => kiosk.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.length, window.location.hash]));
  const before = await kept();
  const served = await serve(kiosk, people());
  await expect(start(kiosk)).toBeVisible();
  expect(await kept()).toBe(before);
  expect(served.length).toBe(PEOPLE);

  // Everybody has codes of their own.
  const codes = served.map(({ codes }) => codes.map(([box, path]) => codeOf(box, path)));
  expect(new Set(codes.map(([link]) => link)).size).toBe(PEOPLE);
  expect(new Set(codes.map(([, card]) => card)).size).toBe(PEOPLE);
  for (const [link, card] of codes) {
    expect(link).toMatch(/#\/transfer\/[\w-]+$/);
    expect(card).toMatch(/^CICARD[A-Z2-7]+$/);
  }

  // Some show their card at both desks.
  const cards = codes.map(([, card]) => card).slice(0, TAKEN);
  const desks = [cards.slice(0, 36), cards.slice(24)];
  const contexts = [];
  const devices = [];
  for (const shown of desks) {
    const desk = await browser.newContext({ baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', acceptDownloads: true });
    contexts.push(desk);
    const field = (device) => device.getByRole('textbox', { name: '用扫码枪扫，或粘贴贡献卡的文字' });
    const device = await offline(desk, `#/campaign/tally/${KEY}`, field);
    devices.push(device);
    await field(device).focus();
    for (const [at, card] of shown.entries()) {
      if (at < TYPED) await device.keyboard.type(card);
      else await device.keyboard.insertText(card);
      await device.keyboard.press('Enter');
      await expect(field(device)).toHaveValue('');
    }
    await expect(device.getByRole('main')).toContainText(`收到 ${shown.length} 人的贡献卡`);
  }

  const [one, other] = devices;
  const saved = async (device, name) => {
    const saving = device.waitForEvent('download');
    await device.getByRole('button', { name, exact: true }).click();
    return readFile(await (await saving).path());
  };
  const file = await saved(other, '保存统计文件');
  await one
    .getByLabel('合并另一台设备的统计文件')
    .setInputFiles({ name: 'tally.json', mimeType: 'application/json', buffer: file });
  await one.getByRole('button', { name: '合并', exact: true }).click();
  await expect(one.getByRole('main')).toContainText(`已合并，现在共 ${TAKEN} 人`);
  const table = (await saved(one, '保存表格（CSV）')).toString('utf8');
  const rows = table.trim().split('\r\n').map((line) => line.split(','));

  // What these 60 told, worked out without the page.
  const entries = served.slice(0, TAKEN).flatMap(({ told, group }, person) => told.map((deed) => ({ ...deed, on: TODAY, group, person })));
  const assessments = assess(entries);
  const worked = entries.map((entry, at) => ({ ...entry, assessment: assessments[at] }));
  const row = (kind, name) => rows.find(([a, b]) => a === kind && b === name);
  const expected = (some) => {
    const sum = totals(some);
    const decimal = (amount, places) => {
      const text = (amount < 0n ? -amount : amount).toString().padStart(places + 1, '0');
      const fraction = text.slice(-places).replace(/0+$/, '');
      return `${amount < 0n ? '-' : ''}${text.slice(0, -places)}${fraction && `.${fraction}`}`;
    };
    const people = new Set(some.map(({ person }) => person)).size;
    return [
      ...[people, some.length, people].map(String),
      ...[sum.carbon, sum.low, sum.high].map((amount) => decimal(amount, 6)),
      ...POLLUTANTS.map((pollutant) => (sum.pollutants[pollutant] === null ? '' : decimal(sum.pollutants[pollutant], 3))),
    ];
  };
  expect(row('合计', PACK.name['zh-CN']).slice(2)).toEqual(expected(worked));
  for (const [at, name] of [...PACK.groups, '没有选组'].entries()) {
    const some = worked.filter(({ group }) => group === at);
    expect(some.length).toBeGreaterThan(0);
    expect(row('按组', name).slice(2), name).toEqual(expected(some));
  }
  for (const desk of contexts) await desk.close();
});
