import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { causedBy, UserError } from '../src/core/user-error.ts';
import { explain, isDebugged } from '../src/explain.ts';
import { traceOf } from '../src/trace.ts';

const SECRET = 'canary-in-the-mine';

/** What something throws. */
function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}

function onDatabase(sql: string): unknown {
  const db = new Database(':memory:');
  return thrownBy(() => db.exec(sql));
}

/** What others throw, with the text in it that they stumbled over. */
const FOREIGN: readonly (readonly [what: string, error: unknown])[] = [
  ['JSON.parse', thrownBy(() => JSON.parse(SECRET))],
  ['SQLite', onDatabase(`SELECT "${SECRET}"."x"`)],
  ['zod', thrownBy(() => z.enum(['a']).parse(SECRET, { error: () => SECRET }))],
  ['yaml', thrownBy(() => parseYaml(`a: *${SECRET}`))],
  ['a property of a text', thrownBy(() => ((SECRET as { mood?: string }).mood = 'low'))],
  ['something that is no entry', thrownBy(() => new Map([SECRET as unknown as [string, string]]))],
  ['something that is no function', thrownBy(() => [1].map(SECRET as unknown as () => void))],
  ['BigInt', thrownBy(() => BigInt(SECRET))],
  ['no error at all', SECRET],
];

describe('the trace of an error', () => {
  test('tells its class, its code and the places it came through', () => {
    expect(traceOf(onDatabase('SELECT nothing'))).toMatch(
      /^stack: SqliteError SQLITE_ERROR\n {4}at .+ \(node_modules\/better-sqlite3\/.+:\d+:\d+\)\n/,
    );
    expect(traceOf(new UserError('There is no deal D99.'))).toMatch(/^stack: UserError\n {4}at .+:\d+:\d+/);
  });

  test('tells the same of what caused it', () => {
    const full = Object.assign(new Error('no room'), { code: 'ENOSPC' });
    expect(traceOf(causedBy(new UserError('The disk is full.'), full))).toMatch(
      /^stack: UserError\n(?: {4}at .+\n)+cause: Error ENOSPC\n(?: {4}at .+\n?)+$/,
    );
  });

  test.each(FOREIGN)('never repeats what %s says of the text it stumbled over', (_what, error) => {
    const text = error instanceof Error ? error.message : String(error);
    expect(text).toContain(SECRET);
    expect(traceOf(error)).not.toContain(SECRET);
    expect(explain(error, 'lossdebrief').text).not.toContain(SECRET);
  });

  test('does not take a line of a message for a place', () => {
    const message = `The answer was:\n    at ${SECRET} (file:///${SECRET}/src/main.ts:1:1)\n    at ${SECRET}`;
    expect(traceOf(new Error(message))).not.toContain(SECRET);
    const changed = new Error(message);
    expect(changed.stack).toContain(SECRET);
    changed.message = 'Nothing to see.';
    expect(traceOf(changed)).toBe('stack: Error');
  });

  test('does not tell whose machine it is', () => {
    const error = new Error('x');
    error.stack = [
      'Error: x',
      '    at due (file:///home/dana/src/lossdebrief/dist/bundle/due-1.js:3:4)',
      String.raw`    at Object.<anonymous> (C:\Users\Dana\node_modules\yaml\dist\index.js:1:2)`,
      '    at async file:///home/dana/.npm/node_modules/lossdebrief/bin/lossdebrief.js:4:20',
      '    at async Promise.all (index 0)',
      '    at run (/home/dana/.config/own.js:1:2)',
      '    at Module.load [as dana] (node:internal/modules/cjs/loader:12:3)',
    ].join('\n');
    expect(traceOf(error).split('\n')).toEqual([
      'stack: Error',
      '    at due (dist/bundle/due-1.js:3:4)',
      '    at Object.<anonymous> (node_modules/yaml/dist/index.js:1:2)',
      '    at node_modules/lossdebrief/bin/lossdebrief.js:4:20',
      '    at async Promise.all (index 0)',
      '    at run (<elsewhere>:1:2)',
      '    at Module.load (node:internal/modules/cjs/loader:12:3)',
    ]);
  });

  test('ends where causes go round in a circle', () => {
    const error = new Error('a');
    error.cause = error;
    expect(traceOf(error).match(/^(?:stack|cause): /gm)).toEqual(['stack: ']);
  });
});

test('a bug says the lines to report: what runs here, and where it happened', () => {
  const { text, exitCode } = explain(thrownBy(() => (undefined as unknown as Date).getTime()));
  expect(exitCode).toBe(1);
  expect(text).toMatch(
    /^This is a bug in lossdebrief\..+ Please report these lines:\nlossdebrief [\d.]+, Node [\d.]+, \w+ \w+\nstack: TypeError\n {4}at .+:\d+:\d+/,
  );
});

test.each([
  ['lossdebrief', true],
  ['*', true],
  ['express,lossdebrief', true],
  ['express lossdebrief:store', true],
  ['lossdebrief:*', true],
  ['', false],
  ['express', false],
  ['lossdebrief-other', false],
  ['*,-lossdebrief', false],
])('DEBUG=%s: %s', (debug, isOn) => {
  expect(isDebugged(debug)).toBe(isOn);
});

test('without it, an error that was to be expected shows no stack', () => {
  const error = new UserError('There is no deal D99.', 'See them all: lossdebrief list');
  expect(explain(error).text).toBe('error: There is no deal D99.\ntry:   See them all: lossdebrief list\n');
  expect(explain(error, 'lossdebrief').text).toMatch(/^error: .+\ntry: .+\nstack: UserError\n/);
});
