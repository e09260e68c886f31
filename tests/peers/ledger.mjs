// The ledger in wasm beside plain JavaScript that does the same over the same
// entries, in turn in one process, and beside what the memory allows.
// `cargo xtask bench totals`
import { tell } from '../e2e/bench/figure.mjs';
import { eachOf, inWasm, timed } from './in-wasm.mjs';

const RUNS = 9;
/** Rounds before that, for the compilers. */
const WARM = 5;
const SIZES = [
  { entries: 100_000, said: '100,000', bar: 1 },
  { entries: 1_000_000, said: '1,000,000', bar: 10 },
];
/** Two copies of an account that went apart have so much in common. */
const SHARED = 0.8;
/** More than any cache holds. */
const STREAM_BYTES = 512 * 1024 * 1024;
const DAYS = 10_958;
const MONTHS = 360;

/** Each kind of work in turn, round by round: its times in ms. */
function inTurn(work, runs = RUNS) {
  const times = Object.fromEntries(Object.keys(work).map((name) => [name, []]));
  for (let run = -WARM; run < runs; run += 1) {
    for (const [name, one] of Object.entries(work)) {
      // What is short is done often enough to be timed.
      const first = timed(one);
      const often = Math.min(200, Math.floor(2 / Math.max(first, 0.001)));
      const time = often > 1 ? eachOf(often, one) : first;
      if (run >= 0) times[name].push(time);
    }
  }
  return times;
}

/** The entries as JavaScript programs hold them: objects, and columns. */
function inJavaScript(book) {
  const columns = {
    days: book.day_column(),
    months: book.month_column(),
    actions: book.action_column(),
    reductions: Float64Array.from(book.reduction_column(), Number),
  };
  const categories = page.Book.categories_of_actions();
  const objects = Array.from(columns.reductions, (reduction, index) => ({
    day: columns.days[index],
    month: columns.months[index],
    category: categories[columns.actions[index]],
    action: columns.actions[index],
    reduction,
  }));
  return { columns, categories, objects };
}

const noSums = (categories) => [DAYS, MONTHS, 5, categories.length].map((length) => new Float64Array(length));

function sumObjects(objects) {
  const sums = [new Map(), new Map(), new Map(), new Map()];
  const [days, months, categories, actions] = sums;
  for (const { day, month, category, action, reduction } of objects) {
    days.set(day, (days.get(day) ?? 0) + reduction);
    months.set(month, (months.get(month) ?? 0) + reduction);
    categories.set(category, (categories.get(category) ?? 0) + reduction);
    actions.set(action, (actions.get(action) ?? 0) + reduction);
  }
  return sums;
}

function sumColumns({ days, months, actions, reductions }, categoryOf) {
  const sums = noSums(categoryOf);
  const [byDay, byMonth, byCategory, byAction] = sums;
  for (let index = 0; index < reductions.length; index += 1) {
    const reduction = reductions[index];
    byDay[days[index]] += reduction;
    byMonth[months[index]] += reduction;
    byCategory[categoryOf[actions[index]]] += reduction;
    byAction[actions[index]] += reduction;
  }
  return sums;
}

/** All ways come to the same sums. */
function check(book, { columns, categories, objects }) {
  const ours = Array.from(book.walk(), Number);
  const theirs = sumColumns(columns, categories).flatMap((sums) => [...sums]);
  const ofObjects = sumObjects(objects).map((sums) => [...sums.values()].reduce((one, other) => one + other));
  const all = Number(book.months());
  if (ours.length !== theirs.length || ours.some((sum, place) => sum !== theirs[place])) throw new Error('other sums');
  for (const sum of [...ofObjects, book.days(), book.days_in_full(), book.months_in_full(), book.categories(), book.actions()]) {
    if (Number(sum) !== all) throw new Error(`the sum of all is ${all}, and ${sum}`);
  }
}

const [page, fast] = [inWasm('page'), inWasm('release')];

function bandwidth() {
  const stream = new fast.Stream(STREAM_BYTES / 8);
  stream.sum();
  const { read } = inTurn({ read: () => stream.sum() });
  stream.free();
  const rates = read.map((time) => STREAM_BYTES / 2 ** 20 / (time / 1000));
  tell({ what: 'reading memory in wasm', unit: 'MiB/s', runs: rates, note: '512 MiB, one after the other: what bounds every sum over more than the caches hold.' });
  return Math.max(...rates) * 2 ** 20;
}

