import { spawn } from 'node:child_process';

/**
 * Shows a text in a pager and waits until it is put away; false where there is no such pager, so that the text can be printed
 * instead. Closing the pager early is fine.
 */
export async function shownInPager(text: string, pager: string): Promise<boolean> {
  // Ctrl-C is for the pager as long as it has the screen; it would otherwise end us and leave the pager behind.
  process.on('SIGINT', leaveToPager);
  try {
    return hasRun(await exitCodeOf(text, pager), process.platform);
  } finally {
    process.off('SIGINT', leaveToPager);
  }
}

/**
 * Whether a shell found the pager, by what it ended with. The one of Windows says 1 for a command that is not there, as any
 * pager may: to see a text twice is better than not to see it.
 */
export function hasRun(exitCode: number | null, platform: NodeJS.Platform): boolean {
  if (exitCode === NO_SUCH_COMMAND || exitCode === NO_PROGRAM) return false;
  return platform !== 'win32' || exitCode !== 1;
}

function leaveToPager(): void {}

/** What a shell ends with for a command that it cannot find, and for a file that is none. */
const NO_SUCH_COMMAND = 127;
const NO_PROGRAM = 126;

/**
 * `less` keeps colours, leaves what was read on the screen and ends by itself if all fits, and takes what it gets for UTF-8
 * where no locale says so; unless the person set it otherwise.
 */
const FLAGS = { LESS: 'FIRX', LESSCHARSET: 'utf-8' };

/** The pager is a line for the shell, as everywhere: it may have flags and quotes of its own. */
function exitCodeOf(text: string, pager: string): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(pager, {
      shell: true,
      stdio: ['pipe', 'inherit', 'ignore'],
      env: { ...FLAGS, ...process.env },
    });
    child.on('error', () => resolve(NO_SUCH_COMMAND));
    child.on('close', resolve);
    // A pager that is closed before the end of the text reads no more of it.
    child.stdin.on('error', () => {});
    child.stdin.end(text);
  });
}
