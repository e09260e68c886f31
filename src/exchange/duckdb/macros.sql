-- Numbers -------------------------------------------------------------------

-- The one rounding rule: to the nearest integer, half away from zero. Neither
-- number is negative.
CREATE OR REPLACE MACRO $schema.rounded(numerator, denominator) AS
  (2 * numerator + denominator) // (2 * denominator);

-- A text as thousandths of a unit; NULL where it is no plain number.
CREATE OR REPLACE MACRO $schema.thousandths(amount) AS
  CASE WHEN regexp_full_match(amount, '[0-9]{1,11}(\.[0-9]{0,12})?')
    THEN (amount::DECIMAL(14, 3) * 1000::DECIMAL(4, 0))::BIGINT END;

-- Thousandths of a unit as a decimal number of it.
CREATE OR REPLACE MACRO $schema.in_units(thousandths) AS
  thousandths::DECIMAL(15, 0) * 0.001::DECIMAL(3, 3);

-- Whether a text is a whole number.
CREATE OR REPLACE MACRO $schema.is_whole(amount) AS
  regexp_full_match(amount, '[0-9]{1,11}(\.0{0,12})?');

-- The product of those of four amounts whose bit (1, 2, 4, 8) is set.
CREATE OR REPLACE MACRO $schema.product(bits, one, two, three, four) AS
  CASE
    WHEN bits = 0 THEN 1::HUGEINT
    WHEN bits = 1 THEN one::HUGEINT
    WHEN bits IS NULL THEN NULL
    ELSE CASE WHEN bits & 1 = 0 THEN 1::HUGEINT ELSE one::HUGEINT END
      * CASE WHEN bits & 2 = 0 THEN 1::HUGEINT ELSE two::HUGEINT END
      * CASE WHEN bits & 4 = 0 THEN 1::HUGEINT ELSE three::HUGEINT END
      * CASE WHEN bits & 8 = 0 THEN 1::HUGEINT ELSE four::HUGEINT END
  END;

-- What a term comes to, 0 where there is none. In 64 bits where they are enough:
-- 128 take several times as long.
CREATE OR REPLACE MACRO $schema.amount(sign, number, times, per, narrow) AS
  CASE
    WHEN number IS NULL OR times IS NULL THEN 0
    WHEN times <= narrow THEN sign * $schema.rounded(number * times::BIGINT, per::BIGINT)
    ELSE (sign * $schema.rounded(number * times, per))::BIGINT
  END;

-- Rows ----------------------------------------------------------------------

-- Lines of JSON as `assess` reads them, as rows.
CREATE OR REPLACE MACRO $schema.lines(path) AS TABLE
  SELECT * EXCLUDE inputs, unnest(inputs)
  FROM read_json(path, format = 'newline_delimited', columns = {
    'action': 'VARCHAR', 'edition': 'VARCHAR', 'on': 'VARCHAR', 'item': 'VARCHAR',
    'replaced': 'VARCHAR', 'evidence': 'VARCHAR', 'mix': 'VARCHAR',
    'inputs': 'STRUCT($kinds_as_fields)'
  });

-- The rows of a table or view, with every column that an activity may have, as
-- text; NULL where the table has no such column.
CREATE OR REPLACE MACRO $schema.activities(name) AS TABLE
  SELECT NULL::VARCHAR AS action, NULL::VARCHAR AS edition, NULL::VARCHAR AS "on",
    NULL::VARCHAR AS item, NULL::VARCHAR AS replaced, NULL::VARCHAR AS evidence,
    NULL::VARCHAR AS mix,
    $kinds_as_nulls
  WHERE false
  UNION ALL BY NAME
  FROM query_table(name);

-- The calculation -----------------------------------------------------------

