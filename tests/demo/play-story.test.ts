import type Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { addDays, fieldsOf } from '../../src/core/days/day.ts';
import { day } from '../support/days.ts';
import { demoFile, newDemoFile } from '../support/demo-file.ts';

/** A usual day, the first and the last of a quarter, a leap day, and a Saturday. */
const DAYS = ['2026-11-20', '2026-10-01', '2026-12-31', '2028-02-29', '2027-01-02'];

const COUNTED = `deal.outcome NOT IN ('we-walked-away', 'disqualified')`;

describe.each(DAYS)('the sample made on %s', (today) => {
  test('has sixty deals: won, lost, undecided, ended by us, open', async () => {
    expect(
      await counts(
        today,
        `SELECT CASE WHEN outcome IS NULL THEN 'open' WHEN outcome = 'won' THEN 'won'
           WHEN outcome IN ('we-walked-away', 'disqualified') THEN 'ended by us'
           WHEN outcome IN ('lost-competitor', 'lost-incumbent', 'in-house', 'lost-unspecified') THEN 'lost'
           ELSE 'no decision' END, count(*) FROM deal GROUP BY 1`,
      ),
    ).toEqual({ won: 19, lost: 15, 'no decision': 17, 'ended by us': 4, open: 5 });
  });

  test('has wins and losses that wait for their debrief', async () => {
    const waiting = `NOT EXISTS (SELECT 1 FROM debrief WHERE deal_id = deal.id)`;
    expect(
      await counts(today, `SELECT outcome, count(*) FROM deal WHERE outcome IS NOT NULL AND ${waiting} GROUP BY 1`),
    ).toEqual({ won: 3, 'lost-unspecified': 2 });
  });

  test('shows one step that goes with winning, and no sign of the others', async () => {
    const shares = await winsAndLossesWithStep(today);
    expect(shares['why-now']).toMatchObject({ won: 14 / 16, lost: 8 / 30 });
    for (const step of ['timeframe', 'role', 'priorities', 'rechecked']) {
      const { won = Number.NaN, lost = Number.NaN } = shares[step] ?? {};
      expect([step, Math.abs(won - lost) < 0.1]).toEqual([step, true]);
    }
  });

  test.each(['segment', 'persona', 'source', 'product'])('shows no sign of a %s that wins', async (field) => {
    const rates = await counts(
      today,
      `SELECT ${field}, avg(outcome = 'won') FROM deal WHERE ${COUNTED} GROUP BY 1 HAVING count(*) >= 5`,
    );
    expect(Object.keys(rates).length).toBeGreaterThan(1);
    for (const rate of Object.values(rates)) expect(Math.abs(rate - 19 / 51)).toBeLessThan(0.2);
  });

  test('says price often, and seldom means it', async () => {
    const said = await one(today, `SELECT count(*) FROM fact WHERE answer = 'reason' AND value = '"price"'`);
    const meant = await one(today, `SELECT count(*) FROM debrief WHERE primary_reason = 'budget-absent'`);
    expect([said, meant]).toEqual([10, 2]);
  });

  test('puts a tenth of the losses down to something else', async () => {
    expect(await one(today, `SELECT count(*) FROM debrief WHERE primary_reason = 'other'`)).toBe(3);
  });

  test('loses to Globex on proof, again and again', async () => {
    const lostToGlobex = `FROM fact JOIN debrief ON debrief.id = debrief_id JOIN deal ON deal.id = deal_id
      WHERE answer = 'winner-edge' AND winner = 'Globex'`;
    expect(await counts(today, `SELECT fact.value ->> '$', count(*) ${lostToGlobex} GROUP BY 1`)).toEqual({
      proof: 5,
      people: 1,
    });
    expect(await one(today, `SELECT count(*) FROM fact WHERE answer = 'beaten' AND value = '"Globex"'`)).toBe(2);
  });

  test('was 80 % sure of twelve deals, and won five of them', async () => {
    const sure = `FROM deal WHERE forecast = 80 AND outcome IS NOT NULL`;
    expect(await one(today, `SELECT count(*) ${sure}`)).toBe(12);
    expect(await one(today, `SELECT count(*) ${sure} AND outcome = 'won'`)).toBe(5);
  });

  test('wins more since why-now is in work', async () => {
    const share = `SELECT avg(outcome = 'won') FROM deal, focus WHERE ${COUNTED} AND area = 'why-now'`;
    expect(await one(today, `${share} AND decided_on < started_on`)).toBeCloseTo(8 / 33);
    expect(await one(today, `${share} AND decided_on >= started_on`)).toBeCloseTo(11 / 18);
    expect(await one(today, `SELECT count(*) FROM focus WHERE closed_on IS NULL AND until_day >= '${today}'`)).toBe(1);
  });

  test('decides a third of it in the last two weeks of a quarter', async () => {
    const decided = (await demoFile(today)).prepare<[], string>(
      'SELECT decided_on FROM deal WHERE outcome IS NOT NULL',
    );
    const late = decided.pluck().all().filter(isLateInQuarter);
    expect(late.length / 55).toBeGreaterThan(1 / 3);
  });

  test('won two losses back', async () => {
    expect(await one(today, `SELECT count(*) FROM deal WHERE won_back_on IS NOT NULL AND outcome <> 'won'`)).toBe(2);
  });

  test('has buyers who answered, and saw it as I did or otherwise', async () => {
    expect(await one(today, `SELECT count(*) FROM feedback`)).toBe(17);
    expect(
      await counts(
        today,
        `SELECT iif(theirs.reason = debrief.primary_reason, 'alike', 'otherwise'), count(*)
         FROM feedback JOIN cause AS theirs ON theirs.id = cause_id JOIN debrief ON debrief.id = theirs.debrief_id
         GROUP BY 1`,
      ),
    ).toEqual({ alike: 6, otherwise: 4 });
  });

  test('looked deeper at losses and wins, and met the one who decides more often in the wins', async () => {
    expect(
      await counts(
        today,
        `SELECT iif(outcome = 'won', 'won, ', 'lost, ') || (value ->> '$'), count(*)
         FROM fact JOIN debrief ON debrief.id = debrief_id JOIN deal ON deal.id = deal_id
         WHERE answer = 'decider-met' GROUP BY 1`,
      ),
    ).toEqual({ 'won, yes': 8, 'won, no': 1, 'lost, yes': 6, 'lost, no': 6 });
  });

  test('expected four buyers to regret it, of whom two did', async () => {
    const came = `SELECT outcome, count(*) FROM schedule_entry WHERE kind = 'regret-check' GROUP BY 1`;
    expect(await counts(today, came)).toEqual({ happened: 2, 'not-yet': 2 });
  });

  test('has a second currency and amounts that nobody knows', async () => {
    const amounts = await counts(
      today,
      `SELECT coalesce(currency, 'unknown'), count(*) FROM deal WHERE outcome IS NOT NULL GROUP BY 1`,
    );
    expect(amounts).toEqual({ EUR: 48, USD: 4, unknown: 3 });
  });

  test('has something late, something to come, and little that is old', async () => {
    const due = `SELECT on_day FROM schedule_entry WHERE state = 'open' UNION ALL
      SELECT on_day FROM action WHERE state = 'open'`;
    const within = (from: number, to: number): Promise<number> =>
      one(
        today,
        `SELECT count(*) FROM (${due}) WHERE on_day BETWEEN '${addDays(day(today), from)}' AND '${addDays(day(today), to)}'`,
      );
    expect(await within(-7, -1)).toBeGreaterThanOrEqual(2);
    expect(await within(0, 7)).toBeGreaterThanOrEqual(2);
    expect(await within(-800, -8)).toBe(1);
  });

  test('knows nothing of what is still to come', async () => {
    for (const [table, column] of await pastColumns(today)) {
      const later = `SELECT count(*) FROM ${table} WHERE ${column} > '${today}'`;
      expect([table, column, await one(today, later)]).toEqual([table, column, 0]);
    }
  });

  test('is in order: opened, logged, decided, debriefed, done', async () => {
    expect(await one(today, `SELECT count(*) FROM deal WHERE created_on > decided_on`)).toBe(0);
    expect(
      await one(today, `SELECT count(*) FROM touch JOIN deal ON deal.id = deal_id WHERE on_day < created_on`),
    ).toBe(0);
    expect(
      await one(today, `SELECT count(*) FROM debrief JOIN deal ON deal.id = deal_id WHERE made_on < decided_on`),
    ).toBe(0);
    expect(
      await one(
        today,
        `SELECT count(*) FROM action JOIN debrief ON debrief.id = debrief_id WHERE action.closed_on < made_on`,
      ),
    ).toBe(0);
  });
});

