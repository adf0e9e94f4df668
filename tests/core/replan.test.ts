import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DealRecord, EntryKind, Plan, PlannedAction, PlannedEntry } from '../../src/core/debrief.ts';
import { type PlanChange, planChangeJson, replan } from '../../src/core/replan.ts';
import { anyDayWithin, day, TODAY } from '../support/days.ts';

function entry(kind: EntryKind, on: string, because = 'a quarter on'): PlannedEntry {
  return {
    kind,
    on: day(on),
    time: '09:00',
    channel: 'phone',
    rule: kind === 'touch' ? 'quarterly' : 'contract-term',
    because,
  };
}

function action(rule: string, text = `I will ${rule}.`): PlannedAction {
  return { rule, text, because: 'You wrote it.', message: undefined, due: TODAY };
}

function plan(different: Partial<Plan> = {}): Plan {
  return { actions: [], followUp: undefined, otherEntries: [], ...different };
}

/** A record that has this plan, all of it open, but for what is closed or was moved by hand. */
function onFile(
  { actions, followUp, otherEntries }: Plan,
  { closed = {}, moved = {} }: { closed?: Record<string, 'done' | 'dropped'>; moved?: Record<string, string> } = {},
): DealRecord {
  const entries = [...(followUp ? [followUp] : []), ...otherEntries].map((one, index) => {
    const id = `F${index + 1}` as const;
    return { ...one, id, on: day(moved[id] ?? one.on), state: closed[id] ?? ('open' as const) };
  });
  return {
    actions: actions.map((one, index) => {
      const id = `A${index + 1}` as const;
      return { ...one, id, state: closed[id] ?? ('open' as const) };
    }),
    followUp: followUp && entries[0],
    otherEntries: followUp ? entries.slice(1) : entries,
  } as unknown as DealRecord;
}

function changes(held: DealRecord, before: Plan, after: Plan): readonly string[] {
  return replan(held, before, after, TODAY).map(said);
}

function said(change: PlanChange): string {
  const { change: what, id, from, on } = planChangeJson(change) as Record<string, string | null>;
  return [what, id, from, on].filter((part) => part !== null).join(' ');
}

describe('actions', () => {
  const before = plan({ actions: [action('next-call'), action('thank')] });

  test.each([
    ['the same ones change nothing', ['next-call', 'thank'], {}, []],
    ['one that no longer follows is dropped', ['next-call'], {}, ['dropped A2 2026-11-20']],
    ['one that was done is left alone', ['next-call'], { A2: 'done' }, []],
    ['one that follows only now is added', ['next-call', 'thank', 'ask-role'], {}, ['added 2026-11-20']],
  ] as const)('%s', (_, rules, closed, expected) => {
    const after = plan({ actions: rules.map((rule) => action(rule)) });
    expect(changes(onFile(before, { closed }), before, after)).toEqual(expected);
  });

  test('other words replace those of an open one, and leave a closed one', () => {
    const after = plan({
      actions: [action('next-call', 'I will call Contoso.'), action('thank', 'I will thank Ann.')],
    });
    expect(changes(onFile(before, { closed: { A1: 'done' } }), before, after)).toEqual(['reworded A2']);
  });

  test('one that was dropped by an edit and follows again is added, and one that was done is not', () => {
    const held = onFile(before, { closed: { A1: 'dropped', A2: 'done' } });
    expect(changes(held, plan(), before)).toEqual(['added 2026-11-20']);
  });
});

describe('the headline', () => {
  const before = plan({ followUp: entry('follow-up', '2027-08-20') });
  const later = plan({ followUp: entry('follow-up', '2028-08-21', '21 months into a 24-month term') });

  test('moves with its date', () => {
    expect(changes(onFile(before), before, later)).toEqual(['moved F1 2027-08-20 2028-08-21']);
  });

  test('that was moved by hand moves from there', () => {
    const held = onFile(before, { moved: { F1: '2027-09-15' } });
    expect(changes(held, before, later)).toEqual(['moved F1 2027-09-15 2028-08-21']);
  });

  test('that was moved by hand stays where only its words differ', () => {
    const worded = plan({ followUp: entry('follow-up', '2027-08-20', 'the day they named') });
    expect(changes(onFile(before, { moved: { F1: '2027-09-15' } }), before, worded)).toEqual([]);
    expect(changes(onFile(before), before, worded)).toEqual(['moved F1 2027-08-20 2027-08-20']);
  });

  test.each(['done', 'dropped'] as const)('that is %s is left, and that is said', (state) => {
    expect(changes(onFile(before, { closed: { F1: state } }), before, later)).toEqual(['left F1 2027-08-20']);
  });

  test('goes with the door, and all other days with it', () => {
    const open = plan({ ...before, otherEntries: [entry('touch', '2027-02-22'), entry('second-look', '2027-02-18')] });
    const held = onFile(open, { closed: { F3: 'done' }, moved: { F2: '2027-03-01' } });
    expect(changes(held, open, plan())).toEqual(['dropped F1 2027-08-20', 'dropped F2 2027-03-01']);
  });

  test('comes as a new one where there was none', () => {
    expect(changes(onFile(plan()), plan(), before)).toEqual(['added 2027-08-20']);
  });
});

