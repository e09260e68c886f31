// The ten norms: their titles, what the account shows of them, and the way to more.
import { test, expect } from './house.mjs';
import { NOW, records, visit } from './support/places.mjs';
import { section } from './support/read.mjs';
import { seed } from './support/record-line.mjs';

const TITLES = [
  '关爱生态环境',
  '节约能源资源',
  '践行绿色消费',
  '选择低碳出行',
  '分类投放垃圾',
  '减少污染产生',
  '呵护自然生态',
  '参加环保实践',
  '参与环境监督',
  '共建美丽中国',
];

test('a year shows which of the ten are practised', async ({ page }) => {
  await page.clock.setFixedTime(NOW);
  await seed(page, records());
  await page.goto('./');
  await visit(page, '#/statement/2026');
  await page.getByRole('link', { name: /^环保十条/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: '环保十条' })).toBeVisible();
  const titles = await page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents();
  expect(titles).toEqual(TITLES.map((title, index) => `${index + 1}. ${title}`));

  // Trips, clean heating and something second-hand; the car shows nothing.
  await expect(page.getByRole('main')).toContainText('2026年3 条');
  const trips = section(page, '4. 选择低碳出行');
  await expect(trips).toContainText('4 条记录');
  await expect(trips).not.toContainText('开车');
  await expect(section(page, '10. 共建美丽中国')).toContainText('还没有记录');
  await expect(section(page, '1. 关爱生态环境')).toContainText('还没有记录');

  await page.getByRole('navigation', { name: '看哪一段' }).getByRole('link', { name: '2025年' }).click();
  await expect(page.getByRole('main')).toContainText('2025年1 条');
  await expect(section(page, '1. 关爱生态环境')).toContainText('1 条记录');

  await trips.getByRole('link', { name: '记：拼车' }).click();
  await expect(page).toHaveURL(/#\/record\/carpool$/);

  await visit(page, '#/norms/2026');
  await trips.getByRole('link', { name: '公交 1 条' }).click();
  await expect(page.getByRole('main').getByRole('status').filter({ hasText: '找到 1 条' })).toBeVisible();
});

test('an empty account shows what can be done', async ({ page }) => {
  await page.clock.setFixedTime(NOW);
  await page.goto('./?lang=en#/norms');
  await expect(page.getByRole('heading', { level: 1, name: 'The ten norms' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('0 of 10');
  await expect(page.getByRole('link', { name: 'Record: Plant a tree' }).or(page.getByRole('link', { name: /^Record: .*tree/i }))).toBeVisible();
});
