import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** What one folder, or one file beside the folders, may import at run time. `import type` is free. */
interface Allowed {
  readonly sources: readonly string[];
  /** Sources that may only be imported with `import()`, when they are needed. */
  readonly lazySources?: readonly string[];
  /** A name that ends in a slash stands for every package of that scope. */
  readonly packages: readonly string[];
  readonly node: boolean;
}

/** Who may import whom; `docs/decisions.md` has the reasons. Whoever is not here may import nothing. */
const TABLE: Readonly<Record<string, Allowed>> = {
  core: {
    sources: ['core'],
    packages: ['zod', 'chrono-node', 'temporal-polyfill', 'cephes', 'string-width'],
    node: false,
  },
  pages: { sources: ['core', 'pages'], packages: [], node: false },
  formats: {
    sources: ['core', 'formats'],
    packages: ['wrap-ansi', 'ical-generator', 'csv-stringify/sync', 'vega', 'vega-lite'],
    node: true,
  },
  leftovers: { sources: ['leftovers'], packages: [], node: true },
  store: { sources: ['core', 'leftovers', 'store'], packages: ['better-sqlite3'], node: true },
  catalog: { sources: ['core', 'catalog'], packages: ['yaml', 'zod'], node: true },
  files: { sources: ['core', 'leftovers', 'files'], packages: ['env-paths', 'yaml'], node: true },
  terminal: {
    sources: ['core', 'leftovers', 'terminal'],
    packages: ['@inquirer/', 'chalk'],
    node: true,
  },
  debriefing: { sources: ['core', 'pages', 'debriefing'], packages: [], node: true },
  crm: { sources: ['core', 'crm'], packages: ['csv-parse', 'csv-parse/sync'], node: true },
  importing: { sources: ['core', 'pages', 'crm', 'debriefing', 'importing'], packages: [], node: false },
  exporting: { sources: ['core', 'pages'], packages: [], node: false },
  demo: { sources: ['core', 'debriefing', 'demo'], lazySources: ['commands'], packages: [], node: false },
  commands: {
    sources: ['core', 'pages', 'crm', 'debriefing', 'importing', 'exporting', 'demo'],
    packages: [],
    node: true,
  },
  program: { sources: ['core', 'program'], lazySources: ['commands'], packages: ['commander'], node: false },
  'explain.ts': { sources: ['core', 'files', 'trace.ts'], packages: ['commander'], node: false },
  'trace.ts': { sources: [], packages: [], node: false },
};

/** The files that put everything together. */
const MAY_IMPORT_EVERYTHING = new Set(['main.ts', 'real-app.ts', 'real-output.ts', 'environment.ts', 'build-help.ts']);

const SOURCE = fileURLToPath(new URL('../src', import.meta.url));
const FILES = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll(sep, '/'))
  .toSorted();

describe('who may import whom', () => {
  test('no file imports what its folder may not', () => {
    expect(FILES.flatMap((file) => forbiddenImports(file, textOf(file)))).toEqual([]);
  });

  test('every folder has its line in the table', () => {
    const owners = new Set(FILES.map(ownerOf).filter((owner) => !MAY_IMPORT_EVERYTHING.has(owner)));
    const withCode = [...owners].filter((owner) => owner !== 'app.ts');
    expect(withCode.toSorted()).toEqual(Object.keys(TABLE).toSorted());
  });

  test.each([
    ['core/plan.ts', "import { openStore } from '../store/open-store.ts';"],
    ['core/plan.ts', "import { readFileSync } from 'node:fs';"],
    ['core/plan.ts', "import fs from 'fs';"],
    ['core/plan.ts', "import '../terminal/keys.ts';"],
    ['core/plan.ts', "export * from '../pages/call-sheet.ts';"],
    ['core/plan.ts', "export { due } from '../commands/due.ts';"],
    ['core/plan.ts', "import {\n  a,\n  b,\n} from '../store/ids.ts';"],
    ['core/plan.ts', "import { type Store } from '../store/store.ts';"],
    ['core/plan.ts', "const { due } = await import('../commands/due.ts');"],
    ['core/plan.ts', 'const { due } = await import(`../commands/due.ts`);'],
    ['core/plan.ts', 'const { due } = await import(whatever);'],
    ['core/questions/day.ts', "import { due } from '../../commands/due.ts';"],
    ['formats/json.ts', "import { select } from '@inquirer/prompts';"],
    ['commands/due.ts', "import { list } from './list.ts';"],
    ['commands/due.ts', "import { z } from 'zod/mini';"],
    ['program/program.ts', "import { due } from '../commands/due.ts';"],
    ['app.ts', "import { isoDay } from './core/day.ts';"],
  ])('in %s, this would be found: %s', (file, text) => {
    expect(forbiddenImports(file, `import type { Day } from './day.ts';\n\n${text}\n`)).toHaveLength(1);
  });

  test.each([
    ['core/plan.ts', "import type Database from 'better-sqlite3';"],
    ['core/plan.ts', "export type { Store } from '../store/store.ts';"],
    ['core/days/read-day.ts', "const { en } = await import('chrono-node');"],
    ['terminal/keys.ts', "import { createPrompt } from '@inquirer/core';"],
    ['program/program.ts', "const { due } = await import('../commands/due.ts');"],
    ['real-app.ts', "import { openStore } from './store/open-store.ts';"],
  ])('in %s, this is free: %s', (file, text) => {
    expect(forbiddenImports(file, `${text}\n`)).toEqual([]);
  });
});

