import { describe, expect, test } from 'vitest';
import { classOf } from '../../src/core/framework.ts';
import { partsOf } from '../../src/core/interview.ts';
import { FURTHER_FIGURES } from '../../src/core/figures/further.ts';
import { AUDIENCES } from '../../src/core/report/audience.ts';
import { isShared } from '../../src/core/report/report-audience.ts';
import { REPORT_FORMATS } from '../../src/core/report/report-format.ts';
import { DEEP, LOSS } from '../support/shipped.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const CANARY = 'CANARY';

/** Every id of the framework whose class is this one. */
function idsOf(answerClass: 'reflection' | 'their-words'): readonly string[] {
  const ids = LOSS.questions.flatMap((question) =>
    partsOf(question).flatMap(({ id }) => (classOf(question, id) === answerClass ? [id] : [])),
  );
  return [...new Set(ids)];
}

/** A deal of which everything private is filled with words that can be searched for: `CANARY` and where it stands. */
async function filled(reason: string): Promise<TestApp> {
  const app = await testApp();
  const answers = {
    deal: 'Northwind Logistics',
    outcome: 'lost-competitor',
    reason,
    again: 'only-if',
    amount: 148000,
    currency: 'EUR',
    said: 'THEIRS said',
    terms: 'THEIRS terms',
    trigger: 'THEIRS trigger',
    contact: { name: 'Dana Reyes', role: 'THEIRS role', phone: '+1 555 0100', email: 'dana@northwind.example' },
    ...Object.fromEntries(reflectionsFor(reason).map((id) => [id, `${CANARY} ${id}`])),
  };
  await app.does(['log', 'Northwind Logistics', 'call', 'THEIRS', 'note', '--at', '2026-11-02']);
  await app.does(['new', 'D1', '--answers', '-'], { stdin: JSON.stringify({ ...answers, deal: undefined }) });
  await app.does([
    'opinion',
    'D1',
    '--from',
    `${CANARY} name`,
    '--words',
    `${CANARY} words`,
    '--look-deeper',
    'yes',
    '--why',
    `${CANARY} why`,
  ]);
  await app.does(['opinion', 'D1', '--from', `${CANARY} name`, '--saw', `${CANARY} saw`, '--try', `${CANARY} try`]);
  await app.does(['opinion', 'D1', '--ask', `${CANARY} name`]);
  await app.does(['phrases', 'add', `${CANARY} phrase`, '--from', `${CANARY} name`]);
  await app.does(['phrases', 'used', 'P1', '--deal', 'D1']);
  await app.does(['lessons', 'add', 'D1', `${CANARY} lesson`]);
  await app.does(['done', 'A1', '--note', `${CANARY} note`]);
  await app.does(['drop', 'A2', '--why', `${CANARY} drop`]);
  await app.does(['feedback', 'D1', '--sent', '2026-11-19']);
  await app.does(['feedback', 'D1', '--reply', 'THEIRS reply']);
  await app.does(['review', 'D1', '--answers', '-'], { stdin: JSON.stringify(DEEP_ANSWERS), today: '2026-11-24' });
  const second = { 'own-it': `${CANARY} second own-it`, 'next-time': `${CANARY} second next-time`, reason: 'other' };
  await app.does(['review', 'D1', '--answers', '-'], {
    stdin: JSON.stringify({ ...second, 'reason-note': `${CANARY} second note` }),
    today: '2027-02-18',
  });
  return app;
}

/** Every sentence of a deep look. */
const DEEP_ANSWERS: Readonly<Record<string, unknown>> = {
  'feeling-before': 'stings',
  'stage-by-stage': { demo: 'slipped' },
  detour: 'slipped',
  regret: 'yes',
  ...Object.fromEntries(
    DEEP.questions.flatMap(({ id, kind, class: answerClass }) =>
      kind === 'text' || kind === 'long-text'
        ? [[id, answerClass === 'reflection' ? `${CANARY} ${id}` : `THEIRS ${id}`]]
        : [],
    ),
  ),
};

/** A reason that is fixed asks for other reflections than one that is not. */
function reflectionsFor(reason: string): readonly string[] {
  const only: Readonly<Record<string, readonly string[]>> = {
    other: ['own-it', 'next-time', 'reason-note'],
    'product-gap': ['own-it', 'compensation', 'nothing-in-my-control'],
  };
  return only[reason] ?? [];
}

const REASONS = ['other', 'product-gap'];

const SHARED: readonly (readonly string[])[] = [
  ['feedback', 'D1'],
  ['feedback', 'D1', '--mailto'],
  ['feedback', 'D1', '--json'],
  ['brief', 'D1'],
  ['brief', 'D1', '--json'],
];

test('the canary stands in every reflection that there is', async () => {
  expect(REASONS.flatMap(reflectionsFor)).toEqual(expect.arrayContaining([...idsOf('reflection')]));
  for (const reason of REASONS) {
    const { out } = await (await filled(reason)).does(['show', 'D1', '--json']);
    for (const id of reflectionsFor(reason)) expect(out).toContain(`${CANARY} ${id}`);
  }
});

