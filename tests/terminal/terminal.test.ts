import { describe, expect, test } from 'vitest';
import { press, pressPlainly } from '../support/debrief-keys.ts';
import { onTerminal, type PseudoTerminal } from '../support/pseudo-terminal.ts';

const PASTE_MARKS_ON = '\u001b[?2004h';
const PASTE_MARKS_OFF = '\u001b[?2004l';
const SHOW_CURSOR = '\u001b[?25h';
const HIDE_CURSOR = '\u001b[?25l';
const PARAGRAPHS = 'We liked you.\n\nBut the CFO felt Globex was the safer choice.\n\nMaybe next year.';

function asking(names: string, flags: readonly string[] = [], columns = 80): PseudoTerminal {
  return onTerminal('tests/support/ask-driver.mjs', [names, ...flags], { columns });
}

/** The replies so far, in order. A terminal breaks long lines only on its screen, not in what was written. */
function repliesOf(terminal: PseudoTerminal): readonly unknown[] {
  return Array.from(terminal.text().matchAll(/^REPLY (.*)$/gm), ([, json = '']): unknown => JSON.parse(json));
}

function answers(values: Readonly<Record<string, unknown>>): unknown {
  return { kind: 'answers', answers: values };
}

/** Whether pastes were marked, and its last word was to show the cursor and to mark them no more. */
function isRestored(terminal: PseudoTerminal): boolean {
  const raw = terminal.raw();
  return (
    raw.includes(PASTE_MARKS_ON) &&
    raw.lastIndexOf(PASTE_MARKS_OFF) > raw.lastIndexOf(PASTE_MARKS_ON) &&
    raw.lastIndexOf(SHOW_CURSOR) > raw.lastIndexOf(HIDE_CURSOR)
  );
}

describe('a pasted text', () => {
  test('without marks keeps its three paragraphs and leaves the next question alone', async () => {
    const terminal = asking('said,winner');
    await terminal.shows('What did they say');
    terminal.write(`${PARAGRAPHS.replaceAll('\n', '\r')}\r`);
    await terminal.shows('6 of 13');
    terminal.write('\r');
    await terminal.ended;
    expect(repliesOf(terminal)).toEqual([answers({ said: PARAGRAPHS }), answers({ winner: null })]);
  });

  test('with marks waits for an Enter of its own', async () => {
    const terminal = asking('said,winner');
    await terminal.shows('What did they say');
    terminal.write(`\u001b[200~${PARAGRAPHS.replaceAll('\n', '\r')}\r\u001b[201~`);
    await terminal.shows('Maybe next year.');
    expect(repliesOf(terminal)).toEqual([]);
    terminal.write('\r');
    await terminal.shows('6 of 13');
    terminal.write('\r');
    await terminal.ended;
    expect(repliesOf(terminal)).toEqual([answers({ said: PARAGRAPHS }), answers({ winner: null })]);
  });

  test('longer than any buffer arrives whole', async () => {
    const long = Array.from({ length: 400 }, (_, index) => `Sentence ${index} of what Dana Reyes wrote to us.`).join(
      '\n',
    );
    const terminal = asking('said');
    await terminal.shows('What did they say');
    terminal.write(`\u001b[200~${long.replaceAll('\n', '\r')}\u001b[201~`);
    await terminal.shows('400 lines');
    terminal.write('\r');
    await terminal.ended;
    expect(repliesOf(terminal)).toEqual([answers({ said: long })]);
  });

  test('on a line is joined, and says so', async () => {
    const terminal = asking('winner');
    await terminal.shows('Who has it now?');
    terminal.write('\u001b[200~Globex\rof Bonn\u001b[201~');
    await terminal.shows('Joined 2 lines into one.');
    terminal.write('\r');
    await terminal.ended;
    expect(repliesOf(terminal)).toEqual([answers({ winner: 'Globex of Bonn' })]);
  });

  test('on a choice picks nothing', async () => {
    const terminal = asking('outcome');
    await terminal.shows('we walked away');
    terminal.write('because of the price\r');
    await terminal.shows('Several keys came at once');
    terminal.write('b');
    await terminal.ended;
    expect(repliesOf(terminal)).toEqual([answers({ outcome: 'lost-incumbent' })]);
  });
});

