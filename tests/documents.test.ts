import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** All of our code, file by file. */
const CODE = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join('src', file), 'utf8'));

describe('the glossary', () => {
  const rows = rowsOf('docs/glossary.md');

  test('has each word once', () => {
    const words = rows.flatMap(([word = '']) => word.split(', '));
    expect(words.filter((word, index) => words.indexOf(word) < index)).toEqual([]);
  });

  test.each(rows.flatMap(([word = '', , code = '']) => quotedIn(code).map((name) => [word, name] as const)))(
    'calls %s what the code does: %s',
    (_word, name) => {
      expect(CODE.some((text) => declares(text, name))).toBe(true);
    },
  );

  test('names the code of every word', () => {
    expect(rows.filter(([, , code = '']) => quotedIn(code).length === 0)).toEqual([]);
  });
});

describe('the map of the house in CONTRIBUTING.md', () => {
  const places = new Set(rowsOf('CONTRIBUTING.md').flatMap(([place = '']) => quotedIn(place)));

  test('names every room, and every file that stands beside the rooms', () => {
    expect(roomsIn('src/').filter((place) => !places.has(place))).toEqual([]);
  });

  test('names whatever else runs or is built at the top', () => {
    const top = readdirSync('.', { withFileTypes: true });
    const folders = top.filter((entry) => entry.isDirectory() && !isNotOurs(entry.name)).map(({ name }) => `${name}/`);
    const files = top.filter((entry) => entry.isFile() && /^[^.].*\.(mjs|ts|json)$/.test(entry.name));
    const found = [...folders, ...files.map(({ name }) => name).filter((name) => !name.startsWith('package'))];
    expect(found.filter((place) => place !== 'src/' && !places.has(place))).toEqual([]);
  });

  test('names nothing that has gone', () => {
    const named = [...places].filter((place) => /^[^*<\s]+(\/|\.\w+)$/.test(place));
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((place) => !existsSync(place))).toEqual([]);
  });
});

/** The rows of all tables in a document, cell by cell, without their headings. */
function rowsOf(document: string): readonly (readonly string[])[] {
  return readFileSync(document, 'utf8')
    .split('\n')
    .filter(
      (line, index, lines) =>
        line.startsWith('| ') && !line.startsWith('| -') && lines[index + 1]?.startsWith('| -') !== true,
    )
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

function quotedIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, quoted = '']) => quoted);
}

/** Whether a file exports something of this name, or with a dot in it something that has this field. */
function declares(text: string, name: string): boolean {
  const [owner = '', field] = name.split('.');
  const at = text.search(new RegExp(`^export (?:async )?(?:interface|type|class|const|function\\*?) ${owner}\\b`, 'm'));
  if (at < 0 || field === undefined) return at >= 0;
  const end = text.indexOf('\n}', at);
  return new RegExp(`\\breadonly ${field}\\b`).test(text.slice(at, end));
}

/** Every folder under one, and the files that stand in it beside folders, as the map writes them. */
function roomsIn(folder: string): readonly string[] {
  const within = readdirSync(folder, { recursive: true, withFileTypes: true });
  const folders = within
    .filter((entry) => entry.isDirectory())
    .map(({ parentPath, name }) => `${join(parentPath, name)}/`);
  const beside = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return [...folders, ...beside.map(({ name }) => `${folder}${name}`)].map((place) => place.replaceAll('\\', '/'));
}

/** What is made or fetched, and what a tool keeps for itself. */
function isNotOurs(folder: string): boolean {
  return folder.startsWith('.') || ['dist', 'node_modules', 'coverage'].includes(folder);
}
