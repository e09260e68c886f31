// Contribution cards as the page writes them (src/campaign/card.rs), of a
// campaign whose goal a handful of them reaches.
import { KEY, PACK as GREEN_WEEK, knownAs } from './campaign.mjs';
import { crc32 } from './record-line.mjs';

export { KEY };

/** A campaign about everything, around the day that the tests stand still on. */
export const PACK = { ...GREEN_WEEK, actions: undefined, goal_kg: '10' };

/** The settings of somebody who knows it, and has joined it where that is said. */
export const knowing = (joined) => ['carbon-inclusion/settings', `${knownAs(PACK, joined)}\n`];

const sealed = (bytes) => {
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(bytes));
  return Buffer.concat([bytes, sum]);
};

function number(value) {
  const bytes = [];
  let rest = BigInt(value);
  while (rest >= 0x80n) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Buffer.from(bytes);
}

const signed = (value) => number(value < 0 ? -2 * value - 1 : 2 * value);

const eight = (value) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code of a card that says so many grams, and nothing of pollutants. */
export function cardCode({ participant, grams, group, entries = 1, days = 1, stamp = PACK.stamp, key = KEY, version = 1 }) {
  const amount = signed(grams * 1000);
  const bytes = sealed(
    Buffer.concat([
      Buffer.of(version),
      eight(`0x${key}`),
      eight(participant),
      number(stamp),
      number(group === undefined ? 0 : group + 1),
      number(entries),
      number(days),
      amount,
      amount,
      amount,
      Buffer.alloc(5),
    ]),
  );
  let bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  bits = bits.padEnd(Math.ceil(bits.length / 5) * 5, '0');
  return `CICARD${bits.match(/.{5}/g).map((five) => LETTERS[Number.parseInt(five, 2)]).join('')}`;
}
