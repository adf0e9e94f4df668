import { lstatSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SETTING_NAMES } from '../../src/core/settings/known-settings.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { rounds } from '../support/rounds.ts';
import { type Ran, type Setting, type TestApp, testApp } from '../support/test-app.ts';

describe('what is set', () => {
  test('every setting is listed with its value, and in a pipe as a table', async () => {
    const { config } = await withConfig();
    const [head, ...rows] = (await config([])).out.slice(0, -1).split('\n');
    expect(head).toBe('name\tvalue\torigin\tplace');
    expect(rows.map((row) => row.split('\t')[0])).toEqual(SETTING_NAMES);
    expect(rows).toContain('call-time\t09:00\tdefault\t');
    expect((await config(['list'])).out).toBe([head, ...rows, ''].join('\n'));
  });

  test('on a terminal each one says where its value comes from, and the file is named', async () => {
    const { path, config } = await withConfig('# mine\nchannel: email\n');
    const { out } = await config([], { isTTY: true, variables: { LOSSDEBRIEF_CONTRACT_LEAD: '4' } });
    expect(out).toMatch(/^ {2}channel +email {2}line 2$/m);
    expect(out).toMatch(/^ {2}contract-lead +4 {2}LOSSDEBRIEF_CONTRACT_LEAD$/m);
    expect(out).toMatch(/^ {2}red-flags +none$/m);
    expect(out).toContain(path);
  });

  test('a variable wins over the file, and an empty one counts as unset', async () => {
    const { config } = await withConfig('call-time: 08:00\n');
    expect((await config(['get', 'call-time'])).out).toBe('08:00\n');
    const won = await config(['get', 'call-time', '--json'], { variables: { LOSSDEBRIEF_CALL_TIME: '7:15' } });
    expect(won.json().setting).toMatchObject({
      value: '07:15',
      origin: { from: 'environment', variable: 'LOSSDEBRIEF_CALL_TIME' },
    });
    expect((await config(['get', 'call-time'], { variables: { LOSSDEBRIEF_CALL_TIME: '' } })).out).toBe('08:00\n');
  });

  test('a flag wins over a variable', async () => {
    const { config } = await withConfig('db: /home/me/deals.db\n');
    const variables = { LOSSDEBRIEF_DB: 'other.db' };
    const get = ['get', 'db', '--json'];
    expect((await config(get)).json().setting.origin).toEqual({ from: 'file', line: 1 });
    expect((await config(get, { variables })).json().setting.value).toBe('other.db');
    expect((await config([...get, '--db', 'third.db'], { variables })).json().setting).toMatchObject({
      value: 'third.db',
      origin: { from: 'flag', flag: '--db' },
    });
  });

  test('JSON has the values as they are, the default and what each is for', async () => {
    const { path, config } = await withConfig('resources:\n  - SPIN Selling\n  - 5\n');
    const { schemaVersion, path: named, settings } = (await config(['--json'])).json();
    expect({ schemaVersion, named }).toEqual({ schemaVersion: 1, named: path });
    expect(settings.find(({ name }: { name: string }) => name === 'resources')).toEqual({
      name: 'resources',
      value: ['SPIN Selling', '5'],
      origin: { from: 'file', line: 1 },
      default: [],
      help: 'books, courses and videos you mean to learn from',
    });
    expect(settings.find(({ name }: { name: string }) => name === 'currency')).toMatchObject({ value: null });
  });

  test('an empty entry counts as unset', async () => {
    const { config } = await withConfig('call-time:\nstages: []\n');
    expect((await config(['get', 'call-time'])).out).toBe('09:00\n');
    expect((await config(['get', 'stages'])).out).toMatch(/^lead\nqualified\n/);
  });

  test('of a list, get prints one name a line, and of nothing nothing', async () => {
    const { config } = await withConfig('red-flags: [no owner, "late, again"]\n');
    expect((await config(['get', 'red-flags'])).out).toBe('no owner\nlate, again\n');
    expect((await config(['get', 'framework'])).out).toBe('');
  });

  test('path says where the file is, also before there is one', async () => {
    const { path, config } = await withConfig();
    expect((await config(['path'])).out).toBe(`${path}\n`);
    expect((await config(['path', '--json'])).json()).toEqual({ schemaVersion: 1, path });
  });

  test('a currency that came with the deals is shown as theirs, until one is set', async () => {
    const { app, config } = await withConfig();
    await app.does(['new', 'Acme', '--set', 'outcome=postponed', '--set', 'amount=5', '--set', 'currency=EUR']);
    expect((await config(['get', 'currency', '--json'])).json().setting).toMatchObject({
      value: 'EUR',
      origin: { from: 'deals' },
    });
    await config(['set', 'currency', 'usd']);
    expect((await config(['get', 'currency'])).out).toBe('USD\n');
  });
});

