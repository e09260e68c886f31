// The edition's trips as a publicodes model: generated from the edition as it is
// published, so that there is no second table of factors or formulas.

const CARBON = 'CO2e';
const POLLUTANTS = ['NOx', 'PM2.5', 'SO2', 'CO', 'HC'];
/** All that is worked out of a trip, in grams. */
export const MEASURES = [CARBON, ...POLLUTANTS];

const quoted = (text) => `'${text}'`;
/** A point would end the name of a rule. */
const named = (measure) => measure.replace('.', '');
const ofInput = (kind) => kind.replace('_', ' ');

/** The rule that says how much of something a trip saves. */
export const reduction = (measure) => `trip . ${named(measure)}`;

/** The actions that are trips: each is entered in one way only. */
export const trips = (edition) => edition.action.filter(({ category }) => category === 'trip');

/** What a trip asks for. */
export const inputs = (action) => action.variant[0].inputs;

/** What somebody answered about a trip, as publicodes wants it. */
export const situation = ({ action, replaced = 'unsaid', inputs }) => ({
  'trip . action': quoted(action),
  'trip . replaced': quoted(replaced),
  ...Object.fromEntries(Object.entries(inputs).map(([kind, amount]) => [`trip . ${ofInput(kind)}`, amount])),
});

/** The rules of all trips, for some of the measures. */
export function tripRules(edition, measures = MEASURES) {
  const actions = trips(edition);
  const rules = {
    trip: null,
    'trip . action': { question: 'What was done?', 'par défaut': quoted(actions[0].id) },
    'trip . replaced': { question: 'What did it replace?', 'par défaut': quoted('unsaid') },
    factor: null,
  };
  for (const { kind, usual } of actions.flatMap(inputs)) {
    rules[`trip . ${ofInput(kind)}`] = { question: kind, 'par défaut': usual, ...(kind === 'distance_km' && { unité: 'km' }) };
  }
  for (const measure of measures) {
    const own = named(measure);
    const factor = (id) => addFactor(rules, edition, id, measure);
    const when = ({ id }, then) => ({ si: `action = ${quoted(id)}`, alors: then });
    const usual = edition.mix.factor;
    const unsaid = (action) => action.variant[0].baseline.find((term) => term.factor === 'replaced')?.unsaid ?? usual;
    rules[`trip . replaced ${own}`] = {
      variations: [
        ...Object.entries(edition.replaced).map(([mode, id]) => ({ si: `replaced = ${quoted(mode)}`, alors: factor(id) })),
        { si: `replaced = ${quoted('none')}`, alors: '0 g/km' },
        ...actions.filter((action) => unsaid(action) !== usual).map((action) => when(action, factor(unsaid(action)))),
        { sinon: factor(usual) },
      ],
    };
    for (const side of ['baseline', 'project']) {
      const term = ({ factor: of, inputs = [], divide_by: parts = [], with: more = [] }) =>
        [
          [...inputs.map(ofInput), of === 'replaced' ? `replaced ${own}` : factor(of), ...more.map((id) => addNumber(rules, edition, id))].join(' * '),
          ...parts.map(ofInput),
        ].join(' / ');
      const cases = actions.map((action) => when(action, action.variant[0][side].map(term).join(' + ')));
      rules[`trip . ${side} ${own}`] = { variations: [...cases.slice(0, -1), { sinon: cases.at(-1).alors }] };
    }
    rules[reduction(measure)] = { valeur: `baseline ${own} - project ${own}`, unité: 'g' };
  }
  return rules;
}

const find = (edition, id) => edition.factor.find((factor) => factor.id === id);

/** A pure number; the name of its rule. */
function addNumber(rules, edition, id) {
  const rule = `factor . ${id}`;
  rules[rule] = { valeur: find(edition, id).value };
  return rule;
}

/** Grams a kilometre; the name of its rule. */
function addFactor(rules, edition, id, measure) {
  const { value, electricity_kwh: power } = find(edition, id);
  if (measure === CARBON) {
    rules[`factor . ${id}`] = { valeur: value, unité: 'g/km' };
    return `factor . ${id}`;
  }
  const pollutants = (of) => edition.pollutants.find((row) => row.of.includes(of))?.[measure]?.value;
  const rule = `factor . ${id} ${named(measure)}`;
  const ofPower = power && pollutants('electricity');
  if (ofPower) rules[`factor . electricity ${named(measure)}`] = { valeur: ofPower, unité: 'g/kWh' };
  // What is unknown is left out of a sum, as the edition does it.
  rules[rule] = ofPower
    ? { valeur: `${power.value} kWh/km * factor . electricity ${named(measure)}` }
    : { valeur: pollutants(id) ?? '0', unité: 'g/km' };
  return rule;
}
