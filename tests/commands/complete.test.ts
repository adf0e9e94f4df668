import { beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../support/test-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
  await app.does(['new', 'Northwind Logistics', '--set', 'outcome=lost-competitor', '--set', 'contact=Dana Reyes']);
  await app.does(['phrases', 'add', 'What happens if you do nothing?']);
  await app.does(['log', 'Contoso', 'call', 'asked for the price']);
});

/** What a shell would offer after these words, the last of which is the one begun. */
async function offered(...words: readonly string[]): Promise<readonly string[]> {
  const { out } = await app.does(['complete', '--', ...words]);
  return out
    .trimEnd()
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t')[0] ?? '');
}

describe('what may come next', () => {
  test('the commands that --help lists are offered first', async () => {
    expect(await offered('')).toEqual(expect.arrayContaining(['new', 'due', 'report', 'completion', 'help']));
    expect(await offered('')).not.toContain('complete');
    expect(await offered('re')).toEqual(['review', 'report', 'restore']);
  });

  test('a command within a command is offered after it', async () => {
    expect(await offered('phrases', '')).toEqual(expect.arrayContaining(['add', 'used']));
  });

  test('after a dash come the flags of the command, and those that work everywhere', async () => {
    expect(await offered('due', '--')).toEqual(expect.arrayContaining(['--within', '--check', '--db', '--json']));
    expect(await offered('due', '--che')).toEqual(['--check']);
    expect(await offered('list', '--che')).toEqual([]);
  });

  test.each([
    [
      ['report', '--every', ''],
      ['month', 'quarter', 'year'],
    ],
    [['report', '--every', 'm'], ['month']],
    [['report', '--every=q'], ['quarter']],
    [['due', '--json', '--check', ''], []],
    [['completion', 'f'], ['fish']],
    [['report', 'win'], ['win-rates']],
    [['report', '--by', 'seg'], ['segment']],
    [['list', '--reason', 'trust'], ['trust-risk']],
    [['list', '--outcome', 'won'], ['won']],
    [['log', 'D1', 'c'], ['call']],
    [['phrases', 'add', 'x', '--stage', 'demo'], ['demo']],
    [['focus', 'why'], ['why-now']],
    [
      ['config', 'set', 'c'],
      ['currency', 'call-time', 'channel', 'contract-lead'],
    ],
  ])('%j is completed with what that place takes', async (words, expected) => {
    expect(await offered(...words)).toEqual(expected);
  });

  test('ids of answers are offered, and once one is there its codes', async () => {
    expect(await offered('new', '--set', 'outc')).toEqual(['outcome=']);
    // The words for a day are kept by themselves.
    expect(await offered('new', '--set', 'decides')).toEqual(['decides-on=']);
    expect(await offered('new', '--set', 'steps.why-now=')).toEqual(
      ['before', 'late', 'never', 'unknown'].map((code) => `steps.why-now=${code}`),
    );
    expect(await offered('edit', 'D1', '--set', 'reason=tr')).toEqual(['reason=trust-risk']);
    expect(await offered('new', '--set', 'turning-point=neg')).toEqual(['turning-point=negotiation']);
  });

  test('ids of records are offered with what they are', async () => {
    const { out } = await app.does(['complete', '--', 'show', 'd']);
    expect(out).toContain('D1\tNorthwind Logistics\n');
    expect(await offered('phrases', 'used', '')).toEqual(['P1']);
    expect(await offered('done', 'A')).toEqual(expect.arrayContaining(['A1']));
    expect(await offered('done', 'A1', 'A')).toContain('A2');
    expect(await offered('new', 'D')).toEqual([]);
  });

  test('where a file is meant, finding it is left to the shell', async () => {
    expect((await app.does(['complete', '--', 'import', ''])).out).toBe(':32\n');
    expect((await app.does(['complete', '--', 'new', '--answers', ''])).out).toBe(':32\n');
    expect((await app.does(['complete', '--', 'show', 'x'])).out).toBe(':36\n');
  });

  test('nothing is put behind a word that goes on', async () => {
    expect((await app.does(['complete', '--', 'new', '--set', 'outc'])).out).toMatch(/:38\n$/);
  });

  test('what a record holds can neither drive the terminal nor break a line', async () => {
    const other = await testApp();
    await other.does(['log', 'A\tB\n\u001B]0;x\u0007', 'call']);
    expect((await other.does(['complete', '--', 'show', ''])).out).toMatch(/^D1\tA B[^\n\t\p{Cc}]*\n:36\n$/u);
  });

  test.each([[['']], [['no-such-command', '']], [['--no-such-flag', '']], [['report', '--every']], [['due', '-']]])(
    'whatever was typed, such as %j, ends in peace',
    async (words) => {
      expect(await app.run(['complete', '--', ...words])).toMatchObject({ exitCode: 0, err: '' });
    },
  );
});
