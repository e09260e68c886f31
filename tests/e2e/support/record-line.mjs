// Records as the vault keeps them (src/vault/record.rs), for accounts that
// somebody is said to have had before the page was opened.

const PREFIX = 'carbon-inclusion/record/';
const EDITION = 'liaocheng-2026.1';

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return rest;
});

/** CRC-32, the same as of zip files. */
export function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum = (sum >>> 8) ^ TABLE[(sum ^ byte) & 0xff];
  }
  return (sum ^ 0xffffffff) >>> 0;
}

const hex = (number, digits) => number.toString(16).padStart(digits, '0');

/**
 * A record of an activity: its key and its line. `number` makes the entry's id;
 * `recordedAt` is in milliseconds since 1970.
 */
export function record(number, activity, recordedAt) {
  const { action, on, inputs, item, replaced, evidence, note } = activity;
  const amounts = Object.entries(inputs).map(([kind, amount]) => `${kind}=${amount}`);
  const fields = ['1', recordedAt, EDITION, action, on, amounts.join(',')];
  const said = { item, replaced, evidence: evidence === 'self' ? undefined : evidence };
  for (const [name, value] of Object.entries(said)) {
    if (value !== undefined) fields.push(`${name}=${value}`);
  }
  if (note !== undefined) {
    fields.push(`note=${note.replaceAll('\\', '\\\\').replaceAll('|', '\\p')}`);
  }
  return sealed({ entry: BigInt(number), revision: 1, nonce: BigInt(number) }, fields.join('|'));
}

/** A line under its key, with the checksum of both. */
export function sealed({ entry, revision, nonce }, text) {
  const head = Buffer.alloc(20);
  head.writeBigUInt64LE(entry, 0);
  head.writeUInt32LE(revision, 8);
  head.writeBigUInt64LE(nonce, 12);
  const sum = crc32(Buffer.concat([head, Buffer.from(text, 'utf8')]));
  return [`${PREFIX}${hex(entry, 16)}.${revision}.${hex(nonce, 16)}`, `${text}|${hex(sum, 8)}`];
}

/**
 * Puts items into local storage before the page opens for the first time, and
 * leaves them alone when it is opened again.
 */
export async function seed(page, items) {
  await page.addInitScript((items) => {
    if (window.localStorage.getItem('seeded') === null) {
      for (const [key, value] of items) window.localStorage.setItem(key, value);
      window.localStorage.setItem('seeded', 'once');
    }
  }, items);
}

/** Records of an account of years: four walks a day, the last one a year ago. */
export function manyRecords(count, until = Date.now() - 365 * 86_400_000) {
  return Array.from({ length: count }, (_, index) => {
    const at = until - Math.floor(index / 4) * 86_400_000;
    const inputs = { distance_km: `${(index % 40) + 1}` };
    return record(index + 1, { action: 'walk', on: new Date(at).toISOString().slice(0, 10), inputs }, at);
  });
}
