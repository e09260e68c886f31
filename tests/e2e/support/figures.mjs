// The figures that a page is to show, worked out a second time: exact integers
// in, three significant digits out (docs/design.md, src/quantity/figures.rs).

const CARBON = { zh: ['克', '千克', '吨'], en: ['g', 'kg', 't'] };
const MASS = { zh: ['微克', '毫克', '克', '千克'], en: ['µg', 'mg', 'g', 'kg'] };

/** An exact decimal as an integer number of thousandths: '-8.81' → -8810n. */
export function thousandths(decimal) {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d{1,3}))?$/.exec(decimal);
  const magnitude = BigInt(whole) * 1000n + BigInt(fraction.padEnd(3, '0'));
  return sign ? -magnitude : magnitude;
}

/** Milligrams of CO2 equivalent as a page shows them. */
export const carbon = (milligrams, language = 'zh') => short(milligrams, 1000n, CARBON[language]);

/** Micrograms of a pollutant as a page shows them. */
export const mass = (micrograms, language = 'zh') =>
  micrograms === 0n ? `0 ${MASS[language][1]}` : short(micrograms, 1n, MASS[language]);

function short(amount, smallest, units) {
  const magnitude = amount < 0n ? -amount : amount;
  let unit = smallest;
  let text = '';
  for (const [index, name] of units.entries()) {
    const figures = threeDigits(magnitude, unit);
    text = `${figures} ${name}`;
    if (Number(figures) < 1000 || index === units.length - 1) break;
    unit *= 1000n;
  }
  return (amount < 0n && !text.startsWith('0 ') ? '−' : '') + text;
}

function threeDigits(magnitude, unit) {
  const whole = magnitude / unit;
  let places = whole >= 100n ? 0 : whole >= 10n ? 1 : whole >= 1n ? 2 : 3;
  while (10n ** BigInt(places) > unit) places -= 1;
  const scale = 10n ** BigInt(places);
  // Half away from zero.
  const rounded = (magnitude * scale * 2n + unit) / (unit * 2n);
  const text = `${rounded / scale}.${(rounded % scale).toString().padStart(places, '0')}`;
  return text.replace(/\.?0*$/, '');
}