describe('setting something', () => {
  test('makes the file, for this person alone, and says what it came to', async () => {
    const path = join(temporaryFolder(), 'lossdebrief', 'config.yaml');
    const { config } = await withConfig(undefined, path);
    expect((await config(['set', 'call-time', '8:30'])).out).toBe('call-time        08:30  line 3\n');
    expect(readFileSync(path, 'utf8')).toBe('# What can be set here: lossdebrief config --help\n\ncall-time: 08:30\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700);
  });

  test('keeps the order of the file and what is noted in it', async () => {
    const { path, config } = await withConfig(MINE);
    await config(['set', 'call-time', '10:00']);
    await config(['set', 'stages', 'intro', 'demo', 'legal', 'contract']);
    await config(['set', 'channel', 'email']);
    expect(readFileSync(path, 'utf8')).toBe(
      MINE.replace('09:30', '10:00')
        .replace('  - contract', '  - legal\n  - contract')
        .replace('\n# the end', 'channel: email\n\n# the end'),
    );
  });

  test('a list is set whole, added to, and cleared', async () => {
    const { config } = await withConfig();
    await config(['set', 'red-flags', 'no owner', 'three vendors']);
    await config(['add', 'red-flags', 'a deadline of theirs, not ours']);
    expect((await config(['get', 'red-flags'])).out).toBe('no owner\nthree vendors\na deadline of theirs, not ours\n');
    await config(['set', 'red-flags', 'no owner']);
    expect((await config(['get', 'red-flags'])).out).toBe('no owner\n');
    await config(['unset', 'red-flags']);
    expect((await config(['get', 'red-flags'])).out).toBe('');
  });

  test('to add to the stages begins with those that come with it', async () => {
    const { config } = await withConfig();
    await config(['add', 'stages', 'onboarding']);
    expect((await config(['get', 'stages'])).out).toMatch(/^lead\n[^]*contract\nonboarding\n$/);
  });

  test('what is taken out leaves what was noted at the head of the file', async () => {
    const { path, config } = await withConfig('# mine\n\nchannel: email\n');
    await config(['unset', 'channel']);
    expect(readFileSync(path, 'utf8').trimEnd()).toBe('# mine');
    await config(['set', 'channel', 'video']);
    expect(readFileSync(path, 'utf8')).toBe('# mine\n\nchannel: video\n');
  });

  test('to take out what was never set makes no file', async () => {
    const { path, config } = await withConfig();
    expect((await config(['unset', 'call-time'])).out).toBe('call-time        09:00\n');
    expect(() => lstatSync(path)).toThrow('ENOENT');
  });

  test('a file that is a link stays one, and what it points to is written', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'dotfiles'));
    const [path, behind] = [join(folder, 'config.yaml'), join(folder, 'dotfiles', 'lossdebrief.yaml')];
    symlinkSync(join('dotfiles', 'lossdebrief.yaml'), path);
    const { config } = await withConfig(undefined, path);
    const refused = await config(['set', 'channel', 'email']);
    expect(refused).toMatchObject({ exitCode: 2 });
    expect(refused.err).toContain('which is not there');
    writeFileSync(behind, '# shared\n');
    await config(['set', 'channel', 'email']);
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    expect(readFileSync(behind, 'utf8')).toBe('# shared\n\nchannel: email\n');
  });

  test('says so where a variable wins over what was written', async () => {
    const { config } = await withConfig();
    const { out, err } = await config(['set', 'channel', 'email'], { variables: { LOSSDEBRIEF_CHANNEL: 'video' } });
    expect(out).toBe('channel          video  LOSSDEBRIEF_CHANNEL\n');
    expect(err).toContain('LOSSDEBRIEF_CHANNEL wins over it');
  });

  test('whatever name is set is read back as it is', async () => {
    const { config } = await withConfig();
    const name = fc
      .string({ minLength: 1, maxLength: 40 })
      .filter((text) => /^(?!-)[\x20-\x7e\u00e0-\u00ff]*$/.test(text));
    const trap = fc.constantFrom(
      'no',
      'null',
      '~',
      '1e3',
      '0x1f',
      '# one',
      'a: b',
      '09:00',
      '- x',
      '&a',
      '*b',
      '!c',
      '{',
      '"',
      "'",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(name, trap), { minLength: 1, maxLength: 6 }), async (names) => {
        const titles = names.map((one) => one.trim()).filter((one) => one !== '');
        fc.pre(titles.length > 0);
        await config(['set', 'resources', '--', ...titles]);
        const { setting } = (await config(['get', 'resources', '--json'])).json();
        expect(setting.value).toEqual(titles);
      }),
      { numRuns: rounds(40) },
    );
  });
});

