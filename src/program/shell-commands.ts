import { Argument, type Command } from 'commander';
import { type Shell, SHELLS } from '../core/completion.ts';
import { expectedNext, flagValue } from './expected-next.ts';
import type { Run } from './run.ts';

/** The words of the commands that a shell asks. */
export function addShellCommands(program: Command, run: Run): void {
  program
    .command('completion')
    .description('print the script by which your shell completes commands, ids and codes')
    .addArgument(new Argument('<shell>', 'which shell').choices(SHELLS))
    .addHelpText('after', SET_UP)
    .action(async (shell: Shell, _options: unknown, command: Command) => {
      await run(command, async (app) => (await import('../commands/completion.ts')).completion(app, shell));
    });
  // The script asks this at each press of the key.
  program
    .command('complete', { hidden: true })
    .argument('[words...]', 'what was typed so far')
    .action(async (words: readonly string[], _options: unknown, command: Command) => {
      const db = flagValue(words, '--db');
      if (db !== undefined) program.setOptionValue('db', db);
      const expected = expectedNext(program, words);
      await run(command, async (app) => (await import('../commands/complete.ts')).complete(app, expected));
    });
}

const SET_UP = `
To have it in every new shell:
  bash        lossdebrief completion bash > ~/.local/share/bash-completion/completions/lossdebrief
  zsh         lossdebrief completion zsh > "\${fpath[1]}/_lossdebrief"
  fish        lossdebrief completion fish > ~/.config/fish/completions/lossdebrief.fish
  powershell  lossdebrief completion powershell >> $PROFILE`;
