import { expect, test } from 'vitest';
import { builtProgram, type BuiltProgram, PROGRAM } from '../support/built-program.ts';
import { onTerminal, type PseudoTerminal } from '../support/pseudo-terminal.ts';

const ENTER = '\r';

/** Everything that was answered first, as words that occur nowhere else. */
const CANARIES = {
  said: 'canary-said',
  'own-it': 'canary-own',
  'next-time': 'canary-next',
  terms: 'canary-terms',
  winner: 'Canarycorp',
  'reason-note': 'canary-note',
  contact: 'Canary Reyes, CFO',
};
const CHOSEN = ['something else', 'proposal'];

/** Northwind Logistics, lost in November; in February its second look is due. */
function lostInNovember(): BuiltProgram {
  const program = builtProgram();
  const answers = { outcome: 'lost-competitor', reason: 'other', 'turning-point': 'proposal', ...CANARIES };
  const flags = Object.entries(answers).flatMap(([id, value]) => ['--set', `${id}=${value}`]);
  expect(program.run(['new', 'Northwind Logistics', ...flags])).toMatchObject({ exitCode: 0 });
  return program;
}

function start({ env }: BuiltProgram, around: Readonly<Record<string, string>> = {}): PseudoTerminal {
  return onTerminal(PROGRAM, ['review', 'D1'], { env: { ...env, LOSSDEBRIEF_TODAY: '2027-02-18', ...around } });
}

/** Waits for words that came after all that was pressed before, then presses keys. */
async function press(terminal: PseudoTerminal, keys: readonly (readonly [string, string])[]): Promise<void> {
  let since = 0;
  for (const [sees, presses] of keys) {
    await terminal.shows(sees, since);
    since = terminal.text().length;
    terminal.write(presses);
  }
}

/** Every byte before the comparison. */
function beforeComparison(terminal: PseudoTerminal): string {
  return terminal.raw().split('then and now')[0] ?? '';
}

test('the old answers stand on no screen before the comparison: not as a default, not on ?, not on the way back, not in the review', async () => {
  const terminal = start(lostInNovember());
  await press(terminal, [
    ['Seen from today, what was it?', '?'],
    ['From a distance reasons look different', 'c'],
    ['last moment', '?'],
    ['Close by, the end looks', '<'],
    ['Seen from today, what was it?', ENTER],
    ['last moment', 'c'],
    ['It ended like this because I', '?'],
    ['With the sting gone', `hid behind Dana${ENTER}`],
    ['If the same deal began today', '<'],
    ['It ended like this because I', ENTER],
    ['If the same deal began today', `?`],
    ['What still seems right', `call the CFO myself${ENTER}`],
    ['This is what you answered.', 'c'],
    ['It ended like this because I', ENTER],
    ['This is what you answered.', ENTER],
  ]);
  expect(await terminal.ended).toBe(0);
  for (const canary of Object.values(CANARIES)) {
    expect(beforeComparison(terminal)).not.toContain(canary.split(',')[0]);
  }
  // These two are also among what can be picked, so they may be listed but never stand ready.
  for (const chosen of CHOSEN) expect(beforeComparison(terminal)).not.toContain(`keep "${chosen}"`);
  expect(terminal.text()).toContain('then  canary-own');
  expect(terminal.text()).toContain('now   hid behind Dana');
});

test('nor when it is paused and gone on with, and nor in plain lines', async () => {
  const program = lostInNovember();
  const first = start(program);
  await press(first, [['Seen from today, what was it?', 'c']]);
  await first.shows('last moment');
  first.write('\u0003');
  expect(await first.ended).toBe(130);
  const again = start(program, { ACCESSIBLE: '1' });
  await press(again, [
    ['last moment', `?${ENTER}`],
    ['Close by, the end looks', `3${ENTER}`],
    ['It ended like this because I', `hid behind Dana${ENTER}`],
    ['If the same deal began today', ENTER],
    ['This is what you answered.', ENTER],
  ]);
  expect(await again.ended).toBe(0);
  for (const canary of Object.values(CANARIES)) {
    expect(first.raw() + beforeComparison(again)).not.toContain(canary.split(',')[0]);
  }
});
