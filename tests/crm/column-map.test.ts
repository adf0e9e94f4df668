import { describe, expect, test } from 'vitest';
import { readCrmBook } from '../../src/catalog/read-crm-book.ts';
import { detectProfile, mapColumns, missingRoles, readWishes, wishesOf } from '../../src/crm/column-map.ts';

const { profiles } = readCrmBook('data');

function mapped(headings: readonly string[], ...maps: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const { roles } = mapColumns(headings, detectProfile(headings, profiles), readWishes(maps));
  return Object.fromEntries([...roles].map(([role, places]) => [role, places.map((place) => headings[place] ?? '')]));
}

describe('whose export a file is', () => {
  test.each([
    ['hubspot', ['RECORD ID', ' deal name ', 'Amount']],
    ['hubspot', ['dealname', 'dealstage', 'amount']],
    ['salesforce', ['Opportunity Name', 'Stage', 'Close Date']],
    ['salesforce', ['id', 'name', 'stage_name', 'close_date', 'is_won']],
    ['pipedrive', ['Deal - ID', 'Deal - Title', 'Deal - Status']],
    ['dynamics', ['(Do Not Modify) Opportunity', 'Topic', 'Status']],
    ['zoho', ['Deal Name', 'Account Name', 'Closing Date', 'Stage']],
    ['generic', ['opportunity_id', 'deal_stage', 'close_value', 'close_date']],
  ])('%s', (id, headings) => {
    expect(detectProfile(headings, profiles).id).toBe(id);
  });
});

describe('what a column is', () => {
  test('in several languages', () => {
    expect(mapped(['Verkaufschance', 'Phase', 'Betrag', 'Abgeschlossen am', 'Verlustgrund'])).toMatchObject({
      name: ['Verkaufschance'],
      stage: ['Phase'],
      amount: ['Betrag'],
      closedOn: ['Abgeschlossen am'],
      reason: ['Verlustgrund'],
    });
  });

  test('is what the person says before anything else', () => {
    const headings = ['Record ID', 'Deal Name', 'Amount', 'ACV'];
    expect(mapped(headings, 'amount=acv', 'name=#2')).toMatchObject({ amount: ['ACV'], name: ['Deal Name'] });
    expect(mapped(headings, 'amount=')).not.toHaveProperty('amount');
  });

  test('is a field under its heading where nothing else is made of it, each under a name of its own', () => {
    const headings = ['Record ID', 'Deal Name', 'Region', 'Region', 'Last Modified Date', ''];
    const hubspot = detectProfile(headings, profiles);
    expect(mapColumns(headings, hubspot, readWishes(['field:team=Deal Name']))).toMatchObject({
      fields: [
        { name: 'team', column: 1 },
        { name: 'Region', column: 2 },
        { name: 'Region (2)', column: 3 },
      ],
      ignored: ['Last Modified Date'],
    });
  });

  test('is the same when what was mapped is mapped again', () => {
    const headings = ['Ref', 'Account title', 'Fate', 'Region'];
    const generic = detectProfile(headings, profiles);
    const columns = mapColumns(headings, generic, readWishes(['id=Ref', 'outcome=Fate', 'field:area=Region']));
    expect(mapColumns(headings, generic, readWishes(wishesOf(columns, headings)))).toEqual(columns);
  });

  test('and what is missing is said', () => {
    const columns = mapColumns(['Ref', 'Fate'], detectProfile([], profiles), new Map());
    expect(missingRoles(columns)).toEqual(['outcome', 'closedOn', 'name']);
  });

  test.each([
    ['amount', 'names no column'],
    ['mood=Fate', 'mood is no fact of a deal'],
  ])('--map %s is refused', (map, words) => {
    expect(() => readWishes([map])).toThrow(words);
  });

  test('a column that is not there is refused, and those that are there are named', () => {
    expect(() => mapped(['Ref', 'Fate'], 'outcome=Result')).toThrow('There is no column Result.');
  });
});
