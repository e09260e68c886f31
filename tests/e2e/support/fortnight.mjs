// A person's fortnight, from 9 to 22 November 2026: what was done, and how it is
// recorded. `amounts` says how a number gets into its field: what is typed, or
// by the buttons or the slider; `inputs` says what it means.

/** By the buttons beside the field. */
const BUTTONS = Symbol('buttons');
/** By the arrow keys on the slider. */
const SLIDER = Symbol('slider');
/** Left as it is. */
const UNTOUCHED = Symbol('untouched');
export const by = { BUTTONS, SLIDER, UNTOUCHED };

/** The ways to an action's form. */
const search = (text) => ({ search: text });
const category = (name) => ({ category: name });
const REPEAT = { repeat: true };
const FAVOURITE = { favourite: true };
const RECENT = { recent: true };

const TRIPS = category('出行');
const DAILY = category('日常生活');

// The first of each: the day it is recorded on. `on` differs where it is backdated.
export const days = {
  '2026-11-09': [
    { action: 'bus', way: search('公交'), inputs: { distance_km: '8' }, replaced: 'car', isFavourite: true },
    { action: 'walk', way: TRIPS, inputs: { distance_km: '2.5' }, amounts: { distance_km: BUTTONS } },
    { action: 'own-cup', way: search('zdsb'), inputs: { count: '2' } },
    { action: 'clean-plate', way: DAILY, inputs: { count: '3' }, amounts: { count: BUTTONS } },
  ],
  '2026-11-10': [
    { action: 'bus', way: REPEAT, inputs: { distance_km: '8' }, replaced: 'car' },
    {
      action: 'bicycle',
      way: search('bicycle'),
      inputs: { distance_km: '3.5' },
      amounts: { distance_km: '３.５' },
      replaced: 'e-bike',
    },
    { action: 'own-bag', way: DAILY, inputs: { count: '3' }, amounts: { count: BUTTONS } },
    { action: 'recycle-paper', way: category('垃圾回收'), inputs: { mass_kg: '5' }, amounts: { mass_kg: '10斤' } },
  ],
  '2026-11-11': [
    { action: 'e-bike', way: search('ddc'), inputs: { distance_km: '6.2' }, amounts: { distance_km: '6,2' }, replaced: 'car' },
    { action: 'vegetarian-meal', way: search('素食'), inputs: { count: '1' } },
    {
      action: 'recycle-pet',
      way: search('pet bottle'),
      inputs: { mass_kg: '0.5' },
      amounts: { mass_kg: '500克' },
      evidence: 'proof',
    },
    { action: 'walk', way: search('zoulu'), on: '2026-11-10', inputs: { distance_km: '2' }, replaced: 'bus', note: '昨天忘了记，补上' },
  ],
  '2026-11-12': [
    { action: 'carpool', way: search('pinche'), inputs: { distance_km: '20', occupancy: '4' }, amounts: { occupancy: BUTTONS } },
    {
      action: 'shared-bicycle',
      way: TRIPS,
      inputs: { distance_km: '3' },
      amounts: { distance_km: SLIDER },
      says: '同一段路只能记一次',
    },
    { action: 'learn', way: category('文明行为'), inputs: { count: '1' }, note: '听讲座 | “减污降碳” \\ 第1讲' },
    { action: 'paper-saved', way: search('双面'), inputs: { count: '50' }, amounts: { count: '50张' } },
  ],
  '2026-11-13': [
    { action: 'bus', way: REPEAT, inputs: { distance_km: '8' }, replaced: 'car' },
    { action: 'metro', way: search('地铁'), inputs: { distance_km: '12' }, replaced: 'taxi' },
    { action: 'circular-parcel-box', way: search('kuaidi'), inputs: { count: '1' } },
    {
      action: 'led-lamp',
      way: search('LED'),
      inputs: { old_w: '40', new_w: '9', hours: '150', count: '1' },
      amounts: { old_w: '40瓦', new_w: '9 W', count: UNTOUCHED },
    },
    { action: 'car', way: search('开车'), inputs: { distance_km: '10' } },
  ],
  // The day that the cap of self-reported points acts on.
  '2026-11-14': [
    {
      action: 'high-speed-rail',
      way: search('gt'),
      inputs: { distance_km: '120' },
      replaced: 'car',
      evidence: 'proof',
      note: '去济南看病',
    },
    { action: 'coach', way: TRIPS, inputs: { distance_km: '100' }, amounts: { distance_km: '100 km' } },
    { action: 'second-hand', way: search('二手'), inputs: { count: '1' }, item: 'jeans' },
    {
      action: 'recycle-textiles',
      way: search('旧衣'),
      inputs: { mass_kg: '2' },
      amounts: { mass_kg: '4斤' },
      says: '一天最多计 5,000 分',
    },
  ],
  '2026-11-15': [
    {
      action: 'electricity-saved',
      way: category('家居能源'),
      variant: 'compared',
      inputs: { old_kwh: '180', new_kwh: '160.5' },
      evidence: 'proof',
    },
    { action: 'gas-saved', way: search('天然气'), inputs: { volume_m3: '2.5' }, amounts: { volume_m3: '2.5方' } },
    { action: 'water-saved', way: search('water'), variant: 'compared', inputs: { old_m3: '10', new_m3: '8' } },
    { action: 'volunteer', way: search('zy'), inputs: { count: '1' } },
    { action: 'sort-kitchen-waste', way: search('厨余'), inputs: { count: '1' } },
  ],
  '2026-11-16': [
    { action: 'bus', way: REPEAT, inputs: { distance_km: '8' }, replaced: 'car' },
    {
      action: 'electric-car',
      way: search('electric car'),
      inputs: { distance_km: '15.5' },
      replaced: 'car',
      evidence: 'proof',
      says: '二氧化硫会比原来多排',
    },
    { action: 'own-tableware', way: DAILY, inputs: { count: '1' } },
  ],
  '2026-11-17': [
    {
      action: 'clean-heating',
      way: search('散煤'),
      variant: 'power',
      inputs: { coal_kg: '50', energy_kwh: '30' },
      amounts: { coal_kg: '50公斤', energy_kwh: '30度' },
      evidence: 'proof',
    },
    {
      action: 'air-conditioner-setpoint',
      way: search('空调'),
      inputs: { degrees: '1.5', energy_kwh: '5' },
      amounts: { degrees: SLIDER },
      says: '同一个月只记一样',
    },
    { action: 'walk', way: TRIPS, inputs: { distance_km: '0.35' }, amounts: { distance_km: '350米' }, replaced: 'none' },
  ],
  '2026-11-18': [
    { action: 'bus', way: FAVOURITE, inputs: { distance_km: '8.5' }, amounts: { distance_km: BUTTONS }, replaced: 'taxi' },
    { action: 'recycle-aluminium', way: search('易拉罐'), inputs: { mass_kg: '0.4' }, amounts: { mass_kg: '0.4千克' } },
    { action: 'recycle-glass', way: search('glass'), inputs: { mass_kg: '1.5' }, amounts: { mass_kg: BUTTONS } },
    { action: 'e-bike', way: search('电瓶车'), inputs: { distance_km: '5' }, replaced: 'none' },
  ],
  '2026-11-19': [
    { action: 'rooftop-solar', way: search('光伏'), inputs: { energy_kwh: '7.25' }, evidence: 'proof' },
    { action: 'recycle-plastic', way: search('suliao'), inputs: { mass_kg: '1' } },
    { action: 'plant-tree', way: search('植树'), inputs: { count: '2' } },
  ],
  '2026-11-20': [
    { action: 'bus', way: REPEAT, inputs: { distance_km: '8' }, replaced: 'car' },
    { action: 'recycle-plastic', way: RECENT, inputs: { mass_kg: '0.75' }, amounts: { mass_kg: '1.5斤' } },
    { action: 'recycle-steel', way: search('feitie'), inputs: { mass_kg: '1.04' } },
    { action: 'recycle-e-waste', way: search('旧电器'), inputs: { mass_kg: '3' } },
  ],
  '2026-11-21': [
    { action: 'train', way: search('火车'), inputs: { distance_km: '150' } },
    { action: 'report-pollution', way: search('举报'), inputs: { count: '1' } },
    { action: 'efficient-appliance', way: search('冰箱'), inputs: { old_kwh: '40', new_kwh: '28' } },
  ],
  '2026-11-22': [
    { action: 'report-pollution', way: RECENT, inputs: { count: '1' } },
    { action: 'heat-saved', way: search('暖气'), inputs: { heat_gj: '0.05' } },
    { action: 'walk', way: TRIPS, inputs: { distance_km: '12' }, says: '一天最多计 10 公里' },
    { action: 'carpool', way: search('拼车'), inputs: { distance_km: '7', occupancy: '3' }, replaced: 'taxi' },
  ],
};
