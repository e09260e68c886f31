// The tour: what a person does one after the other, by its name. Each step waits
// for what it needs; what it brings about is waited for by the next.
/** What is tapped is seen before: scrolling to it is no part of the tap. */
const tap = async (locator) => {
  await locator.scrollIntoViewIfNeeded();
  await locator.page().evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await locator.tap();
};
const main = (page) => page.getByRole('main');
const button = (page, name) => main(page).getByRole('button', { name, exact: typeof name === 'string' });
const tab = (name) => (page) =>
  tap(page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name }));
const link = (name) => (page) => tap(main(page).getByRole('link', { name, exact: typeof name === 'string' }).first());
const radio = (group, name) => (page) =>
  tap(page.getByRole('group', { name: group }).getByRole('radio', { name, exact: true }));
const type = (find, text) => async (page) => {
  await tap(find(page));
  await find(page).press('Control+A');
  await find(page).pressSequentially(text);
};
const keys = (find, ...names) => async (page) => {
  await find(page).focus();
  for (const name of names) await page.keyboard.press(name);
};
const press = (name) => (page) => tap(button(page, name).first());

const usual = (page) => page.getByRole('region', { name: '常做的事' }).getByRole('button').first();
const finder = (page) => page.getByRole('searchbox', { name: '找一件事' });
const distance = (page) => page.getByRole('textbox', { name: /^坐了多远/ });
const slider = (page) => page.getByRole('slider', { name: /^坐了多远/ });
const note = (page) => page.getByRole('textbox', { name: '备注' });
const search = (page) => page.getByRole('searchbox', { name: '找记录' });
const month = (page) => page.getByRole('combobox', { name: '月份' });
const compared = (page) => main(page).getByRole('textbox').first();

/** To a page behind the last tab, and the tap that opens it. */
const behind = (title) => async (page) => {
  await tab('更多')(page);
  await link(new RegExp(`^${title}`))(page);
};

export const STEPS = [
  ['today: a usual trip chosen', (page) => tap(usual(page))],
  ['today: saved', press('记到今天')],
  ['today: undone', (page) => tap(page.getByRole('button', { name: '撤销' }).first())],
  ['record: open', tab('记录')],
  ['record: category', radio('分类', '出行')],
  ['record: search typed', type(finder, 'gongjiao')],
  ['record: action chosen', link('公交')],
  ['form: distance typed', type(distance, '12.5')],
  ['form: one step more', press(/^坐了多远 加/)],
  ['form: slider moved by keys', keys(slider, 'ArrowRight', 'ArrowRight', 'ArrowLeft')],
  ['form: what it replaced', radio('不这样走的话，本来会怎么走？', '开私家车')],
  ['form: evidence', radio('有凭证吗？', '有车票、账单、表数或截图')],
  ['form: note typed', type(note, 'rain, with a friend')],
  ['form: saved', press('保存')],
  ['form: undone', press('撤销')],
  ['ledger: open', tab('账本')],
  ['ledger: search typed', type(search, 'gj')],
  ['ledger: search emptied', keys(search, 'Backspace', 'Backspace')],
  ['ledger: category', radio('分类', '出行')],
  ['ledger: every category', radio('分类', '全部')],
  ['ledger: month', keys(month, 'ArrowDown')],
  ['ledger: every month', keys(month, 'ArrowUp')],
  ['ledger: more shown', press(/^再显示/)],
  ['ledger: more shown again', press(/^再显示/)],
  ['ledger: entry deleted', press(/^删除/)],
  ['ledger: undone', (page) => tap(page.getByRole('button', { name: '撤销' }).first())],
  ['ledger: entry opened to change', link(/^修改/)],
  ['form: change saved', press('保存修改')],
  ['statement: open', tab('报告')],
  ['statement: month before', link(/^往前/)],
  ['statement: by year', link('按年')],
  ['statement: everything', link('全部')],
  ['compare: open', behind('出行比一比')],
  ['compare: distance typed', type(compared, '15')],
  ['usual: open', behind('常用')],
  ['rewards: open', behind('积分与徽章')],
  ['synergy: open', behind('减污降碳协同')],
  ['norms: open', behind('环保十条')],
  ['campaign: open', behind('活动')],
  ['methodology: open', behind('方法')],
  ['storage: open', behind('数据与备份')],
  ['settings: open', behind('设置')],
  ['settings: dark', radio('颜色', '深色')],
  ['settings: light', radio('颜色', '浅色')],
  ['settings: text of the elder edition', radio('字的大小', '长辈版')],
  ['settings: usual text', radio('字的大小', '标准')],
  ['settings: English', radio('语言', 'English')],
  ['settings: Chinese', (page) => tap(page.getByRole('radio', { name: '中文', exact: true }))],
  ['today: open', tab('今日')],
];
