import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { PLAIN_LINES } from '../support/control-characters.ts';
import { cleanText } from '../../src/core/text/clean-text.ts';
import type { FigureTable } from '../../src/core/report/report-table.ts';
import { reportPage, reportText } from '../../src/formats/report-text.ts';
import { textPage } from '../../src/formats/text-page.ts';
import { anyText } from '../support/any-text.ts';
import { figureWith, sampleFigure, sampleReport } from '../support/sample-report.ts';

/** The lines of a report on a terminal of so many columns. */
async function shown(figures: readonly FigureTable[], width: number, ascii = false): Promise<readonly string[]> {
  const text = await textPage(await reportPage(sampleReport(figures), { width, ascii }), {
    width,
    ascii,
    paint: (text) => text,
  });
  return text.trimEnd().split('\n');
}

/** The lines of one figure, below what every report begins with. */
async function figureShown(id: string, width: number, ascii = false): Promise<string> {
  const lines = await shown([sampleFigure(id)], width, ascii);
  return lines.slice(lines.indexOf('') + 1).join('\n');
}

test('a report begins with how much to believe, and the time it covers', async () => {
  const lines = await shown([], 200);
  expect(lines).toEqual([
    '41 deals decided, 36 of them debriefed: enough for rates overall, for counts below that.',
    'Decided from 1 Oct 2025 to 30 Sep 2026',
  ]);
});

test('where a part begins, its words stand above its first figure', async () => {
  const lines = await shown([{ ...sampleFigure('trend'), opens: 'More' }], 200);
  expect(lines.slice(2, 6)).toEqual(['', 'More', '', sampleFigure('trend').title]);
});

describe('on 80 columns', () => {
  test('rows are aligned, with a bar where there is enough to say', async () => {
    expect(await figureShown('win-rates', 80)).toMatchInlineSnapshot(`
      "Win rates
                                        Win rate                         Value won
        Of all that were decided  ██▊   14 of 41, 34 %               1,204,000 EUR
                                        (22 % to 49 %)                  61,000 USD
                                                                         3 unknown
        Against a competitor      ███▉  14 of 29 (31 % to 66 %)      1,204,000 EUR
                                                                        61,000 USD
                                                                         3 unknown
        Ended without a decision        3 of 4, too few to say                   –
        We ended 2 more ourselves; they are in none of these."
    `);
  });

  test('long words take several lines before a column is given up', async () => {
    expect(await figureShown('reasons', 80)).toMatchInlineSnapshot(`
      "Why deals are lost (what I think)
                                                       Value of
                                    Share           these deals  Control     Confirmed
        Never met the     ████████  11 of 27        812,000 EUR  in your     yes
        one who decides             (25 % to 59 %)   20,000 USD  control
        A safer vendor,   ██▏       3 of 27          48,000 EUR  can be      no
        references or               (4 % to 28 %)                swayed
        security
        No reason to act  █▌        2 of 27           2 unknown  can be      no
        now                         (2 % to 23 %)                swayed"
    `);
  });

  test('a course has a character for each period, and a dot where there is too little to say', async () => {
    expect(await figureShown('trend', 80)).toMatchInlineSnapshot(`
      "Win rate by quarter
                 Win rate                 Value lost
        Q4 2025  2 of 11 (5 % to 48 %)   402,000 EUR
        Q1 2026  1 of 3, too few to say   90,000 EUR
        Q2 2026  5 of 13 (18 % to 64 %)  510,000 EUR
        Q3 2026  6 of 14 (21 % to 67 %)  388,000 EUR
        Win rate  ▂·▄▄  Q4 2025 to Q3 2026; · is too few to say
        No change can be told from chance in four quarters."
    `);
  });

  test('a course of nothing but dots is left out', async () => {
    const trend = sampleFigure('trend');
    const rows = trend.rows.map((one) => ({ ...one, values: { ...one.values, rate: null, low: null, high: null } }));
    expect((await shown([{ ...trend, rows }], 80)).join('\n')).not.toContain('·');
  });

  test('what goes with winning is a table too, with all that the numbers say of a row in one cell', async () => {
    expect(await figureShown('drivers', 80)).toMatchInlineSnapshot(`
      "What goes with winning (which is no cause)
                          Won, of all                    Strength       Verdict
        Their role in     done: 8 of 9 (57 % to 98 %)    large, 0.58    goes with
        the decision      missed: 5 of 21                p under 0.001  winning in 30
                          (11 % to 45 %)                 q 0.002        deals
                                                                        moved by:
                                                                        segment
        Segment           retail: 14 of 32, 44 %         tiny, 0.05     no sign of a
                          (28 % to 61 %)                 p 0.731        difference in
                          物流: 1 of 2, too few to say   q 0.840        34 deals
        Source            inbound: 1 of 2, too few to    –              too few to say
                          say
                          partner: 0 of 1, too few to
                          say"
    `);
  });

  test('a figure of one row stands from top to bottom', async () => {
    expect(await figureShown('scope', 80)).toMatchInlineSnapshot(`
      "What this rests on
        All deals
          Won                               14
          Lost                              27
          Debriefed                         36 of 41, 88 % (74 % to 95 %)
          Nothing in your control           2
          From decision to debrief, median  1 day
        5 wins are not debriefed, so what wins have in common is seen in 9 of 14."
    `);
  });
});

