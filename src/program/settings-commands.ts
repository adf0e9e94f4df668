import type { Command } from 'commander';
import { knownSetting, SETTING_NAMES } from '../core/settings/known-settings.ts';
import type { Run } from './run.ts';

/** The words of the commands about the person's own settings. */
export function addSettingsCommands(program: Command, run: Run): void {
  const config = program
    .command('config')
    .description('your settings: your stages, your process, whom you sell to, when to call')
    .action(async (_options: unknown, command: Command) => {
      await run(command, async (app) => (await import('../commands/config.ts')).listSettings(app));
    });
  config.addHelpText('after', HELP);
  config
    .command('list')
    .description('every setting, its value, and where that comes from')
    .action(async (_options: unknown, command: Command) => {
      await run(command, async (app) => (await import('../commands/config.ts')).listSettings(app));
    });
  config
    .command('get')
    .description('the value of one setting; of a list, one name a line')
    .argument('<setting>', 'such as call-time')
    .action(async (name: string, _options: unknown, command: Command) => {
      await run(command, async (app) => (await import('../commands/config.ts')).getSetting(app, name));
    });
  config
    .command('set')
    .description('set one; a list is given whole, each of its names in quotes')
    .argument('<setting>', 'such as call-time')
    .argument('<value...>', 'such as 08:30')
    .action(async (name: string, values: readonly string[], _options: unknown, command: Command) => {
      await run(command, async (app) => (await import('../commands/config.ts')).setSetting(app, name, values));
    });
  config
    .command('add')
    .description('add to a list')
    .argument('<setting>', 'such as red-flags')
    .argument('<value...>', 'each in quotes')
    .action(async (name: string, values: readonly string[], _options: unknown, command: Command) => {
      await run(command, async (app) => (await import('../commands/config.ts')).addToSetting(app, name, values));
    });
  config
    .command('unset')
    .description('take one out of the file, so that it is again as it comes; a list is empty then')
    .argument('<setting>', 'such as red-flags')
    .action(async (name: string, _options: unknown, command: Command) => {
      await run(command, async (app) => (await import('../commands/config.ts')).unsetSetting(app, name));
    });
  config
    .command('path')
    .description('where the file of settings is, to open it in an editor')
    .action(async (_options: unknown, command: Command) => {
      await run(command, async (app) => (await import('../commands/config.ts')).settingsPath(app));
    });
}

const LABEL = Math.max(...SETTING_NAMES.map((name) => name.length)) + 2;

const HELP = `
Settings:
${SETTING_NAMES.map((name) => `  ${name.padEnd(LABEL)}${knownSetting(name).help}`).join('\n')}

A flag wins over a variable such as LOSSDEBRIEF_CALL_TIME, that wins over the
file, and that over what holds without it. Lists stand in the file alone.

Examples:
  lossdebrief config set stages lead discovery demo proposal contract
  lossdebrief config set ideal-customer "has a deadline" "50 to 500 people"
  lossdebrief config add red-flags "three vendors before us"
  lossdebrief config unset red-flags`;
