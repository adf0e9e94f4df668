import { describe, expect, test } from 'vitest';
import { offer, ownIt, winner } from '../support/asked-questions.mjs';
import { answersAfter, entered, key, pasted, PLAIN, pressing, rowsAfter, rowsOf, text } from '../support/pressing.ts';

describe('the screen', () => {
  test('shows place, time, question, hint, keys and the answer line', async () => {
    expect(await rowsAfter(offer)).toEqual([
      '2 of 13 · 0:48',
      'What did you offer?',
      'For example: 148k 12m, onboarding free   Enter: skip   ? why',
      '> ',
    ]);
  });

  test('offers suggestions by number above the answer line', async () => {
    expect((await rowsAfter(winner)).slice(3, 5)).toEqual(['  1  Globex', '  2  Contoso']);
  });

  test('keeps the question and what was understood of the answer', async () => {
    expect(await rowsAfter(offer, entered('148k 12m, onboarding free'))).toEqual([
      'What did you offer?  148,000.00 EUR, 12 months, onboarding free',
    ]);
  });

  test('cuts a long typed answer to the width once it is given', async () => {
    const rows = await rowsAfter(winner, entered('Globex '.repeat(30)));
    expect(rows[0]).toBe('Who has it now?');
    expect(rows[1]).toMatch(/^ {2}Globex Globex .*…$/);
    expect(rows).toHaveLength(2);
  });

  test('breaks what was understood rather than cutting it', async () => {
    const end = await pressing(offer, entered('148k'));
    expect(rowsOf(offer, end, { ...PLAIN, columns: 40 })).toEqual([
      'What did you offer?',
      '  148,000.00 EUR, 12 months, onboarding',
      '  free',
    ]);
  });
});

describe('typing', () => {
  test('reads the text on Enter', async () => {
    expect(await answersAfter(winner, text('Glo'), text('bex'), key('enter'))).toEqual({ winner: 'Globex' });
  });

  test('says what is wrong and leaves the text to be mended', async () => {
    const rows = await rowsAfter(offer, entered('free'));
    expect(rows.slice(-2)).toEqual(['> free', '  There is no amount in that. Try: 148k 12m']);
    expect(await answersAfter(offer, entered('free'), entered(' 148k'))).toEqual({ amount: 148_000 });
  });

  test('says beside a refused text how to begin anew, as what is typed comes behind it', async () => {
    const hint = '  Ctrl-U empties the line.';
    expect(await rowsAfter(offer, entered('free'))).toContain(hint);
    expect(await rowsAfter(offer, entered('free'), text(','))).not.toContain(hint);
    const anew = [entered('free'), key('erase-to-start')] as const;
    expect((await rowsAfter(offer, ...anew)).at(-1)).toBe('> ');
    expect(await answersAfter(offer, ...anew, entered('148k'))).toEqual({ amount: 148_000 });
  });

  test('goes back, or says why, from a text that was refused and is still there', async () => {
    const fromSecond = { ...offer, canGoBack: true };
    expect(await answersAfter(fromSecond, entered('free'), text('<'))).toBe('back');
    expect(await answersAfter(fromSecond, entered('free'), entered('<'))).toBe('back');
    const asked = await rowsAfter(fromSecond, entered('free'), text('?'));
    expect(asked.join('\n')).toContain(`> free\n  ${offer.why[0]}`);
    expect(await answersAfter(fromSecond, entered('free'), text('?'), text('<'))).toBe('back');
  });

  test('takes the same keys for text once the refused one is being mended, or if they are pasted', async () => {
    const fromSecond = { ...offer, canGoBack: true };
    expect((await rowsAfter(fromSecond, entered('free'), text(' '), text('<'))).at(-1)).toBe('> free <');
    expect((await rowsAfter(fromSecond, entered('free'), pasted('?'))).at(-1)).toBe('> free?');
  });

  test('takes the suggestion whose number is typed', async () => {
    expect(await answersAfter(winner, entered('2'))).toEqual({ winner: 'Contoso' });
  });

  test('takes a number without a suggestion as it is', async () => {
    expect(await answersAfter(winner, entered('3'))).toEqual({ winner: '3' });
  });

  test('joins the lines of a pasted text, says so, and waits for Enter', async () => {
    const rows = await rowsAfter(winner, pasted('Globex\r\n  Logistics\nof Bonn\n'.replaceAll('\r', '')));
    expect(rows.slice(-2)).toEqual(['> Globex Logistics of Bonn', '  Joined 3 lines into one.']);
  });

  test('joins the lines of a burst that was not marked as pasted, and takes its last Enter', async () => {
    expect(await answersAfter(winner, entered('Globex\nof Bonn'))).toEqual({ winner: 'Globex of Bonn' });
    expect((await rowsAfter(winner, entered('Globex\nof Bonn'))).at(-1)).toBe('  Joined 2 lines into one.');
  });
});

