import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/core/days/day.ts';
import { FURTHER_FIGURES } from '../../src/core/figures/further.ts';
import { FIGURES } from '../../src/core/figures/index.ts';
import { comparableFields, fieldCalled, type FigureScope, knownFields } from '../../src/core/figures/figure-scope.ts';
import { makeReport } from '../../src/core/report/make-report.ts';
import { reportJson } from '../../src/core/report/report-json.ts';
import type { Dimension, Tally, TallyRequest, TallyScope } from '../../src/core/report/tally.ts';
import { connectMemory } from '../../src/store/connect.ts';
import { loadDriver } from '../../src/store/driver.ts';
import type { Store } from '../../src/store/store.ts';
import { countTallies } from '../../src/store/tallies.ts';
import { day } from '../support/days.ts';
import { countNaively } from '../support/naive-tally.ts';
import { rounds } from '../support/rounds.ts';
import { anySale, fileOf, type Sale } from '../support/sales.ts';
import { LOSS, WIN } from '../support/shipped.ts';
import { scopeWith } from '../support/tallies.ts';

const EVERYTHING: TallyScope = { from: undefined, to: undefined, today: day('2026-11-20') };
const ALL = [...FIGURES, ...FURTHER_FIGURES];
const CUSTOM = [{ name: 'Region', values: 2 }];
const FIELDS = knownFields([LOSS, WIN], CUSTOM);

/** Those that stand beside the deal, each with its own join or subquery. */
const DIMENSIONS: readonly Dimension[] = [
  'outcome',
  'seconds',
  'decided-on',
  'size',
  { answer: 'hours' },
  { answer: 'seen-on' },
  { reflection: 'execution' },
  { reflection: 'weakness' },
  { theirWords: 'trigger' },
  { contacts: 'all' },
  { contacts: 'email' },
  { logged: 'missed-calls' },
  { logged: 'slowest-reply' },
];

const anySales = fc.array(anySale, { maxLength: 25 });
const anyScope: fc.Arbitrary<FigureScope> = fc
  .record({
    from: fc.option(fc.constantFrom(day('2025-06-30'), day('2026-01-01')), { nil: undefined }),
    to: fc.option(fc.constantFrom(day('2026-06-30'), day('2026-09-30')), { nil: undefined }),
    every: fc.constantFrom('month', 'quarter', 'year'),
    currency: fc.option(fc.constantFrom('EUR', 'USD'), { nil: undefined }),
    by: fc.constantFrom('segment', 'role', 'contact-was', 'field:Region'),
  })
  .map(({ from, to, every, currency, by }) =>
    scopeWith({
      period: { from, to },
      every,
      currency,
      by: fieldCalled(by, FIELDS),
      fields: comparableFields([LOSS, WIN], CUSTOM),
      experiments: [
        { id: 1, text: 'Call back.', since: day('2025-09-01'), closedOn: day('2026-03-31'), verdict: 'kept' },
        { id: 2, text: 'Ask first.', since: day('2026-04-01'), closedOn: undefined, verdict: undefined },
      ],
      areas: [{ id: 1, area: 'why-now', since: day('2026-01-31'), until: day('2026-08-31'), closedOn: undefined }],
    }),
  );

describe('the tallies of the store', () => {
  test('make the report that going through the deals one by one makes', async () => {
    await fc.assert(
      fc.asyncProperty(anySales, anyScope, async (sales, scope) => {
        const { store, filed } = await fileOf(sales);
        const bySql = await reportOn(scope, store.tallies);
        const byHand = await reportOn(scope, async (requests, within) =>
          requests.map((request) => countNaively(sales, filed, request, within)),
        );
        store.close();
        expect(bySql).toEqual(byHand);
      }),
      { numRuns: rounds(20) },
    );
  });

  test('are the same whatever deals were deleted', async () => {
    await fc.assert(
      fc.asyncProperty(anySales, anySale, async (sales, deleted) => {
        const [without, withIt] = [await fileOf(sales), await fileOf([...sales, { ...deleted, isDeleted: true }])];
        const scope = scopeWith({ by: fieldCalled('segment', FIELDS) });
        expect(await reportOn(scope, withIt.store.tallies)).toEqual(await reportOn(scope, without.store.tallies));
      }),
      { numRuns: rounds(8) },
    );
  });

  test('tell deals apart by each dimension as going through them one by one does', async () => {
    await fc.assert(
      fc.asyncProperty(anySales, fc.subarray([...DIMENSIONS], { minLength: 1, maxLength: 3 }), async (sales, by) => {
        const { store, filed } = await fileOf(sales);
        const request: TallyRequest = { of: 'decided', by };
        const bySql = await tallyOf(store, request, EVERYTHING);
        store.close();
        const byHand = countNaively(sales, filed, request, EVERYTHING);
        expect(inOrder(bySql)).toEqual(inOrder(byHand));
      }),
      { numRuns: rounds(25) },
    );
  });

  test('of two halves of a period add up to those of the whole', async () => {
    await fc.assert(
      fc.asyncProperty(anySales, async (sales) => {
        const { store } = await fileOf(sales);
        const count = async (from: Day, to: Day): Promise<ReadonlyMap<string, number>> =>
          countsIn(await tallyOf(store, { of: 'decided', by: ['reason', 'outcome'] }, { ...EVERYTHING, from, to }));
        const whole = await count(day('2025-01-01'), day('2026-12-31'));
        const first = await count(day('2025-01-01'), day('2025-12-31'));
        const second = await count(day('2026-01-01'), day('2026-12-31'));
        for (const [key, deals] of whole) expect((first.get(key) ?? 0) + (second.get(key) ?? 0)).toBe(deals);
      }),
      { numRuns: rounds(8) },
    );
  });

  test('take what a person typed as a name and never as SQL', async () => {
    const { store } = await fileOf([]);
    const name = `'; DROP TABLE deal; --`;
    const named = [{ field: name }, { answer: name }, { step: name }, { reflection: name }, { theirWords: name }];
    for (const dimension of named) {
      expect(await tallyOf(store, { of: 'decided', by: [dimension] }, EVERYTHING)).toEqual([]);
    }
    expect(await tallyOf(store, { of: 'open', by: [] }, { ...EVERYTHING, currency: name })).toEqual([]);
    expect(store.counts()).toMatchObject({ deals: 0 });
  });

  test('come back as a few rows, however many deals there are', async () => {
    const postponed = anySale.map((any): Sale => ({
      ...any,
      outcome: 'postponed',
      segment: 'Retail',
      amount: { minor: 100, currency: 'EUR' },
      isDeleted: false,
    }));
    const { store } = await fileOf(fc.sample(postponed, { seed: 7, numRuns: 40 }));
    expect(await tallyOf(store, { of: 'decided', by: ['segment', 'outcome'] }, EVERYTHING)).toEqual([
      expect.objectContaining({ at: ['Retail', 'postponed'], deals: 40, minor: 4000, largest: 100 }),
    ]);
  });
});

