import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFramework } from '../../src/catalog/read-framework.ts';
import { UserError } from '../../src/core/user-error.ts';
import { configEntries } from '../../src/files/config-document.ts';
import { fullName } from '../../src/program/full-name.ts';
import { createProgram } from '../../src/program/program.ts';
import { openStore } from '../../src/store/open-store.ts';
import { OPEN } from '../store/northwind.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { anyText } from '../support/any-text.ts';
import { everyCommand } from '../support/command-tree.ts';
import { CONTROL_BUT_BREAKS } from '../support/control-characters.ts';
import { rounds } from '../support/rounds.ts';
import { NORTHWIND_SCRIPT } from '../support/debriefs.ts';
import { testApp, type Ran } from '../support/test-app.ts';

const SOME = { numRuns: rounds(40) };

/** What a run said of a bug; undefined where the input was taken, or refused in words. */
function bugIn({ exitCode, err }: Ran): string | undefined {
  return exitCode === 1 || /\n {4}at /.test(err) ? err : undefined;
}

describe('no input ends in a bug', () => {
  test('not as a file of answers', async () => {
    const app = await testApp();
    const ids = [...NORTHWIND_SCRIPT.map(([id]) => id), 'deal', 'amount', 'currency', 'call-on', 'again', '__proto__'];
    const answers = fc.dictionary(fc.constantFrom(...ids), fc.oneof(anyText(), fc.jsonValue({ maxDepth: 3 })));
    const named = answers.map((given) => JSON.stringify({ deal: 'Contoso', outcome: 'postponed', ...given }));
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyText(), fc.json(), named), async (stdin) => {
        expect(bugIn(await app.run(['new', '--answers', '-'], { stdin }))).toBeUndefined();
      }),
      SOME,
    );
  });

  test('not as a day, an amount, a duration, a percentage or any other answer of a flag', async () => {
    const app = await testApp();
    await app.does(['log', 'Contoso', 'call']);
    const commands: readonly ((text: string) => readonly string[])[] = [
      (text) => ['new', 'Contoso', '--set', `outcome=${text}`],
      (text) => ['new', 'Fabrikam', '--set', 'outcome=postponed', '--set', `amount=${text}`],
      (text) => ['new', 'Fabrikam', '--set', 'outcome=postponed', '--set', `call-on=${text}`],
      (text) => ['new', 'Fabrikam', '--set', 'outcome=postponed', '--set', `forecast=${text}`],
      (text) => ['new', 'Fabrikam', '--set', text],
      (text) => ['log', 'D1', 'call', `--at=${text}`],
      (text) => ['log', 'D1', 'mail', `--reply-took=${text}`],
      (text) => ['snooze', 'A1', text],
      (text) => ['due', `--within=${text}`],
      (text) => ['list', `--from=${text}`, `--text=${text}`],
      (text) => ['report', 'reasons', `--from=${text}`],
      (text) => ['report', 'reasons', `--period=${text}`],
      (text) => ['show', text],
      (text) => ['lessons', text],
    ];
    const typed = fc.oneof(anyText(), fc.stringMatching(/^[0-9.,:/ -]{1,12}[a-z€$%]{0,5}$/));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...commands), typed, async (command, text) => {
        expect(bugIn(await app.run(command(text)))).toBeUndefined();
      }),
      { numRuns: rounds(150) },
    );
  });

  test('not as any flags, values and words behind any command', async () => {
    // On a file of its own: a backup of one in memory would come to lie in this repository.
    const path = join(temporaryFolder(), 'lossdebrief.db');
    const app = await testApp(await openStore({ ...OPEN, path, purpose: 'write' }));
    await app.does(['new', 'Contoso', '--set', 'outcome=postponed', '--set', 'said=Not now.']);
    await app.does(['log', 'Fabrikam', 'call']);
    await app.does(['phrases', 'add', 'What would it cost you to wait?']);
    const stdin = fc.constantFrom(
      '',
      '{"deal":"Litware","outcome":"postponed"}',
      'Deal,Outcome\nLitware,Won\n',
      '{}\n',
    );
    const script = fc.constantFrom(undefined, []);
    await fc.assert(
      fc.asyncProperty(anyLine(temporaryFolder()), stdin, script, async (line, input, typed) => {
        const ran = await app.run(line, { stdin: input, ...(typed && { script: typed }) });
        expect({ line, bug: bugIn(ran) }).toEqual({ line, bug: undefined });
      }),
      { numRuns: rounds(400), seed: 20_261_120 },
    );
  });

  test('not as a table of a CRM', async () => {
    const app = await testApp();
    const heading = fc.constantFrom(
      'Deal',
      'Outcome',
      'Closed on',
      'Amount',
      'Opportunity ID',
      'Stage',
      '__proto__',
      '',
    );
    const cell = fc.oneof(anyText(), fc.constantFrom('Won', 'Lost', '2026-10-02', '03/04/2026', '1.234,56', '"', ''));
    const row = fc.array(cell, { maxLength: 6 }).map((cells) => cells.join(','));
    const table = fc
      .tuple(fc.array(heading, { minLength: 1, maxLength: 6 }), fc.array(row, { maxLength: 5 }))
      .map(([headings, rows]) => [headings.join(','), ...rows].join('\n'));
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyText(), table), async (stdin) => {
        expect(bugIn(await app.run(['import', '-', '--yes'], { stdin }))).toBeUndefined();
      }),
      SOME,
    );
  });

  test('not as an export that somebody has changed', async () => {
    const app = await testApp();
    await app.does(['new', 'Contoso', '--set', 'outcome=postponed', '--set', 'said=Not now.']);
    const lines = (await app.does(['export'])).out.trimEnd().split('\n');
    const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), anyText());
    const spoiled = fc
      .record({ line: fc.nat(lines.length - 1), key: fc.nat(12), value, cut: fc.nat(400), isCut: fc.boolean() })
      .map(({ line, key, value: put, cut, isCut }) =>
        lines.map((text, index) => (index !== line ? text : isCut ? text.slice(0, cut) : withValue(text, key, put))),
      );
    await fc.assert(
      fc.asyncProperty(spoiled, async (changed) => {
        expect(
          bugIn(await (await testApp()).run(['import', '-', '--yes'], { stdin: `${changed.join('\n')}\n` })),
        ).toBeUndefined();
      }),
      SOME,
    );
  });

  test('not as a framework or as settings', () => {
    const loss = readFileSync('data/frameworks/loss.yaml', 'utf8');
    const piece = fc.oneof(
      anyText(),
      fc.constantFrom('*gone', '&a [*a]', '!!binary x', '? {a: b}', '- - -', '"', '{', '<<: *x', '\t', '%YAML 9'),
    );
    const spoiled = fc
      .tuple(fc.nat(loss.length), fc.nat(40), piece)
      .map(([at, length, put]) => loss.slice(0, at) + put + loss.slice(at + length));
    fc.assert(
      fc.property(fc.oneof(anyText(), piece, spoiled), (text) => {
        expect(bugOf(() => parseFramework(text, 'own.yaml', {}, 'theirs'))).toBeUndefined();
        expect(bugOf(() => configEntries(text, 'config.yaml'))).toBeUndefined();
      }),
      { numRuns: rounds(50), examples: [['*gone'], ['title: *gone'], ['&a [*a]']] },
    );
  });
});

