import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Lock {
  readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean; readonly resolved?: string }>>;
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const { packages } = read('package-lock.json') as Lock;
const manifest = read('package.json') as Manifest;

test('one package runs a script when it is installed, and it is the one that is allowed to', () => {
  const scripted = Object.keys(packages).filter((path) => packages[path]?.hasInstallScript);
  expect(scripted).toEqual(['node_modules/better-sqlite3']);
  expect(manifest.allowScripts).toEqual({ 'better-sqlite3': true });
});

test('installing lossdebrief itself runs nothing of ours', () => {
  const ours = Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)?install$/.test(name));
  expect(ours).toEqual([]);
});

test('every package comes from a registry, with its hash', () => {
  const others = Object.entries(packages).filter(([path, entry]) => path !== '' && !('integrity' in entry));
  expect(others).toEqual([]);
});

test.each(Object.keys(manifest.dependencies))('docs/decisions.md says what %s is for', (name) => {
  expect(readFileSync('docs/decisions.md', 'utf8')).toContain(`**${name}**`);
});

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
