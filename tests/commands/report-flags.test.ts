import { describe, expect, test } from 'vitest';
import { FURTHER_FIGURES } from '../../src/core/figures/further.ts';
import { FIGURES } from '../../src/core/figures/index.ts';
import { MARKETING_FIGURES } from '../../src/core/figures/for-marketing.ts';
import { setting } from '../support/debriefs.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** What a CRM knows of six deals, with columns under names of its own. */
const EXPORT = [
  'Deal ID,Deal,Status,Close Date,Amount,sales_rep_id,Region,Segment',
  ...['Won', 'Won', 'Won', 'Lost', 'Lost', 'Lost'].map(
    (status, place) =>
      `${place},Contoso ${place},${status},2026-0${place + 1}-10,9000,rep ${place % 2},${place % 2 === 0 ? 'North' : 'South'},Retail`,
  ),
].join('\n');

async function importedDeals(): Promise<TestApp> {
  const app = await testApp();
  await app.does(['import', '-', '--yes'], { stdin: EXPORT });
  return app;
}

describe('a flag that changes nothing is refused, and it is said what takes it', () => {
  test.each([
    [['scope', '--by', 'segment'], 'The figure scope takes no --by.', 'lossdebrief report by --by segment'],
    [['by-segment', '--by', 'role'], 'The figure by-segment takes no --by.', 'lossdebrief report by --by role'],
    [['people', '--by', 'role'], 'The figure people takes no --by.', 'lossdebrief report by --by role'],
    [['reasons', '--every', 'month'], 'The figure reasons takes no --every.', 'lossdebrief report trend --every month'],
    [['by', '--by', 'role', '--every', 'year'], 'The figure by takes no --every.', 'report trend --every year'],
    [['people', '--by', 'field:Deal type'], 'The figure people takes no --by.', 'report by --by "field:Deal type"'],
    [['--for', 'marketing', '--by', 'role'], 'A report for marketing takes no --by.', 'persona, segment and source'],
    [['--for', 'marketing', '--every', 'month'], 'A report for marketing takes no --every.', 'Leave it out'],
    [['scope', '--min-evidence', 'rate'], 'The figure scope takes no --min-evidence.', 'follow-through'],
    [['habit', '--min-evidence', 'rate'], 'The figure habit takes no --min-evidence.', 'scope'],
  ])('report %j', async (args, says, hint) => {
    const { exitCode, out, err } = await (await testApp()).run(['report', ...args]);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toContain(says);
    expect(err).toContain(hint);
  });

  test.each([
    ['--by', 'segment', 'by'],
    ['--every', 'month', 'trend'],
  ])('%s %s is served by a whole report, and for a manager too', async (flag, value, figure) => {
    const app = await importedDeals();
    for (const args of [[], ['--for', 'manager'], [figure], [figure, '--for', 'manager']]) {
      const { figures } = (await app.does(['report', ...args, flag, value, '--json'])).json();
      expect(figures.map(({ id }: { id: string }) => id)).toContain(figure);
    }
  });

  test('every figure whose rows --min-evidence can hide takes it, and no other does', async () => {
    const app = await importedDeals();
    const figures = [...FIGURES, ...FURTHER_FIGURES, ...MARKETING_FIGURES];
    for (const { id, isWhole } of figures) {
      const { exitCode } = await app.run(['report', id, '--min-evidence', 'rate']);
      expect({ id, exitCode }).toEqual({ id, exitCode: isWhole ? 2 : 0 });
    }
  });

  test('what comes back within half a year says that it does not heed the first day of the report', async () => {
    const app = await importedDeals();
    const { out } = await app.does(['report', 'repeats', '--from', '2026-06-01', '--today', '2026-06-20']);
    expect(out).toContain('up to Saturday 20 June 2026, also before 1 Jun 2026.');
    expect((await app.does(['report', 'repeats', '--from', '2025-06-01'])).out).not.toContain('also before');
  });
});

describe('what marketing gets can be asked for by its name', () => {
  test('for oneself, for marketing and for a manager', async () => {
    const app = await importedDeals();
    await app.does([
      'new',
      'Northwind',
      ...setting({ outcome: 'lost-competitor', winner: 'Globex', 'winner-edge': 'proof', reason: 'trust-risk' }),
    ]);
    for (const audience of [[], ['--for', 'marketing'], ['--for', 'manager']]) {
      for (const id of ['valued', 'valued-by', 'by-persona', 'by-segment', 'by-source']) {
        const { figures } = (await app.does(['report', id, ...audience, '--json'])).json();
        expect(figures.map((figure: { id: string }) => figure.id)).toEqual([id]);
      }
    }
    expect((await app.does(['report', 'valued'])).out).toContain('proof');
    expect((await app.does(['report', 'by-segment'])).out).toContain('Retail');
  });

  test('and stays out of a whole report of one’s own', async () => {
    const { figures } = (await (await importedDeals()).does(['report', '--json'])).json();
    expect(figures.map(({ id }: { id: string }) => id)).not.toContain('valued');
  });

  test('the help names every figure, in the order of the report', async () => {
    const { out } = await (await testApp()).run(['report', '--help']);
    const listed = out.slice(out.indexOf('Figures, ')).replaceAll(/\s+/g, ' ');
    const known = [FIGURES, FURTHER_FIGURES, MARKETING_FIGURES].map((figures) => figures.map(({ id }) => id));
    const forMarketing = MARKETING_FIGURES.map(({ id }) => id).filter((id) => !known[0]?.includes(id));
    expect(listed).toBe(
      [
        `Figures, in the order of the report: ${known[0]?.join(', ')}`,
        `And where deep looks, the log or what is being tried have something for them: ${known[1]?.join(', ')}`,
        `And those that a report for marketing has besides: ${forMarketing.join(', ')} `,
      ].join(' '),
    );
  });
});

describe('a field that --by does not know', () => {
  test('is answered with the fields that this file has something for, and how many others there are', async () => {
    const { exitCode, err } = await (await importedDeals()).run(['report', '--by', 'luck']);
    expect(exitCode).toBe(2);
    expect(err).toContain('--by luck is not a field that is known.');
    expect(err).toMatch(/Use segment, owner or field:Region\. \d+ others have nothing in this file yet/);
    expect(err).toContain('lossdebrief report by');
  });

  test.each([
    ['sales_rep_id', 'An import reads sales_rep_id as owner: lossdebrief report --by owner'],
    ['field:Sales Rep ID', 'An import reads Sales Rep ID as owner'],
    ['segmnt', 'Did you mean segment?'],
    ['Region', 'Did you mean field:Region?'],
    ['field:region', 'Did you mean field:Region?'],
  ])('such as %s, is put right', async (field, says) => {
    const { exitCode, err } = await (await importedDeals()).run(['report', 'by', '--by', field]);
    expect(exitCode).toBe(2);
    expect(err).toContain(says);
  });

  test('is not told that an import read it as something the file has nothing of', async () => {
    const { err } = await (await importedDeals()).run(['report', 'by', '--by', 'Lead Source']);
    expect(err).not.toContain('An import reads');
  });

  test('in a file without decided deals names a few that there always are', async () => {
    const { err } = await (await testApp()).run(['report', '--by', 'luck']);
    expect(err).toContain('No closed deal on file has anything in a field yet');
  });

  test('has all fields listed by the figure itself', async () => {
    const { exitCode, err } = await (await importedDeals()).run(['report', 'by']);
    expect(exitCode).toBe(0);
    expect(err).toContain('With something in this file: segment, owner, field:Region');
    expect(err).toMatch(/With nothing yet: persona, source, .*contact-was/s);
  });
});
