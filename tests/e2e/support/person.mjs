// A person at the page: what is done with a finger, a mouse or the keyboard,
// found by what is written on it.
import { expect } from '@playwright/test';
import { action, variant } from './edition.mjs';
import { by } from './fortnight.mjs';
import { ledgerDrawn } from './places.mjs';

const REPLACED = {
  car: '开私家车',
  taxi: '打车',
  bus: '坐公交',
  'e-bike': '骑电动车',
  none: '没有：本来不出门',
};
const EVIDENCE = { self: '没有凭证（自报）', proof: '有车票、账单、表数或截图' };
/** Nobody presses a button more often. */
const PRESSES_MAX = 60;

const starting = (text) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

export class Person {
  constructor(page, { isTouch }) {
    this.page = page;
    this.isTouch = isTouch;
  }

  /** With the finger or the mouse. */
  async press(locator) {
    await (this.isTouch ? locator.tap() : locator.click());
  }

  async open() {
    await this.page.goto('./');
    await expect(this.page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible();
  }

  /** To one of the five doors. */
  async go(tab) {
    const link = this.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: tab });
    await this.press(link);
    await expect(link).toHaveAttribute('aria-current', 'page');
  }

  /** To the ledger, down to its first entry. */
  async goThroughLedger() {
    await this.go('账本');
    const rows = this.page.getByRole('main').getByRole('listitem');
    const more = this.page.getByRole('button', { name: /^再显示/ });
    await expect(rows.first()).toBeVisible();
    while ((await more.count()) > 0) {
      const shown = await rows.count();
      await this.press(more);
      await expect(rows).not.toHaveCount(shown);
      await ledgerDrawn(this.page);
    }
  }

  /** One of a group of radio buttons, by the words beside it. */
  async choose(group, name) {
    const radio = this.page.getByRole('group', { name: group }).getByRole('radio', { name, exact: true });
    await this.press(radio);
    await expect(radio).toBeChecked();
  }

  /** Opens the form of an action the way that a person finds it. */
  async find(id, way) {
    const { name } = action(id);
    await this.go('记录');
    let place = this.page.getByRole('main');
    if (way.search !== undefined) {
      const field = place.getByRole('searchbox', { name: '找一件事' });
      await this.press(field);
      await field.pressSequentially(way.search);
      await expect(place.getByRole('status').filter({ hasText: /找到 \d+ 项/ })).toBeVisible();
    } else if (way.category !== undefined) {
      await this.choose('分类', way.category);
    } else {
      const heading = way.favourite ? '收藏的' : '最近记过的';
      place = place.locator('section').filter({ has: this.page.getByRole('heading', { name: heading }) });
    }
    await this.press(place.getByRole('link', { name: name.zh, exact: true }));
    await expect(this.page.getByRole('heading', { level: 1, name: name.zh, exact: true })).toBeFocused();
  }

  /** Gets an amount into its field: typed, or by the buttons or the slider. */
  async enter({ kind, label }, amount, how) {
    const { page } = this;
    const field = page.getByRole('textbox', { name: starting(label.zh) });
    if (how === by.UNTOUCHED) return;
    if (how === by.BUTTONS) {
      await this.step(page, starting(`${label.zh} `), field, amount);
    } else if (how === by.SLIDER) {
      const slider = page.getByRole('slider', { name: starting(label.zh) });
      await slider.focus();
      await this.until(field, amount, (more) => page.keyboard.press(more ? 'ArrowRight' : 'ArrowLeft'));
    } else {
      await this.press(field);
      await field.fill('');
      await field.pressSequentially(how ?? amount);
    }
    expect(kind, 'the field was filled in').toBeTruthy();
  }

  async step(page, name, field, amount) {
    const button = (sign) => page.getByRole('button', { name: new RegExp(`${name.source}${sign} `) });
    await this.until(field, amount, (more) => this.press(button(more ? '加' : '减')));
  }

  async until(field, amount, change) {
    for (let presses = 0; presses < PRESSES_MAX; presses += 1) {
      const now = Number(await field.inputValue());
      if (now === Number(amount)) return;
      await change(now < Number(amount));
      await expect(field).not.toHaveValue(String(now));
    }
    throw new Error(`${amount} was not reached`);
  }

  /** Fills in the form that is open. */
  async fillIn(entry, today) {
    const { action: id, inputs, amounts = {}, item, replaced, evidence, note, on = today } = entry;
    const { name, inputs: asked } = variant(id, entry.variant);
    if (entry.variant !== undefined) await this.choose('怎么填', name.zh);
    for (const input of asked) {
      if (inputs[input.kind] !== undefined) await this.enter(input, inputs[input.kind], amounts[input.kind]);
    }
    if (item !== undefined) {
      await this.choose('是什么东西', action(id).item.find((known) => known.id === item).name.zh);
    }
    if (replaced !== undefined) await this.choose('不这样走的话，本来会怎么走？', REPLACED[replaced]);
    if (evidence !== undefined) await this.choose('有凭证吗？', EVIDENCE[evidence]);
    if (on !== today) {
      await this.choose('哪一天', '选日期');
      await this.page.getByLabel('选日期', { exact: true }).last().fill(on);
    }
    if (note !== undefined) await this.page.getByRole('textbox', { name: '备注' }).fill(note);
  }

  /** Saves what is filled in. */
  async save(name = '保存') {
    await this.press(this.page.getByRole('button', { name, exact: true }));
    await expect(this.page.getByRole('heading', { level: 1, name: '已保存在本机' })).toBeFocused();
  }

  /** Two taps on the first page. */
  async repeat(id) {
    await this.go('今日');
    const { page } = this;
    const usual = page.getByRole('region', { name: '常做的事' });
    await this.press(usual.getByRole('button', { name: starting(action(id).name.zh) }).first());
    await this.press(page.getByRole('button', { name: '记到今天' }));
    await expect(page.getByRole('status').filter({ hasText: '已保存在本机' })).toBeVisible();
  }
}
