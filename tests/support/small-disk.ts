import { spawnSync } from 'node:child_process';
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, type TestContext } from 'vitest';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { asRoot, unable } from './root.ts';

/** A real disk that is small, for one test. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes the room that is left. */
  readonly fill: () => void;
  /** Gives it back. */
  readonly free: () => void;
  /** Lets nobody write from now on, not even root. */
  readonly makeReadOnly: () => void;
}

/** Mounts a disk of so many kilobytes, which only root can. */
export function smallDisk(kilobytes: number, context: Pick<TestContext, 'skip'>): SmallDisk {
  asRoot(context);
  const folder = temporaryFolder();
  if (!runs('mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder)) {
    unable('No disk can be mounted here.', context);
  }
  onTestFinished(() => void runs('umount', '-l', folder));
  const filler = join(folder, 'filler');
  return {
    folder,
    fill: () => {
      while (writes(filler));
    },
    free: () => rmSync(filler),
    makeReadOnly: () => {
      if (!runs('mount', '-o', 'remount,ro', folder)) unable('No disk can be mounted here.', context);
    },
  };
}

function runs(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args).status === 0;
}

/** Whether there was room for one more page. */
function writes(filler: string): boolean {
  try {
    appendFileSync(filler, Buffer.alloc(4096));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false;
    throw error;
  }
}
