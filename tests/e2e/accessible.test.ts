import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtProgram, type BuiltProgram, NORTHWIND, PROGRAM } from '../support/built-program.ts';
import { ENTER, type Keys, pressPlainly } from '../support/debrief-keys.ts';
import { onTerminal, type PseudoTerminal } from '../support/pseudo-terminal.ts';

/** What a screen reader or a braille line might read out or stumble over: all that drives a terminal, but for line ends and what rubs out. */
const DRIVES_A_TERMINAL = /(?![\b\n\r])\p{Cc}/u;
/** Lines and boxes that would have to be seen. */
const DRAWN = /[\u2500-\u259f]/u;

/** A loss, answered by numbers and words, with a slip, a look at why, a step back and a change at the end. */
const LOSS: Keys = [
  ['Which deal did you lose?', `Northwind Logistics${ENTER}`],
  ['What did you offer?', `148k EUR 12m, onboarding free${ENTER}`],
  ['When did it end?', `03/04/2026${ENTER}`],
  ['Please write the one you mean', `yesterday${ENTER}`],
  ['how sure were you', `9${ENTER}`],
  ['Who has it now?', `?${ENTER}`],
  ['>', `99${ENTER}`],
  ['from 1 to', `1${ENTER}`],
  ['Who won it?', `Globex${ENTER}`],
  ['Where were they better?', `<${ENTER}`],
  ['Who won it?', ENTER],
  ['Where were they better?', `4${ENTER}`],
  ['What did they say', `Dear Sam,${ENTER}${ENTER}we chose Globex.${ENTER}Dana${ENTER}`],
  ['what do you think it was?', `1${ENTER}`],
  ['a price that you could not meet?', `2${ENTER}`],
  ['What was underneath?', `6${ENTER}`],
  ['1 of 6', `1${ENTER}`],
  ['2 of 6', `2${ENTER}`],
  ['3 of 6', `3${ENTER}`],
  ['4 of 6', `<${ENTER}`],
  ['3 of 6', `3${ENTER}`],
  ['4 of 6', `3${ENTER}`],
  ['5 of 6', `2${ENTER}`],
  ['6 of 6', `2${ENTER}`],
  ['last moment', `3${ENTER}`],
  ['I lost this because I', `they were cheaper${ENTER}`],
  ['keep', `never met the one who decides${ENTER}`],
  ['What will you do next time?', ENTER],
  ['Would you want this account again?', `1${ENTER}`],
  ['when they could buy?', `3${ENTER}`],
  ['Which event?', `the new budget year${ENTER}`],
  ['>', ENTER],
  ['Whom will you call?', `Dana Reyes, CFO, +1 555 0100${ENTER}`],
  ['whom do you call next?', `Contoso${ENTER}`],
  ['This is what you answered.', `4${ENTER}`],
  ['how sure were you', `5${ENTER}`],
  ['This is what you answered.', ENTER],
];

function start(program: BuiltProgram, args: readonly string[]): PseudoTerminal {
  return onTerminal(PROGRAM, [...args, '--accessible'], {
    rows: 20,
    env: { ...program.env, TERM: 'xterm-256color', FORCE_COLOR: '3' },
  });
}

test('the whole questionnaire reads line by line, from the first question to the plan', async () => {
  const terminal = start(builtProgram(), ['new']);
  await pressPlainly(terminal, LOSS);
  expect(await terminal.ended).toBe(0);
  expect(terminal.raw()).not.toMatch(DRIVES_A_TERMINAL);
  expect(terminal.raw()).not.toMatch(DRAWN);
  // How long it took is not the same twice.
  const read = terminal.text().replaceAll(/(?:\d+ minutes? )?\d+ seconds?/g, '… seconds');
  await expect(read).toMatchFileSnapshot('accessible.txt');
});

/** What each command asks first, and what is pressed then; the last question is left by Ctrl-C. */
const ASKING: readonly (readonly [args: readonly string[], keys: Keys])[] = [
  [['new', 'Contoso', '--won'], [['What did they agree to?', '\u0003']]],
  [['new'], [['unfinished', '\u0003']]],
  [
    ['review', 'D1'],
    [
      ['How does it feel today?', ENTER],
      ['Enter: next row', '\u0003'],
    ],
  ],
  [
    ['edit', 'D1'],
    [
      ['This is what you answered.', `6${ENTER}`],
      ['Who won it?', `Initech${ENTER}`],
      ['This is what you answered.', '\u0003'],
    ],
  ],
  [
    ['due', '-i', '--within', '400d'],
    [
      ['What about it?', `2${ENTER}`],
      ['>', '\u0003'],
    ],
  ],
  [['done', 'F1'], [['>', '\u0003']]],
  [['delete', 'D1'], [['Enter: keep it', `2${ENTER}`]]],
  [
    ['delete', 'D1', '--purge'],
    [
      ['type its name', `Contoso${ENTER}`],
      ['That is not the name of D1.', ENTER],
    ],
  ],
  [['undo'], [['Enter: take it back', `2${ENTER}`]]],
  [['opinion', 'D1'], [['Whose view is it?', '\u0003']]],
  [
    ['import', 'unclear.csv'],
    [
      ['which day is meant?', `1${ENTER}`],
      ['1 row', '\u0003'],
    ],
  ],
  [['import', 'unknown.csv'], [['>', '\u0003']]],
  [['restore', 'copy.db'], [['>', '\u0003']]],
];

test('no command that asks sends anything but words and line ends', async () => {
  const program = builtProgram();
  program.run(NORTHWIND);
  program.run(['backup', 'copy.db']);
  writeFileSync(join(program.folder, 'unclear.csv'), 'Deal Name,Stage,Close Date\nContoso,Closed Lost,03/04/2026\n');
  writeFileSync(join(program.folder, 'unknown.csv'), 'Ref,Fate,Finished\nContoso,gone,2026-11-02\n');
  const draft = start(program, ['new']);
  await pressPlainly(draft, [...LOSS.slice(0, 2), ['When did it end?', '\u0003']]);
  await draft.ended;
  const driving: string[] = [];
  for (const [args, keys] of ASKING) {
    const places = args.map((word) => (/\.(?:csv|db)$/.test(word) ? join(program.folder, word) : word));
    const terminal = start(program, places);
    await pressPlainly(terminal, keys);
    await terminal.ended;
    if (DRIVES_A_TERMINAL.test(terminal.raw()) || DRAWN.test(terminal.raw())) driving.push(args.join(' '));
  }
  expect(driving).toEqual([]);
});

test('Ctrl-C that comes as a signal, as it does between two questions, says how to go on', async () => {
  const terminal = start(builtProgram(), ['new']);
  await pressPlainly(terminal, LOSS.slice(0, 2));
  await terminal.shows('When did it end?');
  terminal.kill('SIGINT');
  expect(await terminal.ended).toBe(130);
  expect(terminal.text()).toContain('Paused. 2 answers kept in R1. Go on with: lossdebrief new --resume R1');
});

test('what is printed has neither colours nor a pager, and no bars', async () => {
  const program = builtProgram();
  program.run(NORTHWIND);
  const driving: string[] = [];
  for (const args of [['list'], ['show', 'D1'], ['due', '--all'], ['report'], ['doctor']]) {
    const terminal = start(program, args);
    expect(await terminal.ended).toBe(0);
    if (DRIVES_A_TERMINAL.test(terminal.raw()) || DRAWN.test(terminal.raw())) driving.push(args.join(' '));
  }
  expect(driving).toEqual([]);
});