describe('what is wrong', () => {
  test.each([
    ['call-time', '25:00', 'a time of the day, such as 09:00 or 16:30'],
    ['call-time', 'nine', 'a time of the day, such as 09:00 or 16:30'],
    ['currency', 'EURO', 'the three letters of a currency in use, such as EUR or USD'],
    ['contract-lead', '0', 'a whole number of months from 1 to 12'],
    ['contract-lead', '13', 'a whole number of months from 1 to 12'],
    ['contract-lead', '2.5', 'a whole number of months from 1 to 12'],
    ['channel', 'fax', 'phone, email, message, video or meeting'],
    ['demo-stage', 'tasting', 'one of your stages, lead, qualified, discovery, demo'],
    ['framework', 'Ban T!', 'the id of a framework'],
    ['language', 'fr', 'en, de or es, with a region'],
    ['db', 'deals.db', 'a whole path'],
    ['db', ':memory:', 'a whole path'],
    ['red-flags', ' ', 'up to 20 names, each once'],
    ['red-flags', '???', '"???" has no letter or digit in it'],
    ['red-flags', 'bell \u0007', 'characters in it that a screen cannot show'],
    ['resources', 'x'.repeat(121), 'longer than 120 characters'],
  ])('%s cannot be %j', async (name, value, said) => {
    const { path, config } = await withConfig();
    const { exitCode, err } = await config(['set', name, value]);
    expect(exitCode).toBe(2);
    expect(err).toContain(said);
    expect(() => lstatSync(path)).toThrow('ENOENT');
  });

  test('an empty name among others is said to be that', async () => {
    const { config } = await withConfig();
    const { exitCode, err } = await config(['add', 'stages', '']);
    expect(exitCode).toBe(2);
    expect(err).toContain('stages cannot be used: one of its names is empty.');
  });

  test('names that come to the same id are one name twice', async () => {
    const { config } = await withConfig();
    const { exitCode, err } = await config(['set', 'process-steps', 'Agenda sent', 'agenda  sent!']);
    expect(exitCode).toBe(2);
    expect(err).toContain('"agenda  sent!" stands in it twice');
  });

  test('several values are only for a list', async () => {
    const { config } = await withConfig();
    expect((await config(['set', 'channel', 'phone', 'email'])).err).toContain(
      'channel is one value, and 2 were given.',
    );
    expect((await config(['add', 'channel', 'email'])).err).toContain('channel is one value, not a list.');
  });

  test.each([
    ['contractLead', 'contract-lead'],
    ['red-flag', 'red-flags'],
    ['curency', 'currency'],
  ])('%s was probably meant as %s', async (typed, meant) => {
    const { config } = await withConfig();
    const { exitCode, err } = await config(['get', typed]);
    expect(exitCode).toBe(2);
    expect(err).toContain(`"${typed}" is not a setting. Did you mean ${meant}?`);
  });

  test('a name that is like none is answered with all that there are', async () => {
    const { config } = await withConfig();
    expect((await config(['get', 'colour'])).err).toContain(`Settings are ${SETTING_NAMES.slice(0, 3).join(', ')}`);
  });

  test('in the file everything wrong is said with its line, by any command that needs the settings', async () => {
    const { app, path } = await withConfig('# mine\ncall-tim: 09:00\nchannel: fax\nstages:\n  - demo\n  - Demo\n');
    const { exitCode, err } = await app.run(['new', 'Acme', '--set', 'outcome=postponed'], { config: path });
    expect(exitCode).toBe(2);
    expect(err).toBe(
      [
        `error: ${path}:2: "call-tim" is not a setting. Did you mean call-time?`,
        `${path}:3: channel is "fax". Allowed: phone, email, message, video or meeting.`,
        `${path}:4: stages cannot be used: "Demo" stands in it twice. Allowed: up to 20 names, each once.`,
        'try:   Mend that line, or take it out.',
        '',
      ].join('\n'),
    );
    expect(app.store.counts().deals).toBe(0);
  });

  test('a wrong variable is named', async () => {
    const { config } = await withConfig();
    const { exitCode, err } = await config([], { variables: { LOSSDEBRIEF_CONTRACT_LEAD: 'three' } });
    expect(exitCode).toBe(2);
    expect(err).toContain('LOSSDEBRIEF_CONTRACT_LEAD is "three". Allowed: a whole number of months from 1 to 12.');
    expect(err).toContain('unset LOSSDEBRIEF_CONTRACT_LEAD');
  });

  test.each([
    ['call-time: [09:00\n', ':2: it cannot be read: '],
    ['channel: email\nchannel: phone\n', ':2: it cannot be read: Map keys must be unique.'],
    ['09:00\n', ':1: it cannot be read: it holds no settings'],
  ])('a file that is no map of settings is refused with its line: %j', async (text, said) => {
    const { path, config } = await withConfig(text);
    for (const words of [[], ['set', 'channel', 'email']]) {
      const { exitCode, err } = await config(words);
      expect(exitCode).toBe(2);
      expect(err).toContain(`${path}${said}`);
    }
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  test('a folder in the place of the file is said', async () => {
    const path = join(temporaryFolder(), 'config.yaml');
    mkdirSync(path);
    const { config } = await withConfig(undefined, path);
    expect(await config([])).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('could not be read (it is a folder)'),
    });
  });

  test('two wrong lines can be mended one after the other', async () => {
    const { config } = await withConfig('channel: fax\ncall-time: 25:00\n');
    const first = await config(['set', 'channel', 'email']);
    expect(first).toMatchObject({ exitCode: 2, err: expect.stringContaining('channel is changed. Something else') });
    expect(await config(['set', 'call-time', '10:00'])).toMatchObject({ exitCode: 0 });
    expect((await config(['get', 'channel'])).out).toBe('email\n');
  });

  test('stages without the demo stage that was chosen are refused, and fit once it is taken out', async () => {
    const { config } = await withConfig('demo-stage: discovery\n');
    const { exitCode, err } = await config(['set', 'stages', 'intro', 'show', 'contract']);
    expect(exitCode).toBe(2);
    expect(err).toContain(
      'demo-stage is "discovery". Allowed: one of your stages, intro, show or contract. Nothing was changed.',
    );
    expect(err).toContain('Take it out first: lossdebrief config unset demo-stage');
    await config(['unset', 'demo-stage']);
    expect(await config(['set', 'stages', 'intro', 'show', 'contract'])).toMatchObject({ exitCode: 0 });
    expect(await config(['set', 'demo-stage', 'show'])).toMatchObject({ exitCode: 0 });
  });

  test('something else that is wrong does not hide that the demo stage would go', async () => {
    const text = 'channel: fax\ndemo-stage: discovery\n';
    const { path, config } = await withConfig(text);
    const { exitCode, err } = await config(['set', 'stages', 'lead']);
    expect(exitCode).toBe(2);
    expect(err).toContain('demo-stage is "discovery". Allowed: one of your stages, lead. Nothing was changed.');
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect((await config([])).err).not.toContain('one of your stages');
  });

  test('to go back to the stages as they come is refused where the demo stage is none of them', async () => {
    const { config } = await withConfig('stages: [intro, show]\ndemo-stage: show\n');
    expect(await config(['unset', 'stages'])).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('demo-stage is "show". Allowed: one of your stages, lead, qualified'),
    });
  });

  test('a demo stage that is no stage is not said to stand in the file', async () => {
    const { path, config } = await withConfig('channel: email\n');
    const { err } = await config(['set', 'demo-stage', 'tasting']);
    expect(err).not.toContain(path);
    expect(err).toContain('lossdebrief config list');
  });

  test('stages without the demo stage of a variable are refused with the name of that', async () => {
    const { config } = await withConfig();
    const { exitCode, err } = await config(['set', 'stages', 'lead'], {
      variables: { LOSSDEBRIEF_DEMO_STAGE: 'demo' },
    });
    expect(exitCode).toBe(2);
    expect(err).toContain('LOSSDEBRIEF_DEMO_STAGE is "demo". Allowed: one of your stages, lead. Nothing was changed.');
    expect(err).toContain('unset LOSSDEBRIEF_DEMO_STAGE');
  });

  test('stages of which none is the demo are set, and that is said with a command that marks one', async () => {
    const { config } = await withConfig();
    const { exitCode, err } = await config(['set', 'stages', 'first talk', 'contract']);
    expect(exitCode).toBe(0);
    expect(err).toContain('None of your stages is the demo');
    expect(err).toContain('such as: lossdebrief config set demo-stage "first talk"');
    expect((await config(['set', 'demo-stage', 'contract'])).err).toBe('');
    expect((await config(['set', 'stages', 'talk', 'contract'])).err).toBe('');
    expect((await config(['unset', 'demo-stage'])).err).toContain('None of your stages is the demo');
  });
});

