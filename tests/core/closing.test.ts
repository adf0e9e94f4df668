import { expect, test } from 'vitest';
import type { Answers } from '../../src/core/answers.ts';
import { lessonsInBrief } from '../../src/core/closing.ts';
import type { PlannedEntry } from '../../src/core/debrief.ts';
import type { Framework } from '../../src/core/framework.ts';
import { day } from '../support/days.ts';
import { contextWith, NORTHWIND } from '../support/northwind.ts';
import { LOSS, WIN } from '../support/shipped.ts';

const CALL: PlannedEntry = {
  kind: 'follow-up',
  on: day('2027-08-20'),
  time: '09:00',
  channel: 'phone',
  rule: 'contract-term',
  because: '9 months into a 12-month term',
};

const IN_TIME = { timeframe: 'before', 'why-now': 'before', role: 'before' };

function brief(different: Answers = {}, followUp: PlannedEntry | undefined = CALL, framework: Framework = LOSS) {
  const lessons = lessonsInBrief(framework, { ...NORTHWIND, ...different }, followUp, contextWith());
  return Object.fromEntries(lessons.map(({ tag, text }) => [tag, text]));
}

test('a loss comes to five lessons in brief', () => {
  expect(brief()).toEqual({
    Qualifying: "your contact's role never asked; your contact gathers information",
    Discovery: 'asked in time',
    Door: 'open, 20 Aug 2027',
    'Good business': 'yes',
    Ego: 'they were ahead on proof',
  });
});

test.each<[string, string, Answers]>([
  ['Qualifying', "your contact's role never asked", { 'contact-was': 'unknown' }],
  ['Qualifying', 'your contact gathers information, the rest is not all noted', { steps: { role: 'before' } }],
  ['Qualifying', 'in time as far as noted', { steps: { role: 'before' }, 'contact-was': null }],
  ['Qualifying', 'asked before the demo; your contact decides', { steps: IN_TIME, 'contact-was': 'decider' }],
  ['Qualifying', 'asked before the demo', { steps: IN_TIME, 'contact-was': null }],
  ['Qualifying', 'not noted', { steps: null, 'contact-was': null }],
  ['Discovery', 'priorities asked late, not asked a second time', { steps: { priorities: 'late', rechecked: 'no' } }],
  ['Discovery', 'not noted', { steps: { priorities: 'unknown' } }],
  ['Good business', 'only if the connector ships', { again: 'only-if', trigger: 'the connector ships' }],
  ['Good business', 'on one condition', { again: 'only-if' }],
  ['Good business', 'not noted', { again: null }],
  ['Ego', 'their strength is still to be seen', { 'winner-edge': 'cannot-see' }],
  ['Ego', 'owned in your words', { 'winner-edge': null }],
  ['Ego', 'nothing noted', { 'winner-edge': null, 'own-it': null }],
])('%s: %s', (tag, text, different) => {
  expect(brief(different)[tag]).toBe(text);
});

function closed(different: Answers): readonly string[] {
  return lessonsInBrief(LOSS, { ...NORTHWIND, ...different }, undefined, contextWith()).map(({ text }) => text);
}

test('without a follow-up the door is closed, and it says whose wish that was', () => {
  expect(closed({ again: 'no', 'red-flag': 'pressed-term' })).toEqual(
    expect.arrayContaining(['closed', 'no, they pressed on a key term']),
  );
  expect(closed({ again: 'no' })).toEqual(expect.arrayContaining(['closed', 'no']));
  expect(closed({ again: null, outcome: 'disqualified' })).toEqual(
    expect.arrayContaining(['closed', 'no follow-up unless you want one']),
  );
});

test('a win is no reason not to look', () => {
  expect(brief({}, CALL, WIN)).toEqual({
    Qualifying: "won, though your contact's role never asked",
    Discovery: 'asked in time',
  });
});
