// Runs programs over files: how long they take and how much memory at the most.
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

/** The most memory that a process had so far, in KiB; 0 once it has gone. */
function peak(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Runs a program; with what it printed, where `output` names no file. */
export async function run(program, args, { input, output, env } = {}) {
  const from = input ? openSync(input, 'r') : 'ignore';
  const to = output ? openSync(output, 'w') : 'pipe';
  const started = performance.now();
  const child = spawn(program, args, { stdio: [from, to, 'inherit'], env: { ...process.env, ...env } });
  let printed = '';
  child.stdout?.on('data', (data) => (printed += data));
  let memory = 0;
  const look = setInterval(() => (memory = Math.max(memory, peak(child.pid))), 20);
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  clearInterval(look);
  for (const file of [from, to]) if (typeof file === 'number') closeSync(file);
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
  return { seconds: (performance.now() - started) / 1000, mebibytes: memory / 1024, printed };
}

/** Runs a line of shell, its pipes included: one that breaks fails it. */
export const shell = (line, options) => run('bash', ['-o', 'pipefail', '-c', line], options);