describe('what is typed ahead', () => {
  test('answers one question after the other, as it would a moment later', async () => {
    const terminal = asking('outcome,winner,outcome');
    await terminal.shows('we walked away');
    terminal.write('\u001b[B\u001b[B\rGlobex\r\u001b[B\r');
    await terminal.ended;
    expect(repliesOf(terminal)).toEqual([
      answers({ outcome: 'lost-incumbent' }),
      answers({ winner: 'Globex' }),
      answers({ outcome: 'lost-competitor' }),
    ]);
  });

  test('at a choice is left out where it could be a pasted text, and that stays in sight', async () => {
    const terminal = asking('outcome');
    await terminal.shows('we walked away');
    terminal.write('abc\u001b[B\u001b[B');
    await terminal.shows('> b');
    expect(terminal.text().slice(terminal.text().lastIndexOf('> b'))).toContain('Several keys came at once');
    terminal.write('\r');
    await terminal.ended;
    expect(repliesOf(terminal)).toEqual([answers({ outcome: 'lost-incumbent' })]);
  });

  test.each([
    ['drawn', []],
    ['plain', ['accessible']],
  ])('never answers a %s question that has to be seen first', async (_name, flags) => {
    const terminal = asking('sure', flags);
    // Before there is a program to read it.
    terminal.write('1\ry\r');
    await terminal.shows('What was typed before this question came was left out.');
    await terminal.shows('keep it');
    await terminal.shows('> ', terminal.text().indexOf('keep it'));
    expect(repliesOf(terminal)).toEqual([]);
    terminal.write('\r');
    await terminal.ended;
    expect(repliesOf(terminal)).toEqual([answers({ delete: 'no' })]);
  });

  test('never answers such a question from the one before it either', async () => {
    const terminal = asking('outcome,sure');
    await terminal.shows('we walked away');
    terminal.write('\u001b[B\ry');
    await terminal.shows('What was typed before this question came was left out.');
    terminal.write('\r');
    await terminal.ended;
    expect(repliesOf(terminal)).toEqual([answers({ outcome: 'lost-competitor' }), answers({ delete: 'no' })]);
  });
});

describe('the way out', () => {
  test.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D on an empty input', '\u0004'],
  ])('%s pauses, with the terminal as it was', async (_name, keys) => {
    const terminal = asking('said,winner');
    await terminal.shows('What did they say');
    terminal.write(keys);
    expect(await terminal.ended).toBe(0);
    expect(terminal.text()).toContain('Paused 130');
    expect(isRestored(terminal)).toBe(true);
  });

  test('Ctrl-C takes along the rows that were answered on a screen of several', async () => {
    const terminal = asking('steps');
    await press(terminal, [
      ['> Qualifying their time frame', 'b'],
      ['> Qualifying their reason', 'n'],
      ['> Discovery what mattered', '\u0003'],
    ]);
    await terminal.ended;
    expect(terminal.text()).toContain('Paused 130 with {"steps":{"row-1":"before","row-2":"never","row-3":"unknown"}}');
  });

  test('Ctrl-D inside a text deletes and does not pause', async () => {
    const terminal = asking('winner');
    await terminal.shows('Who has it now?');
    terminal.write('Globexx');
    await terminal.shows('> Globexx');
    terminal.write('\u001b[D\u0004\u0004\r');
    await terminal.ended;
    expect(repliesOf(terminal)).toEqual([answers({ winner: 'Globex' })]);
  });

  test('an answered question leaves the terminal as it was', async () => {
    const terminal = asking('winner');
    await terminal.shows('Who has it now?');
    terminal.write('\r');
    await terminal.ended;
    expect(isRestored(terminal)).toBe(true);
  });

  test('without an editor, Ctrl-G says so and keeps the text', async () => {
    const terminal = asking('said');
    await terminal.shows('What did they say');
    terminal.write('We liked you.');
    await terminal.shows('> We liked you.');
    terminal.write('\u0007');
    await terminal.shows('No editor is set.');
    terminal.write('\r');
    await terminal.ended;
    expect(repliesOf(terminal)).toEqual([answers({ said: 'We liked you.' })]);
  });
});

