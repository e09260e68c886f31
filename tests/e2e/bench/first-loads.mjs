// How many first loads a second the real web servers give away on loopback, with
// the configurations of deploy/: every file of the first load, compressed, over
// HTTP/2, again and again by h2load. `node bench/first-loads.mjs [loads]`
import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { missing, start } from '../support/servers.mjs';
import { tell } from './figure.mjs';

const LOADS = Number(process.argv[2] ?? 10_000);
const VISITORS_AT_ONCE = 50;
const DIST = new URL('../../../dist/', import.meta.url);

/** What index.html asks for before the page is shown, itself included. */
async function firstLoad() {
  const page = await readFile(new URL('index.html', DIST), 'utf8');
  const asked = [...page.matchAll(/(?:href|src|data-zh)="(?:\.\/)?([\w-]+-[0-9a-f]{16}\.\w+)"/g)].map(([, name]) => name);
  const names = (await readdir(DIST)).filter((name) => asked.includes(name));
  return ['index.html', ...names];
}

async function measure(name) {
  const lacks = missing(name);
  if (lacks.length > 0) {
    console.log(`${name}: not measured, not on this machine: ${lacks.join(', ')}`);
    return;
  }
  const files = await firstLoad();
  const server = await start(name);
  try {
    const requests = VISITORS_AT_ONCE * files.length;
    const options = ['-n', requests, '-c', VISITORS_AT_ONCE, '-m', files.length, '-H', 'accept-encoding: br'];
    const command = [...options.map(String), ...files.map((file) => server.url + file)];
    const rounds = Math.ceil(LOADS / VISITORS_AT_ONCE);
    let [faults, bytes] = [0, 0];
    const started = performance.now();
    for (let round = 0; round < rounds; round += 1) {
      const { stdout } = await promisify(execFile)('h2load', command);
      const [, good] = /status codes: (\d+) 2xx/.exec(stdout);
      faults += requests - Number(good);
      bytes += Number(/traffic: [\d.]+\w+ \((\d+)\) total/.exec(stdout)[1]);
    }
    const loads = rounds * VISITORS_AT_ONCE;
    const rate = Math.round((loads * 1000) / (performance.now() - started));
    const note = `${loads} loads of ${files.length} files each, ${VISITORS_AT_ONCE} visitors at once, who share the processor with the server.`;
    tell({ what: `first loads a second, ${name}`, unit: 'loads/s', runs: [rate], note });
    tell({ what: `faults, ${name}`, unit: 'requests', runs: [faults], at_most: 0 });
    tell({ what: `a load on the wire, ${name}`, unit: 'kB', runs: [bytes / loads / 1000] });
  } finally {
    await server.close();
  }
}

for (const name of ['nginx', 'caddy']) await measure(name);
