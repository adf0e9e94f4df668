import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readOwnFramework, withOwnFrameworks } from '../../src/catalog/own-frameworks.ts';
import { readArticles, readCatalog } from '../../src/catalog/read-catalog.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings/settings.ts';
import { german } from '../../src/core/speech/german.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { DATA } from '../support/shipped.ts';

const SHIPPED = { catalog: readCatalog(DATA), articles: readArticles(DATA) };

/** The questionnaire of the page that teaches frameworks. */
const [, SHORT_LOSS = ''] = /```yaml\n(id: short-loss\n.*?)```/s.exec(readFileSync('docs/frameworks.md', 'utf8')) ?? [];

/** What is said about it with one piece changed; the place comes with each complaint. */
function complaint(piece: string, changed: string, name = 'short-loss'): string {
  if (!SHORT_LOSS.includes(piece)) throw new Error(`It has no ${piece}`);
  const path = join(temporaryFolder(), `${name}.yaml`);
  writeFileSync(path, SHORT_LOSS.replace(piece, changed));
  try {
    readOwnFramework(path, SHIPPED);
    return '';
  } catch (error) {
    return String(error);
  }
}

test('it is fine as it is', () => {
  expect(complaint('version: 1', 'version: 1')).toBe('');
});

describe('a framework of one own is refused', () => {
  test.each<[what: string, piece: string, changed: string, said: RegExp]>([
    [
      'under another name than its file',
      'id: short-loss',
      'id: tender',
      /:1:\d+: the id is tender, .* \(write: id: short-loss\)/,
    ],
    [
      'as a second look',
      'pass: quick',
      'pass: second-look',
      /:6:\d+: the second look .* \(use one of: quick, deep, steps\)/,
    ],
    [
      'that does not ask for the deal',
      'id: deal\n',
      'id: tender\n',
      /has to ask for deal \(give it the question deal, of the kind deal/,
    ],
    [
      'whose outcome can be skipped',
      '    required: true\n    ask: Who got it?',
      '    ask: Who got it?',
      /has to ask for outcome/,
    ],
    [
      'that asks for the outcome only now and then',
      '    ask: Who got it?',
      '    when: { deal: Acme }\n    ask: Who got it?',
      /has to ask for outcome/,
    ],
    ['that leads to no call', 'slot: call', 'slot: message', /no rule leads to a call whatever is answered/],
    [
      'that leads to a call only now and then',
      '    weight: 100',
      '    when: { outcome: cancelled }\n    weight: 100',
      /no rule leads to a call/,
    ],
    [
      'with an outcome of its own',
      'cancelled: nobody',
      'gone: nobody',
      /outcome cannot be gone \(use some of: .*cancelled/,
    ],
    ['with a won loss', 'cancelled: nobody', 'won: we did', /outcome cannot be won/],
    [
      'that shows to others what is private',
      'class: reflection',
      'class: fact',
      /own-it is of another class elsewhere \(write: reflection/,
    ],
    [
      'that asks in another way for what is known',
      'kind: reason',
      'kind: text',
      /reason is answered in another way elsewhere \(make it reason/,
    ],
    [
      'under the name of a list of steps',
      'id: wrote-the-list\n',
      'id: meddpicc\n',
      /meddpicc has a meaning here already/,
    ],
  ])('%s', (_what, piece, changed, said) => {
    expect(complaint(piece, changed)).toMatch(said);
  });

  test.each(['loss', 'bant', 'reason', 'first'])('under the name %s, which is taken', (name) => {
    expect(complaint('id: short-loss', `id: ${name}`, name)).toMatch(/has a meaning here already/);
  });

  test('with a step that could not be counted', () => {
    const rows = `  - id: steps
    short: Steps
    number: "5"
    kind: steps
    class: fact
    ask: Did you know …
    why: To learn from it.
    rows:
      - { id: role, tag: Qualifying, ask: their role, short: their role, options: { soon: soon }, why: To know. }
rules:`;
    expect(complaint('rules:', rows)).toMatch(
      /the step role cannot be soon \(use some of: before, late, never, yes, no, unknown/,
    );
  });
});

describe('whose advice it is', () => {
  test('is the person own where nothing is said', () => {
    const path = join(temporaryFolder(), 'short-loss.yaml');
    writeFileSync(path, SHORT_LOSS);
    const framework = readOwnFramework(path, SHIPPED);
    expect('questions' in framework && framework.questions[0]?.credit).toBe('This one is your own.');
  });

  test('is a method and whose it is', () => {
    const path = join(temporaryFolder(), 'short-loss.yaml');
    writeFileSync(
      path,
      SHORT_LOSS.replace('ask: Who got it?', 'ask: Who got it?\n    from: { method: SPIN, whose: from Neil Rackham }'),
    );
    const framework = readOwnFramework(path, SHIPPED);
    expect('questions' in framework && framework.questions[1]?.credit).toBe(
      'SPIN: from Neil Rackham. The words are yours.',
    );
  });
});

describe('a translation beside it', () => {
  const GERMAN = { ...SHIPPED, speech: german('de') };

  /** The framework, read with a translation that has these texts. */
  function translated(texts: string, shipped: typeof GERMAN | typeof SHIPPED = GERMAN) {
    const path = join(temporaryFolder(), 'short-loss.yaml');
    writeFileSync(path, SHORT_LOSS);
    writeFileSync(path.replace('.yaml', '.de.yaml'), texts);
    return readOwnFramework(path, shipped);
  }

  test('is held against it text by text, with place and fix', () => {
    expect(() => translated('title: Kurz\n')).toThrow(/short-loss\.de\.yaml:1:1: questions is not translated/);
  });

  test('is left alone where its language is not spoken', () => {
    expect(translated('title: Kurz\n', SHIPPED)).toMatchObject({ id: 'short-loss' });
    expect(translated('title: Kurz\n', SHIPPED)).not.toHaveProperty('language');
  });

  test('is no framework by itself', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'short-loss.yaml'), SHORT_LOSS);
    writeFileSync(join(folder, 'short-loss.de.yaml'), 'title: Kurz\n');
    const { own } = withOwnFrameworks(SHIPPED, folder, DEFAULT_SETTINGS);
    expect(own.map(({ id, problem }) => ({ id, problem }))).toEqual([{ id: 'short-loss', problem: undefined }]);
  });
});
