// The domain as tests/in-wasm makes it for Node, by the profile it was built with:
// `page` as the page is built, `release` for speed.
import { createRequire } from 'node:module';

const TARGET = new URL('../../target/in-wasm/', import.meta.url);

/** The module built with a profile. */
export const inWasm = (profile) => createRequire(import.meta.url)(new URL(`${profile}/in_wasm.js`, TARGET).pathname);

/** The time of some work, in ms. */
export function timed(work) {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** The time of each of many repetitions, in ms. */
export const eachOf = (times, work) =>
  timed(() => {
    for (let time = 0; time < times; time += 1) work(time);
  }) / times;
