// What the pages are to show of a list of entries, summed up here a second time
// from the assessments of each.
import { action, edition } from './edition.mjs';
import { thousandths } from './figures.mjs';

const POLLUTANTS = ['NOx', 'PM2.5', 'SO2', 'CO', 'HC'];

/**
 * Sums of entries: `carbon` in milligrams, `pollutants` in micrograms (null
 * where nothing is known), `points` within the cap of each day.
 *
 * An entry is an activity with its `assessment`.
 */
export function totals(entries) {
  const sum = (amounts) => amounts.reduce((one, other) => one + other, 0n);
  const carbon = (member) => sum(entries.map((entry) => thousandths(entry.assessment[member])));
  const pollutants = POLLUTANTS.map((pollutant) => {
    const known = entries.map((entry) => entry.assessment.pollutants_mg[pollutant]).filter((amount) => amount !== null);
    return [pollutant, known.length > 0 ? sum(known.map(thousandths)) : null];
  });
  return {
    entries: entries.length,
    carbon: carbon('reduction_g'),
    low: carbon('low_g'),
    high: carbon('high_g'),
    pollutants: Object.fromEntries(pollutants),
    points: [...byDay(entries).values()].map(dayPoints).reduce((one, other) => one + other, 0),
  };
}

/** Entries by their day. */
export function byDay(entries) {
  return group(entries, (entry) => entry.on);
}

/** Entries by what `key` says of them. */
export function group(entries, key) {
  const groups = new Map();
  for (const entry of entries) {
    groups.set(key(entry), [...(groups.get(key(entry)) ?? []), entry]);
  }
  return groups;
}

/**
 * The points of a day: what is self-reported within the cap of the day. The
 * caps of single actions act within an entry only, where entries of the same
 * action on a day stay below them together.
 */
export function dayPoints(entries) {
  const of = (evidence) =>
    entries
      .filter((entry) => (entry.evidence ?? 'self') === evidence)
      .reduce((points, entry) => points + entry.assessment.points, 0);
  return of('proof') + Math.min(of('self'), Number(edition.day_points_cap));
}

/** Green trips among all trips: percents by number and by distance, or null. */
export function greenShare(entries) {
  const trips = entries.filter((entry) => action(entry.action).category === 'trip');
  if (trips.length === 0) return null;
  const green = trips.filter((entry) => action(entry.action).green_trip);
  const metres = (some) => some.reduce((sum, entry) => sum + Number(thousandths(entry.inputs.distance_km)), 0);
  return { trips: (green.length * 100) / trips.length, distance: (metres(green) * 100) / metres(trips) };
}