test('at 40 columns every row fits and every word is there', async () => {
  const terminal = asking('said', [], 40);
  await terminal.shows('Ctrl-G editor');
  const rows = terminal.text().split('\n');
  expect(rows.filter((row) => row.length >= 40)).toEqual([]);
  expect(rows.join(' ').replaceAll(/\s+/g, ' ')).toContain(
    'What did they say, in their own words? Paste or type; Enter ends it. Enter: skip ? why < back Ctrl-G editor',
  );
  terminal.write('\r');
  await terminal.ended;
});

test('a whole round by keyboard, back and forth', async () => {
  const terminal = asking('outcome,steps,callOn');
  await terminal.shows('we walked away');
  terminal.write('\u001b[B');
  await terminal.shows('> a  another vendor');
  terminal.write('\r');
  await terminal.shows('their time frame?');
  terminal.write('bbn');
  await terminal.shows('they said call then');
  terminal.write('c');
  await terminal.shows('Which day?');
  terminal.write('2027-08-20\r');
  await terminal.ended;
  expect(repliesOf(terminal)).toEqual([
    answers({ outcome: 'lost-competitor' }),
    answers({ steps: { 'row-1': 'before', 'row-2': 'before', 'row-3': 'never' } }),
    answers({ when: 'named-date', 'call-on': '2027-08-20' }),
  ]);
});

describe('plain questions', () => {
  test('hold a question in one line, and nothing is drawn twice', async () => {
    const terminal = asking('said', ['accessible'], 200);
    await terminal.shows('> ');
    expect(terminal.text()).toContain(
      'Question 7 of 13, No ego, 48 seconds. What did they say, in their own words? Paste or type; Enter ends it. Enter: skip. Question mark: why. Less than: back.',
    );
    terminal.write('\r');
    await terminal.ended;
    expect(terminal.raw()).not.toContain('\u001b');
  });

  test('keep a pasted text whole and leave the next question alone', async () => {
    const terminal = asking('said,winner', ['accessible']);
    await terminal.shows('What did they say');
    terminal.write(`${PARAGRAPHS.replaceAll('\n', '\r')}\r`);
    await terminal.shows('Question 6 of 13');
    terminal.write('\r');
    await terminal.ended;
    expect(repliesOf(terminal)).toEqual([answers({ said: PARAGRAPHS }), answers({ winner: null })]);
  });

  test('wait with the end of a paste that has no Enter', async () => {
    const terminal = asking('said,winner', ['accessible']);
    await terminal.shows('What did they say');
    terminal.write('We liked you.\rBut');
    await terminal.shows('\nBut');
    terminal.write('.\r');
    await terminal.shows('Question 6 of 13');
    terminal.write('1\r');
    await terminal.ended;
    expect(repliesOf(terminal)).toEqual([answers({ said: 'We liked you.\nBut.' }), answers({ winner: 'Globex' })]);
  });

  test.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('pause on %s', async (_name, keys) => {
    const terminal = asking('said', ['accessible']);
    await terminal.shows('> ');
    terminal.write(keys);
    await terminal.ended;
    expect(terminal.text()).toContain('Paused 130');
  });

  test('take the rows that were answered along into a pause', async () => {
    const terminal = asking('steps', ['accessible']);
    await pressPlainly(terminal, [
      ['1 of 3, Qualifying', '1\r'],
      ['2 of 3, Qualifying', '3\r'],
      ['3 of 3, Discovery', '\u0003'],
    ]);
    await terminal.ended;
    expect(terminal.text()).toContain('Paused 130 with {"steps":{"row-1":"before","row-2":"never","row-3":"unknown"}}');
  });
});
