// Rows that no line of JSON has, and texts that assess reads and the macros do
// not: what a table may hold, and that the macros never guess.
import assert from 'node:assert/strict';

const BUS = `'bus' AS action, '2026-11-22' AS "on", 'car' AS replaced`;
const GOOD = [
  [`${BUS}, 8 AS distance_km`, '915.200', 457],
  [`${BUS}, 8.0::DECIMAL(5, 1) AS distance_km`, '915.200', 457],
  [`${BUS}, 8.0::DOUBLE AS distance_km, 4711 AS card, 1 AS points, 'x' AS error`, '915.200', 457],
  [`'bus' AS action, DATE '2026-11-22' AS "on", '8' AS distance_km, 'car' AS replaced, 'proof' AS evidence`, '915.200', 915],
  [`'second-hand' AS action, '2026-11-22' AS "on", 1::TINYINT AS count`, '2000.000', 1000],
];
const PLAIN = 'input `distance_km`: not a plain number';
const REFUSED = [
  ...['8 km', '８', '8,5', '1e3', '-8', '+8', ' 8', '', '.5', '123456789012', 'NaN'].map((text) => [
    `${BUS}, '${text}' AS distance_km`,
    PLAIN,
  ]),
  [`${BUS}, 'inf'::DOUBLE AS distance_km`, PLAIN],
  [`${BUS}, 8 AS distance_km, '50,15,30,5,1.3' AS mix`, "city mix: one of somebody's own is not worked out here"],
  [`${BUS}, 8 AS distance_km, 2 AS occupancy`, 'input `occupancy` does not belong to this action'],
  [`'clean-plate' AS action, '2026-11-22' AS "on", 1.5 AS count`, 'input `count`: not whole'],
  [`'bus' AS action, 8 AS distance_km`, 'missing field `on`'],
  [`8 AS distance_km`, 'missing field `action`'],
];

/** Fails where one of them comes out otherwise; says how many there are. */
export async function checkEdges(database) {
  const result = async (row) => {
    await database.query(`CREATE OR REPLACE VIEW edge AS SELECT ${row}`);
    const { rows } = await database.query(`FROM ${database.schema}.assess('edge')`);
    assert.equal(rows.length, 1, row);
    return rows[0];
  };
  for (const [row, reduction, points] of GOOD) {
    const { reduction_g: grams, points: counted, error } = await result(row);
    assert.deepEqual([grams, Number(counted), error], [reduction, points, null], row);
  }
  for (const [row, reason] of REFUSED) {
    const { reduction_g: grams, low_g: low, high_g: high, pollutants_mg: pollutants, points, partial, error } = await result(row);
    assert.equal(error, reason, row);
    assert.deepEqual([grams, low, high, pollutants, points, partial], Array(6).fill(null), row);
  }
  return GOOD.length + REFUSED.length;
}
