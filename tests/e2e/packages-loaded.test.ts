import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtProgram, NORTHWIND } from '../support/built-program.ts';

/** SQLite, and what it brings to find its binding. */
const SQLITE = ['better-sqlite3', 'bindings', 'file-uri-to-path'];
/** Dates of follow-ups. */
const CALENDAR = ['temporal-polyfill', 'temporal-utils'];
/** How wide text is and where it may be broken, and what these bring. */
const WIDTHS = ['string-width', 'get-east-asian-width', 'strip-ansi', 'ansi-regex', 'wrap-ansi', 'ansi-styles'];
/** Where the file of settings would be; what reads it is loaded only if it is there. */
const SETTINGS = ['env-paths', 'is-safe-filename'];

test.each<[command: string, packages: readonly string[]]>([
  ['--help', []],
  ['--version', []],
  ['new --help', []],
  ['due', SQLITE],
  ['due --json', SQLITE],
  ['list', SQLITE],
  ['list --json', SQLITE],
  ['show D1', [...SQLITE, ...SETTINGS]],
  ['show D1 --json', [...SQLITE, ...SETTINGS]],
  ['list --text Fabrikam', SQLITE],
  ['export --format ics', [...SQLITE, 'ical-generator']],
  ['due --ics calls.ics', [...SQLITE, 'ical-generator']],
  ['import deals.csv', [...SQLITE, ...SETTINGS, 'csv-parse']],
  ['report', [...SQLITE, ...SETTINGS, 'cephes', ...WIDTHS]],
  ['report --json', [...SQLITE, ...SETTINGS, 'cephes']],
  ['report --format csv', [...SQLITE, ...SETTINGS, 'cephes', 'csv-stringify']],
  ['report --format markdown', [...SQLITE, ...SETTINGS, 'cephes']],
  ['done A1', [...SQLITE, ...CALENDAR]],
  ['demo --output demo.db', [...SQLITE, ...CALENDAR]],
  ['new Contoso --set outcome=postponed --json', [...SQLITE, ...SETTINGS, ...CALENDAR]],
  ['new Contoso --set outcome=postponed', [...SQLITE, ...SETTINGS, ...CALENDAR]],
])('in a pipe, `%s` loads no package that it does not need', (command, packages) => {
  expect(packagesLoadedBy(command.split(' '))).toEqual(packages.toSorted());
});

test('only where no file is named is the usual place looked up', () => {
  expect(packagesLoadedBy(['list'], { LOSSDEBRIEF_DB: '' })).toEqual([...SQLITE, ...SETTINGS].toSorted());
});

test('YAML is loaded where there is a file of settings, by what needs one of them', () => {
  const settings = 'channel: email\n';
  expect(packagesLoadedBy(['show', 'D1'], {}, settings)).toEqual([...SQLITE, ...SETTINGS, 'yaml'].toSorted());
  expect(packagesLoadedBy(['list'], {}, settings)).toEqual(SQLITE.toSorted());
});

/** The packages that a run loaded, after a first debrief is on file. */
function packagesLoadedBy(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  settings?: string,
): readonly string[] {
  const { folder, run } = builtProgram();
  if (settings !== undefined) {
    mkdirSync(join(folder, '.config', 'lossdebrief'), { recursive: true });
    writeFileSync(join(folder, '.config', 'lossdebrief', 'config.yaml'), settings);
  }
  run(NORTHWIND, { env });
  writeFileSync(join(folder, 'deals.csv'), 'Deal,Outcome,Closed on\nContoso,Won,2026-09-18\n');
  const coverage = join(folder, 'coverage');
  expect(run(args, { env: { ...env, NODE_V8_COVERAGE: coverage } })).toMatchObject({ exitCode: 0 });
  const scripts = readdirSync(coverage).flatMap((file) => scriptsIn(join(coverage, file)));
  return [...new Set(scripts.flatMap(packageOf))].toSorted();
}

function scriptsIn(file: string): readonly string[] {
  const { result } = JSON.parse(readFileSync(file, 'utf8')) as { result: readonly { readonly url: string }[] };
  return result.map(({ url }) => url);
}

function packageOf(url: string): readonly string[] {
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? [];
  return name === undefined ? [] : [name];
}
