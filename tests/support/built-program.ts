import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../store/temporary-folder.ts';

/** What starts the program as it is installed. `npm test` builds it first. */
export const PROGRAM = fileURLToPath(new URL('../../bin/lossdebrief.js', import.meta.url));

/** What a run of the program came to. */
export interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What is around a run besides its arguments. */
export interface Around {
  /** On standard input, which is never a terminal here. */
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The built program for one test: a file of its own in a folder of its own, and one day. */
export interface BuiltProgram {
  readonly folder: string;
  readonly db: string;
  readonly env: Readonly<Record<string, string>>;
  readonly run: (args: readonly string[], around?: Around) => Run;
}

const TODAY = '2026-11-20';
/** In milliseconds; far longer than any run takes. */
const LONGEST_RUN = 120_000;

/** Nothing of the person who runs the tests gets in: no settings, no file, no colours. */
export function builtProgram(): BuiltProgram {
  const folder = temporaryFolder();
  const db = join(folder, 'data', 'lossdebrief.db');
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, LOSSDEBRIEF_DB: db, LOSSDEBRIEF_TODAY: TODAY };
  return {
    folder,
    db,
    env,
    run: (args, around = {}) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...env, ...around.env },
        input: around.input ?? '',
        // The test runner cannot interrupt a run, so one that never ends would hold up everything.
        timeout: LONGEST_RUN,
        killSignal: 'SIGKILL',
      });
      return { exitCode: status, stdout, stderr };
    },
  };
}

/** The loss of Northwind Logistics to Globex, as arguments of `new`. */
export const NORTHWIND: readonly string[] = [
  'new',
  'Northwind Logistics',
  ...settings({
    outcome: 'lost-competitor',
    amount: '148000',
    currency: 'EUR',
    'contract-months': '12',
    terms: 'onboarding free',
    winner: 'Globex',
    said: 'The CFO felt Globex was the safer choice.',
    reason: 'access-authority',
    contact: 'Dana Reyes, CFO, +1 555 0100',
  }),
];

function settings(answers: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(answers).flatMap(([id, value]) => ['--set', `${id}=${value}`]);
}
