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
