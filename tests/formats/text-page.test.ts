import { expect, test } from 'vitest';
import { indented, line, type Meaning, quiet } from '../../src/core/page.ts';
import { textPage } from '../../src/formats/text-page.ts';

/** Colours as a terminal has them. */
function dimmed(text: string, as: Meaning | undefined): string {
  return as === undefined ? text : `\u001b[2m${text}\u001b[22m`;
}

const NOTE = 'Half or more turned before the demo: source outbound (4 of 8) and source partner (4 of 5).';

test('a line that is painted breaks where a plain one does, with no space at an end or to spare', async () => {
  const page = [indented(2, quiet(NOTE))];
  for (const width of [24, 30, 33, 40, 52]) {
    const layout = { width, ascii: false };
    const painted = await textPage(page, { ...layout, paint: dimmed });
    const plain = await textPage(page, { ...layout, paint: (text) => text });
    expect(painted.replaceAll('\u001b[2m', '').replaceAll('\u001b[22m', '')).toBe(plain);
    expect(plain).not.toMatch(/\S {2}\S| $/m);
  }
});

test('a number stays with its percent sign and an amount with its currency', async () => {
  const text = '50 of 55 closed deals are debriefed (91 %), worth 1,431,000 EUR in all.';
  for (let width = 16; width < 80; width += 1) {
    const shown = await textPage([line(text)], { width, ascii: false, paint: (one) => one });
    expect(shown).not.toMatch(/^(%|EUR)/m);
    expect(shown.replaceAll('\n', ' ').trim()).toBe(text);
  }
});

test('a word that is longer than the line is broken, and gets no space where it was', async () => {
  const name = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk'.repeat(3);
  for (let width = 16; width < 80; width += 1) {
    const page = [indented(4, 'Call ', quiet(name), ', today.')];
    for (const paint of [dimmed, (one: string): string => one]) {
      const shown = await textPage(page, { width, ascii: false, paint });
      const text = shown.replaceAll(/\p{Cc}\[\d+m/gu, '').replaceAll(/\n +/g, '');
      expect(text.trim()).toMatch(new RegExp(`^Call ?${name}, ?today\\.$`));
    }
  }
});

test('a command stands whole, on a line of its own where it does not fit beside the words', async () => {
  const page = [
    line(quiet('Closed deals wait for a debrief: '), 'lossdebrief new --won D1'),
    line(quiet('To take the import back: lossdebrief --db g.db undo')),
  ];
  for (const paint of [dimmed, (one: string): string => one]) {
    const shown = await textPage(page, { width: 44, ascii: false, paint });
    expect(shown.replaceAll(/\p{Cc}\[\d+m/gu, '').split('\n')).toEqual([
      'Closed deals wait for a debrief:',
      'lossdebrief new --won D1',
      'To take the import back:',
      'lossdebrief --db g.db undo',
      '',
    ]);
  }
});

test('a path stands whole in its line, and the words around it break', async () => {
  const path = `/home/dana/${'deals/'.repeat(12)}lossdebrief.db`;
  const words = 'Backed up: 12 deals and 9 debriefs, in ';
  const shown = await textPage([line(words, path)], { width: 30, ascii: false, paint: (one) => one });
  expect(shown.split('\n')).toEqual(['Backed up: 12 deals and 9', 'debriefs, in', path, '']);
});
