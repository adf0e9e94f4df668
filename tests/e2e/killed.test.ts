import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/core/answers.ts';
import { seededRandom } from '../../src/core/statistics/seeded-random.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { builtProgram, type BuiltProgram, NORTHWIND, PROGRAM } from '../support/built-program.ts';
import { ENTER, NORTHWIND_KEYS, press } from '../support/debrief-keys.ts';
import { expectAllKept, putKeptFile } from '../support/kept-file.ts';
import { onTerminal } from '../support/pseudo-terminal.ts';
import { rounds } from '../support/rounds.ts';
import { insideSoundFile } from '../support/sound-file.ts';

describe('whatever moment it is killed at', () => {
  test('`new` with answers has kept each debrief that it said is saved, and none by half', async () => {
    const program = builtProgram();
    const args = [...NORTHWIND, '--json'];
    const usual = timed(program, args);
    const random = seededRandom(20_261_120);
    const acknowledged = ['D1'];
    for (let round = 0; round < rounds(20); round += 1) {
      acknowledged.push(...idsIn(await killedAfter(program, args, usual * (0.4 + 0.8 * random()))));
      const found = insideSoundFile(program.db, (store) =>
        store.records({}).map(({ deal, debrief, actions, followUp }) => ({
          id: deal.id,
          parts: JSON.stringify([debrief?.answers, actions.length, followUp?.on]),
        })),
      );
      expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
      expect(new Set(found.map(({ parts }) => parts)).size).toBe(1);
    }
  });

  test('`new` at a terminal has kept each answer after which it asked the next question', async () => {
    const program = builtProgram();
    const random = seededRandom(4711);
    for (let round = 1; round <= rounds(8); round += 1) {
      const deal = `Contoso ${round}`;
      const given = 1 + Math.floor(random() * QUESTIONS.length);
      await answersUntilKilled(program, deal, given, 80 * random());
      const draft = insideSoundFile(program.db, (store) =>
        store.drafts.all().find(({ answers }) => answers['deal'] === deal),
      );
      // The last one may have been kept, but nobody was told so; the first one begins the draft.
      const before = given === 1 ? undefined : answersTo(deal, given - 1);
      expect([before, answersTo(deal, given)]).toContainEqual(draft?.answers);
    }
  });

  test('`new` at its last Enter has kept the debrief, or the draft of it with every answer', async () => {
    const program = builtProgram();
    await answersEverything(program);
    const [draft] = insideSoundFile(program.db, (store) => store.drafts.all());
    const original = `${program.db}.original`;
    copyFileSync(program.db, original);
    const random = seededRandom(90);
    for (let round = 0; round < rounds(6); round += 1) {
      copyFileSync(original, program.db);
      await savesUntilKilled(program, 60 * random());
      const kept = insideSoundFile(program.db, (store) => ({
        answers: store.records({})[0]?.debrief?.answers ?? store.drafts.all()[0]?.answers,
        pieces: store.counts().debriefs + store.counts().drafts,
      }));
      expect(kept.pieces).toBe(1);
      expect(kept.answers).toMatchObject({ ...draft?.answers });
    }
  });

  test('an import is there as a whole or not at all', async () => {
    const program = builtProgram();
    const args = ['import', 'deals.csv', '--yes'];
    const rows = Array.from({ length: 4000 }, (_, index) => `${index},Fabrikam ${index},Lost,2026-10-02,148000`);
    writeFileSync(
      join(program.folder, 'deals.csv'),
      ['Opportunity ID,Deal,Outcome,Closed on,Amount', ...rows].join('\n'),
    );
    program.run(['log', 'Contoso', 'call']);
    const original = `${program.db}.original`;
    copyFileSync(program.db, original);
    const usual = timed(program, args);
    const random = seededRandom(78_000);
    for (let round = 0; round < rounds(6); round += 1) {
      copyFileSync(original, program.db);
      await killedAfter(program, args, usual * (0.3 + 0.8 * random()));
      expect([1, 1 + rows.length]).toContain(insideSoundFile(program.db, (store) => store.counts().deals));
    }
  });

  test('an upgrade leaves the old file or the new one, and no backup that is none', async () => {
    const program = builtProgram();
    const backups = join(dirname(program.db), 'backups');
    mkdirSync(dirname(program.db), { mode: 0o700 });
    putKeptFile(1, program.db);
    const usual = timed(program, ['list']);
    const random = seededRandom(3);
    for (let round = 0; round < rounds(10); round += 1) {
      rmSync(backups, { recursive: true, force: true });
      putKeptFile(1 + (round % (MIGRATIONS.length - 1)), program.db);
      await killedAfter(program, ['list'], usual * (0.3 + 0.8 * random()));
      for (const name of namesIn(backups)) insideSoundFile(join(backups, name), expectAllKept);
      insideSoundFile(program.db, expectAllKept);
      expect(JSON.parse(program.run(['list', '--json']).stdout)).toMatchObject({ schemaVersion: 1 });
    }
  });
});

