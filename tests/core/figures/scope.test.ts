import { expect, test } from 'vitest';
import { decided, decisions } from '../../../src/core/figures/decisions.ts';
import { scope } from '../../../src/core/figures/scope.ts';
import { type Counted, deals, notesOf, rowsOf, tableOf } from '../../support/tallies.ts';

const [ENDED, WON_BACK] = decisions();

const TEN_DEALS: Counted = [
  [ENDED, [deals(3, ['won']), deals(4, ['lost-competitor']), deals(2, ['unknown']), deals(1, ['disqualified'])]],
  [WON_BACK, [deals(1, ['won'])]],
  [decided('debriefed'), [deals(1, [1, 'won']), deals(2, [0, 'won']), deals(7, [1, 'lost-competitor'])]],
  [decided('nothing-in-control', 'debriefed'), [deals(2, [1, 1, 'lost-competitor']), deals(5, [0, 1, 'unknown'])]],
  [decided('days-to-debrief'), [deals(5, [0, 'won']), deals(3, [9, 'unknown']), deals(2, [null, 'won'])]],
  [{ of: 'open', by: [] }, [deals(4, [])]],
];

test('the scope counts deals by how they ended, and how many were looked at', async () => {
  expect(await rowsOf(scope, TEN_DEALS)).toEqual({
    all: {
      won: 4,
      lost: 4,
      noDecision: 2,
      apart: 1,
      open: 4,
      closed: 10,
      debriefed: 8,
      coverage: 0.8,
      nothingInControl: 2,
      medianDaysToDebrief: 0,
    },
  });
});

test('an imported loss that nobody debriefed counts as lost', async () => {
  const counted: Counted = [[ENDED, [deals(3, ['lost-unspecified'])]]];
  expect(await rowsOf(scope, counted)).toMatchObject({ all: { lost: 3, closed: 3, debriefed: 0, coverage: null } });
  const more: Counted = [[ENDED, [deals(5, ['lost-unspecified'])]]];
  expect(await rowsOf(scope, more)).toMatchObject({ all: { lost: 5, closed: 5, debriefed: 0, coverage: 0 } });
});

test('it says that wins which nobody debriefed cannot be compared', async () => {
  expect(await notesOf(scope, TEN_DEALS)).toContain(
    '2 wins are not debriefed, so the steps and reasons of those cannot be compared with the losses.',
  );
});

test('it counts losses with nothing in my control, and says so if they are many', async () => {
  expect(await notesOf(scope, TEN_DEALS)).toContain(
    'Nothing in my control was found in 2 of 7 debriefed losses. That is often; a second opinion may see more.',
  );
});

test('it says which wins came after a loss, and how soon the debriefs were made', async () => {
  const notes = await notesOf(scope, TEN_DEALS);
  expect(notes).toContain('1 win came after a loss of the same deal: each counts at its own date.');
  expect(notes).toContain('Debriefed within two days: 5 of 8 (31 % to 86 %).');
});

test('without any deal there is no coverage, and no median', async () => {
  expect(await rowsOf(scope, [])).toMatchObject({ all: { closed: 0, coverage: null, medianDaysToDebrief: null } });
});

test('its columns are a contract', async () => {
  expect((await tableOf(scope, []))?.columns.map(({ key }) => key)).toEqual([
    'won',
    'lost',
    'noDecision',
    'apart',
    'open',
    'closed',
    'debriefed',
    'coverage',
    'nothingInControl',
    'medianDaysToDebrief',
  ]);
});
