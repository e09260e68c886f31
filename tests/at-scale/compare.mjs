// The same rows through assess, the edition's SQL in DuckDB and Spark's pipe:
// whether all give the same results, and how fast each is.
//
//     node compare.mjs LINES FOLDER EXAMPLES [PYTHON]
//
// FOLDER has room for what is made on the way (about 1.2 kB a line), EXAMPLES has
// the built examples, PYTHON has pyspark; without it Spark is left out.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tell } from '../e2e/bench/figure.mjs';
import { Database } from './database.mjs';
import { checkEdges } from './edges.mjs';
import { run, shell } from './programs.mjs';

const [count, folder, examples, python] = process.argv.slice(2);
const lines = Number(count);
const rounds = 2;
const cores = availableParallelism();
const file = (name) => join(folder, name);
const program = (name) => join(examples, name);
const rows = file('activities.jsonl');
const answers = file('answers.jsonl');
const rate = ({ seconds }) => Math.round(lines / seconds);
const group = 'every line worked out';

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
await run(program('rows'), [String(lines)], { output: rows });
await shell(`head -n ${Math.ceil(lines / 10)} '${rows}' > '${file('tenth.jsonl')}'`);
await run(program('assess'), [], { input: rows, output: answers });
const { printed: sql } = await run(program('duckdb'), []);
const database = await Database.open(file('rows.duckdb'), sql);
console.log(`  ${await checkEdges(database)} rows of their own come out as they should`);
const parquet = await database.toParquet(rows, file('activities.parquet'));

const [alone, together, inDuckDb, memory] = [[], [], [], { tenth: [], all: [] }];
for (let round = 0; round < rounds; round += 1) {
  const whole = await run(program('assess'), [], { input: rows, output: '/dev/null' });
  alone.push(whole);
  memory.all.push(whole.mebibytes);
  memory.tenth.push((await run(program('assess'), [], { input: file('tenth.jsonl'), output: '/dev/null' })).mebibytes);
  together.push(
    await shell(`seq ${cores} | xargs -P ${cores} -I % sh -c "split -n l/%/${cores} '${rows}' | '${program('assess')}' > /dev/null"`),
  );
  inDuckDb.push(await database.assess(file('activities.parquet')));
}
const found = await database.compare(answers);
for (const row of found.some) console.log(JSON.stringify(row));
assert.deepEqual([found.ours, found.theirs, found.differ], [lines, lines, 0], 'DuckDB gives what assess gives');
assert.ok(found.refused > lines / 32 && found.refused < lines / 8, `${found.refused} refused`);
rmSync(file('activities.parquet'));
console.log(`  DuckDB gives what assess gives: ${lines} lines, ${found.refused} of them refused`);

let piped = null;
if (python) {
  const parts = file('answers');
  const script = fileURLToPath(new URL('pipe.py', import.meta.url));
  // Nobody outside this machine has to reach it.
  const env = { SPARK_LOCAL_IP: '127.0.0.1' };
  const { printed } = await run(python, [script, program('assess'), rows, parts], { env });
  piped = { seconds: Number(printed.trim().split('\n').at(-1)) };
  // A refused line is numbered within its partition.
  const unnumbered = "LC_ALL=C sed -E 's/^\\{\"line\":[0-9]+,/{/'";
  await shell(`cmp <(${unnumbered} '${answers}') <(cat '${parts}'/part-* | ${unnumbered})`);
  console.log("  Spark's pipe gives what assess gives, byte by byte and in its order");
}

tell({ what: 'assess, one core', unit: 'lines/s', runs: alone.map(rate), at_least: 500_000, group });
tell({ what: `assess, ${cores} cores`, unit: 'lines/s', runs: together.map(rate), group });
tell({
  what: `DuckDB with the macros, ${cores} cores`,
  unit: 'lines/s',
  runs: inDuckDb.map(rate),
  group,
  note: 'from a Parquet file into a table, without the terms',
});
if (piped) {
  tell({
    what: `Spark's pipe through assess, ${cores} cores`,
    unit: 'lines/s',
    runs: [rate(piped)],
    group,
    note: 'from a text file into text files, Spark already started',
  });
}
tell({ what: 'DuckDB, lines of JSON to a Parquet file', unit: 'lines/s', runs: [rate(parquet)] });
const many = (number) => number.toLocaleString('en');
tell({ what: `assess, most memory over ${many(Math.ceil(lines / 10))} lines`, unit: 'MiB', runs: memory.tenth });
tell({ what: `assess, most memory over ${many(lines)} lines`, unit: 'MiB', runs: memory.all });
rmSync(folder, { recursive: true, force: true });
