// One answer changed: how long until its total is there, with publicodes and with
// our calculation, in turn in one process. `cargo xtask bench answer`
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Engine from 'publicodes';
import { tell } from '../e2e/bench/figure.mjs';
import { assess } from '../e2e/support/assess.mjs';
import { edition } from '../e2e/support/edition.mjs';
import { eachOf, inWasm, timed } from './in-wasm.mjs';
import { MEASURES, inputs, reduction, situation, tripRules, trips } from './trips.mjs';

const RUNS = 9;
const CHECKED = 1_000;
const ENTRIES = 100_000;

const quiet = { log() {}, warn() {}, error() {} };
const engine = (rules) => new Engine(rules, { logger: quiet, strict: { situation: false, noOrphanRule: false } });
const change = (engine, answer, asked) => engine.setSituation(answer, { keepPreviousSituation: true }).evaluate(asked).nodeValue;

/** Numbers that are the same each time: `splitmix32`. */
function numbers(seed) {
  let state = seed;
  return (many) => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % many;
  };
}

/** Any trip: each action, each thing it may have replaced, each amount it takes. */
function anyTrip(oneOf) {
  const actions = trips(edition);
  const action = actions[oneOf(actions.length)];
  const modes = [undefined, 'none', ...Object.keys(edition.replaced)];
  const amount = ({ kind, floor, ceiling }) => {
    const [least, most] = [floor, ceiling].map((bound) => Math.round(Number(bound) * 1000));
    const whole = kind === 'occupancy' ? 1000 : 1;
    return String((least + oneOf((most - least) / whole + 1) * whole) / 1000);
  };
  return {
    action: action.id,
    on: '2026-11-22',
    replaced: modes[oneOf(modes.length)],
    inputs: Object.fromEntries(inputs(action).map((input) => [input.kind, amount(input)])),
  };
}

/** Half away from zero, as our rule is; floats that miss a half by a hair are taken for it. */
const rounded = (number) => Math.sign(number) * Math.floor(Math.abs(number) * (1 + 1e-12) + 0.5);
/** A decimal text in thousandths. */
const thousandths = (text) => Math.round(Number(text) * 1000);

/** Every trip comes to the same with publicodes, to the milligram of CO2e and the microgram of pollutant. */
function check(rules) {
  const oneOf = numbers(7);
  const drawn = Array.from({ length: CHECKED }, () => anyTrip(oneOf));
  const model = engine(rules);
  for (const [index, ours] of assess(drawn).entries()) {
    model.setSituation(situation(drawn[index]));
    for (const measure of MEASURES) {
      const stated = measure === 'CO2e' ? ours.reduction_g : ours.pollutants_mg[measure];
      // Nobody has a factor for it.
      if (stated === null) continue;
      const name = reduction(measure).split(' . ')[1];
      const perGram = measure === 'CO2e' ? 1e3 : 1e6;
      const [baseline, project] = ['baseline', 'project'].map((side) => rounded(model.evaluate(`trip . ${side} ${name}`).nodeValue * perGram));
      if (baseline - project !== thousandths(stated)) {
        throw new Error(`${JSON.stringify(drawn[index])}: ${measure} ${stated}, publicodes ${baseline - project} thousandths`);
      }
    }
  }
  console.log(`  ${CHECKED} trips come to the same with publicodes and with examples/assess`);
}

/** Nos Gestes Climat as its own page takes it, with one of its persons, and an answer that counts. */
function nosGestesClimat() {
  const packed = (name) => JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`@incubateur-ademe/nosgestesclimat/public/${name}.json`)));
  const model = engine(packed('co2-model.FR-lang.fr-opti'));
  model.setSituation(packed('personas-fr')['personas . mehdi'].situation);
  const ask = (run) => change(model, { 'transport . voiture . km': 10_000 + 100 * run }, 'bilan');
  if (!(ask(1) > ask(0))) throw new Error('more kilometres, and no more emissions');
  return ask;
}

check(tripRules(edition));
const model = engine(tripRules(edition, ['CO2e']));
model.setSituation(situation({ action: 'bus', replaced: 'car', inputs: { distance_km: '8' } }));
const whole = engine(tripRules(edition));
whole.setSituation(situation({ action: 'bus', replaced: 'car', inputs: { distance_km: '8' } }));
const distance = (time) => ({ 'trip . distance km': `${1 + (time % 500) / 10}` });
const ours = inWasm('page');
const trip = new ours.Trip('bus', 'car');
const book = new ours.Book(ENTRIES, ENTRIES, 0n);
book.open();
const askModel = nosGestesClimat();

const work = {
  reduction: (time) => trip.reduction(`${1 + (time % 500) / 10}`),
  publicodes: (time) => change(model, distance(time), reduction('CO2e')),
  pollutants: (time) => {
    whole.setSituation(distance(time), { keepPreviousSituation: true });
    for (const measure of MEASURES) whole.evaluate(reduction(measure));
  },
  // Each on a day of its own, as people record: a day of hundreds is worked out longer.
  recorded: (time) => trip.record(`${1 + (time % 500) / 10}`, time, book),
};
const times = { reduction: 2_000, publicodes: 40, pollutants: 20, recorded: 50 };
const runs = { reduction: [], publicodes: [], pollutants: [], recorded: [], climate: [] };
for (let run = 0; run <= RUNS; run += 1) {
  const round = Object.fromEntries(Object.keys(work).map((name) => [name, eachOf(times[name], work[name])]));
  round.climate = timed(() => askModel(run));
  // The first round is for the compilers.
  if (run > 0) for (const name of Object.keys(runs)) runs[name].push(round[name]);
}
const microseconds = (name) => runs[name].map((time) => time * 1000);
const ratios = (slow, fast) => runs[slow].map((time, run) => time / runs[fast][run]);

const same = 'one trip, one answer changed';
tell({ what: 'ours: its reduction', unit: 'µs', runs: microseconds('reduction'), group: same, note: 'The wasm of the page from Node: checked and assessed, with range, pollutants, points and terms.' });
tell({ what: 'publicodes, our trips: its reduction', unit: 'µs', runs: microseconds('publicodes'), group: same, note: `The same task, by a model made from the edition; ${CHECKED} random trips come to the same.` });
tell({ what: 'publicodes, our trips: with pollutants', unit: 'µs', runs: microseconds('pollutants'), group: same, note: 'The five pollutants as well, but neither ranges nor points.' });
tell({ what: 'ours beside publicodes, the same trips', unit: '×', runs: ratios('publicodes', 'reduction'), note: 'As many times as fast, round by round; ours works out all, publicodes the CO2e alone.' });
tell({ what: 'ours beside publicodes, with pollutants', unit: '×', runs: ratios('pollutants', 'reduction'), at_least: 1000, note: 'The same task, as many times as fast: both work out the pollutants too.' });
const total = 'one answer changed, all totals';
tell({ what: 'ours: recorded, all totals', unit: 'µs', runs: microseconds('recorded'), group: total, note: `One more trip among ${ENTRIES} entries: checked, assessed, encoded, kept in memory, and each total of its day, month, year and of everything read.` });
tell({ what: 'Nos Gestes Climat: its total', unit: 'µs', runs: microseconds('climate'), group: total, note: 'Not the same task: a footprint of a whole life from 1,000 rules and more.' });
tell({ what: 'ours beside Nos Gestes Climat', unit: '×', runs: ratios('climate', 'recorded'), at_least: 1000, note: 'Not the same task.' });
