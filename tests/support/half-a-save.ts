import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Leaves a file as a program does that is killed when half of a save is written: with its journal beside it. */
export async function leaveHalfASave(db: string): Promise<void> {
  const saving = spawn(process.execPath, [LEAVE_HOT_JOURNAL, db], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(saving, 'exit');
  await once(saving.stdout, 'data');
  saving.kill('SIGKILL');
  await gone;
}

const LEAVE_HOT_JOURNAL = fileURLToPath(new URL('../store/leave-hot-journal.mjs', import.meta.url));