-- Every row of a table or view, with what it saved: edition, reduction_g, low_g,
-- high_g, pollutants_mg, points and partial; or with an error, and NULL for these.
-- Columns that the table has of these names, or of names that begin with carbon,
-- are left out.
CREATE OR REPLACE MACRO $schema.assess(name) AS TABLE
WITH
known AS (
  SELECT activity.*, kinds AS carbon_action,
    $kinds_as_bits AS carbon_given
  FROM $schema.activities(name) AS activity
  LEFT JOIN $schema.actions AS kinds ON kinds.action = activity.action
),
ruled AS (
  SELECT known.*, rules AS carbon_rule
  FROM known
  LEFT JOIN $schema.rules AS rules
    ON rules.action = known.action AND rules.given = known.carbon_given
),
found AS (
  SELECT ruled.*, terms AS carbon,
    $text_of_1 AS carbon_text_1,
    $text_of_2 AS carbon_text_2,
    $text_of_3 AS carbon_text_3,
    $text_of_4 AS carbon_text_4,
  FROM ruled
  LEFT JOIN $schema.terms AS terms
    ON terms.rule = ruled.carbon_rule.rule
    AND terms.said IS NOT DISTINCT FROM
      CASE WHEN ruled.carbon_action.is_trip THEN ruled.replaced ELSE ruled.item END
),
numbered AS (
  SELECT *,
    $schema.thousandths(carbon_text_1) AS carbon_1,
    $schema.thousandths(carbon_text_2) AS carbon_2,
    $schema.thousandths(carbon_text_3) AS carbon_3,
    $schema.thousandths(carbon_text_4) AS carbon_4,
  FROM found
),
-- The first thing that is wrong with a row, in the order and the words of assess.
checked AS (
  SELECT * EXCLUDE (carbon_text_1, carbon_text_2, carbon_text_3, carbon_text_4),
    CASE
      WHEN action IS NULL THEN 'missing field `action`'
      WHEN "on" IS NULL THEN 'missing field `on`'
      WHEN edition <> '$edition' THEN 'unknown edition `' || edition || '`'
      WHEN carbon_action.action IS NULL THEN 'unknown action `' || action || '`'
      WHEN NOT regexp_full_match("on", '[0-9]{4}-[0-9]{2}-[0-9]{2}')
        OR TRY_CAST("on" AS DATE) IS NULL
        OR "on" NOT BETWEEN '2000-01-01' AND '2199-12-31'
        THEN '`' || "on" || '` is no day (YYYY-MM-DD, 2000 to 2199)'
      WHEN carbon_given & ~carbon_action.inputs <> 0
        THEN 'input `' || $first_stranger || '` does not belong to this action'
      WHEN carbon_rule.refused IS NOT NULL THEN carbon_rule.refused
$checks
      WHEN replaced IS NOT NULL
        AND NOT (carbon_action.is_trip AND replaced IN ($replaced))
        THEN '`' || replaced || '` is nothing that this action can replace'
      WHEN evidence NOT IN ('self', 'proof') THEN 'unknown evidence `' || evidence || '`'
      WHEN mix IS NOT NULL THEN 'city mix: one of somebody''s own is not worked out here'
      WHEN carbon_action.is_trip AND item IS NOT NULL OR carbon.rule IS NULL
        THEN 'unknown item `' || item || '`'
    END AS carbon_error
  FROM numbered
),
-- What the factor of each term is multiplied with and divided by; of a row with
-- an error nothing is worked out.
multiplied AS (
  SELECT *,
    CASE WHEN carbon_error IS NULL THEN $schema.product(carbon.times_1, carbon_1, carbon_2, carbon_3, carbon_4) END AS carbon_times_1,
    CASE WHEN carbon_error IS NULL THEN $schema.product(carbon.times_2, carbon_1, carbon_2, carbon_3, carbon_4) END AS carbon_times_2,
    CASE WHEN carbon_error IS NULL THEN $schema.product(carbon.times_3, carbon_1, carbon_2, carbon_3, carbon_4) END AS carbon_times_3,
    CASE WHEN carbon_error IS NULL THEN $schema.product(carbon.times_4, carbon_1, carbon_2, carbon_3, carbon_4) END AS carbon_times_4,
    carbon.per_1 * $schema.product(carbon.by_1, carbon_1, carbon_2, carbon_3, carbon_4) AS carbon_per_1,
    carbon.per_2 * $schema.product(carbon.by_2, carbon_1, carbon_2, carbon_3, carbon_4) AS carbon_per_2,
    carbon.per_3 * $schema.product(carbon.by_3, carbon_1, carbon_2, carbon_3, carbon_4) AS carbon_per_3,
    carbon.per_4 * $schema.product(carbon.by_4, carbon_1, carbon_2, carbon_3, carbon_4) AS carbon_per_4,
  FROM checked
),
-- Each term rounded once, baseline terms counting up and project terms down.
-- In mg CO2e; the pollutants in µg, unknown ones NULL.
summed AS (
  SELECT *,
$amounts
  FROM multiplied
),
-- Terms with the same factor move together: the net of each factor at its low
-- and at its high, kept where the factor first stands.
netted AS (
  SELECT *,
    carbon_co2e_1 + carbon_co2e_2 + carbon_co2e_3 + carbon_co2e_4 AS carbon_mg,
$nets
  FROM summed
),
ranged AS (
  SELECT *,
    least(carbon_mg,
      least(carbon_net_low_1, carbon_net_high_1) + least(carbon_net_low_2, carbon_net_high_2)
      + least(carbon_net_low_3, carbon_net_high_3) + least(carbon_net_low_4, carbon_net_high_4)
    ) AS carbon_low,
    greatest(carbon_mg,
      greatest(carbon_net_low_1, carbon_net_high_1) + greatest(carbon_net_low_2, carbon_net_high_2)
      + greatest(carbon_net_low_3, carbon_net_high_3) + greatest(carbon_net_low_4, carbon_net_high_4)
    ) AS carbon_high,
    -- The input of which only so much counts for the points of a self-reported row.
    CASE carbon_rule.capped
      WHEN 1 THEN carbon_1 WHEN 2 THEN carbon_2 WHEN 3 THEN carbon_3 WHEN 4 THEN carbon_4
    END AS carbon_capped,
  FROM netted
)
SELECT
  COLUMNS(lambda name: NOT starts_with(name, 'carbon') AND name NOT IN ('edition',
    'reduction_g', 'low_g', 'high_g', 'pollutants_mg', 'points', 'partial', 'error')),
  CASE WHEN carbon_error IS NULL THEN '$edition' END AS edition,
  CASE WHEN carbon_error IS NULL THEN $schema.in_units(carbon_mg) END AS reduction_g,
  CASE WHEN carbon_error IS NULL THEN $schema.in_units(carbon_low) END AS low_g,
  CASE WHEN carbon_error IS NULL THEN $schema.in_units(carbon_high) END AS high_g,
  CASE WHEN carbon_error IS NULL THEN {
$pollutants
  } END AS pollutants_mg,
  CASE
    WHEN carbon_error IS NOT NULL THEN NULL
    WHEN evidence = 'proof' THEN least(4294967295,
      greatest(carbon_mg, 0) * $proof_mantissa // ($proof_denominator * 1000))
    WHEN carbon_rule.cap >= carbon_capped OR carbon_rule.cap IS NULL THEN least($day_points_cap,
      greatest(carbon_mg, 0) * $self_mantissa // ($self_denominator * 1000))
    ELSE least($day_points_cap,
      greatest(carbon_mg, 0)::HUGEINT * $self_mantissa * carbon_rule.cap
        // ($self_denominator * 1000::HUGEINT * carbon_capped))
  END::BIGINT AS points,
  CASE WHEN carbon_error IS NULL THEN carbon.partial END AS partial,
  carbon_error AS error
FROM ranged;
