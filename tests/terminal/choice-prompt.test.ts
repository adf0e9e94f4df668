import { describe, expect, test } from 'vitest';
import { callOn, outcome } from '../support/asked-questions.mjs';
import { answersAfter, entered, key, pasted, PLAIN, pressing, rowsAfter, rowsOf, text } from '../support/pressing.ts';

test('stands its options under their headings', async () => {
  expect((await rowsAfter(outcome)).slice(3)).toEqual([
    'Someone has it',
    '  a  another vendor',
    '  b  their present vendor',
    '  c  they build it themselves',
    'Nobody has it',
    '  d  they named a later date or event',
    'We ended it',
    '  e  we walked away',
    '> ',
  ]);
});

test('runs options together where the screen is too low for a line each', async () => {
  const rows = rowsOf(outcome, await pressing(outcome), { ...PLAIN, rows: 14 });
  expect(rows).toContain('  a another vendor   b their present vendor   c they build it themselves');
});

describe('keys', () => {
  test('one key picks at once', async () => {
    expect(await answersAfter(outcome, text('b'))).toEqual({ outcome: 'lost-incumbent' });
  });

  test('a capital letter picks too', async () => {
    expect(await answersAfter(outcome, text('B'))).toEqual({ outcome: 'lost-incumbent' });
  });

  test('capital and small letter differ where two options do', async () => {
    const options = [
      { key: 'o', label: 'the offer', answers: { edge: 'offer' } },
      { key: 'O', label: 'the organisation', answers: { edge: 'organisation' } },
    ];
    const edge = { ...outcome, form: { form: 'choice' as const, options } };
    expect(await answersAfter(edge, text('O'))).toEqual({ edge: 'organisation' });
    expect(await answersAfter(edge, text('o'))).toEqual({ edge: 'offer' });
  });

  test('a key with Enter in one burst is that key', async () => {
    expect(await answersAfter(outcome, entered('b'))).toEqual({ outcome: 'lost-incumbent' });
  });

  test('an unknown key says which ones work', async () => {
    expect((await rowsAfter(outcome, text('z'))).at(-1)).toBe('  Nothing is on “z”. The keys here: a b c d e');
  });

  test.each([text('better'), entered('b\nc'), pasted('b')])('a pasted text picks nothing: %j', async (burst) => {
    expect((await rowsAfter(outcome, burst)).at(-1)).toContain('looked like a pasted text');
  });

  test('Enter alone means what the question says, until an arrow highlights an option', async () => {
    const open = { ...outcome, enter: { label: 'skip', answers: { outcome: null } } };
    expect(await answersAfter(open, key('enter'))).toEqual({ outcome: null });
    expect(await answersAfter(open, key('down'), key('down'), key('enter'))).toEqual({ outcome: 'lost-incumbent' });
    expect(await answersAfter(open, key('up'), key('enter'))).toEqual({ outcome: 'we-walked-away' });
    expect(await answersAfter(open, key('down'), key('up'), key('enter'))).toEqual({ outcome: null });
  });

  test('a highlighted option is marked by more than colour', async () => {
    expect(await rowsAfter(outcome, key('down'))).toContain('> a  another vendor');
  });

  test('< goes back and ? shows why', async () => {
    expect(await answersAfter(outcome, text('<'))).toBe('back');
    expect((await rowsAfter(outcome, text('?'))).join('\n')).toContain('own it within two minutes');
  });
});

describe('lines that belong to an option', () => {
  test('are asked once it is picked, and their answers join its own', async () => {
    expect(await answersAfter(callOn, text('c'), entered('2027-08-20'))).toEqual({
      when: 'named-date',
      'call-on': '2027-08-20',
    });
  });

  test('stand in the transcript beside the option', async () => {
    expect(await rowsAfter(callOn, text('c'), entered('2027-08-20'))).toEqual([
      'When is the next good day to call?  they said call then: Friday 20 August 2027',
    ]);
  });

  test('show a problem and keep the text', async () => {
    expect((await rowsAfter(callOn, text('c'), entered('soon'))).slice(-2)).toEqual([
      '> soon',
      '  That is no day. Try: 2027-08-20',
    ]);
  });

  test('need an answer unless they are optional', async () => {
    expect((await rowsAfter(callOn, text('c'), key('enter'))).at(-1)).toContain('needed');
    expect(await answersAfter(callOn, text('e'), entered('the audit'), key('enter'))).toEqual({
      when: 'trigger',
      trigger: 'the audit',
    });
  });

  test('go back to the choice on <', async () => {
    expect(
      await answersAfter(callOn, text('c'), text('<'), text('e'), entered('the audit'), entered('2027-09-01')),
    ).toEqual({ when: 'trigger', trigger: 'the audit', 'trigger-on': '2027-09-01' });
  });

  test('are not passed by the Enter that came with the key', async () => {
    expect((await rowsAfter(callOn, entered('e'))).slice(3, 4)).toEqual(['Which event?']);
  });
});
