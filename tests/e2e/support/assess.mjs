// The calculation without the browser (examples/assess.rs): what the page shows
// is compared with it.
import { spawnSync } from 'node:child_process';

/** The assessments of activities, in their order. */
export function assess(activities) {
  const lines = activities.map(({ action, on, inputs, item, replaced, evidence }) =>
    JSON.stringify({ action, on, inputs, item, replaced, evidence }),
  );
  const { status, stdout, stderr } = spawnSync(
    'cargo',
    ['run', '--quiet', '--locked', '--no-default-features', '--example', 'assess'],
    { cwd: new URL('../../..', import.meta.url), input: lines.join('\n') + '\n', encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`assess: ${stderr}`);
  const answers = stdout.trim().split('\n').map((line) => JSON.parse(line));
  for (const [index, answer] of answers.entries()) {
    if (answer.error !== undefined) throw new Error(`${lines[index]}: ${answer.error}`);
  }
  if (answers.length !== activities.length) throw new Error(`assess: ${answers.length} answers`);
  return answers;
}
