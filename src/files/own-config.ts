import { readFileSync } from 'node:fs';
import { mkdir, readlink, realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SettingName, SettingValue } from '../core/settings/known-settings.ts';
import { type Layers, refuseNewFaults, type SetValue, setValues } from '../core/settings/set-values.ts';
import { sayCode } from '../core/text/say-code.ts';
import { causedBy, UserError } from '../core/user-error.ts';

/** The person's config file, and what is set there and elsewhere. */
export interface OwnConfig {
  readonly path: string;
  /** Every setting, with its value and where that comes from. Throws `UserError` where something wrong is set. */
  readonly all: () => Promise<readonly SetValue[]>;
  /** Writes one setting into the file, or takes it out for undefined, and makes the file if it is not there. */
  readonly keep: (name: SettingName, value: SettingValue | undefined) => Promise<void>;
}

/** YAML is only loaded where there is a file to read, or one to be made. */
export function ownConfig(path: string, around: Pick<Layers, 'variables' | 'flags'>): OwnConfig {
  const entries = async (text: string | undefined): Promise<Layers['entries']> =>
    text === undefined ? [] : (await import('./config-document.ts')).configEntries(text, path);
  const layers = async (text: string | undefined): Promise<Layers> => ({
    path,
    entries: await entries(text),
    ...around,
  });
  return {
    path,
    all: async () => setValues(await layers(textOf(path))),
    keep: async (name, value) => {
      const before = textOf(path);
      if (before === undefined && value === undefined) return;
      const { withSetting } = await import('./config-document.ts');
      const after = withSetting(before ?? HEADER, path, name, value);
      refuseNewFaults(name, await layers(before), await layers(after));
      await write(path, after);
    },
  };
}

const HEADER = '# What can be set here: lossdebrief config --help\n\n';

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    if (typeof code !== 'string') throw error;
    const fault = new UserError(
      `${path} could not be read (${sayCode(code)}).`,
      'Check that it is a file that you may read.',
    );
    throw causedBy(fault, error);
  }
}

/** A config file is often a link into a folder of such files: then the file there is written, and the link stays. */
async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 }).catch(() => undefined);
  const { writeOutput } = await import('./write-output.ts');
  await writeOutput(await behindLinks(path), text, true);
}

async function behindLinks(path: string): Promise<string> {
  const found = await realpath(path).catch(() => undefined);
  if (found !== undefined) return found;
  const target = await readlink(path).catch(() => undefined);
  if (target === undefined) return path;
  throw new UserError(`${path} is a link to ${target}, which is not there.`, 'Make that file, or remove the link.');
}