function totals({ entries, said, bar }, bytesPerSecond) {
  const book = new page.Book(entries, entries, 0n);
  const rapid = new fast.Book(entries, entries, 0n);
  for (const each of [book, rapid]) each.open();
  const read = (book) => () => [book.days_in_full(), book.months_in_full(), book.categories(), book.actions()];
  // Once only: it is what makes them run along.
  const first = timed(read(book));
  const plain = inJavaScript(book);
  check(book, plain);
  const times = inTurn({
    read: read(book),
    rapid: read(rapid),
    carbon: () => [book.days(), book.months(), book.categories(), book.actions()],
    days: () => book.days(),
    months: () => book.months_in_full(),
    categories: () => book.categories(),
    actions: () => book.actions(),
    columns: () => sumColumns(plain.columns, plain.categories),
    walk: () => book.walk(),
    rapidWalk: () => rapid.walk(),
    objects: () => sumObjects(plain.objects),
  });
  const whole = inTurn({ recount: () => book.recount(), rapid: () => rapid.recount() }, entries > 100_000 ? 3 : RUNS);
  // The least that a sum over all entries has to read: 8 bytes of CO2e, 2 of the day, 1 of the action.
  const limit = ((entries * 11) / bytesPerSecond) * 1000;
  const group = `totals over ${said} entries`;
  tell({ what: group, unit: 'ms', runs: times.read, at_most: bar, note: 'Running totals of each day, month, category and action, all with range, pollutants and trips.' });
  tell({ what: `${group}, built for speed`, unit: 'ms', runs: times.rapid, note: 'The same with opt-level 3.' });
  tell({ what: `${group}, asked for the first time`, unit: 'ms', runs: [first], note: 'Of every span at once, as no page does: all entries are gone through for each.' });
  const say = (what, runs, more) => tell({ what: `${what}, ${said}`, unit: 'ms', runs, group, ...more });
  say('CO2e by day, month, category and action', times.carbon, { note: 'Running totals, read.' });
  say('the memory’s limit', [limit], { note: '11 bytes an entry at the rate above: the least that going through all entries has to read.' });
  say('columns in JavaScript', times.columns, { note: 'The same sums over all entries, in typed arrays.' });
  say('objects in JavaScript', times.objects, { note: 'The same sums over all entries.' });
  say('our entries, summed anew', times.walk, { note: 'No page does this: the totals run along.' });
  say('our entries, summed anew, built for speed', times.rapidWalk);
  say('the whole ledger anew', whole.recount, { note: 'The points of each day and the table of ids, as at opening.' });
  say('the whole ledger anew, built for speed', whole.rapid);
  tell({ what: `CO2e beside the memory’s limit, ${said}`, unit: '×', runs: times.carbon.map((time) => time / limit), at_most: 3 });
  const short = (what, runs) => tell({ what: `${what}, ${said}`, unit: 'µs', runs: runs.map((time) => time * 1000) });
  short('CO2e of each day', times.days);
  short('all totals of each month', times.months);
  short('all totals of each category', times.categories);
  short('all totals of each action', times.actions);
  for (const each of [book, rapid]) each.free();
}

function copies({ entries, said }) {
  const build = (module) => {
    const book = new module.Book(entries, entries, 0n);
    const other = new module.Book(entries, entries * SHARED, 1n);
    const both = book.both(other);
    book.open();
    book.write_backup();
    return { book, both };
  };
  const [ours, rapid] = [build(page), build(fast)];
  if (ours.both.open() !== entries * (2 - SHARED)) throw new Error('not the union of both');
  const text = ours.book.backup();
  const parsed = JSON.parse(text);
  if (ours.book.read_backup() !== entries || parsed.entries.length !== entries) throw new Error('not all in the backup');
  const times = inTurn({
    open: () => ours.book.open(),
    rapidOpen: () => rapid.book.open(),
    merge: () => ours.both.open(),
    rapidMerge: () => rapid.both.open(),
    parse: () => JSON.parse(text),
    readBackup: () => ours.book.read_backup(),
    rapidRead: () => rapid.book.read_backup(),
    stringify: () => JSON.stringify(parsed),
    writeBackup: () => ours.book.write_backup(),
    rapidWrite: () => rapid.book.write_backup(),
  });
  const say = (what, runs, more) => tell({ what, unit: 'ms', runs, ...more });
  const megabytes = (text.length / 1e6).toFixed(1);
  say(`opening ${said} entries from memory`, times.open, { group: 'opening', note: 'Read from their segment, checked, merged and added up.' });
  say('opening, built for speed', times.rapidOpen, { group: 'opening' });
  say(`merging two copies of ${said}`, times.merge, { group: 'merging', note: '80 % in both, the rest in one: both read, checked, merged and added up.' });
  say('merging, built for speed', times.rapidMerge, { group: 'merging' });
  say(`reading a backup of ${said} entries`, times.readBackup, { group: 'reading a backup', note: `${megabytes} MB of JSON, each entry checked as if it had just been typed.` });
  say('reading, built for speed', times.rapidRead, { group: 'reading a backup' });
  say('JSON.parse of the same file', times.parse, { group: 'reading a backup', note: 'Nothing is checked.' });
  say(`writing a backup of ${said} entries`, times.writeBackup, { group: 'writing a backup' });
  say('writing, built for speed', times.rapidWrite, { group: 'writing a backup' });
  say('JSON.stringify of the same objects', times.stringify, { group: 'writing a backup' });
}

const bytesPerSecond = bandwidth();
for (const size of SIZES) totals(size, bytesPerSecond);
copies(SIZES[0]);
