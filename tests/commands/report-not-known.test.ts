import { describe, expect, test } from 'vitest';
import { setting } from '../support/debriefs.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** What a CRM has of ten deals: how they ended and what they were worth. */
const EXPORT = [
  'Deal ID,Deal,Status,Close Date,Create Date,Amount',
  ...['Won', 'Won', 'Won', 'Won', 'Lost', 'Lost', 'Lost', 'Lost', 'Lost', 'Lost'].map(
    (status, place) => `${place},Contoso ${place},${status},2026-0${(place % 9) + 1}-10,2025-12-01,9000`,
  ),
].join('\n');

async function importedDeals(): Promise<TestApp> {
  const app = await testApp();
  await app.does(['import', '-', '--yes'], { stdin: EXPORT });
  return app;
}

async function threeLosses(): Promise<TestApp> {
  const app = await testApp();
  for (const name of ['Northwind', 'Contoso', 'Fabrikam']) {
    const answers = {
      outcome: 'lost-competitor',
      reason: name === 'Contoso' ? 'price' : 'trust-risk',
      'decided-on': '2026-10-02',
    };
    await app.does(['new', name, ...setting(answers)]);
  }
  return app;
}

const FOR_MANAGER =
  'Reasons, competitors, where losses turn, what was done before the demo, what goes with winning, what came of plans, ' +
  'what comes back and the one thing to change.';

describe('of deals that nobody has debriefed', () => {
  test.each(['text', 'markdown', 'html'])(
    'a manager’s report as %s names in one place what is not known',
    async (format) => {
      const { out } = await (await importedDeals()).does(['report', '--for', 'manager', '--format', format]);
      const after = out.slice(out.indexOf('Not known yet'));
      expect(after).toContain(FOR_MANAGER);
      expect(after).toContain('0 of 10 closed deals are debriefed.');
      expect(out).not.toContain('Nothing to count here yet');
      expect(out).not.toContain('What goes with winning');
      expect(out).not.toContain('lossdebrief report');
    },
  );

  test('one’s own report does so too, and says where to read what it takes', async () => {
    const { out } = await (await importedDeals()).does(['report'], { isTTY: true, width: 80 });
    expect(out).toContain(
      '\nNot known yet\n  Reasons, competitors, where losses turn, what was done before the demo, what\n',
    );
    expect(out).toContain("the buyers' own reasons");
    expect(out.trimEnd()).toMatch(/^ {2}What one of them takes: lossdebrief report reasons$/m);
  });

  test('a rate that nobody can tell has no row, and a note says why', async () => {
    const { out } = await (await importedDeals()).does(['report', 'win-rates']);
    expect(out).toContain('won, of all decisions');
    expect(out).not.toContain('won, where a vendor was chosen');
    expect(out).toContain('so it is not known yet how many went to another vendor');
    const { figures } = (await (await importedDeals()).does(['report', 'win-rates', '--json'])).json();
    expect(figures[0].rows).toHaveLength(3);
  });

  test('a single deal is said in the right number, and where those are that wait', async () => {
    const app = await testApp();
    await app.does(['import', '-', '--yes'], { stdin: EXPORT.split('\n').slice(0, 2).join('\n') });
    const { out } = await app.does(['report']);
    expect(out).toMatch(/^0 of 1 closed deal is debriefed\. /);
    expect(out).toContain('\n  0 of 1 closed deal is debriefed. Those that wait: lossdebrief due\n');
  });

  test('a report for marketing has no table of a single row in which nothing is noted', async () => {
    const { out } = await (await importedDeals()).does(['report', '--for', 'marketing']);
    expect(out).toContain(
      'What buyers found better, what mattered to whom, competitors, where losses turn, what is won by persona, what is won by segment and what is won by source.',
    );
    expect(out).not.toContain('not noted');
  });

  test.each([
    ['json', '"id": "reasons"'],
    ['csv', '\nsteps,'],
  ])('%s keeps every figure', async (format, holds) => {
    const { out } = await (await importedDeals()).does(['report', '--for', 'manager', '--format', format]);
    expect(out).not.toContain('Not known yet');
    expect(out).toContain(holds);
  });

  test.each([
    ['reasons', 'A reason comes with the debrief of a loss'],
    ['competitors', 'A debrief asks who had the business'],
    ['repeats', 'No step was missed twice'],
  ])('%s, when asked for by name, says what it takes', async (id, says) => {
    const { out } = await (await importedDeals()).does(['report', id]);
    expect(out).not.toContain('Not known yet');
    expect(out).toContain(says);
  });
});

describe('of deals that are debriefed', () => {
  test('what comes back is told, and that nothing did is no gap', async () => {
    const app = await threeLosses();
    expect((await app.does(['report'])).out).toContain('What came back within 180 days');
    await app.does(['delete', 'D1', '--yes']);
    const { out } = await app.does(['report']);
    expect(out).toContain(
      'What came back within 180 days (deals overlap)\n  No step was missed twice and no reason came back',
    );
    expect(out.slice(out.indexOf('Not known yet'))).not.toContain('what comes back');
  });

  test('where all are, more debriefs will tell', async () => {
    const { out } = await (await threeLosses()).does(['report']);
    expect(out).toMatch(/Not known yet\n.*What was done before the demo.*\n +More debriefs will tell\./i);
  });

  test('what --min-evidence hides is not called unknown', async () => {
    const { out } = await (await threeLosses()).does(['report', '--min-evidence', 'rate']);
    expect(out).toContain('What I think the losses came from\n  2 rows with fewer deals are not shown.');
  });
});

test('what is open is told as of now, whatever the period of the report', async () => {
  const app = await importedDeals();
  await app.does(['log', 'Alder & Sons', 'call']);
  const { out } = await app.does(['report', 'scope', '--period', '2026-Q1']);
  expect(out).toMatch(/ open now +1\n/);
});
