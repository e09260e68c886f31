// How entries and days are written on the pages, in Chinese.

const UNITS = {
  distance_km: ['公里', '米'],
  energy_kwh: ['度'],
  volume_m3: ['立方米'],
  heat_gj: ['吉焦'],
  coal_kg: ['千克', '克'],
  mass_kg: ['千克', '克'],
  hours: ['小时'],
  old_w: ['瓦'],
  new_w: ['瓦'],
  old_kwh: ['度'],
  new_kwh: ['度'],
  old_m3: ['立方米'],
  new_m3: ['立方米'],
  degrees: ['℃'],
};
const WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'];

/** An amount in its unit, below 1 in the smaller one: 350 米. */
export function amount(kind, decimal) {
  if (kind === 'count') return `× ${decimal}`;
  if (kind === 'occupancy') return `${decimal} 人`;
  const [unit, small] = UNITS[kind];
  return small && Number(decimal) < 1 ? `${Math.round(Number(decimal) * 1000)} ${small}` : `${decimal} ${unit}`;
}

/** 2026年11月9日 星期一 */
export function day(iso) {
  const [year, month, date] = iso.split('-').map(Number);
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, date)).getUTCDay()];
  return `${year}年${month}月${date}日 ${weekday}`;
}

/** One decimal, left out where it is nothing: 93.8% */
export const percent = (share) => `${Math.round(share * 10) / 10}%`;

/** A whole number with its digits in groups of three: 1,118,705 */
export const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ',');
