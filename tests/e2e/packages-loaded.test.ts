import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createProgram } from '../../src/program/program.ts';
import { builtProgram, NORTHWIND } from '../support/built-program.ts';

/** SQLite, and what it brings to find its binding. */
const SQLITE = ['better-sqlite3', 'bindings', 'file-uri-to-path'];
/** Dates of follow-ups. */
const CALENDAR = ['temporal-polyfill', 'temporal-utils'];

/** Each command, given all that it would ask for, and the packages that it needs. */
const COMMANDS: readonly (readonly [command: string, packages: readonly string[]])[] = [
  ['--help', []],
  ['--version', []],
  ['new --help', []],
  ['due', SQLITE],
  ['due --json', SQLITE],
  ['due --ics calls.ics', [...SQLITE, 'ical-generator']],
  ['done A1', [...SQLITE, ...CALENDAR]],
  ['snooze A1 2026-12-01', SQLITE],
  ['drop A1 --why later', SQLITE],
  ['new Contoso --set outcome=postponed --json', [...SQLITE, ...CALENDAR]],
  ['new Contoso --set outcome=postponed', [...SQLITE, ...CALENDAR]],
  ['review D1 --set keep-doing=calling', [...SQLITE, ...CALENDAR]],
  ['report', SQLITE],
  ['report --json', SQLITE],
  ['report --format csv', [...SQLITE, 'csv-stringify']],
  ['report --format markdown', SQLITE],
  ['list', SQLITE],
  ['list --json', SQLITE],
  ['list --text Fabrikam', SQLITE],
  ['show D1', SQLITE],
  ['show D1 --json', SQLITE],
  ['edit D1 --set winner=Initech', [...SQLITE, ...CALENDAR]],
  ['delete D1 --yes', SQLITE],
  ['delete D1 --purge --yes', SQLITE],
  ['undo --yes', SQLITE],
  ['log Contoso call', SQLITE],
  ['lessons', SQLITE],
  ['lessons add D1 Ask', SQLITE],
  ['focus', SQLITE],
  ['feedback D1', [...SQLITE, ...CALENDAR]],
  ['brief D1', SQLITE],
  ['opinion D1 --from Robin --words Priced', [...SQLITE, ...CALENDAR]],
  ['phrases', SQLITE],
  ['import deals.csv', [...SQLITE, 'csv-parse']],
  ['export', SQLITE],
  ['export --format csv', [...SQLITE, 'csv-stringify']],
  ['export --format markdown', SQLITE],
  ['export --format ics', [...SQLITE, 'ical-generator']],
  ['demo --output demo.db', [...SQLITE, ...CALENDAR]],
  ['backup copy.db', SQLITE],
  ['restore kept.db --yes', SQLITE],
  ['doctor', SQLITE],
  ['frameworks', []],
  ['frameworks show meddpicc', []],
  ['config', SQLITE],
  ['completion bash', []],
  ['complete sh', []],
];

test.each(COMMANDS)('in a pipe, `%s` loads no package that it does not need', (command, packages) => {
  expect(packagesLoadedBy(command.split(' '))).toEqual(packages.toSorted());
});

test('no command is forgotten here', () => {
  const { commands } = createProgram(neverOpened, () => {});
  const tried = new Set(COMMANDS.map(([command]) => command.split(' ')[0]));
  expect(commands.map((command) => command.name()).filter((name) => !tried.has(name))).toEqual([]);
});

test('YAML is loaded where there is a file of settings, by what needs one of them', () => {
  const settings = 'channel: email\n';
  expect(packagesLoadedBy(['show', 'D1'], {}, settings)).toEqual([...SQLITE, 'yaml'].toSorted());
  expect(packagesLoadedBy(['list'], {}, settings)).toEqual(SQLITE.toSorted());
});

test('what reads frameworks is loaded where there are some of their own, by what asks, and never by due and list', () => {
  const broken = 'id: mine\npass: steps\n';
  // A rule is checked by what plans its action, days and all.
  const readers = [...SQLITE, ...CALENDAR, 'yaml', 'zod'].toSorted();
  expect(packagesLoadedBy(['show', 'D1'], {}, undefined, broken)).toEqual(readers);
  expect(packagesLoadedBy(['list'], {}, undefined, broken)).toEqual(SQLITE.toSorted());
  expect(packagesLoadedBy(['due'], {}, undefined, broken)).toEqual(SQLITE.toSorted());
});

test('the report is loaded for a report, and for a list only where a limit is to be read', () => {
  const lines = ['report', 'list --outcome lost', 'list --period 2026'];
  const ofReport = /\/dist\/bundle\/report-[\w-]+\.js$/;
  expect(lines.filter((words) => scriptsLoadedBy(words.split(' ')).some((url) => ofReport.test(url)))).toEqual([
    'report',
    'list --period 2026',
  ]);
});

/** The packages that a run loaded, after a first debrief is on file. */
function packagesLoadedBy(...run: Parameters<typeof scriptsLoadedBy>): readonly string[] {
  return [...new Set(scriptsLoadedBy(...run).flatMap(packageOf))].toSorted();
}

/** The addresses of all that a run loaded. */
function scriptsLoadedBy(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  settings?: string,
  framework?: string,
): readonly string[] {
  const { folder, db, run } = builtProgram();
  if (settings !== undefined) {
    mkdirSync(join(folder, '.config', 'lossdebrief'), { recursive: true });
    writeFileSync(join(folder, '.config', 'lossdebrief', 'config.yaml'), settings);
  }
  if (framework !== undefined) {
    mkdirSync(join(folder, '.config', 'lossdebrief', 'frameworks'), { recursive: true });
    writeFileSync(join(folder, '.config', 'lossdebrief', 'frameworks', 'mine.yaml'), framework);
  }
  run(NORTHWIND, { env });
  if (args[0] === 'restore') copyFileSync(db, join(folder, 'kept.db'));
  writeFileSync(join(folder, 'deals.csv'), 'Deal,Outcome,Closed on\nContoso,Won,2026-09-18\n');
  const coverage = join(folder, 'coverage');
  expect(run(args, { env: { ...env, NODE_V8_COVERAGE: coverage } })).toMatchObject({ exitCode: 0 });
  return readdirSync(coverage).flatMap((file) => scriptsIn(join(coverage, file)));
}

function neverOpened(): never {
  throw new Error('No command is run here.');
}

function scriptsIn(file: string): readonly string[] {
  const { result } = JSON.parse(readFileSync(file, 'utf8')) as { result: readonly { readonly url: string }[] };
  return result.map(({ url }) => url);
}

/** The package of a file; of our own only the joined screen, which brings packages along that few commands need. */
function packageOf(url: string): readonly string[] {
  if (/\/dist\/bundle\/screen-[\w-]+\.js$/.test(url)) return ['the joined screen'];
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? [];
  return name === undefined ? [] : [name];
}
