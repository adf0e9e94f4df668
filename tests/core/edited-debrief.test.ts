import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/core/answers.ts';
import {
  answersToEdit,
  contextToEdit,
  type DebriefedRecord,
  editedDebrief,
  type EditedDebrief,
} from '../../src/core/edited-debrief.ts';
import { conclude } from '../../src/core/new-debrief.ts';
import { TODAY } from '../support/days.ts';
import { contextWith, NO_PARTICULARS, NORTHWIND, pastLoss } from '../support/northwind.ts';
import { LOSS } from '../support/shipped.ts';

/** Northwind Logistics as it stands on file, or as it came to stand there otherwise. */
function onFile(answers: Answers = NORTHWIND, different: Partial<DebriefedRecord['deal']> = {}): DebriefedRecord {
  const { deal, debrief, kept, contact, plan } = conclude(LOSS, answers, contextWith(), 104);
  return {
    deal: { ...deal, id: 'D1', uuid: '0190-northwind', ...different },
    particulars: NO_PARTICULARS,
    debrief: { ...debrief, kept, on: TODAY },
    contact,
    actions: plan.actions.map((action, index) => ({ ...action, id: `A${index + 1}` as const, state: 'open' as const })),
    followUp: plan.followUp && { ...plan.followUp, id: 'F1', state: 'open' },
    otherEntries: plan.otherEntries.map((entry, index) => ({
      ...entry,
      id: `F${index + 2}` as const,
      state: 'open' as const,
    })),
    touches: [],
    reviews: [],
    views: { causes: [], feedback: [], opinions: [] },
  };
}

function edited(record: DebriefedRecord, answers: Answers): EditedDebrief {
  return editedDebrief(LOSS, record, { ...answersToEdit(record), ...answers }, contextToEdit(contextWith(), record));
}

test('the same answers change nothing', () => {
  const { values, words, plan, contact, cause } = edited(onFile(), {});
  expect({ values, words, plan, contact, cause }).toEqual({
    values: [],
    words: [],
    plan: [],
    contact: undefined,
    cause: undefined,
  });
});

test('answers in another order of their fields are the same', () => {
  const steps = Object.fromEntries(Object.entries(NORTHWIND['steps'] as object).toReversed()) as Answers['steps'] &
    object;
  expect(edited(onFile(), { steps }).values).toEqual([]);
});

describe('what is not touched', () => {
  test('keeps the words under which it was given', () => {
    const record = onFile();
    const older = record.debrief.kept.map((answer) => ({
      ...answer,
      asked: `${answer.asked} (as asked in version 1)`,
    }));
    const { kept } = edited({ ...record, debrief: { ...record.debrief, kept: older } }, { winner: 'Initech' });
    const renewed = kept.filter(({ asked }) => !asked.endsWith('(as asked in version 1)'));
    expect(renewed.map(({ id }) => id)).toEqual(['winner']);
  });

  test('stays though the framework no longer asks for it', () => {
    const record = onFile();
    const mood = { id: 'mood', class: 'reflection', value: 'low', asked: 'How are you?', said: 'low' } as const;
    const debrief = { ...record.debrief, answers: { ...NORTHWIND, mood: 'low' }, kept: [...record.debrief.kept, mood] };
    const { debrief: after, kept, values } = edited({ ...record, debrief }, { winner: 'Initech' });
    expect(after.answers['mood']).toBe('low');
    expect(kept).toContainEqual(mood);
    expect(values.map(({ id }) => id)).toEqual(['winner']);
  });

  test('of the deal stays as it came from elsewhere', () => {
    const record = onFile(NORTHWIND, {
      name: 'Northwind Logistics Ltd',
      amount: { minor: 15_000_000, currency: 'EUR' },
    });
    expect(edited(record, { winner: 'Initech' }).deal).toMatchObject({
      name: 'Northwind Logistics Ltd',
      amount: { minor: 15_000_000, currency: 'EUR' },
      winner: 'Initech',
    });
  });
});

test('an earlier loss still counts as one, and the deal itself does not', () => {
  const own = pastLoss({ dealId: 'D1', deal: 'Northwind Logistics' });
  const losses = [own, pastLoss()];
  const context = contextToEdit(contextWith({ history: { losses, reasonCounts: {} } }), onFile());
  expect(context.history.losses.map(({ dealId }) => dealId)).toEqual(['D3']);
});
