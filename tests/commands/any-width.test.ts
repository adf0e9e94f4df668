import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../src/core/text/clean-text.ts';

import { promptFor } from '../../src/terminal/keyed-question.ts';
import { loadWidths } from '../../src/core/text/wide-text.ts';
import { changed, NORTHWIND_SCRIPT, setting } from '../support/debriefs.ts';
import { PLAIN, rowsOf } from '../support/pressing.ts';
import { rounds } from '../support/rounds.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { type Ran, testApp, type TestApp } from '../support/test-app.ts';

/** Names as they come: wide, combining, drawn as one though made of many, from right to left, and too long for any screen. */
const WORDS = [
  'Northwind',
  'Contoso & Sons',
  '株式会社東京エレクトロニクス販売',
  'Ame\u0301lie',
  'हिन्दी कम्पनी',
  '한국전력공사'.normalize('NFD'),
  'شركة النور للتجارة',
  'חברת אור בע"מ',
  '👩‍👩‍👧‍👦',
  '👩🏽‍💻',
  '🇩🇪🇫🇷🇯🇵',
  '👍🏿',
  '❤️',
  '1️⃣',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  '東京👩‍👩‍👧‍👦'.repeat(40),
];

const name = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
  .chain((words) => fc.constantFrom(' ', '').map((between) => words.join(between)));
const anything = fc.record({
  deal: name,
  winner: name,
  said: name,
  // Whom to call has a name with a letter in it.
  contact: name.map((words) => `Dana ${words}`),
  width: fc.integer({ min: 40, max: 200 }),
});

interface Names {
  readonly deal: string;
  readonly winner: string;
  readonly said: string;
  readonly contact: string;
}

/** Some deals with these names in every place that a name can be in. */
async function appWith({ deal, winner, said, contact }: Names): Promise<TestApp> {
  const app = await testApp();
  const given = {
    outcome: 'lost-competitor',
    winner,
    said,
    contact: `${contact}, CFO, +1 555 0100`,
    'call-next': winner,
  };
  const thought = { 'own-it': `I never met ${contact}`, 'next-time': `When ${deal} calls, I will ask ${contact}` };
  const offered = {
    amount: '148000',
    currency: 'EUR',
    'contract-months': '12',
    terms: said,
    reason: 'access-authority',
  };
  await app.does(['new', deal, ...setting({ ...given, ...thought, ...offered })]);
  await app.does(['new', `2 ${deal}`, ...setting({ ...given, amount: '61000000', currency: 'EUR' })]);
  await app.does(['new', `3 ${deal}`, '--won', ...setting({ amount: '480', currency: 'EUR' })]);
  await app.does(['log', deal, 'call', said]);
  await app.does(['opinion', 'D1', '--from', contact, '--words', said, '--look-deeper', 'yes']);
  await app.does(['phrases', 'add', said, '--from', contact]);
  return app;
}

const COMMANDS = [
  ['list'],
  ['due', '--all', '--within', '800d'],
  ['show', 'D1'],
  ['report'],
  ['lessons'],
  ['lessons', 'ask'],
  ['phrases'],
  ['brief', 'D1'],
  ['frameworks'],
  ['config'],
];

describe('whatever names are like, and however wide the terminal', () => {
  test('no line is wider, and nothing that is one character is cut', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async ({ width, ...names }) => {
        const app = await appWith(names);
        const known = charactersOf([...Object.values(names), ...OURS].join(' '));
        const faults: string[] = [];
        for (const args of COMMANDS) {
          const { out, err } = await app.does(args, { isTTY: true, width });
          for (const line of `${out}${err}`.split('\n').filter((one) => !isPlain(one) || one.length > width)) {
            if (stringWidth(line) > width && !standsWhole(line)) faults.push(`wider than ${width}: ${line}`);
            const halves = [...charactersOf(line)].filter((one) => !known.has(one) && !isPlain(one));
            faults.push(...halves.map((half) => `half of a character, ${JSON.stringify(half)}: ${line}`));
          }
        }
        expect(faults).toEqual([]);
      }),
      { numRuns: rounds(8) },
    );
  });

  test('the columns of a table stand where their titles stand', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async ({ width, ...names }) => {
        const app = await appWith(names);
        const [title = '', ...rows] = linesOf(await app.does(['list'], { isTTY: true, width }));
        const figure = await app.does(['report', 'competitors'], { isTTY: true, width: 200 });
        const [heads = '', ...rivals] = linesOf(figure).slice(4, 6);
        expect(rows).toHaveLength(3);
        for (const row of rows) expect(besideItsColumns(title, row)).toEqual([]);
        for (const row of rivals) expect(besideItsColumns(heads, row)).toEqual([]);
      }),
      { numRuns: rounds(4) },
    );
  });

  test('no screen of a debrief is wider, from the first question to the review', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async ({ width, deal, winner, said, contact }) => {
        const app = await testApp();
        const answers = changed(NORTHWIND_SCRIPT, { winner, said, 'own-it': `I never met ${contact}`, contact });
        const { asked } = await app.does(['new', deal], { script: answers });
        const faults: string[] = [];
        for (const one of asked) {
          await loadWidths(JSON.stringify(one));
          const rows = rowsOf(one, { prompt: promptFor(one) }, { ...PLAIN, columns: width });
          faults.push(...rows.filter((row) => stringWidth(row) > width || !row.isWellFormed()));
        }
        expect(asked.at(-1)?.id).toBe('review');
        expect(faults).toEqual([]);
      }),
      { numRuns: rounds(6) },
    );
  });
});

test('a path stands whole on the narrowest terminal, so that it can be copied', async () => {
  const app = await testApp();
  const path = join(temporaryFolder(), 'a'.repeat(60), 'deals.jsonl');
  mkdirSync(dirname(path));
  const { err } = await app.does(['export', '--output', path], { isTTY: true, width: 40 });
  expect(err).toContain(path);
});

function linesOf({ out }: Ran): readonly string[] {
  return out.split('\n').filter((line) => line !== '');
}

/** The titles of which a row has its cell elsewhere: neither beginning nor ending as they do. */
function besideItsColumns(title: string, row: string): readonly string[] {
  const cells = columnsOf(row);
  const isFree = (...places: readonly number[]): boolean => places.every((at) => (cells[at] ?? ' ') === ' ');
  return [...title.matchAll(/\S+(?: \S+)*/g)]
    .filter(({ index, 0: { length } }) => !isFree(index - 2, index - 1) && !isFree(index + length, index + length + 1))
    .map(([text]) => `${text}: ${row}`);
}

/** What stands in each column of the terminal; a wide character fills the next one too. */
function columnsOf(line: string): readonly string[] {
  return Array.from(new Intl.Segmenter().segment(line)).flatMap(({ segment }) =>
    segment === ' ' ? [' '] : Array.from({ length: stringWidth(segment) }, () => segment),
  );
}

/** Characters as a person sees them, however they are put together. */
function charactersOf(text: string): ReadonlySet<string> {
  return new Set(Array.from(new Intl.Segmenter().segment(cleanText(text).normalize()), ({ segment }) => segment));
}

/** Of what the program itself draws. */
const OURS = ['…·–—█▏▎▍▌▋▊▉▁▂▃▄▅▆▇“”‘’\u00a0'];

function isPlain(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

/** A path can only be copied as a whole, so its line is left to the terminal. */
function standsWhole(line: string): boolean {
  return line.includes(temporaryFolder().slice(0, 5));
}