describe('each tally of the report', () => {
  const [decided, others] = [requestsOf('decided'), requestsOf('action')];

  test.each(others)('%s reads a table without an index at most once', async (_, request) => {
    const plan = await planOf([request], EVERYTHING);
    expect(plan.filter(isScan)).toEqual([expect.any(String)]);
    expect(plan.filter((line) => /SEARCH.*AUTOMATIC/.test(line))).toEqual([]);
  });

  test('of decided deals is counted in one statement with all others, which reads the deals once', async () => {
    const requests = decided.map(([, request]) => request);
    const plan = await planOf(requests, EVERYTHING);
    expect(plan.filter((line) => line.startsWith('MATERIALIZE'))).toEqual(['MATERIALIZE decided']);
    expect(plan.filter((line) => /^SCAN deal$/.test(line))).toHaveLength(1 + requests.length);
    expect(plan.filter(isScan)).toHaveLength(1 + requests.length);
    expect(plan.filter((line) => /SEARCH.*AUTOMATIC/.test(line))).toEqual([]);
  });

  test('is counted however many fields a CRM has', async () => {
    const { store } = await fileOf([]);
    const fields = Array.from({ length: 700 }, (_, place) => ({ field: `Field ${place}` }));
    const requests = fields.map((field): TallyRequest => ({ of: 'decided', by: [field, 'outcome'] }));
    expect(await store.tallies(requests, EVERYTHING)).toEqual(fields.map(() => []));
  });

  test('of a few days goes to those days by the index', async () => {
    const plan = await planOf([{ of: 'decided', by: ['outcome'] }], { ...EVERYTHING, from: day('2026-11-01') });
    expect(plan).toContainEqual(expect.stringMatching(/SEARCH deal USING INDEX deal_decided/));
  });
});

function isScan(line: string): boolean {
  return /^SCAN (?!json_each)/.test(line);
}

async function reportOn(scope: FigureScope, count: Store['tallies']): Promise<unknown> {
  const within = { ...scope.period, currency: scope.currency, today: scope.today };
  return reportJson(await makeReport(ALL, scope, 'too-few', (requests) => count(requests, within)));
}

async function tallyOf(store: Store, request: TallyRequest, scope: TallyScope): Promise<Tally> {
  const [tally = []] = await store.tallies([request], scope);
  return tally;
}

function inOrder(tally: Tally): readonly string[] {
  return tally.map((row) => JSON.stringify(row, Object.keys(row).toSorted())).toSorted();
}

function countsIn(tally: Tally): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { at, deals } of tally) counts.set(JSON.stringify(at), (counts.get(JSON.stringify(at)) ?? 0) + deals);
  return counts;
}

function requestsOf(of: TallyRequest['of']): readonly (readonly [string, TallyRequest])[] {
  const scope = scopeWith({ by: fieldCalled('field:Region', FIELDS) });
  const all = ALL.flatMap((figure) => figure.needs(scope)).filter((request) => request.of === of && !request.within);
  return [...new Map(all.map((request) => [JSON.stringify(request.by), request]))];
}

/** How SQLite would go about it, step by step. */
async function planOf(requests: readonly TallyRequest[], scope: TallyScope): Promise<readonly string[]> {
  const connection = connectMemory(await loadDriver(), { today: scope.today, now: () => '2026-11-20T12:00:00.000Z' });
  const said: string[] = [];
  const prepare = connection.db.prepare.bind(connection.db);
  const explaining = new Proxy(connection.db, {
    get: (db, key) =>
      key === 'prepare'
        ? (sql: string) => ({
            raw: () => ({
              all: (parameters: object) => {
                said.push(
                  ...prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
                    .all(parameters)
                    .map(({ detail }) => detail),
                );
                return [];
              },
            }),
            get: () => undefined,
            // As if each step and question had been noted somewhere.
            pluck: () => ({ get: () => 1 }),
          })
        : Reflect.get(db, key),
  });
  countTallies({ ...connection, db: explaining }, requests, scope);
  connection.db.close();
  return said;
}
