import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Everything that a person may read of the program. */
const TEXTS = ['README.md', 'SECURITY.md', 'CHANGELOG.md', 'src', 'data', 'docs'].flatMap((place) =>
  place.endsWith('.md')
    ? [place]
    : readdirSync(place, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:ts|yaml|md)$/.test(name))
        .map((name) => join(place, name)),
);

test('the README says that the file is not encrypted, and what to do about it', () => {
  expect(inOneLine('README.md')).toContain("It is not encrypted: use your disk's encryption.");
});

test('nowhere is it said that anything is encrypted', () => {
  const claims = TEXTS.flatMap((path) =>
    (inOneLine(path).match(/[^.:;]*\bencrypt\w*[^.:;]*/gi) ?? []).filter((said) => !DENIAL.test(said)),
  );
  expect(claims).toEqual([]);
});

/** That it is not, that the disk should be, or that something else would. */
const DENIAL = /\b(?:not|never|nothing|no|would|yourself|your own|disk(?:'s|s)?)\b/i;

function inOneLine(path: string): string {
  return readFileSync(path, 'utf8').replaceAll(/\s+/g, ' ');
}
