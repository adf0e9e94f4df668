import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { causedBy, EXIT, UserError } from '../core/user-error.ts';

/** A command and its arguments; the file comes last. */
export type Opener = readonly [command: string, ...args: readonly string[]];

/**
 * Opens a file in the program that the person has for it, and leaves it to that. Throws `UserError` 8 if there is nothing to
 * open it with.
 */
export async function openFile(path: string, [command, ...args] = openerOn(process.platform)): Promise<void> {
  const child = spawn(command, [...args, resolve(path)], { detached: true, stdio: 'ignore' });
  await new Promise<void>((resolve, reject) => {
    child.on('spawn', resolve);
    child.on('error', (error) => {
      const hint = `It is written; open it yourself: ${path}`;
      const fault = new UserError(`Nothing could be opened, because there is no ${command} here.`, hint, EXIT.output);
      reject(causedBy(fault, error));
    });
  });
  child.unref();
}

/** What opens a file on a platform. None of them goes through a shell, so a name may hold anything. */
export function openerOn(platform: NodeJS.Platform): Opener {
  if (platform === 'darwin') return ['open'];
  return platform === 'win32' ? ['rundll32', 'url.dll,FileProtocolHandler'] : ['xdg-open'];
}