describe.each(REASONS)('with every reflection filled after a loss to %s', (reason) => {
  test.each(SHARED.map((args) => [args.join(' '), args] as const))(
    '`%s` holds no byte of them',
    async (_line, args) => {
      const app = await filled(reason);
      for (const isTTY of [false, true]) {
        const { out, err } = await app.does(args, { isTTY });
        expect(decodeURIComponent(out).length).toBeGreaterThan(100);
        expect(decodeURIComponent(out) + err).not.toMatch(new RegExp(CANARY, 'i'));
      }
    },
  );
});

describe('of their words', () => {
  test.each(['feedback D1', 'feedback D1 --mailto', 'feedback D1 --json'])(
    '`%s` has a name and an address',
    async (line) => {
      const { out } = await (await filled('other')).does(line.split(' '));
      expect(decodeURIComponent(out)).toContain('Dana');
      expect(decodeURIComponent(out)).not.toMatch(/THEIRS|555/);
    },
  );

  test.each(['brief D1', 'brief D1 --json'])('`%s` has what its list names', async (line) => {
    const { out } = await (await filled('other')).does(line.split(' '));
    const theirs = [...new Set(out.match(/THEIRS \w+/g))].toSorted();
    expect(theirs).toEqual(['THEIRS note', 'THEIRS reply', 'THEIRS role', 'THEIRS said', 'THEIRS terms']);
    expect(out).not.toMatch(/555|@/);
  });
});

/** A report is made of facts, whoever it is for. */
const REPORTS = [[], ...AUDIENCES.map((audience) => ['--for', audience])].flatMap((audience) =>
  REPORT_FORMATS.map((format) => ['report', ...audience, '--format', format]),
);

describe.each(REASONS)('a report after a loss to %s', (reason) => {
  test('has no byte of what is private, in no format and for nobody', async () => {
    const app = await filled(reason);
    for (const args of REPORTS) {
      const { out, err } = await app.does(args, { isTTY: true });
      expect(out.length).toBeGreaterThan(100);
      expect(`${args.join(' ')}: ${out}${err}`).not.toMatch(/canary|theirs|dana|555 0100|northwind\.example/i);
    }
  });
});

test('a figure asked for by its name has words for oneself, and none for anybody else', async () => {
  const app = await filled('other');
  expect((await app.does(['report', 'triggers'])).out).toContain('THEIRS trigger');
  expect((await app.does(['report', 'rivals', '--json'])).out).toContain('CANARY weakness');
  for (const audience of AUDIENCES) {
    for (const { id } of FURTHER_FIGURES.filter((figure) => isShared(figure.id, audience))) {
      const { out, err } = await app.does(['report', id, '--for', audience, '--json']);
      expect(`${id}: ${out}${err}`).not.toMatch(/canary|theirs/i);
    }
  }
});

test('what was in nobody’s control is counted for oneself alone', async () => {
  const app = await filled('product-gap');
  expect((await app.does(['report', 'scope', '--json'])).json().figures[0].rows[0].nothingInControl).toBe(1);
  for (const audience of AUDIENCES) {
    for (const format of REPORT_FORMATS) {
      const { out } = await app.does(['report', '--for', audience, '--format', format]);
      expect(out).not.toMatch(/nothingInControl|nothing in my control/i);
    }
  }
});

test('what a CRM had in a field of its own is shared only where the field is asked for by name', async () => {
  const app = await testApp();
  const rows = ['A,Won,2026-09-01,Boss hates us', 'B,Lost,2026-09-02,Nice people', 'C,Won,2026-09-03,Nice people'];
  await app.does(['import', '-', '--yes'], { stdin: ['Deal,Outcome,Closed on,Description', ...rows, ''].join('\n') });
  expect((await app.does(['report'])).out).toContain('Boss hates us');
  for (const audience of AUDIENCES) {
    for (const format of REPORT_FORMATS) {
      expect((await app.does(['report', '--for', audience, '--format', format])).out).not.toContain('Boss hates us');
    }
  }
  const named = await app.does(['report', 'by', '--by', 'field:Description', '--for', 'manager']);
  expect(named.out).toContain('Boss hates us');
});

/** What is proposed for the next time is said as the salesperson would, and so is an answer, in quotation marks. */
const QUOTED = /Next time, when [^.]*\.|“[^”]*”/g;

describe.each(AUDIENCES)('a report for %s', (audience) => {
  test.each(['the whole of a file', 'an empty file'])(
    'on %s speaks for nobody as "I" and to nobody as "you", and gives no command',
    async (file) => {
      const app = file === 'an empty file' ? await testApp() : await filled('price');
      for (const format of REPORT_FORMATS) {
        const { out } = await app.does(['report', '--for', audience, '--format', format]);
        expect(out.replaceAll(QUOTED, '').match(SAID_BY_ME) ?? []).toEqual([]);
      }
    },
  );
});

/** With what stands around it, for whoever reads that it was found. The page says by what, and on which day, it was made. */
const SAID_BY_ME = /.{0,60}(?:\b(?:I|my|me|you|your)\b|\blossdebrief (?!on)[a-z]).{0,40}/g;
