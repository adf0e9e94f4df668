import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  driverHere,
  type Installed,
  installedWith,
  nodeOf,
  packedFiles,
  packedInto,
  putBinding,
  versionOf,
} from './packed.ts';

let folder: string;
let archive: string;

/** In milliseconds: a registry may be slow, and a busy disk too. */
const PATIENCE = 180_000;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lossdebrief-package-'));
  archive = packedInto(folder);
}, PATIENCE);
afterAll(() => rmSync(folder, { recursive: true, force: true }), PATIENCE);

test('the package holds what it needs and nothing else', () => {
  const files = packedFiles(archive);
  expect(files.filter((file) => !isModule(file))).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'bin/lossdebrief.js',
    'dist/data/articles.json',
    'dist/data/catalog.de.json',
    'dist/data/catalog.en.json',
    'dist/data/catalog.es.json',
    'dist/data/completion/bash',
    'dist/data/completion/fish',
    'dist/data/completion/powershell',
    'dist/data/completion/zsh',
    'dist/data/crm.json',
    'dist/data/demo.json',
    'dist/data/help.json',
    'dist/man/lossdebrief.1',
    'dist/schema/framework.schema.json',
    'docs/frameworks.md',
    'docs/json.md',
    'docs/report.md',
    'package.json',
  ]);
});

// From 22 on the driver comes as a binary. Each of these would be stopped by an install script or a compiler.
describe.each(['22', '24', '26'])('on Node %s, installed without a compiler and without install scripts', (version) => {
  let installed: Installed;

  beforeAll(() => {
    installed = installedWith(nodeOf(version, folder), archive, join(folder, `on-${version}`));
  }, PATIENCE);

  test('a debrief, a report and an import run', () => {
    expect(firstSteps(installed)).toEqual(ALL_WELL);
  });

  test('nothing is said that the person did not ask for', () => {
    expect(run(installed, ['due', '--quiet']).stderr).toBe('');
  });
});

// The script of the driver compiles for more than a minute, and has done so here already: its work is taken over.
describe('on Node 20.19, the oldest there may be, with the binding that the install script of the driver has made', () => {
  test('a debrief, a report and an import run', { timeout: PATIENCE }, (context) => {
    const { asked, binding } = driverHere();
    if (process.versions.modules !== NODE_20) context.skip('The binding here was not made for Node 20.');
    const installed = installedWith(nodeOf('20.19', folder), archive, join(folder, 'on-20.19'), [asked]);
    expect(versionOf('lossdebrief', installed)).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
    putBinding(binding, installed);
    expect(firstSteps(installed)).toEqual(ALL_WELL);
  });
});

/** What a binding for any Node 20 says that it is for. */
const NODE_20 = '115';

describe('where the binding of the driver is missing', () => {
  let installed: Installed;

  beforeAll(() => {
    installed = installedWith(process.execPath, archive, join(folder, 'without-binding'));
  }, PATIENCE);

  test('help and the version are there all the same', (context) => {
    if (versionOf('better-sqlite3', installed).startsWith('13')) context.skip('better-sqlite3 13 brings its binding.');
    expect(run(installed, ['--help'])).toMatchObject({ status: 0 });
    expect(run(installed, ['--version'])).toMatchObject({ status: 0 });
  });

  test('what needs the file says the very command that mends it', (context) => {
    if (versionOf('better-sqlite3', installed).startsWith('13')) context.skip('better-sqlite3 13 brings its binding.');
    const { status, stderr } = run(installed, ['due']);
    expect(status).toBe(6);
    expect(stderr).toContain('npm rebuild');
  });
});

/** What a person does first: a debrief, an import, and what the report says of both. */
function firstSteps(installed: Installed) {
  writeFileSync(join(folder, 'deals.csv'), 'Deal,Outcome,Closed on\nContoso,Won,2026-09-18\n');
  const debrief = run(installed, ['new', 'Northwind', '--set', 'outcome=lost-competitor', '--set', 'winner=Globex']);
  const imported = run(installed, ['import', join(folder, 'deals.csv'), '--yes']);
  const report = run(installed, ['report', '--json']);
  const page = run(installed, ['report', '--format', 'html']);
  const version = run(installed, ['--version']);
  return {
    ended: [debrief, imported, report, page, version].map(({ status }) => status),
    hasPlan: debrief.stdout.includes('Northwind'),
    hasBoth: report.stdout.includes('"won": 1'),
    complaints: version.stderr,
  };
}

const ALL_WELL = { ended: [0, 0, 0, 0, 0], hasPlan: true, hasBoth: true, complaints: '' };

/** A file of the joined program; the names of most end in what they hold. */
function isModule(file: string): boolean {
  return /^dist\/bundle\/[a-z-]+(-[\w-]{8})?\.js$/.test(file);
}

/** Runs the installed program with a file of its own. */
function run(
  { node, program }: Installed,
  args: readonly string[],
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const env = { PATH: dirname(node), HOME: folder, LOSSDEBRIEF_DB: join(dirname(program), 'test.db') };
  const { status, stdout, stderr } = spawnSync(node, [program, ...args], { cwd: folder, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}
