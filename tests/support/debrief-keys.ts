import { expect, vi } from 'vitest';
import type { PseudoTerminal } from './pseudo-terminal.ts';
import { PATIENCE } from './patience.ts';

export const ENTER = '\r';

/** What a person sees and what they press then, question by question. */
export type Keys = readonly (readonly [sees: string, presses: string])[];

/** A whole loss, answered by keys in a window of 24 lines: Northwind Logistics goes to Globex, and price was not the reason. */
export const NORTHWIND_KEYS: Keys = [
  ['Which deal did you lose?', `Northwind Logistics${ENTER}`],
  ['What did you offer?', `148k EUR 12m, onboarding free${ENTER}`],
  ['When did it end?', ENTER],
  ['how sure were you', '8'],
  ['Who has it now?', 'a'],
  ['Who won it?', `Globex${ENTER}`],
  ['Where were they better?', 'd'],
  ['What did they say', `The CFO felt Globex was the safer choice.${ENTER}`],
  ['what do you think it was?', 'a'],
  ['a price that you could not meet?', 'n'],
  ['What was underneath?', 'f'],
  ['Before the demo, did you know', 'bnlgln'],
  ['last moment', 'c'],
  ['I lost this because I', `never met the one who decides${ENTER}`],
  ['What will you do next time?', ENTER],
  ['Would you want this account again?', 'y'],
  ['when they could buy?', 'n'],
  ['Whom will you call?', `Dana Reyes, CFO, +1 555 0100${ENTER}`],
  ['whom do you call next?', `Contoso${ENTER}`],
  ['This is what you answered.', ENTER],
  ['Page 2 of 2', ENTER],
];

/** Presses the keys for each question once it shows. */
export async function press(terminal: PseudoTerminal, keys: Keys): Promise<void> {
  let since = 0;
  for (const [sees, presses] of keys) {
    await terminal.shows(sees, since);
    since = terminal.text().length;
    terminal.write(presses);
  }
}

/** The same where questions are plain lines: keys that come before the mark would be echoed by the terminal itself. */
export async function pressPlainly(terminal: PseudoTerminal, keys: Keys): Promise<void> {
  let since = 0;
  for (const [sees, presses] of keys) {
    await terminal.shows(sees, since);
    await vi.waitFor(() => expect(terminal.text().slice(since)).toMatch(/\n> $/), PATIENCE);
    since = terminal.text().length;
    terminal.write(presses);
  }
}