describe('what settings change', () => {
  test('when and how to call, and how long before the end of a contract', async () => {
    const { app, path } = await withConfig('call-time: 16:15\nchannel: video\ncontract-lead: 2\n');
    const { followUp } = await debrief(app, { config: path });
    // 24 months from 20 November 2026, less two.
    expect(followUp).toMatchObject({ on: '2028-09-20', time: '16:15', channel: 'video', rule: 'contract-term' });
  });

  test('the currency of an amount without one, before the currency that came with the deals', async () => {
    const { app, path } = await withConfig('currency: CHF\n');
    await app.does(['new', 'First', '--set', 'outcome=postponed', '--set', 'amount=5', '--set', 'currency=EUR']);
    const { deal } = await debrief(app, { config: path });
    expect(deal).toMatchObject({ amount: 900, currency: 'CHF' });
    const again = await debrief(app, {});
    expect(again.deal.currency).toBe('EUR');
  });

  test('the stages that answers may name', async () => {
    const { app, path } = await withConfig('stages: [Erstes Gespräch, Vorführung, Vertrag]\ndemo-stage: Vorführung\n');
    const asked = ['--set', 'turning-point=erstes-gesprach'];
    expect((await debrief(app, { config: path }, asked)).debrief.answers['turning-point']).toBe('erstes-gesprach');
    const refused = await app.run(['new', 'B', '--set', 'outcome=postponed', '--set', 'turning-point=demo'], {
      config: path,
    });
    expect(refused.err).toContain('Allowed: erstes-gesprach, vorfuhrung, vertrag.');
  });
});

