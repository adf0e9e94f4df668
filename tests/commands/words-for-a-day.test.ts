import { describe, expect, test } from 'vitest';
import { type Ran, testApp, type TestApp } from '../support/test-app.ts';

/** What was printed, without where its lines break. */
function told({ out }: Ran): string {
  return out.replaceAll(/\s+/g, ' ');
}

async function withLoss(...settings: readonly string[]): Promise<TestApp> {
  const app = await testApp();
  const set = ['outcome=lost-competitor', ...settings].flatMap((one) => ['--set', one]);
  await app.does(['new', 'Contoso', ...set]);
  return app;
}

async function shown(app: TestApp): Promise<string> {
  return told(await app.does(['show', 'D1'], { isTTY: true }));
}

describe('a day that was given as a time', () => {
  test('is said in the words it was given in, with the day that was taken', async () => {
    const app = await withLoss('decides-on=Q2');
    expect(await shown(app)).toContain('before they decide: "Q2", taken as Thursday 1 April 2027)');
    expect(await shown(app)).toContain('Do you know when they could buy? Q2, taken as Thursday 1 April 2027');
  });

  test('is said so on the call sheet, and before the next call', async () => {
    const app = await withLoss('decides-on=Q2');
    const due = told(await app.does(['due'], { isTTY: true, today: '2027-01-25' }));
    expect(due).toContain('half of the wait before they decide: "Q2", taken as Thursday 1 April 2027');
    const done = told(await app.does(['done', 'F1', '--outcome', 'no-answer'], { isTTY: true, today: '2027-02-01' }));
    expect(done).toContain(
      'Next: Thursday 25 March 2027, shortly before they decide: "Q2", taken as Thursday 1 April 2027.',
    );
    const then = told(await app.does(['done', 'F3'], { isTTY: true, today: '2027-03-26' }));
    expect(then).toContain('Next: Thursday 1 April 2027, they decide: "Q2", taken as Thursday 1 April 2027.');
  });

  test.each([
    ['call-on=after Easter', 'they named "after Easter", taken as Tuesday 30 March 2027'],
    ['trigger-on=next spring', '30 days before the event: "next spring", taken as Monday 1 March 2027'],
  ])('%s is said so in the plan', async (setting, because) => {
    expect(await shown(await withLoss('trigger=the plant opens', setting))).toContain(because);
  });

  test('keeps its words beside the day', async () => {
    const app = await withLoss('decides-on=  in  March 2027 ');
    const { answers } = (await app.does(['show', 'D1', '--json'])).json().debrief;
    expect(answers).toMatchObject({ 'decides-on': '2027-03-01', 'decides-on-words': 'in March 2027' });
  });

  test.each([
    ['another day', 'decides-on=2027-03-15', 'before they decide on Monday 15 March 2027)'],
    ['another time', 'decides-on=may', 'before they decide: "may", taken as Monday 3 May 2027)'],
  ])('loses them where it is corrected to %s', async (_what, setting, because) => {
    const app = await withLoss('decides-on=Q2');
    await app.does(['edit', 'D1', '--set', setting]);
    expect(await shown(app)).toContain(because);
    expect(await shown(app)).not.toContain('Q2');
  });

  test('keeps them where something else is corrected', async () => {
    const app = await withLoss('decides-on=Q2');
    await app.does(['edit', 'D1', '--set', 'winner=Globex']);
    expect(await shown(app)).toContain('before they decide: "Q2", taken as Thursday 1 April 2027)');
  });

  test('goes into another file with them', async () => {
    const app = await withLoss('decides-on=Q2');
    const { out } = await app.does(['export', '--format', 'jsonl']);
    const other = await testApp();
    await other.does(['import', '-'], { stdin: out });
    await other.does(['done', 'F1', '--outcome', 'no-answer'], { today: '2027-02-01' });
    expect(await shown(other)).toContain('shortly before they decide: "Q2", taken as Thursday 1 April 2027');
  });
});

test('a day that was given as one has no words beside it', async () => {
  const app = await withLoss('decides-on=1 april 2027');
  expect(await shown(app)).toContain('before they decide on Thursday 1 April 2027)');
  expect(Object.keys((await app.does(['show', 'D1', '--json'])).json().debrief.answers)).not.toContain(
    'decides-on-words',
  );
});

test('words for a day that name no time are refused', async () => {
  const app = await testApp();
  const ran = await app.run([
    'new',
    'Contoso',
    '--set',
    'outcome=postponed',
    '--set',
    'decides-on-words=when Dana is back',
  ]);
  expect(ran.exitCode).toBe(2);
  expect(ran.err).toContain('decides-on-words');
});
