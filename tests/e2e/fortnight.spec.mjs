// A person's fortnight, recorded as a person does, compared with the
// calculation outside the browser, and still there when the browser has been
// closed and opened again.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { test as house, expect, watchOver } from './house.mjs';
import { assess } from './support/assess.mjs';
import { action, edition } from './support/edition.mjs';
import { byDay, dayPoints, greenShare, group, totals } from './support/expected.mjs';
import { carbon, mass, thousandths } from './support/figures.mjs';
import { days } from './support/fortnight.mjs';
import { Person } from './support/person.mjs';
import * as read from './support/read.mjs';
import * as shown from './support/shown.mjs';

const LAST_DAY = '2026-11-22';
const WEEK = ['2026-11-16', LAST_DAY];
const CATEGORIES = { trip: '出行', energy: '家居能源', waste: '垃圾回收', daily: '日常生活', norm: '文明行为' };
const SELF = 'self';

/** All entries in the order they are recorded in, with what each comes to. */
function assessedEntries() {
  const entries = Object.entries(days).flatMap(([today, entries]) =>
    entries.map((entry) => ({ ...entry, today, on: entry.on ?? today, evidence: entry.evidence ?? SELF })),
  );
  return withAssessments(entries);
}

function withAssessments(entries) {
  const assessments = assess(entries);
  return entries.map((entry, index) => ({ ...entry, assessment: assessments[index] }));
}

const reduction = ({ assessment }) => carbon(thousandths(assessment.reduction_g));
const hasReduction = (entry) => action(entry.action).variant.some((variant) => variant.baseline.length > 0);
const evening = (day) => new Date(`${day}T20:00:00+08:00`);

// A browser with a profile on the disk, as everybody has, instead of a private one.
const test = house.extend({
  profile: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'carbon-inclusion-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  launch: async ({ profile, baseURL, viewport, isMobile, hasTouch, deviceScaleFactor, locale, timezoneId, launchOptions }, use) => {
    const options = { baseURL, viewport, isMobile, hasTouch, deviceScaleFactor, locale, timezoneId, ...launchOptions };
    await use(() => chromium.launchPersistentContext(profile, options));
  },
  context: async ({ launch }, use) => {
    const context = await launch();
    await use(context);
    await context.close().catch(() => {});
  },
});

test('is long and varied', () => {
  const entries = Object.values(days).flat();
  expect(entries.length).toBeGreaterThanOrEqual(42);
  expect(Object.keys(days).length).toBe(14);
  const known = edition.action.map((action) => action.id);
  expect(new Set(entries.map((entry) => entry.action))).toEqual(new Set(known));
  expect(new Set(entries.map((entry) => entry.replaced))).toEqual(
    new Set([undefined, 'car', 'taxi', 'bus', 'e-bike', 'none']),
  );
});

test('a fortnight is recorded, worked out right, and still there later', async ({ context, page, launch, hasTouch, baseURL }) => {
  test.setTimeout(300_000);
  const entries = assessedEntries();
  page.setDefaultTimeout(10_000);
  let person = new Person(page, { isTouch: hasTouch });
  await context.clock.install({ time: evening('2026-11-09') });

  for (const [today, ofToday] of group(entries, (entry) => entry.today)) {
    await test.step(today, async () => {
      await context.clock.setSystemTime(evening(today));
      await person.open();
      await expect(page.getByText(shown.day(today)).first()).toBeVisible();
      for (const entry of ofToday) {
        await test.step(entry.action, () => recordIt(person, entry, today));
      }
    });
  }

  const kept = await test.step('corrections', () => correct(person, entries));
  await test.step('the ledger', () => compareLedger(person, kept));
  await test.step('the statement of the month', () => compareStatement(person, kept));
  await test.step('today', () => compareToday(person, kept));
  const pages = await test.step('every page as it is', () => texts(person));

  await test.step('the browser is closed and opened again', async () => {
    await context.close();
    const later = await launch();
    const seen = await watchOver(later, baseURL);
    await later.clock.install({ time: evening(LAST_DAY) });
    person = new Person(later.pages()[0], { isTouch: hasTouch });
    await person.open();
    expect(await texts(person)).toEqual(pages);
    await compareLedger(person, kept);
    expect(seen.problems).toEqual([]);
    await later.close();
  });
});