describe('the stage before which the first questions belong', () => {
  const settings = {
    stages: [
      { id: 'talk', name: 'talk' },
      { id: 'tasting', name: 'tasting', isDemo: true },
      { id: 'contract', name: 'contract' },
    ],
  };

  test('is named in what is asked, advised and handed on', async () => {
    const app = await testApp();
    const answers = ['outcome=no-decision-indecision', 'steps.why-now=never', 'steps.timeframe=before'];
    const given = answers.flatMap((answer) => ['--set', answer]);
    const { actions } = (await app.does(['new', 'Acme', ...given, '--json'], { settings })).json();
    expect(actions.map(({ text }: { text: string }) => text)).toContain(
      'When the next tasting is asked for, I will first ask why they want a solution now.',
    );
    expect((await app.does(['brief', 'D1'], { settings })).out).toContain('What was asked before the tasting');
    expect((await app.does(['export'], { settings })).out).toContain('Before the tasting, did you know …');
  });

  test('is named in the report, where what turned before it is early', async () => {
    const app = await testApp();
    for (const stage of ['talk', 'tasting', 'contract']) {
      const given = ['outcome=lost-competitor', `turning-point=${stage}`].flatMap((answer) => ['--set', answer]);
      await app.does(['new', stage, ...given], { settings });
    }
    const { figures } = (await app.does(['report', 'stages', '--json'], { settings })).json();
    expect(figures[0].rows.map(({ key, early }: { key: string; early: boolean }) => [key, early])).toEqual([
      ['talk', true],
      ['tasting', false],
      ['contract', false],
    ]);
    expect((await app.does(['report', 'stages'], { settings, isTTY: true })).out).toContain('before the tasting');
    expect((await app.does(['report', 'steps'], { settings, isTTY: true })).out).toContain('done before the tasting');
  });

  test('where none is marked, it is called a demo, and nothing is early', async () => {
    const app = await testApp();
    const unmarked = { stages: settings.stages.map(({ id, name }) => ({ id, name })) };
    const given = ['outcome=lost-competitor', 'turning-point=talk'].flatMap((answer) => ['--set', answer]);
    await app.does(['new', 'Acme', ...given], { settings: unmarked });
    const { figures } = (await app.does(['report', 'stages', '--json'], { settings: unmarked })).json();
    expect(figures[0].rows).toMatchObject([{ key: 'talk', early: false }]);
    expect((await app.does(['brief', 'D1'], { settings: unmarked })).exitCode).toBe(0);
  });
});

const MINE = `# my sale
call-time: 09:30 # before the stand-up

# as in the CRM
stages:
  - intro
  # with two people
  - demo
  - contract # signed

# the end
`;

interface WithConfig {
  readonly app: TestApp;
  readonly path: string;
  /** Runs `config`, or what follows it, on the file. */
  readonly config: (words: readonly string[], setting?: Setting) => Promise<Ran>;
}

async function withConfig(text?: string, path = join(temporaryFolder(), 'config.yaml')): Promise<WithConfig> {
  if (text !== undefined) writeFileSync(path, text);
  const app = await testApp();
  return { app, path, config: (words, setting) => app.run(['config', ...words], { config: path, ...setting }) };
}

/** A loss of 900 over two years, as JSON. */
async function debrief(app: TestApp, setting: Setting, more: readonly string[] = []): Promise<ReturnType<Ran['json']>> {
  const answers = ['outcome=lost-competitor', 'winner=Globex', 'amount=900', 'contract-months=24', 'again=yes'];
  const given = answers.flatMap((answer) => ['--set', answer]);
  return (await app.does(['new', 'Acme', ...given, ...more, '--json'], setting)).json();
}
