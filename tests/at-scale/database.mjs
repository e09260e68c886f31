// The edition's SQL in DuckDB: the same rows, and what assess answered to them.
import { DuckDBInstance } from '@duckdb/node-api';

/** The numbers of a result and its error, as both give them. */
const RESULT = ['edition', 'reduction_g', 'low_g', 'high_g', 'pollutants_mg', 'points', 'partial', 'error'];
const GRAMS = 'DECIMAL(18, 3)';
const ANSWER = {
  edition: 'VARCHAR',
  reduction_g: GRAMS,
  low_g: GRAMS,
  high_g: GRAMS,
  pollutants_mg: `STRUCT(NOx ${GRAMS}, "PM2.5" ${GRAMS}, SO2 ${GRAMS}, CO ${GRAMS}, HC ${GRAMS})`,
  points: 'BIGINT',
  partial: 'VARCHAR[]',
  error: 'VARCHAR',
};

export class Database {
  static async open(file, sql) {
    const database = new Database();
    const instance = await DuckDBInstance.create(file);
    database.connection = await instance.connect();
    await database.connection.run(sql);
    [database.schema] = /CREATE SCHEMA IF NOT EXISTS (\w+)/.exec(sql).slice(1);
    return database;
  }

  /** Runs a query: its rows, and how many seconds it took. */
  async query(sql) {
    const started = performance.now();
    const rows = (await this.connection.runAndReadAll(sql)).getRowObjectsJson();
    return { rows, seconds: (performance.now() - started) / 1000 };
  }

  /** Lines of JSON as a Parquet file, numbered in their order. */
  toParquet(lines, parquet) {
    return this.query(
      `COPY (SELECT row_number() OVER () AS id, * FROM ${this.schema}.lines('${lines}')) TO '${parquet}'`,
    );
  }

  /** Works out every row of a Parquet file. */
  async assess(parquet) {
    await this.query(`CREATE OR REPLACE VIEW activities AS FROM '${parquet}'`);
    return this.query(
      `CREATE OR REPLACE TABLE ours AS SELECT id, ${RESULT.join(', ')} FROM ${this.schema}.assess('activities')`,
    );
  }

  /** How many rows there are, are refused and differ from the lines that assess wrote, and some of these. */
  async compare(answers) {
    const columns = Object.entries(ANSWER).map(([name, type]) => `'${name}': '${type}'`);
    const theirs = `read_json('${answers}', format = 'newline_delimited', columns = {${columns.join(', ')}})`;
    await this.query(`CREATE OR REPLACE TABLE theirs AS SELECT row_number() OVER () AS id, * FROM ${theirs}`);
    const differ = RESULT.map((name) => `ours.${name} IS DISTINCT FROM theirs.${name}`).join(' OR ');
    const joined = 'FROM ours FULL JOIN theirs USING (id)';
    const counts = `count(ours.id) AS ours, count(theirs.id) AS theirs, count(theirs.error) AS refused,
      count(*) FILTER (${differ}) AS differ`;
    const [found] = (await this.query(`SELECT ${counts} ${joined}`)).rows;
    const some = Number(found.differ) ? (await this.query(`SELECT ours, theirs ${joined} WHERE ${differ} LIMIT 5`)).rows : [];
    const count = (name) => Number(found[name]);
    return { ours: count('ours'), theirs: count('theirs'), refused: count('refused'), differ: count('differ'), some };
  }
}
