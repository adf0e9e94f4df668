import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureWords } from '../../src/formats/figure-words.ts';
import { reportHtml } from '../../src/formats/report-html.ts';
import { anyText } from '../support/any-text.ts';
import { figureWith, sampleFigure, sampleReport } from '../support/sample-report.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';
const AS_TEXT = '&#60;img src=x onerror=alert(1)&#62;';

/** The elements of a page and the names of their attributes, in order: what text must never add to. */
function elementsIn(html: string): readonly string[] {
  const drawn = html.replaceAll(/<style>.*?<\/style>/gs, '');
  return [...drawn.matchAll(/<([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/gi)].map(
    ([, name = '', attributes = '']) =>
      [name, ...Array.from(attributes.matchAll(/\s([\w:-]+)(?:="[^"]*")?/g), ([, one]) => one)].join(' '),
  );
}

describe('the page', () => {
  test('holds nothing that runs and nothing that is loaded', async () => {
    const html = await reportHtml(sampleReport());
    expect(html).not.toMatch(
      /<script|<link|<img|<iframe|<object|<use|<image|@import|url\(#?[^)]*:|\son\w+=|href=|src=/i,
    );
    expect(html.replaceAll('http://www.w3.org/', '')).not.toMatch(/https?:/);
  });

  test('allows its own style by its hash, and nothing else', async () => {
    const html = await reportHtml(sampleReport());
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(html).toContain(`default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;;`);
    expect(html.match(/<style|\sstyle=/g)).toEqual(['<style']);
  });

  test('says where a part of the report begins', async () => {
    const html = await reportHtml(sampleReport([{ ...sampleFigure('trend'), opens: HOSTILE }]));
    expect(html).toContain(`<p class="part">${AS_TEXT}</p>\n<section`);
  });

  test('says what the terminal says', async () => {
    const figures = sampleReport().figures;
    const html = (await reportHtml(sampleReport())).replaceAll('&#39;', "'");
    const words = figures.flatMap((figure) => [
      ...figure.notes,
      ...figureWords(figure).rows.flatMap(({ label, cells }) => [label, ...cells.flat()]),
    ]);
    expect(words.filter((text) => !html.includes(text))).toEqual([]);
  });
});

describe('a chart', () => {
  test('stands before the table with the same numbers, and says so to whoever cannot see it', async () => {
    const html = await reportHtml(sampleReport([sampleFigure('reasons')]));
    expect(html).toMatch(/<svg class="chart"[^>]* role="img" aria-label="[^"]+"/);
    expect(html.indexOf('<table')).toBeGreaterThan(html.indexOf('</svg>'));
  });

  test('takes its colours from the page, so that it follows light and dark', async () => {
    const html = await reportHtml(sampleReport());
    const drawings = [...html.matchAll(/<svg.*?<\/svg>/gs)].join('');
    const colours = [...drawings.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour);
    expect(colours.filter((colour) => !/^(var\(--[a-z]+\)|none|transparent)$/.test(colour ?? ''))).toEqual([]);
    expect(colours).toContain('var(--bar)');
  });

  test('has no bar where there is too little to say', async () => {
    const few = sampleFigure('win-rates').rows.filter(({ evidence }) => evidence === 'too-few');
    const html = await reportHtml(sampleReport([{ ...sampleFigure('win-rates'), rows: few }]));
    expect(html).toContain('>3 of 4</text>');
    expect(html).not.toMatch(/fill="var\(--bar\)"/);
  });

  test('shows the first of very many rows, and says so', async () => {
    const [first] = sampleFigure('reasons').rows;
    const rows = Array.from({ length: 200 }, () => first).filter((one) => one !== undefined);
    const html = await reportHtml(sampleReport([{ ...sampleFigure('reasons'), rows }]));
    expect(html.match(/>Never met the one who decides<\/text>/g)).toHaveLength(25);
    expect(html).toContain('The picture shows the first 25 of 200.');
  });

  test('is not drawn of no rows', async () => {
    expect(await reportHtml(sampleReport([{ ...sampleFigure('reasons'), rows: [] }]))).not.toContain('<svg');
  });
});

describe('a deal called like an element', () => {
  test('is text, in the table and in the drawing', async () => {
    const html = await reportHtml(sampleReport([figureWith(HOSTILE)]));
    expect(html).not.toContain('<img');
    expect(html).toContain(`<th role="rowheader" scope="row">${AS_TEXT}</th>`);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;</text>');
  });

  test('adds no element and no attribute, whatever it is', async () => {
    const usual = elementsIn(await reportHtml(sampleReport([figureWith('Globex')])));
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyText(), fc.constantFrom(HOSTILE, '"><b>', "' x='", '-->', ']]>')), async (text) => {
        expect(elementsIn(await reportHtml(sampleReport([figureWith(text)])))).toEqual(usual);
      }),
      { numRuns: 30 },
    );
  });
});