async function recordIt(person, entry, today) {
  const { page } = person;
  if (entry.way.repeat) {
    await person.repeat(entry.action);
    return;
  }
  await person.find(entry.action, entry.way);
  if (entry.isFavourite) await person.press(page.getByRole('button', { name: '收藏' }));
  await person.fillIn(entry, today);
  if (hasReduction(entry)) {
    await expect(page.getByRole('region', { name: '结果' })).toContainText(reduction(entry));
  }
  if (entry.says) await expect(page.getByRole('region', { name: '结果' })).toContainText(entry.says);
  await person.save();
}

/** Edits, deletions, and both taken back. What is kept in the end. */
async function correct(person, entries) {
  const { page } = person;
  const main = page.getByRole('main');
  const find = (id, on) => entries.find((entry) => entry.action === id && entry.on === on);
  const row = ({ action: id, on }) => {
    const day = page.getByRole('heading', { level: 3, name: shown.day(on) });
    const list = main.locator('div').filter({ has: day }).filter({ has: page.locator('ul') }).last();
    return list.getByRole('listitem').filter({ hasText: action(id).name.zh });
  };
  const edit = async (entry, change) => {
    await person.goThroughLedger();
    await person.press(row(entry).getByRole('link', { name: /^修改/ }));
    await expect(page.getByRole('heading', { level: 1, name: `修改：${action(entry.action).name.zh}` })).toBeVisible();
    const changed = { ...entry, ...change };
    await person.fillIn({ ...changed, note: change.note, item: undefined, variant: undefined, evidence: change.evidence, replaced: change.replaced }, entry.on);
    await person.save('保存修改');
    return changed;
  };
  const undo = async () => {
    await person.press(page.getByRole('button', { name: '撤销' }));
    await expect(page.getByRole('status').filter({ hasText: '已撤销' })).toBeVisible();
  };
  const remove = async (entry) => {
    await person.goThroughLedger();
    await person.press(row(entry).getByRole('button', { name: /^删除/ }));
    await expect(row(entry)).toHaveCount(0);
  };

  const walk = find('walk', '2026-11-09');
  const longer = await edit(walk, { inputs: { distance_km: '3.2' }, amounts: {}, replaced: 'car', evidence: 'proof', note: '改正：其实更远' });

  await edit(find('own-cup', '2026-11-09'), { inputs: { count: '5' }, amounts: {} });
  await undo();

  const plate = find('clean-plate', '2026-11-09');
  await remove(plate);

  const paper = find('recycle-paper', '2026-11-10');
  await remove(paper);
  await undo();
  await expect(row(paper)).toHaveCount(1);

  await person.find('learn', { search: 'learn' });
  await person.save();
  await undo();

  const [assessed] = withAssessments([longer]);
  return entries.filter((entry) => entry !== plate).map((entry) => (entry === walk ? assessed : entry));
}

async function compareLedger(person, entries) {
  const { page } = person;
  await person.goThroughLedger();
  await expect(page.getByRole('heading', { level: 2, name: '2026年11月' })).toBeVisible();
  const rows = await read.ledger(page);
  expect(rows.length).toBe(entries.length);
  for (const entry of entries) {
    const { action: id, on, inputs, note, evidence, assessment } = entry;
    const words = [action(id).name.zh, note, evidence === SELF ? '自报' : '有凭证', `${shown.grouped(assessment.points)} 分`];
    if (hasReduction(entry)) words.push(reduction(entry));
    const amounts = Object.entries(inputs).map(([kind, decimal]) => shown.amount(kind, decimal));
    const at = rows.findIndex(
      ({ day, parts, text }) =>
        day === shown.day(on) &&
        words.every((word) => word === undefined || parts.some((part) => part === word || part.includes(` ${word}`))) &&
        amounts.every((amount) => text.includes(amount)),
    );
    const ofDay = rows.filter(({ day }) => day === shown.day(on)).map(({ text }) => text);
    expect(at, `${on} ${words} ${amounts} in ${JSON.stringify(ofDay, null, 1)}`).not.toBe(-1);
    rows.splice(at, 1);
  }
  for (const [on, ofDay] of byDay(entries)) {
    const heading = page.getByRole('heading', { level: 3, name: shown.day(on) });
    await expect(heading.locator('xpath=..')).toContainText(`${shown.grouped(dayPoints(ofDay))} 分`);
  }
  const month = page.getByRole('heading', { level: 2, name: '2026年11月' }).locator('xpath=..');
  await expect(month).toContainText(carbon(totals(entries).carbon));
}

