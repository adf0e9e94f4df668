import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { script } from '@bomb.sh/tab';

// A step of `npm run build`: the scripts by which shells complete. The library that has them can only print them, so this file
// runs itself once for each and keeps what was printed. Its script for bash breaks at `=`, so that one is our own.
const SELF = fileURLToPath(import.meta.url);
const CREDIT = '\n# Made by @bomb.sh/tab, MIT licence, of the Bombshell authors, after the scripts of cobra.\n';
const [, , shell] = process.argv;

if (shell === undefined) writeAll(new URL('./dist/data/completion/', import.meta.url));
else script(shell, 'lossdebrief', 'lossdebrief');

function writeAll(folder) {
  mkdirSync(folder, { recursive: true });
  copyFileSync(new URL('./data/completion.bash', import.meta.url), new URL('bash', folder));
  for (const each of ['zsh', 'fish', 'powershell']) writeFileSync(new URL(each, folder), `${printed(each)}${CREDIT}`);
}

function printed(each) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SELF, each], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The script for ${each} could not be written: ${stderr}`);
  return stdout;
}