describe('the house', () => {
  test('a file is named for what it holds, in kebab-case', () => {
    const vague = /^(utils?|helpers?|common|types?|managers?|services?|misc|shared)$/;
    const isVague = (file: string): boolean =>
      file
        .replace(/\.ts$/, '')
        .split(/[/-]/)
        .some((word) => vague.test(word));
    expect(FILES.filter((file) => !/^([a-z0-9-]+\/)*[a-z0-9-]+\.ts$/.test(file) || isVague(file))).toEqual([]);
  });

  test('only the store speaks SQL', () => {
    expect(filesWith(/\b(SELECT|INSERT INTO|INSERT OR|UPDATE|DELETE FROM|CREATE TABLE|PRAGMA)\b/, ['store'])).toEqual(
      [],
    );
  });

  test('only bin/ ends the program, so that everything is closed and said before', () => {
    // Signal 0 ends nothing: it asks whether a program is there.
    expect(filesWith(/\bprocess\s*\.\s*(exit|abort|kill(?!\(pid, 0\))|reallyExit)\b/)).toEqual([]);
  });

  test('nothing is printed behind the back of the streams', () => {
    expect(filesWith(/\bconsole\b\s*[.[]/)).toEqual([]);
  });

  test('what every start loads, and the daily list, knows nothing of how a report counts', () => {
    const starts = ['main.ts', 'program/program.ts', 'real-app.ts', 'store/open-store.ts', 'commands/due.ts'];
    const counting = /^core\/(figures|statistics)\/|^core\/report\/.*(tally|period|audience)|^store\/tall/;
    expect(loadedAtOnceBy(starts).filter((file) => counting.test(file))).toEqual(['core/report/audience.ts']);
    expect(loadedAtOnceBy(['commands/report.ts']).filter((file) => counting.test(file))).toContain(
      'core/report/report-audience.ts',
    );
  });

  test('whatever is loaded past the imports is known by name', () => {
    expect(filesWith(/\brequire\b|createRequire|getBuiltinModule/)).toEqual([
      'store/driver.ts',
      'store/fingerprint.ts',
    ]);
  });
});

interface Import {
  readonly from: string;
  readonly isLazy: boolean;
}

/** These files, and those that are loaded with them whether they are needed or not. */
function loadedAtOnceBy(files: readonly string[]): readonly string[] {
  const found = new Set(files);
  for (const file of found) {
    for (const { from, isLazy } of importsIn(textOf(file))) {
      if (!isLazy && from.startsWith('.')) found.add(join(dirname(file), from).replaceAll(sep, '/'));
    }
  }
  return [...found].toSorted();
}

/** The run-time imports of a file that its folder may not have, as sentences. */
function forbiddenImports(file: string, text: string): readonly string[] {
  const owner = ownerOf(file);
  if (MAY_IMPORT_EVERYTHING.has(owner)) return [];
  const allowed = TABLE[owner];
  return importsIn(text)
    .filter((found) => !allowed || !isAllowed(found, file, allowed))
    .map(({ from }) => `${file} may not import ${from}`);
}

// The formatter puts every statement on a line of its own, so an import begins its line.
const STATIC = /^\s*import\s+(?!type\s)(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const PASSED_ON = /^\s*export\s+(?!type\s)[*{][^'";]*?\sfrom\s+['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\s*\(\s*(?:(['"`])([^'"`$]+)\1)?/g;

function importsIn(text: string): readonly Import[] {
  const statics = [...text.matchAll(STATIC), ...text.matchAll(PASSED_ON)];
  return [
    ...statics.map(([, from = '']) => ({ from, isLazy: false })),
    ...[...text.matchAll(DYNAMIC)].map(([, , from = 'what only the run shows']) => ({ from, isLazy: true })),
  ];
}

function isAllowed({ from, isLazy }: Import, file: string, { sources, lazySources, packages, node }: Allowed): boolean {
  if (from.startsWith('node:')) return node;
  if (from.startsWith('.')) {
    const owner = ownerOf(join(dirname(file), from).replaceAll(sep, '/'));
    return sources.includes(owner) || (isLazy && lazySources?.includes(owner) === true);
  }
  return packages.some((name) => from === name || (name.endsWith('/') && from.startsWith(name)));
}

/** The folder in `src/` that a file belongs to, or the file itself if it stands beside them. */
function ownerOf(file: string): string {
  return file.split('/')[0] ?? file;
}

function filesWith(pattern: RegExp, except: readonly string[] = []): readonly string[] {
  return FILES.filter((file) => !except.includes(ownerOf(file)) && pattern.test(textOf(file)));
}

function textOf(file: string): string {
  return readFileSync(join(SOURCE, file), 'utf8');
}
