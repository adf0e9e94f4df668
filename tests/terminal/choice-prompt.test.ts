import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawnPage } from '../../src/terminal/drawn-page.ts';
import type { Burst } from '../../src/terminal/bursts.ts';
import { optionPages } from '../../src/terminal/option-lines.ts';
import { callOn, outcome } from '../support/asked-questions.mjs';
import {
  answersAfter,
  entered,
  key,
  pasted,
  PLAIN,
  pressing,
  pressingOn,
  rowsAfter,
  rowsOf,
  text,
} from '../support/pressing.ts';

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

test('a letter and its words stay on one line where options run together, as long as a line has room for them', async () => {
  const labels = [
    'Price or budget',
    'A need you guessed',
    'No way to the one who decides',
    'A vendor that felt safer',
    'No reason',
  ];
  const options = labels.map((label, index) => ({ key: 'abcde'.charAt(index), label, answers: { reason: label } }));
  const reason = { ...outcome, form: { form: 'choice' as const, options } };
  const shown = async (columns: number): Promise<readonly string[]> =>
    rowsOf(reason, await pressing(reason), { ...PLAIN, columns, rows: 11 });
  expect(await shown(50)).toEqual(
    expect.arrayContaining([
      '  a Price or budget   b A need you guessed',
      '  c No way to the one who decides',
      '  d A vendor that felt safer   e No reason',
    ]),
  );
  expect(await shown(24)).toContain('  c No way to the one');
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
    expect((await rowsAfter(outcome, burst)).at(-1)).toContain('Several keys came at once');
  });

  test('what is said of left-out keys stays while Enter and arrows come with them', async () => {
    const open = { ...outcome, enter: { label: 'skip', answers: { outcome: null } } };
    const said = async (...bursts: readonly Burst[]): Promise<string | undefined> =>
      (await rowsAfter(open, ...bursts)).at(-1);
    expect(await said(text('very sure'), key('enter'))).toContain('Several keys came at once');
    expect(await said(text('very sure'), key('down'), key('down'))).toContain('Several keys came at once');
    expect(await said(entered('very sure'), key('down'))).toContain('Several keys came at once');
    expect(await said(text('very sure'), text('z'))).toContain('Nothing is on “z”');
    expect(await answersAfter(open, text('very sure'), key('enter'), key('enter'))).toEqual({ outcome: null });
    expect(await answersAfter(open, text('very sure'), key('down'), key('enter'))).toEqual({
      outcome: 'lost-competitor',
    });
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

describe('answers to look over', () => {
  const answers = Array.from({ length: 9 }, (_, index) => ({
    key: String.fromCharCode(97 + index),
    label: index === 2 ? `They said: ${'we liked you a lot, but. '.repeat(8).trim()}` : `Answer ${index + 1}: yes`,
    said: `Answer ${index + 1}`,
    answers: { picked: index },
  }));
  const review = {
    ...outcome,
    enter: { label: 'save', answers: { saved: 'yes' } },
    form: { form: 'choice' as const, inPages: true, options: answers },
  };
  const look = { ...PLAIN, rows: 16 };

  test('stand on lines of their own and whole, in as many pages as the window needs', async () => {
    const first = rowsOf(review, await pressing(review), look);
    expect(first).toContain('  b  Answer 2: yes');
    expect(first.join(' ').match(/we liked you/g)).toHaveLength(8);
    expect(first).toContain('  Page 1 of 2');
    const second = rowsOf(review, await pressingOn(look, review, key('enter')), look);
    expect([...first, ...second].filter((row) => row.includes('Answer '))).toHaveLength(8);
    expect(second).toContain('  Page 2 of 2');
  });

  test('are saved by Enter only once the last of them has been on the screen', async () => {
    const turned = await pressingOn(look, review, key('enter'));
    expect(rowsOf(review, turned, look).join('\n')).toContain('Enter: save');
    expect(rowsOf(review, await pressing(review), look).join('\n')).toContain('Enter: go on');
    expect(await pressingOn(look, review, key('enter'), key('enter'))).toMatchObject({
      reply: { answers: { saved: 'yes' } },
    });
  });

  test('are turned back by <, and by the keys for pages', async () => {
    for (const back of [text('<'), key('page-up')]) {
      const turned = await pressingOn(look, review, key('page-down'), back);
      expect(rowsOf(review, turned, look)).toContain('  Page 1 of 2');
    }
    expect(await pressingOn(look, review, text('<'))).toMatchObject({ reply: { kind: 'back' } });
  });

  test('are picked by their letter on any page, and the transcript names what is changed', async () => {
    const picked = await pressingOn(look, review, key('page-down'), text('a'));
    expect(picked).toMatchObject({ reply: { answers: { picked: 0 } }, said: { text: 'Answer 1' } });
  });

  test('are reached by arrows, which turn the page', async () => {
    const down = Array.from({ length: 9 }, () => key('down'));
    expect(rowsOf(review, await pressingOn(look, review, ...down), look)).toContain('> i  Answer 9: yes');
    const fromPage = await pressingOn(look, review, key('page-down'), key('down'), key('down'), key('up'));
    expect(rowsOf(review, fromPage, look)).toContain('> f  Answer 6: yes');
  });

  test('stay in sight in a window of any size, and none of them is left out', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 60 }),
        fc.integer({ min: 20, max: 120 }),
        fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { minLength: 1, maxLength: 26 }),
        (rows, columns, labels) => {
          const options = labels.map((label, index) => ({ key: String.fromCharCode(97 + index), label, answers: {} }));
          const size = { ...PLAIN, rows, columns };
          const pages = optionPages(options, undefined, size);
          expect(pages.flatMap(({ begins }) => begins)).toEqual(options.map((_, index) => index));
          const whole = optionPages(options, undefined, { ...PLAIN, columns });
          expect(pages.flatMap(({ lines }) => drawnPage(lines, size))).toEqual(
            whole.flatMap(({ lines }) => drawnPage(lines, size)),
          );
          for (const { lines } of pages) expect(lines.length).toBeLessThanOrEqual(Math.max(4, rows - 8));
        },
      ),
    ));
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