/** A plan with a call in August and touches on these days. */
function touches(...days: readonly string[]): Plan {
  return plan({ followUp: entry('follow-up', '2027-08-20'), otherEntries: days.map((on) => entry('touch', on)) });
}

describe('the other days', () => {
  const before = touches('2027-02-22', '2027-05-20');

  test('move one after the other, and the rest comes or goes', () => {
    expect(changes(onFile(before), before, touches('2027-02-02', '2027-05-03', '2027-08-02'))).toEqual([
      'moved F2 2027-02-22 2027-02-02',
      'moved F3 2027-05-20 2027-05-03',
      'added 2027-08-02',
    ]);
    expect(changes(onFile(before), before, touches('2027-02-22'))).toEqual(['dropped F3 2027-05-20']);
  });

  test('that were moved by hand stay while their own date stays', () => {
    const held = onFile(before, { moved: { F3: '2027-06-10' } });
    expect(changes(held, before, touches('2027-02-22', '2027-05-20', '2027-08-02'))).toEqual(['added 2027-08-02']);
    expect(changes(held, before, touches('2027-02-02', '2027-05-03'))).toEqual([
      'moved F2 2027-02-22 2027-02-02',
      'moved F3 2027-06-10 2027-05-03',
    ]);
  });

  test('that are done are neither moved nor made up for', () => {
    const held = onFile(before, { closed: { F2: 'done' } });
    expect(changes(held, before, touches('2027-02-02', '2027-05-03'))).toEqual(['moved F3 2027-05-20 2027-05-03']);
  });

  test('that are late belong to no day ahead', () => {
    const held = onFile(touches('2026-11-02', '2027-05-20'), { closed: { F3: 'done' } });
    expect(changes(held, touches('2027-05-20'), touches('2027-05-03'))).toEqual([]);
  });

  test('are the person’s own once the headline is over', () => {
    const held = onFile(before, { closed: { F1: 'done' } });
    expect(changes(held, before, touches('2027-02-02', '2027-05-03', '2027-08-02'))).toEqual([]);
  });

  test('become checks where the account is wanted only if', () => {
    const after = plan({ followUp: before.followUp, otherEntries: [entry('check', '2027-02-22')] });
    expect(changes(onFile(before), before, after)).toEqual([
      'dropped F2 2027-02-22',
      'dropped F3 2027-05-20',
      'added 2027-02-22',
    ]);
  });

  test('all of them, untouched by hand, end as the new plan has them', () => {
    const days = fc.uniqueArray(anyDayWithin(day('2026-12-01'), 600), { maxLength: 6 });
    fc.assert(
      fc.property(days, days, (was, is) => {
        const [from, to] = [touches(...was.toSorted()), touches(...is.toSorted())];
        const left = new Map<string, string>(onFile(from).otherEntries.map(({ id, on }) => [id, on]));
        for (const change of replan(onFile(from), from, to, TODAY)) {
          if (change.kind === 'add-entry') left.set(`new ${change.entry.on}`, change.entry.on);
          if (change.kind === 'move-entry') left.set(change.id, change.entry.on);
          if (change.kind === 'drop-entry') left.delete(change.entry.id);
        }
        expect([...left.values()].toSorted()).toEqual(is.toSorted());
      }),
    );
  });
});

test('a plan that stays changes nothing, whatever was done, given up or moved', () => {
  const same = plan({
    actions: [action('next-call'), action('thank')],
    followUp: entry('follow-up', '2027-08-20'),
    otherEntries: [entry('touch', '2027-02-22'), entry('touch', '2027-05-20')],
  });
  const state = fc.constantFrom('open', 'done', 'dropped');
  fc.assert(
    fc.property(fc.array(state, { minLength: 5, maxLength: 5 }), anyDayWithin(TODAY, 900), (states, to) => {
      const ids = ['A1', 'A2', 'F1', 'F2', 'F3'];
      const closed = Object.fromEntries(
        ids.flatMap((id, index) => (states[index] === 'open' ? [] : [[id, states[index] as 'done']])),
      );
      expect(changes(onFile(same, { closed, moved: { F1: to, F3: to } }), same, same)).toEqual([]);
    }),
  );
});
