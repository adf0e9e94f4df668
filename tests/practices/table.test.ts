import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCatalog } from '../../src/catalog/read-catalog.ts';
import { FURTHER_FIGURES } from '../../src/core/figures/further.ts';
import { FIGURES } from '../../src/core/figures/index.ts';
import { partsOf } from '../../src/core/interview.ts';

const TABLE = readFileSync(new URL('../../docs/practices.md', import.meta.url), 'utf8');
/** How many rows each article has. */
const ROWS = { V: 32, M: 16, E: 25, I: 21, P: 15 };

const rows = new Map(
  [...TABLE.matchAll(/^\| ([VMEIP]\d+) \| [^|]+ \| ([^|]+) \|$/gm)].map(([, id = '', where = '']) => [
    id,
    where.trim(),
  ]),
);

test('every practice has its row, in order', () => {
  const all = Object.entries(ROWS).flatMap(([article, count]) =>
    Array.from({ length: count }, (_, index) => `${article}${index + 1}`),
  );
  expect([...rows.keys()]).toEqual(all);
});

test('every row has a test that begins with its id, or names the rows that show it', () => {
  const tested = new Set(testedIds());
  const unshown = [...rows].filter(([id, where]) => {
    const others = /^= ([\w, ]+)$/.exec(where)?.[1]?.split(', ');
    return others ? !others.every((other) => tested.has(other)) : !tested.has(id);
  });
  expect(unshown.map(([id]) => id)).toEqual([]);
});

test('every question, row, rule and figure that the table names is there', () => {
  const { frameworks } = readCatalog('data');
  const questions = frameworks.flatMap((framework) => framework.questions);
  const known: Readonly<Record<string, readonly string[]>> = {
    question: questions.flatMap((question) => [question.id, ...partsOf(question).map(({ id }) => id)]),
    row: questions.flatMap(({ rows = [] }) => rows.map(({ id }) => id)),
    // Some of the rules set the day of a call.
    rule: ['trigger', 'contract-term', ...frameworks.flatMap(({ rules }) => rules.map(({ id }) => id))],
    figure: [...FIGURES, ...FURTHER_FIGURES].map(({ id }) => id),
  };
  const named = [...TABLE.matchAll(/\b(question|row|rule|figure)s? ((?:`[\w-]+`(?:, )?)+)/g)].flatMap(
    ([, kind = '', ids = '']) => [...ids.matchAll(/`([\w-]+)`/g)].map(([, id = '']) => [kind, id] as const),
  );
  expect(named.length).toBeGreaterThan(100);
  expect(named.filter(([kind, id]) => !known[kind]?.includes(id))).toEqual([]);
});

/** The ids that titles of tests begin with. */
function testedIds(): readonly string[] {
  const folder = new URL('.', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
  const text = files.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
  return [...text.matchAll(/^(?:test\(|\s*)['"]([VMEIP]\d+): /gm)].map(([, id = '']) => id);
}