interface Question {
  readonly sees: string;
  readonly presses: string;
  readonly gives: Answers;
}

/** The questions after the name of the deal. */
const QUESTIONS: readonly Question[] = [
  {
    sees: 'What did you offer?',
    presses: `9k EUR 12m${ENTER}`,
    gives: { amount: 9000, currency: 'EUR', 'contract-months': 12, terms: null },
  },
  { sees: 'When did it end?', presses: ENTER, gives: { 'decided-on': '2026-11-20' } },
  { sees: 'how sure were you', presses: '8', gives: { forecast: 80 } },
  { sees: 'Who has it now?', presses: 'd', gives: { outcome: 'postponed' } },
  { sees: 'What did they say', presses: `Not this year.${ENTER}`, gives: { said: 'Not this year.' } },
  { sees: 'what do you think it was?', presses: ENTER, gives: { reason: null } },
];

/** The answers after so many of these questions, with the name that came with the command. */
function answersTo(deal: string, count: number): Answers {
  return Object.assign({ deal }, ...QUESTIONS.slice(0, count).map(({ gives }) => gives)) as Answers;
}

/** Answers so many questions, each as soon as it shows, and is killed so many milliseconds after the last answer. */
async function answersUntilKilled(program: BuiltProgram, deal: string, count: number, milliseconds: number) {
  const terminal = onTerminal(PROGRAM, ['new', deal], { env: program.env });
  for (const { sees, presses } of QUESTIONS.slice(0, count)) {
    await terminal.shows(sees);
    terminal.write(presses);
  }
  await sleep(milliseconds);
  terminal.kill('SIGKILL');
  await terminal.ended;
}

/** Answers every question of a debrief, and stops where all answers are shown. */
async function answersEverything(program: BuiltProgram): Promise<void> {
  const terminal = onTerminal(PROGRAM, ['new'], { env: program.env });
  await press(terminal, NORTHWIND_KEYS.slice(0, -2));
  await terminal.shows('This is what you answered.');
  terminal.kill('SIGKILL');
  await terminal.ended;
}

/** Goes on with the draft, of which everything is answered, and is killed so many milliseconds after the last Enter. */
async function savesUntilKilled(program: BuiltProgram, milliseconds: number): Promise<void> {
  const terminal = onTerminal(PROGRAM, ['new', '--resume'], { env: program.env, rows: 60 });
  await terminal.shows('This is what you answered.');
  terminal.write(ENTER);
  await sleep(milliseconds);
  terminal.kill('SIGKILL');
  await terminal.ended;
}

/** Starts the program and kills it so many milliseconds later, unless it is done by then; what it had printed. */
async function killedAfter(program: BuiltProgram, args: readonly string[], milliseconds: number): Promise<string> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: program.folder,
    env: program.env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const closed = once(child, 'close');
  await Promise.race([sleep(milliseconds), closed]);
  child.kill('SIGKILL');
  await closed;
  return printed;
}

/** How long a run takes on this machine now, in milliseconds. */
function timed(program: BuiltProgram, args: readonly string[]): number {
  const begun = performance.now();
  expect(program.run(args)).toMatchObject({ exitCode: 0 });
  return performance.now() - begun;
}

/** The deal that a result names, if it came to be printed. */
function idsIn(printed: string): readonly string[] {
  return [...printed.matchAll(/"id": "(D\d+)"/g)].map(([, id]) => id ?? '');
}

/** The backups that have their name; what was being written has another. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.db'));
  } catch {
    return [];
  }
}
