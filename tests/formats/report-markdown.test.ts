import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportMarkdown } from '../../src/formats/report-markdown.ts';
import { anyText } from '../support/any-text.ts';
import { figureWith, sampleFigure, sampleReport } from '../support/sample-report.ts';

test('a part of the report has a heading above those of its figures', () => {
  const text = reportMarkdown(sampleReport([{ ...sampleFigure('trend'), opens: 'More' }]));
  expect(text).toContain('# More\n\n## Win rate by quarter');
});

test('a figure is a table with numbers to the right, and its notes are a list', () => {
  const figures = [sampleFigure('win-rates'), sampleFigure('trend')];
  expect(reportMarkdown(sampleReport(figures))).toMatchInlineSnapshot(`
    "# Won and lost, and what made the difference

    41 deals decided, 36 of them debriefed: enough for rates overall, for counts below that.

    *Decided from 1 Oct 2025 to 30 Sep 2026*

    ## Win rates

    |  | Win rate | Value won |
    | --- | --- | ---: |
    | Of all that were decided | 14 of 41, 34 % (22 % to 49 %) | 1,204,000 EUR<br>61,000 USD<br>3 unknown |
    | Against a competitor | 14 of 29 (31 % to 66 %) | 1,204,000 EUR<br>61,000 USD<br>3 unknown |
    | Ended without a decision | 3 of 4, too few to say | – |

    - We ended 2 more ourselves; they are in none of these.

    ## Win rate by quarter

    |  | Win rate | Value lost |
    | --- | --- | ---: |
    | Q4 2025 | 2 of 11 (5 % to 48 %) | 402,000 EUR |
    | Q1 2026 | 1 of 3, too few to say | 90,000 EUR |
    | Q2 2026 | 5 of 13 (18 % to 64 %) | 510,000 EUR |
    | Q3 2026 | 6 of 14 (21 % to 67 %) | 388,000 EUR |

    - No change can be told from chance in four quarters.
    "
  `);
});

test('markup in a name is text', () => {
  const markdown = reportMarkdown(sampleReport([figureWith('<img src=x> | **Globex** [a](b) `c` ~~d~~ $e$')]));
  expect(markdown).toContain(String.raw`| &lt;img src=x&gt; \| \*\*Globex\*\* \[a\](b) \`c\` \~\~d\~\~ \$e\$ |`);
});

test.each(['# Globex', '- Globex', '1. Globex', '+ Globex', '=== Globex'])(
  '%s begins no heading and no list',
  (name) => {
    const note = reportMarkdown(sampleReport([{ ...figureWith('Globex'), notes: [name] }])).trimEnd();
    expect(note.split('\n').at(-1)).toMatch(/^- (\\[#+=-]|1\\\.)/);
  },
);

test('no text breaks a table or begins an element', () =>
  fc.assert(
    fc.property(anyText(), (text) => {
      const markdown = reportMarkdown(sampleReport([figureWith(text)]));
      const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
      expect(new Set(rows.map(cellsIn))).toEqual(new Set([cellsIn(rows[1] ?? '')]));
      expect(markdown.replaceAll('<br>', '')).not.toMatch(/[<>]/);
    }),
  ));

/** How many cells a row has, whatever is in them. */
function cellsIn(row: string): number {
  return row.replaceAll(/\\[\\|]/g, '').split('|').length;
}
