// The methodology edition as it is published with the page, for the names of
// things and the bounds that tests need.
import { readFileSync } from 'node:fs';

const FILE = new URL('../../../dist/methodology/liaocheng-2026.1.json', import.meta.url);

export const edition = JSON.parse(readFileSync(FILE, 'utf8'));

/** An action by its id. */
export function action(id) {
  const found = edition.action.find((action) => action.id === id);
  if (!found) throw new Error(`no action ${id} in ${edition.id}`);
  return found;
}

/** The way of entering with an id; the first one where none is given. */
export function variant(actionId, id) {
  const { variant: variants } = action(actionId);
  return id === undefined ? variants[0] : variants.find((variant) => variant.id === id);
}
