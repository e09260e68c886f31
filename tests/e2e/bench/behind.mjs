// Runs a program over the built page as it is deployed, behind one of the web
// servers of deploy/: `node bench/behind.mjs <nginx or caddy> <program> <arguments>…`,
// where `{address}` stands for the address of the page.
import { spawn } from 'node:child_process';
import { missing, start } from '../support/servers.mjs';

const [name, program, ...args] = process.argv.slice(2);
const lacks = missing(name);
if (lacks.length > 0) throw new Error(`not on this machine: ${lacks.join(', ')}`);

const server = await start(name);
try {
  const real = args.map((argument) => argument.replace('{address}', server.url));
  const child = spawn(program, real, { stdio: 'inherit' });
  process.exitCode = await new Promise((resolve, reject) => child.on('exit', resolve).on('error', reject));
} finally {
  await server.close();
}