async function compareStatement(person, entries) {
  const { page } = person;
  const sums = totals(entries);
  // The day that the cap acts on counts less than its entries.
  const uncapped = entries.reduce((points, entry) => points + entry.assessment.points, 0);
  expect(sums.points).toBeLessThan(uncapped);

  await person.go('报告');
  for (const period of ['2026年11月', '全部']) {
    if (period === '全部') await person.press(page.getByRole('link', { name: period, exact: true }));
    await expect(page.getByRole('heading', { level: 2, name: period })).toBeVisible();
    const main = page.getByRole('main');
    await expect(main).toContainText(`少排的二氧化碳（当量）${carbon(sums.carbon)}`);
    await expect(main).toContainText(`可能在 ${carbon(sums.low)}到 ${carbon(sums.high)}之间`);
    await expect(main).toContainText(`积分${shown.grouped(sums.points)}`);
    await expect(main).toContainText(`其中自报 ${entries.filter(({ evidence }) => evidence === SELF).length} 条`);

    for (const [heading, key, name] of [
      ['按类别', ({ action: id }) => action(id).category, (id) => CATEGORIES[id]],
      ['按事情', ({ action: id }) => id, (id) => action(id).name.zh],
    ]) {
      // Some of it is folded away.
      const rows = await read.section(page, heading).locator('li').allTextContents();
      const parts = [...group(entries, key)].map(([id, part]) => `${name(id)} ${part.length} 条记录${carbon(totals(part).carbon)}`);
      expect(rows.sort()).toEqual(parts.sort());
    }

    const share = greenShare(entries);
    const green = await read.section(page, '绿色出行比例').getByRole('listitem').allTextContents();
    expect(green).toEqual([`按次数 ${shown.percent(share.trips)}`, `按里程 ${shown.percent(share.distance)}`]);

    const pollutants = await read.pairs(read.section(page, '少排的污染物'));
    for (const [name, amount] of Object.entries(sums.pollutants)) {
      expect(pollutants[name], name).toContain(amount === null ? '未计' : mass(amount));
    }
  }
}

async function compareToday(person, entries) {
  const { page } = person;
  await person.go('今日');
  const [monday, sunday] = WEEK;
  const week = totals(entries.filter(({ on }) => on >= monday && on <= sunday));
  const card = page.getByRole('region', { name: '本周少排的二氧化碳（当量）' });
  await expect(card).toContainText(carbon(week.carbon));
  await expect(card).toContainText(`积分${shown.grouped(week.points)}`);
  const all = page.getByRole('region', { name: '账户累计' });
  await expect(all).toContainText(carbon(totals(entries).carbon));
  const ofToday = page.getByRole('region', { name: '今天记下的' }).getByRole('listitem');
  await expect(ofToday).toHaveCount(entries.filter(({ on }) => on === LAST_DAY).length);
}

/** The texts of the pages that show the account. */
async function texts(person) {
  const main = person.page.getByRole('main');
  const texts = {};
  for (const tab of ['今日', '账本', '报告']) {
    await person.go(tab);
    await expect(main.getByRole('heading', { level: 1, name: tab })).toBeVisible();
    texts[tab] = await main.innerText();
  }
  return texts;
}
