// Reads a QR code off a page, module by module, from the path that draws it: by
// the standard (ISO/IEC 18004), not by the code that drew it. On a screen nothing
// is torn, so errors are not corrected; a wrong module gives a wrong text.

/** Per level (L, M, Q, H) and version from 1 on: bytes of error correction a block, and blocks. */
const CORRECTION = [
  [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30, 30, 30],
  [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28, 28],
  [13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30, 28, 30, 30, 30, 30, 28, 30, 30, 30, 30],
  [17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28, 30, 24, 30, 30, 30, 30, 30, 30, 30, 30],
];
const BLOCKS = [
  [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15],
  [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29],
  [1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20, 23, 23, 25, 27, 29, 34, 34, 35, 38, 40],
  [1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25, 25, 34, 30, 32, 35, 37, 40, 42, 45, 48],
];
/** How the levels are numbered in the code itself. */
const LEVELS = [1, 0, 3, 2];
const MASKS = [
  (x, y) => (x + y) % 2 === 0,
  (x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
/** The light border. */
const QUIET = 4;

/** The text of a code on the page. */
export async function readCode(locator) {
  return codeOf(...(await locator.evaluate((svg) => [svg.getAttribute('viewBox'), svg.querySelector('path').getAttribute('d')])));
}

/** The text of a code, by the box and the path of its drawing. */
export const codeOf = (box, path) => decode(modules(Number(box.split(' ')[2]) - 2 * QUIET, path));

function modules(size, path) {
  const rows = Array.from({ length: size }, () => new Array(size).fill(false));
  for (const [, left, top, wide] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let x = 0; x < Number(wide); x += 1) rows[Number(top) - QUIET][Number(left) - QUIET + x] = true;
  }
  return rows;
}

function alignments(version, size) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const places = [6];
  for (let at = size - 7; places.length < count; at -= step) places.splice(1, 0, at);
  return places;
}

/** What holds no data: finders with their formats, timing, alignment, version. */
function isReserved(version, size) {
  const places = alignments(version, size);
  const last = places.at(-1);
  return (x, y) => {
    const isFinder = (x < 9 && y < 9) || (x < 9 && y >= size - 8) || (x >= size - 8 && y < 9);
    const isVersion = version >= 7 && ((x < 6 && y >= size - 11) || (y < 6 && x >= size - 11));
    if (isFinder || isVersion || x === 6 || y === 6) return true;
    return places.some((cx) =>
      places.some((cy) => {
        const isCorner = (cx === 6 && (cy === 6 || cy === last)) || (cx === last && cy === 6);
        return !isCorner && Math.abs(x - cx) <= 2 && Math.abs(y - cy) <= 2;
      }),
    );
  };
}

function decode(rows) {
  const size = rows.length;
  const version = (size - 17) / 4;
  const format = [0, 1, 2, 3, 4].map((x) => (rows[8][x] ? 1 : 0)).reduce((bits, bit) => (bits << 1) | bit) ^ 0b10101;
  const level = LEVELS.indexOf(format >> 3);
  const mask = MASKS[format & 7];
  const reserved = isReserved(version, size);
  const bits = [];
  for (let right = size - 1, up = true; right >= 1; right -= 2, up = !up) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const y = up ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (!reserved(x, y)) bits.push(rows[y][x] !== mask(x, y) ? 1 : 0);
      }
    }
  }
  const bytes = [];
  for (let at = 0; at + 8 <= bits.length; at += 8) bytes.push(bits.slice(at, at + 8).reduce((byte, bit) => byte * 2 + bit));
  return text(data(bytes, CORRECTION[level][version - 1], BLOCKS[level][version - 1]), version);
}

/** The bytes of data in their order: blocks are interleaved, the shorter ones first. */
function data(bytes, correction, count) {
  const short = Math.floor(bytes.length / count) - correction;
  const longer = bytes.length % count;
  const lengths = Array.from({ length: count }, (_, block) => short + (block >= count - longer ? 1 : 0));
  const blocks = lengths.map(() => []);
  let at = 0;
  for (let place = 0; place <= short; place += 1) {
    for (const [block, length] of lengths.entries()) {
      if (place < length) blocks[block].push(bytes[(at += 1) - 1]);
    }
  }
  return blocks.flat();
}

function text(bytes, version) {
  let at = 0;
  const take = (count) => {
    let value = 0;
    for (let bit = 0; bit < count; bit += 1, at += 1) value = value * 2 + ((bytes[at >> 3] >> (7 - (at & 7))) & 1);
    return value;
  };
  const size = version < 10 ? 0 : version < 27 ? 1 : 2;
  let read = '';
  while (at + 4 <= bytes.length * 8) {
    const mode = take(4);
    if (mode === 0) break;
    if (mode === 1) {
      for (let left = take([10, 12, 14][size]); left > 0; left -= 3) {
        const digits = Math.min(left, 3);
        read += String(take([0, 4, 7, 10][digits])).padStart(digits, '0');
      }
    } else if (mode === 2) {
      for (let left = take([9, 11, 13][size]); left > 0; left -= 2) {
        const pair = take(left > 1 ? 11 : 6);
        read += left > 1 ? LETTERS[Math.floor(pair / 45)] + LETTERS[pair % 45] : LETTERS[pair];
      }
    } else if (mode === 4) {
      const count = take([8, 16, 16][size]);
      read += Buffer.from(Array.from({ length: count }, () => take(8))).toString('utf8');
    } else {
      throw new Error(`mode ${mode} of a QR code`);
    }
  }
  return read;
}
