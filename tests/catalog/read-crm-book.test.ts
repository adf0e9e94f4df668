import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCrmBook } from '../../src/catalog/read-crm-book.ts';
import { headingKey, wordKey } from '../../src/crm/plain-key.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

const book = readCrmBook('data');

describe('the shipped profiles', () => {
  test('are those of the five CRMs, and one for all other files', () => {
    expect(book.profiles.map(({ id }) => id)).toEqual([
      'dynamics',
      'generic',
      'hubspot',
      'pipedrive',
      'salesforce',
      'zoho',
    ]);
  });

  test.each(book.profiles.map((profile) => [profile.id, profile] as const))(
    '%s reads no heading as two facts, and ignores none that it reads',
    (_id, { columns, ignore }) => {
      const read = Object.values(columns).flatMap((headings) => [...new Set(headings.map(headingKey))]);
      const ignored = ignore.map(headingKey);
      expect([...read, ...ignored].toSorted()).toEqual([...new Set([...read, ...ignored])].toSorted());
    },
  );

  test('have words that are written as they are compared', () => {
    const words = Object.values(book.words).flatMap(({ is, begins }) => [...is, ...begins]);
    expect(words.filter((word) => wordKey(word) !== word)).toEqual([]);
  });
});

test.each([
  ['id: hubspot\nname: HubSpot\ncolumns: {}\nsignatures: [[Record ID]]\n', 'one heading alone tells no CRM'],
  ['id: hubspot\nname: HubSpot\ncolumns: { mood: [Mood] }\n', 'mood'],
  ['id: other\nname: HubSpot\ncolumns: {}\n', 'name the file for it'],
])('a profile that is wrong is refused with its place', (text, words) => {
  const folder = temporaryFolder();
  cpSync('data', folder, { recursive: true });
  writeFileSync(join(folder, 'profiles', 'hubspot.yaml'), text);
  expect(() => readCrmBook(folder)).toThrow(words);
  expect(() => readCrmBook(folder)).toThrow('hubspot.yaml:');
});