test('on 40 columns each row is a block', async () => {
  expect(await figureShown('win-rates', 40)).toMatchInlineSnapshot(`
    "Win rates
      Of all that were decided
      ████████████▎
        Win rate   14 of 41, 34 %
                   (22 % to 49 %)
        Value won  1,204,000 EUR
                   61,000 USD
                   3 unknown
      Against a competitor
      █████████████████▍
        Win rate   14 of 29 (31 % to 66 %)
        Value won  1,204,000 EUR
                   61,000 USD
                   3 unknown
      Ended without a decision
        Win rate   3 of 4, too few to say
      We ended 2 more ourselves; they are in
      none of these."
  `);
});

test('without fine characters a bar is of plain ones', async () => {
  const figures = await Promise.all(['win-rates', 'trend'].map((id) => figureShown(id, 80, true)));
  expect(figures.join('\n')).toMatchInlineSnapshot(`
    "Win rates
                                      Win rate                         Value won
      Of all that were decided  ###   14 of 41, 34 %               1,204,000 EUR
                                      (22 % to 49 %)                  61,000 USD
                                                                       3 unknown
      Against a competitor      ####  14 of 29 (31 % to 66 %)      1,204,000 EUR
                                                                      61,000 USD
                                                                       3 unknown
      Ended without a decision        3 of 4, too few to say                   -
      We ended 2 more ourselves; they are in none of these.
    Win rate by quarter
               Win rate                 Value lost
      Q4 2025  2 of 11 (5 % to 48 %)   402,000 EUR
      Q1 2026  1 of 3, too few to say   90,000 EUR
      Q2 2026  5 of 13 (18 % to 64 %)  510,000 EUR
      Q3 2026  6 of 14 (21 % to 67 %)  388,000 EUR
      Win rate  .?-=  Q4 2025 to Q3 2026; ? is too few to say
      No change can be told from chance in four quarters."
  `);
  expect(figures.join('\n')).toMatch(PLAIN_LINES);
});

/** The column of the terminal in which a word begins. */
function columnOf(line: string | undefined, word: string): number {
  return stringWidth((line ?? '').split(word)[0] ?? '');
}

test('wide characters take their columns', async () => {
  const lines = (await figureShown('drivers', 200)).split('\n');
  const wide = lines.find((line) => line.includes('物流'));
  expect(columnOf(wide, 'p 0.731')).toBe(columnOf(lines[1], 'Strength'));
  expect(columnOf(wide, 'p 0.731')).toBe(columnOf(lines[2], 'large'));
});

test('a figure without rows says so', async () => {
  expect(await shown([{ ...sampleFigure('reasons'), rows: [] }], 80)).toContain('  Nothing to count here yet.');
});

test('in a file nothing is wrapped', async () => {
  const text = await reportText(sampleReport());
  expect(text).toContain('11 of 27 (25 % to 59 %)');
  expect(text).toContain('A safer vendor, references or security  ');
});

describe('whatever a row is called', () => {
  /** Each lays out a whole page. */
  const ROUNDS = { numRuns: 40 };
  const widths = fc.constantFrom(24, 40, 80, 200);

  test('no line is wider than the terminal', () =>
    fc.assert(
      fc.asyncProperty(anyText(), widths, fc.boolean(), async (text, width, ascii) => {
        const lines = await shown([figureWith(text)], width, ascii);
        expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
      }),
      ROUNDS,
    ));

  test('nothing of it is cut off', () =>
    fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[a-z]{1,90}$/), widths, async (name, width) => {
        const figure = { ...figureWith(`Contoso-${name}`), title: 'Reasons', notes: [] };
        const lines = await shown([figure], width);
        const label = lines.slice(lines.indexOf('') + 1).map((line) => line.trim().split(/\s+/)[0] ?? '');
        expect(label.join('')).toContain(`Contoso-${name}`);
      }),
      ROUNDS,
    ));

  test('nothing in it drives the terminal', () =>
    fc.assert(
      fc.asyncProperty(anyText(), widths, async (text, width) => {
        const out = (await shown([figureWith(text)], width)).join('\n');
        expect(cleanText(out, 'keep')).toBe(out);
      }),
      ROUNDS,
    ));
});