test('on the same day it is the same file, but for the uuids', async () => {
  const [one, other] = [await newDemoFile('2026-11-20'), await newDemoFile('2026-11-20')];
  expect(contentOf(one)).toEqual(contentOf(other));
});

async function one(today: string, query: string): Promise<number> {
  return Number((await demoFile(today)).prepare(query).pluck().get());
}

/** Rows of two columns as one object. */
async function counts(today: string, query: string): Promise<Record<string, number>> {
  const rows = (await demoFile(today)).prepare<[], [string, number]>(query).raw().all();
  return Object.fromEntries(rows);
}

async function winsAndLossesWithStep(today: string): Promise<Record<string, { won?: number; lost?: number }>> {
  const rows = (await demoFile(today)).prepare<[], { step: string; won: number; lost: number }>(
    `SELECT step, avg(value IN ('before', 'yes')) FILTER (WHERE outcome = 'won') AS won,
       avg(value IN ('before', 'yes')) FILTER (WHERE outcome <> 'won') AS lost
     FROM step JOIN debrief ON debrief.id = debrief_id JOIN deal ON deal.id = deal_id
     WHERE ${COUNTED} AND value <> 'unknown' GROUP BY step`,
  );
  return Object.fromEntries(rows.all().map(({ step, won, lost }) => [step, { won, lost }]));
}

function isLateInQuarter(decidedOn: string): boolean {
  const { month } = fieldsOf(day(decidedOn));
  const { month: soon } = fieldsOf(addDays(day(decidedOn), 14));
  return Math.ceil(month / 3) !== Math.ceil(soon / 3);
}

/** Columns of days on which something has happened; a plan may name days to come. */
async function pastColumns(today: string): Promise<readonly (readonly [table: string, column: string])[]> {
  const columns = (await demoFile(today)).prepare<[], [string, string]>(
    `SELECT m.name, c.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c
     WHERE m.type = 'table' AND c.name GLOB '*_on' OR (m.type = 'table' AND c.name = 'on_day'
       AND m.name NOT IN ('action', 'schedule_entry'))`,
  );
  return columns.raw().all();
}

/** Everything in a file as text, with the uuids taken out. */
function contentOf(file: Database.Database): readonly string[] {
  const tables = file.prepare<[], string>(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'lesson_search*'`,
  );
  return tables
    .pluck()
    .all()
    .flatMap((table) =>
      file
        .prepare(`SELECT * FROM ${table}`)
        .raw()
        .all()
        .map((row) => JSON.stringify([table, row])),
    )
    .map((row) => row.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'uuid'));
}
