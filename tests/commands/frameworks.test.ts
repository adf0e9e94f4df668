import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../store/temporary-folder.ts';
import type { Script } from '../support/scripted-terminal.ts';
import { type Ran, type Setting, type TestApp, testApp } from '../support/test-app.ts';

/** The examples of the page that teaches frameworks, by their ids. */
const EXAMPLES = new Map(
  [...readFileSync('docs/frameworks.md', 'utf8').matchAll(/```yaml\n(id: (\S+)\n.*?)```/gs)].map(
    ([, text = '', id = '']) => [id, text] as const,
  ),
);

/** A program with a config folder of its own, in which the framework of that id is chosen. */
async function withFolder(chosen?: string): Promise<{
  readonly app: TestApp;
  readonly folder: string;
  readonly run: (args: readonly string[], setting?: Setting) => Promise<Ran>;
  readonly does: (args: readonly string[], setting?: Setting) => Promise<Ran>;
  readonly put: (id: string, text?: string) => string;
}> {
  const app = await testApp();
  const home = temporaryFolder();
  const config = join(home, 'config.yaml');
  const folder = join(home, 'frameworks');
  if (chosen !== undefined) writeFileSync(config, `framework: ${chosen}\n`);
  return {
    app,
    folder,
    run: (args, setting) => app.run(args, { config, ...setting }),
    does: (args, setting) => app.does(args, { config, ...setting }),
    put: (id, text = EXAMPLES.get(id) ?? '') => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${id}.yaml`), text);
      return join(folder, `${id}.yaml`);
    },
  };
}

/** Two answers, and Ctrl-C. */
const BEGUN: Script = [
  ['deal', 'Harbour'],
  ['outcome', 'n'],
];

const SHORT_LOSS = ['outcome=cancelled', 'reason=no-urgency', 'wrote-the-list=no', 'own-it=I came late'];

describe('what there is', () => {
  test('is listed with what it is for and whether it is in use', async () => {
    const { does } = await withFolder('bant');
    const rows = (await does(['frameworks'])).out.split('\n');
    expect(rows[0]).toBe('id\ttitle\tinUse\twhose\tasked\tfor');
    expect(rows.find((row) => row.startsWith('bant\t'))).toMatch(/^bant\tBANT\tyes\tours\tin the deep look/);
    expect(rows.find((row) => row.startsWith('spiced\t'))).toMatch(/^spiced\tSPICED\tno\tours/);
    expect(rows.find((row) => row.startsWith('loss\t'))).toMatch(
      /^loss\tAfter a loss\tyes\tours\ttwo minutes after a loss/,
    );
    expect((await does(['frameworks', 'list'])).out).toBe(rows.join('\n'));
  });

  test('says of an own one that it takes the place of ours', async () => {
    const { does, put } = await withFolder('short-loss');
    put('short-loss');
    const { frameworks } = (await does(['frameworks', '--json'])).json();
    const inUse = frameworks.filter(
      ({ pass, after }: { pass: string; after: string }) => pass === 'quick' && after === 'loss',
    );
    expect(inUse).toMatchObject([
      { id: 'short-loss', whose: 'own', inUse: true, for: 'tenders, which end by letter' },
      { id: 'loss', whose: 'ours', inUse: false },
    ]);
  });

  test('stands on a terminal under what is done with it, with nothing cut', async () => {
    const { does, put } = await withFolder('meddpicc');
    put('site-visit');
    const { out } = await does(['frameworks'], { isTTY: true });
    const [inUse = '', notInUse = ''] = out.split('Not in use');
    expect(inUse).toMatch(/^In use\n/);
    expect(inUse).toContain('MEDDPICC: in the deep look, beside ours; for large deals');
    expect(notInUse).toMatch(/site-visit +Site visit, your own: in the deep look/);
    expect(out).not.toContain('…');
  });

  test('names what cannot be used, and lists the rest', async () => {
    const { does, put } = await withFolder();
    put('site-visit', 'id: site-visit\n');
    const { out, err } = await does(['frameworks']);
    expect(out).not.toContain('site-visit');
    expect(err).toBe('Not usable: site-visit. What is wrong: lossdebrief frameworks check\n');
    expect((await does(['frameworks', '--json'])).json().unusable).toMatchObject([{ id: 'site-visit' }]);
  });
});

describe('the tab key', () => {
  test.each([
    [['frameworks', 'show', 'sp'], ['spiced']],
    [['focus', 'bant.n'], ['bant.need']],
    [['review', 'D1', '--set', 'bant.n'], ['bant.need=']],
    [
      ['review', 'D1', '--set', 'bant.need='],
      ['bant.need=before', 'bant.need=late', 'bant.need=never', 'bant.need=unknown'],
    ],
  ])('completes %j', async (words, expected) => {
    const { does } = await withFolder('bant');
    const { out } = await does(['complete', '--', ...words]);
    const offered = out.trimEnd().split('\n').slice(0, -1);
    expect(offered.map((line) => line.split('\t')[0])).toEqual(expected);
  });
});

describe('a chosen list of steps', () => {
  test('can be worked on as one area, and is scored by later looks', async () => {
    const { does } = await withFolder('meddpicc');
    await does(['focus', 'meddpicc.champion', '--for', '30d']);
    await does(['new', 'Acme', '--set', 'outcome=lost-competitor'], { today: '2026-11-24' });
    await does(['review', 'D1', '--set', 'meddpicc.champion=before'], { today: '2026-11-25' });
    const { focus } = (await does(['focus', '--json'], { today: '2026-11-25' })).json();
    expect(focus).toMatchObject({ area: 'meddpicc.champion', score: { done: 1, known: 1 } });
  });

  test('stays with a look that was begun, whatever is chosen meanwhile', async () => {
    const app = await testApp();
    await app.does(['new', 'Acme', '--won']);
    const given = ['--set', 'bant.need=never'];
    await app.run(['review', 'D1', ...given], { settings: { framework: 'bant' }, script: [['from-notes', '']] });
    const { out } = await app.does(['review', 'D1', '--set', 'smallest=a late reply'], {
      settings: { framework: 'spiced' },
    });
    expect(out).toContain('BANT: Need was left out in Acme.');
  });
});

describe('one of them is shown', () => {
  test('with its steps, why each is asked, and what follows where it was missed', async () => {
    const { does } = await withFolder();
    const { out } = await does(['frameworks', 'show', 'MEDDPICC']);
    expect(out).toContain('Economic buyer: who can release the money');
    expect(out).toContain('If it was missed: When a deal gets to a proposal');
    expect(out).toContain('Have it asked: lossdebrief config set framework meddpicc');
  });

  test('with its questions, when they are asked, and its rules', async () => {
    const { does } = await withFolder();
    const { out } = await does(['frameworks', 'show', 'loss']);
    expect(out).toContain('Who won it?');
    expect(out).toContain('Only where outcome is lost-competitor, lost-incumbent or in-house.');
    expect(out).toContain('I will call');
    expect(out).not.toContain('config set framework loss');
    expect((await does(['frameworks', 'show', 'loss', '--json'])).json().framework).toMatchObject({
      id: 'loss',
      whose: 'ours',
      inUse: true,
      rules: expect.any(Array),
    });
  });

  test('and one that there is not ends with 3', async () => {
    const { run } = await withFolder();
    const { exitCode, err } = await run(['frameworks', 'show', 'sandler']);
    expect({ exitCode, err }).toMatchObject({
      exitCode: 3,
      err: expect.stringMatching(/^error: There is no framework sandler/),
    });
  });
});

describe('a start of one', () => {
  test('holds as it stands, and is not written over', async () => {
    const { run, does, folder } = await withFolder();
    const { out } = await does(['frameworks', 'new', 'my-steps']);
    expect(out).toContain(join(folder, 'my-steps.yaml'));
    expect(out).toContain('lossdebrief config set framework my-steps');
    expect((await does(['frameworks', 'check'])).out).toBe(`good   ${join(folder, 'my-steps.yaml')}\n`);
    writeFileSync(join(folder, 'my-steps.yaml'), '# mine\n');
    expect((await run(['frameworks', 'new', 'my-steps'])).exitCode).toBe(8);
    expect(readFileSync(join(folder, 'my-steps.yaml'), 'utf8')).toBe('# mine\n');
    await does(['frameworks', 'new', 'my-steps', '--force']);
    expect(readFileSync(join(folder, 'my-steps.yaml'), 'utf8')).toMatch(/^# yaml-language-server: \$schema=file:\/\//);
  });

  test.each(['My Steps', '../steps', 'meddpicc', 'loss'])('is refused under the name %s', async (id) => {
    const { run } = await withFolder();
    expect((await run(['frameworks', 'new', id])).exitCode).toBe(2);
  });
});

describe('the examples of the page', () => {
  test.each([...EXAMPLES.keys()])('%s holds', async (id) => {
    const { does, put } = await withFolder();
    put(id);
    expect((await does(['frameworks', 'check', '--json'])).json().files).toMatchObject([{ problems: [] }]);
  });

  test('a list of steps is asked in the deep look, and counted beside ours', async () => {
    const { does, put } = await withFolder('site-visit');
    put('site-visit');
    await does(['new', 'Acme', '--set', 'outcome=lost-competitor']);
    const { out } = await does(['review', 'D1', '--set', 'site-visit.foreman-met=never']);
    expect(out).toContain('When I walk a line, I will ask for ten minutes with the foreman.');
    await does(['new', 'Globex', '--won']);
    await does(['review', 'D2', '--set', 'site-visit.foreman-met=before']);
    const { figures } = (await does(['report', 'steps', '--json'])).json();
    expect(figures[0].rows.at(-1)).toMatchObject({
      key: 'site-visit.foreman-met',
      label: 'Foreman met (Site visit)',
      wonDone: 1,
      wonAsked: 1,
      lostDone: 0,
      lostAsked: 1,
    });
    expect((await does(['report', 'by', '--by', 'site-visit.foreman-met', '--json'])).exitCode).toBe(0);
  });

  test('a questionnaire takes the place of ours, question by question', async () => {
    const { does, put } = await withFolder('short-loss');
    put('short-loss');
    const script: Script = [
      ['deal', 'Harbour'],
      ['outcome', 'n'],
      ['reason', ''],
      ['wrote-the-list', 'n'],
      ['own-it', 'I came late'],
      ['review', ''],
    ];
    const { err, out } = await does(['new'], { script });
    expect(err).toContain('After a lost tender');
    expect(out).toContain('When I hear that a tender is planned, I will offer to help with the list.');
    expect((await does(['show', 'D1', '--json'])).json().debrief).toMatchObject({
      framework: 'short-loss',
      answers: { outcome: 'cancelled', 'wrote-the-list': 'no', 'own-it': 'I came late' },
    });
  });
});

describe('a deep look of their own', () => {
  const OWN_DEEP = `id: my-deep
version: 3
title: A short deep look
after: loss
pass: deep
steps-behind: sat-with
fulfils: [deep-review]
questions:
  - { id: sat-with, short: Sat with, kind: choice, class: fact, ask: Whom did you sit with?, options: { users: users, bosses: bosses }, why: They decide. }
  - { id: last-word, short: Last word, kind: text, class: reflection, when: { first.outcome: cancelled }, ask: And now?, why: To end it. }
rules:
  - { id: sit-with-users, slot: move, weight: 50, when: { sat-with: bosses }, action: "When the next deal opens, I will sit with the users.", because: "In {first.deal} you did not.", due: 5 business days }
`;

  test('takes the place of ours, asks the chosen steps where it says, and is fulfilled like ours', async () => {
    const { does, put } = await withFolder('my-deep, bant');
    put('my-deep', OWN_DEEP);
    await does(['new', 'Acme', '--set', 'outcome=cancelled']);
    const script: Script = [
      ['sat-with', 'b'],
      ['bant', 'bbnb'],
      ['last-word', 'on we go'],
      ['review', ''],
    ];
    const { out, err } = await does(['review', 'D1'], { script });
    expect(err).toContain('A short deep look: Acme');
    expect(out).toContain('I will sit with the users.');
    expect(out).toContain('BANT: Need was left out in Acme.');
    expect(out).toMatch(/Done with it: A\d\./);
    expect((await does(['show', 'D1', '--json'])).json().reviews).toMatchObject([{ framework: 'my-deep', version: 3 }]);
  });

  test.each<[what: string, piece: string, changed: string, said: RegExp]>([
    [
      'that looks at what no quick pass asks',
      'first.outcome: cancelled',
      'first.outcom: cancelled',
      /looks at "first\.outcom"/,
    ],
    [
      'that asks the steps behind a question that it has not',
      'behind: sat-with',
      'behind: people',
      /there is no question "people" \(use one of: sat-with, last-word\)/,
    ],
    [
      'that fulfils a rule that there is not',
      '[deep-review]',
      '[deep-look]',
      /"deep-look" is no rule of the quick pass/,
    ],
  ])('is refused %s', async (_what, piece, changed, said) => {
    const { run, put } = await withFolder();
    put('my-deep', OWN_DEEP.replace(piece, changed));
    const { exitCode, out } = await run(['frameworks', 'check']);
    expect(exitCode).toBe(2);
    expect(out).toMatch(said);
  });
});

describe('what is kept', () => {
  const READERS = [
    ['show', 'D1'],
    ['show', 'D1', '--json'],
    ['list'],
    ['list', '--json'],
    ['report', 'steps'],
    ['report', 'repeats', '--json'],
  ];

  test('reads the same after the framework is edited, and after it is deleted', async () => {
    const { does, put, folder } = await withFolder('short-loss, site-visit');
    const [loss, steps] = [put('short-loss'), put('site-visit')];
    await does(['new', 'Acme', ...SHORT_LOSS.flatMap((one) => ['--set', one])]);
    await does(['review', 'D1', '--set', 'site-visit.foreman-met=late']);
    const read = async (): Promise<readonly string[]> => {
      const said: string[] = [];
      for (const args of READERS) said.push((await does(args)).out);
      return said;
    };
    const before = await read();
    expect(before.join()).toContain('Did you have a hand in their list of demands?');
    expect(before.join()).toContain('Foreman met (Site visit)');

    writeFileSync(
      loss,
      readFileSync(loss, 'utf8').replaceAll('wrote-the-list', 'drew-the-list').replace('version: 1', 'version: 2'),
    );
    writeFileSync(
      steps,
      readFileSync(steps, 'utf8').replace('Foreman met', 'Foreman asked').replace('Site visit', 'Visit'),
    );
    expect(await read()).toEqual(before);

    writeFileSync(loss, 'nonsense: [');
    expect(await read()).toEqual(before);

    rmSync(folder, { recursive: true });
    expect(await read()).toEqual(before);
  });

  test('an unfinished debrief goes on with the edited framework, and waits for one that is gone', async () => {
    const { run, does, put } = await withFolder('short-loss');
    const path = put('short-loss');
    await run(['new'], { script: BEGUN });
    writeFileSync(path, (EXAMPLES.get('short-loss') ?? '').replace('What do you think it was?', 'Why, do you think?'));
    const asked = await does(['new', '--resume', 'R1', '--set', 'own-it=I came late', '--json']);
    expect(asked.json().debrief.answers).toMatchObject({ outcome: 'cancelled', 'own-it': 'I came late' });
  });

  test('a draft whose framework is gone is kept as it is', async () => {
    const { run, does, put } = await withFolder('short-loss');
    const path = put('short-loss');
    await run(['new'], { script: BEGUN });
    rmSync(path);
    const { exitCode, err } = await run(['new', '--resume', 'R1', '--set', 'own-it=x']);
    expect(exitCode).toBe(2);
    expect(err).toContain(
      'R1 was begun with the framework short-loss, which is not here any more. It is kept as it is.',
    );
    put('short-loss');
    expect((await does(['new', '--resume', 'R1', '--set', 'own-it=x', '--json'])).json().debrief.framework).toBe(
      'short-loss',
    );
  });
});

describe('a file that is wrong', () => {
  const WRONG = (EXAMPLES.get('site-visit') ?? '').replace('    why: A plan', '    wy: A plan');

  test('is refused by check with the file, the place and what would mend it, and ends with 2', async () => {
    const { run, put } = await withFolder();
    const path = put('site-visit', WRONG);
    const line = WRONG.split('\n').findIndex((one) => one.includes('wy:')) + 1;
    const { exitCode, out } = await run(['frameworks', 'check']);
    expect(exitCode).toBe(2);
    expect(out).toContain(`${path}:${line}:`);
    expect(out).toContain('"wy" is not known here (check the spelling, or take it out)');
  });

  test('is found wherever it lies, if it is named', async () => {
    const { run } = await withFolder();
    const path = join(temporaryFolder(), 'site-visit.yaml');
    writeFileSync(path, EXAMPLES.get('site-visit') ?? '');
    expect((await run(['frameworks', 'check', path])).exitCode).toBe(0);
    const missing = await run(['frameworks', 'check', `${path}x`]);
    expect(missing).toMatchObject({ exitCode: 2, out: expect.stringContaining('There is no file') });
  });

  test.each([['due'], ['list'], ['report'], ['frameworks'], ['new', 'Acme', '--set', 'outcome=cancelled']])(
    'does not stop `%s` while it is not chosen',
    async (...args) => {
      const { run, put } = await withFolder();
      put('site-visit', WRONG);
      expect(await run(args)).toMatchObject({ exitCode: 0 });
    },
  );

  test.each([
    ['new', 'Acme', '--set', 'outcome=cancelled'],
    ['review', 'D1', '--set', 'smallest=x'],
  ])('stops `%s` where it is the one chosen', async (...args) => {
    const { app, run, put } = await withFolder('site-visit');
    await app.does(['new', 'Contoso', '--set', 'outcome=cancelled']);
    put('site-visit', WRONG);
    const { exitCode, err } = await run(args);
    expect(exitCode).toBe(2);
    expect(err).toContain('"wy" is not known here');
  });

  test('does not stop due, list and show even where it is chosen', async () => {
    const { app, run, put } = await withFolder('site-visit');
    await app.does(['new', 'Contoso', '--set', 'outcome=cancelled']);
    put('site-visit', WRONG);
    for (const args of [['due'], ['list'], ['show', 'D1'], ['report']]) {
      expect(await run(args)).toMatchObject({ exitCode: 0 });
    }
  });

  test('is said of a folder that is none, and stops nothing', async () => {
    const { run, folder } = await withFolder();
    writeFileSync(folder, '');
    expect(await run(['new', 'Acme', '--set', 'outcome=cancelled'])).toMatchObject({ exitCode: 0 });
    expect(await run(['frameworks', 'check'])).toMatchObject({ exitCode: 2, out: expect.stringContaining(folder) });
  });

  test('and a choice that is nowhere is said, with the way out', async () => {
    const { run } = await withFolder('sandler');
    const { exitCode, err } = await run(['new', 'Acme', '--set', 'outcome=cancelled']);
    expect(exitCode).toBe(2);
    expect(err).toContain('The setting framework names "sandler"');
    expect(err).toContain('lossdebrief config unset framework');
  });
});
