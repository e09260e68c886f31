// One way to say what was measured: a line for whoever looks on, and a line of
// JSON for `cargo xtask bench`, which makes docs/performance.md of it. What a
// figure has to say stands in xtask/figures.
import { appendFileSync } from 'node:fs';

/** The middle of the runs, or the middle of the middle two. */
export function median(runs) {
  const sorted = [...runs].sort((one, other) => one - other);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Says `{ what, unit, runs, at_most, at_least, note, group }`; the first three are needed. */
export function tell(figure) {
  const { what, unit, runs, at_most: most = Infinity, at_least: least = -Infinity } = figure;
  const middle = median(runs);
  const spread = runs.length > 1 ? ` (${short(Math.min(...runs))} to ${short(Math.max(...runs))})` : '';
  const missed = middle > most ? `  OVER ${most}` : middle < least ? `  UNDER ${least}` : '';
  console.log(`  ${what.padEnd(46)} ${short(middle).padStart(8)} ${unit}${spread}${missed}`);
  if (process.env.BENCH_FIGURES) appendFileSync(process.env.BENCH_FIGURES, `${JSON.stringify(figure)}\n`);
}

const short = (number) => (Math.abs(number) < 10 ? Number(number.toPrecision(3)).toString() : number.toFixed(0));
