import { describe, expect, test } from 'vitest';
import { setting } from '../support/debriefs.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** What a CRM has of eight deals: two won, two lost, the rest open; in two segments and a region of its own. */
const EXPORT = [
  'Deal ID,Deal,Status,Close Date,Amount,Currency,sales_rep_id,Region,Segment',
  '1,Contoso,Won,2026-01-10,9000,EUR,Ana,North,Retail',
  '2,Fabrikam,Won,2026-04-10,8000,USD,Ben,South,Retail',
  '3,Initech,Lost,2026-01-20,7000,EUR,Ana,North,Logistics',
  '4,Umbrella,Lost,2026-05-10,6000,EUR,Ben,,Retail',
  '5,Vandelay,Open,,5000,EUR,Ana,North,Retail',
].join('\n');

/** One file for all of these tests, which only read it. */
let filed: Promise<TestApp> | undefined;

function someDeals(): Promise<TestApp> {
  return (filed ??= fileDeals());
}

async function fileDeals(): Promise<TestApp> {
  const app = await testApp();
  await app.does(['import', '-', '--yes'], { stdin: EXPORT });
  const answers = {
    'contact-was': 'decider',
    'turning-point': 'discovery',
    'steps.role': 'never',
    'decided-on': '2026-06-01',
  };
  await app.does(['new', 'Northwind', ...setting({ ...answers, outcome: 'postponed', reason: 'no-urgency' })]);
  await app.does(['new', 'Globex', ...setting({ outcome: 'we-walked-away', 'decided-on': '2026-06-02' })]);
  await app.does([
    'new',
    'Alder',
    '--won',
    ...setting({ 'steps.role': 'before', beaten: 'Hooli', 'decided-on': '2026-06-03' }),
  ]);
  return app;
}

async function names(app: TestApp, ...flags: readonly string[]): Promise<readonly string[]> {
  const { deals } = (await app.does(['list', '--sort', 'name', '--json', ...flags])).json();
  return deals.map(({ deal }: { deal: { name: string } }) => deal.name);
}

describe('the deals behind a number of the report are listed', () => {
  test.each<[readonly string[], readonly string[]]>([
    [
      ['--outcome', 'lost'],
      ['Initech', 'Umbrella'],
    ],
    [['--outcome', 'no-decision'], ['Northwind']],
    [['--outcome', 'ended-by-us'], ['Globex']],
    [['--outcome', 'open'], ['Vandelay']],
    [
      ['--outcome', 'open', '--outcome', 'won'],
      ['Alder', 'Contoso', 'Fabrikam', 'Vandelay'],
    ],
    [
      ['--period', '2026-Q1'],
      ['Contoso', 'Initech'],
    ],
    [['--period', '2026-Q2', '--outcome', 'lost'], ['Umbrella']],
    [['--currency', 'usd'], ['Fabrikam']],
    [['--with', 'segment=Logistics'], ['Initech']],
    [['--with', 'owner=Ana', '--outcome', 'won'], ['Contoso']],
    [
      ['--with', 'field:Region=North', '--with', 'segment=Retail'],
      ['Contoso', 'Vandelay'],
    ],
    [['--with', 'field:Region=', '--outcome', 'lost'], ['Umbrella']],
    [['--with', 'role=never'], ['Northwind']],
    [['--with', 'role=before'], ['Alder']],
    [
      ['--with', 'role=before', '--with', 'role=never'],
      ['Alder', 'Northwind'],
    ],
    [
      ['--with', 'field:Region=South', '--with', 'field:Region=', '--with', 'segment=Retail'],
      ['Fabrikam', 'Umbrella'],
    ],
    [['--with', 'contact-was=decides'], ['Northwind']],
    [['--with', 'contact-was=Decides'], ['Northwind']],
    [['--with', 'contact-was=decider'], ['Northwind']],
    [['--with', 'stage=discovery'], ['Northwind']],
    [['--with', 'beaten=hooli'], ['Alder']],
  ])('%j', async (flags, deals) => {
    expect(await names(await someDeals(), ...flags)).toEqual(deals);
  });

  test('and are as many as the figure counts', async () => {
    const app = await someDeals();
    for (const field of ['segment', 'owner', 'field:Region', 'role', 'contact-was']) {
      const { figures } = (await app.does(['report', 'by', '--by', field, '--json'])).json();
      for (const { key, total } of figures[0].rows) {
        const decided = ['won', 'lost', 'no-decision'].flatMap((group) => ['--outcome', group]);
        expect(await names(app, '--with', `${field}=${key}`, ...decided)).toHaveLength(total);
      }
    }
  });
});

describe('what list cannot filter by', () => {
  test.each([
    [['--with', 'segment'], '--with segment has no value.', 'lossdebrief list --with segment=VALUE'],
    [['--with', 'Deal Type'], '--with Deal Type has no value.', 'lossdebrief list --with "Deal Type"=VALUE'],
    [
      ['--with', 'sales_rep_id=Ana'],
      '--with sales_rep_id is not a field that is known.',
      'An import reads sales_rep_id as owner',
    ],
    [['--with', 'luck=good'], '--with luck is not a field that is known.', 'Use segment, owner'],
    [['--with', 'segment=Banks'], 'No deal on file has segment “Banks”.', 'Use one of: Logistics, Retail'],
    [['--with', 'role=done'], 'No deal on file has role “done”.', 'Use one of: before, never'],
    [['--with', 'persona=CFO'], 'No deal on file has persona “CFO”.', 'Nothing is noted there yet.'],
    [['--period', 'lately'], '--period lately is not a period that is understood.', '2026-Q3'],
    [['--period', '2026', '--from', '2026-01-01'], 'do not go together', ''],
    [['--currency', 'euros'], '--currency euros is not a currency.', 'EUR'],
    [['--outcome', 'gone'], '--outcome gone is not an outcome.', 'won, lost, no-decision, ended-by-us, open'],
  ])('list %j is refused, with what there is', async (flags, says, hint) => {
    const { exitCode, out, err } = await (await someDeals()).run(['list', ...flags]);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err.replaceAll(/\s+/g, ' ')).toContain(says);
    expect(err.replaceAll(/\s+/g, ' ')).toContain(hint);
  });

  test('two fields that no deal has together are an empty list', async () => {
    const ran = await (await someDeals()).does(['list', '--with', 'segment=Logistics', '--with', 'owner=Ben']);
    expect(ran.out.trim().split('\n').length).toBeLessThanOrEqual(1);
    expect(ran.err).toContain('None of the 8 deals fits');
  });
});
