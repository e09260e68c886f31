// Campaign packs as organisers hand them out (src/campaign/pack_link.rs), and
// as a device keeps them.
import { crc32 } from './record-line.mjs';

export const KEY = '00000000000000ff';

/** A campaign that is under way on the day that tests stand still on. */
export const PACK = {
  format: 'carbon-inclusion-campaign',
  version: 1,
  key: KEY,
  stamp: 1795305600000,
  languages: ['zh-CN', 'en'],
  name: { 'zh-CN': '绿色出行周', en: 'Green Travel Week' },
  place: '人民广场',
  first: '2026-11-20',
  last: '2026-11-26',
  actions: ['walk', 'bicycle', 'bus', 'electric-car'],
  goal_kg: '1000',
  thanks: [
    { from_kg: '0.5', name: '绿色伙伴' },
    { from_kg: '5', name: '绿色先锋' },
  ],
  groups: ['一班', '二班'],
};

/** The code of a pack, of whatever else is given, and of a version. */
export function codeOf(pack, version = 1) {
  const json = typeof pack === 'string' ? pack : JSON.stringify(pack);
  const bytes = Buffer.concat([Buffer.from([version]), Buffer.from(json, 'utf8')]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(bytes));
  return Buffer.concat([bytes, sum]).toString('base64url');
}

/** The lines of the settings by which a device knows a campaign. */
export const knownAs = (pack, joined) =>
  [`campaign-${pack.key}=${codeOf(pack)}`, ...(joined === undefined ? [] : [`joined-${pack.key}=${joined}`])].join('\n');