test('whatever was answered, nothing that is shown of it drives a terminal', async () => {
  const text = anyText().filter((one) => one.trim() !== '');
  await fc.assert(
    fc.asyncProperty(text, text, async (name, said) => {
      const app = await testApp();
      const answers = { deal: `x${name}`, outcome: 'lost-competitor', winner: `x${said}`, said, 'own-it': said };
      await app.does(['new', '--answers', '-'], { stdin: JSON.stringify(answers) });
      for (const command of ['list', 'show D1', 'due --all', 'report', 'lessons', 'brief D1', 'list --json']) {
        expect((await app.does(command.split(' '), { isTTY: true })).out).not.toMatch(CONTROL_BUT_BREAKS);
      }
    }),
    { numRuns: rounds(8) },
  );
});

/** A line of an export with another value under one of its keys. */
function withValue(line: string, key: number, value: unknown): string {
  const record = JSON.parse(line) as Record<string, unknown>;
  const name = Object.keys(record)[key % Object.keys(record).length] ?? '';
  return JSON.stringify({ ...record, [name]: value });
}

/** What was thrown, unless it is a refusal in words. */
function bugOf(read: () => unknown): unknown {
  try {
    read();
    return undefined;
  } catch (error) {
    return error instanceof UserError ? undefined : error;
  }
}

/** A command of the program with any of its flags and those that work everywhere, with odd values, before odd words. */
function anyLine(folder: string): fc.Arbitrary<readonly string[]> {
  const program = createProgram(neverOpened, () => {});
  // The sample takes a second to play, and takes nothing but a place.
  const commands = everyCommand(program).filter((command) => command !== program && command.name() !== 'demo');
  const file = fc.constantFrom('-', '.', `${folder}/a.csv`, `${folder}/b.html`, `${folder}/gone/a.md`);
  const odd = fc.oneof(
    anyText(),
    fc.constantFrom('', ' ', '-', '--', '0', '-1', '1e9', 'null', '__proto__', 'constructor', 'id=', '=', 'a=b=c'),
    fc.constantFrom(
      'D1',
      'd1',
      'D0',
      'D99999999999999999999',
      'A1',
      'F1',
      'P1',
      'R1',
      '2026-11-21',
      '9999-12-31',
      '2w',
    ),
  );
  // Another day is read before there is an app; `tests/environment.test.ts` has what it may be.
  const day = fc.constantFrom('2026-11-20', '2027-02-28', '9998-12-31');
  const valueFor = (words: string): fc.Arbitrary<string> =>
    words.startsWith('--today') ? day : /file|path/.test(words) ? file : odd;
  return fc.constantFrom(...commands).chain((command) => {
    const flags = [...command.options, ...program.options].map(({ long, flags: words, argChoices = [] }) => {
      const value = argChoices.length === 0 ? valueFor(words) : fc.oneof(fc.constantFrom(...argChoices), odd);
      return /[<[]/.test(words) ? value.map((each) => `${long}=${each}`) : fc.constant(long ?? '');
    });
    const given = fc.array(fc.oneof(...flags), { maxLength: 4 });
    const words = fc.tuple(...command.registeredArguments.map((argument) => valueFor(argument.name())));
    const names = fullName(command).split(' ');
    return fc.tuple(words, given).chain(([arguments_, chosen]) =>
      // A line that is cut short, whole, or in another order.
      fc.shuffledSubarray([...arguments_, ...chosen]).map((rest) => [...names, ...rest]),
    );
  });
}

function neverOpened(): never {
  throw new Error('No command is run here.');
}
