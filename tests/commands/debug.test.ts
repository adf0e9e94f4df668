import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { fullName } from '../../src/program/full-name.ts';
import { createProgram } from '../../src/program/program.ts';
import type { Connection } from '../../src/store/connection.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { CANARY, everythingFilled, plantCanaries } from '../support/canaries.ts';
import { everyCommand } from '../support/command-tree.ts';
import type { Ran, Setting, TestApp } from '../support/test-app.ts';

/** More than fits on any page that is there already. */
const LONG = `${CANARY} `.repeat(500);
/** What may be typed in any place: private text, and what there is to it on file. */
const TYPED = [CANARY, LONG, 'D1', 'A2', 'P1', 'currency', 'stages', 'bant'];
/** Private text that is broken off, as answers, as records and as a table. */
const STDIN = [`{ "said": "${CANARY}" `, `Deal,Outcome,Closed on\n"${CANARY},Won,2026-09-18\n`];

/** A file that is full of private text, and what befalls it. */
const FAULTS: Readonly<Record<string, (connection: Connection) => void>> = {
  'a sound file': () => {},
  'a file that may only be read': ({ db }) => void db.pragma('query_only = ON'),
  'a full disk': ({ db }) => void db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`),
  'a file that is gone while it is open': ({ db }) => void db.close(),
  'a file without its tables': ({ db }) => {
    db.pragma('foreign_keys = OFF');
    db.exec('DROP TABLE reflection; DROP TABLE action');
  },
};

const PROGRAM = createProgram(neverOpened, () => {});
const COMMANDS = everyCommand(PROGRAM)
  .slice(1)
  .map((command) => [fullName(command).split(' '), command] as const);

describe.each(Object.entries(FAULTS))('with DEBUG, on %s', (_what, befall) => {
  test('no stack of any command holds a word of what is private', async () => {
    const { app, connection } = await everythingFilled();
    plantCanaries(connection, new Set(), 'false');
    befall(connection);
    const setting = { variables: { DEBUG: 'lossdebrief' }, config: brokenSettings() };
    const silent: string[] = [];
    for (const [words, command] of COMMANDS) {
      const stacks = await stacksOf(app, words, command, setting);
      if (stacks.length === 0) silent.push(words.join(' '));
      expect(stacks.filter((stack) => stack.includes(CANARY))).toEqual([]);
    }
    expect(silent).toEqual([]);
  });
});

/** What `DEBUG` adds to the errors of a command that is given all that is private, in all its places. */
async function stacksOf(
  app: TestApp,
  words: readonly string[],
  command: Command,
  setting: Setting,
): Promise<readonly string[]> {
  const stacks: string[] = [];
  for (const [index, args] of argumentsFor(command).entries()) {
    const ran = await app.run([...words, ...args], { ...setting, stdin: STDIN[index % STDIN.length] ?? '' });
    stacks.push(...stackOf(ran));
  }
  return stacks;
}

function argumentsFor(command: Command): readonly (readonly string[])[] {
  const folder = temporaryFolder();
  const valued = (name: string, text: string): string =>
    /file|path/.test(name) ? join(folder, text.slice(0, 40)) : text;
  const given = TYPED.map((text) => command.registeredArguments.map((argument) => valued(argument.name(), text)));
  const [first = []] = given;
  const flags = command.options.map(({ long, flags, required }) => [
    ...first,
    long ?? '',
    ...(required ? [valued(flags, CANARY)] : []),
  ]);
  const lists = [...given, ...flags, [...first, `--${CANARY}`], Array<string>(8).fill(CANARY)];
  // The sample takes a second to play, and never has anything to do with the file, which is refused to it.
  return command.name() === 'demo' ? lists.map((args) => [...args, '--db', CANARY]) : lists;
}

function stackOf({ err }: Ran): readonly string[] {
  const place = err.search(/^stack: /m);
  return place < 0 ? [] : [err.slice(place)];
}

/** Settings that cannot be read, with private text in them. */
function brokenSettings(): string {
  const path = join(temporaryFolder(), CANARY, 'config.yaml');
  mkdirSync(join(path, '..'));
  writeFileSync(path, `currency: [${CANARY}\nred-flags: "${CANARY}"\n`);
  return path;
}

function neverOpened(): never {
  throw new Error('No command is run here.');
}
