import { describe, expect, test } from 'vitest';
import { readCrmBook } from '../../src/catalog/read-crm-book.ts';
import { mapColumns, readWishes } from '../../src/crm/column-map.ts';
import { endingReader } from '../../src/crm/ending.ts';
import { NO_OWN_ENDINGS, readOwnEndings } from '../../src/crm/own-endings.ts';
import { type RowEnding, rowEndingReader } from '../../src/crm/row-ending.ts';
import { day } from '../support/days.ts';

const book = readCrmBook('data');
const endingOf = endingReader({ book, ownEndings: NO_OWN_ENDINGS });

describe('a word of a CRM', () => {
  test.each([
    'Closed Won',
    'closed won',
    'Closed-Won',
    'closedwon',
    'WON',
    'Gewonnen',
    'Cerrado ganado',
    'Ganho',
    'Gagné',
  ])('%s is won', (word) => {
    expect(endingOf(word)).toBe('won');
  });

  test.each([
    'Closed Lost',
    'closedlost',
    'Closed - Lost to Competitor',
    'Closed – Lost No Resources / Budget',
    'Lost: price',
    'Loss',
    'Verloren',
    'Cerrado perdido',
    'Perdido',
    'Perdu',
    'Canceled',
  ])('%s is lost', (word) => {
    expect(endingOf(word)).toBe('lost');
  });

  test.each(['Proposal', 'Negotiation/Review', 'Wonderland', 'Window', 'appointmentscheduled', ''])(
    '%j is the name of an open stage',
    (word) => {
      expect(endingOf(word)).toBeUndefined();
    },
  );

  test('that the person named means what they say, before all that is known', () => {
    const ownEndings = readOwnEndings(['1742', 'Lost and found', 'ñandú'], [' Signed ']);
    const read = endingReader({ book, ownEndings });
    expect(['1742', 'lost and found', 'ÑANDÚ', 'signed', 'Closed Lost', '17'].map(read)).toEqual([
      'won',
      'won',
      'won',
      'lost',
      'lost',
      undefined,
    ]);
  });

  test('that marks a mistake makes it no deal', () => {
    expect(endingOf('Error/Duplicate')).toBe('no-deal');
  });
});

describe('how the deal of a row ended', () => {
  test.each([
    [{ Status: 'Won', Stage: 'Proposal' }, 'won'],
    [{ Status: 'Lost', Stage: 'Proposal' }, 'lost-unspecified'],
    [{ Stage: 'Closed Lost' }, 'lost-unspecified'],
    [{ Stage: 'Proposal', is_closed: 'False', is_won: 'False' }, undefined],
    [{ Stage: 'Done', is_closed: 'True', is_won: 'True' }, 'won'],
    [{ Stage: 'Done', is_closed: '1', is_won: '' }, 'lost-unspecified'],
    [{ is_won: '1' }, 'won'],
    [{ is_won: '', close_date: '2026-10-02' }, 'lost-unspecified'],
    [{ is_won: '', close_date: '2026-12-31' }, undefined],
    [{ Status: '' }, undefined],
  ])('%j: %s', (row, outcome) => {
    expect(ended(row)).toEqual({ outcome });
  });

  test('a row that says both, or neither, is left out with the reason', () => {
    expect(ended({ Status: 'Lost', is_won: 'True' })).toEqual({ why: 'one column says won, another lost' });
    expect(ended({ Status: 'Closed' })).toEqual({ why: 'closed, but no column says whether it was won' });
    expect(ended({ Status: 'Lost', Reason: 'Error/Duplicate' })).toHaveProperty('why');
  });
});

/** How the deal of one row, by its headings, ended on 20 November 2026. */
function ended(row: Readonly<Record<string, string>>): RowEnding {
  const headings = Object.keys(row);
  const profile = book.profiles.find(({ id }) => id === 'generic') ?? book.profiles[0];
  if (!profile) throw new Error('There are no profiles.');
  const read = rowEndingReader({
    book,
    profile,
    headings,
    columns: mapColumns(headings, profile, readWishes([])),
    formats: { days: new Map(), amounts: new Map() },
    isSurveyed: true,
    currency: 'USD',
    stages: [],
    ownEndings: NO_OWN_ENDINGS,
    today: day('2026-11-20'),
  });
  return read(Object.values(row));
}