describe('the keys that work everywhere', () => {
  test('Enter alone takes what stands ready', async () => {
    expect(await answersAfter(winner, key('enter'))).toEqual({ winner: null });
  });

  test('two Enters at once are one', async () => {
    expect(await answersAfter(winner, entered('\n'))).toEqual({ winner: null });
  });

  test('Enter alone says that a question is needed where nothing stands ready', async () => {
    const needed = { ...winner, enter: { label: '', answers: undefined } };
    expect((await rowsAfter(needed, key('enter'))).join(' ')).toContain('This one is needed');
  });

  test('< goes back', async () => {
    expect(await answersAfter(winner, text('<'))).toBe('back');
  });

  test('< on the first question says that it is the first', async () => {
    expect((await rowsAfter(offer, text('<'))).at(-1)).toBe('  This is the first question.');
  });

  test('< inside a text is text', async () => {
    expect(await answersAfter(winner, text('a'), entered('<'))).toEqual({ winner: 'a<' });
  });

  test('a pasted < is text', async () => {
    expect(await answersAfter(winner, pasted('<'), key('enter'))).toEqual({ winner: '<' });
  });

  test('? shows why it is asked, and hides it again', async () => {
    const why = '  Pedone: own it within two minutes, then get back on the phone.';
    expect(await rowsAfter(winner, text('?'))).toContain(why);
    expect(await rowsAfter(winner, text('?'), text('?'))).not.toContain(why);
    expect(await rowsAfter(winner, text('?'), text('G'))).not.toContain(why);
  });

  test('- alone clears an answer that stands ready', async () => {
    const ready = {
      ...winner,
      enter: { label: 'keep "Globex"', answers: { winner: 'Globex' }, clears: { winner: null } },
    };
    expect(await answersAfter(ready, entered('-'))).toEqual({ winner: null });
    expect(await answersAfter(ready, key('enter'))).toEqual({ winner: 'Globex' });
  });

  test('no line begins with the dash that clears, as if it were a list', async () => {
    const starts = [];
    for (let columns = 24; columns < 80; columns += 1) {
      const rows = rowsOf(winner, await pressing(winner), { ...PLAIN, columns });
      expect(rows.join(' ')).toContain('- clear');
      starts.push(...rows.filter((row) => row.startsWith('-')));
    }
    expect(starts).toEqual([]);
  });

  test('- is text where nothing is cleared', async () => {
    expect(await answersAfter(ownIt, entered('-'))).toEqual({ 'own-it': '-' });
  });
});

describe('the second try', () => {
  const theirs = entered('They had no budget');

  test('says its sentence once, below the first text', async () => {
    expect((await rowsAfter(ownIt, theirs)).slice(2)).toEqual([
      '  “They had no budget”',
      '  That sentence is about them. What was yours in it?',
      'Enter: keep mine   ? why   < back',
      '> ',
    ]);
  });

  test('Enter keeps the first text', async () => {
    expect(await answersAfter(ownIt, theirs, key('enter'))).toEqual({ 'own-it': 'They had no budget' });
  });

  test('another text takes its place and is not looked at again', async () => {
    expect(await answersAfter(ownIt, theirs, entered('They were early'))).toEqual({ 'own-it': 'They were early' });
  });
});
