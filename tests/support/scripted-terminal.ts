import type { Terminal } from '../../src/app.ts';
import type { Answers } from '../../src/core/answers.ts';
import type { Asked, ChoiceForm, GridForm, Reply } from '../../src/core/asked.ts';
import { Paused, UserError } from '../../src/core/user-error.ts';
import { heldIn } from '../../src/terminal/grid-prompt.ts';

/**
 * What a person types, in order: the id of the question that must be on the screen, and the input. An empty input is
 * Enter, `<` goes back; a choice takes its key (and the lines that follow it after a bar, `e|new budget|2027-01-01`), the
 * steps screen one key a row, and `^C` behind them for a Ctrl-C on that screen. When the script ends, the person presses
 * Ctrl-C.
 */
export type Script = readonly (readonly [id: string, typed: string])[];

/** A terminal at which a script is typed. It fails the test when another question is asked than the script expects. */
export function scriptedTerminal(script: Script, onAsked: (asked: Asked) => void = () => {}): Terminal {
  const left = [...script];
  return {
    ask: async (asked) => {
      onAsked(asked);
      const next = left.shift();
      if (!next) throw new Paused();
      const [id, typed] = next;
      if (id !== asked.id) throw offScript(`The script answers ${id}, but the question on the screen is ${asked.id}.`);
      return replyTo(asked, typed);
    },
  };
}

async function replyTo(asked: Asked, typed: string): Promise<Reply> {
  if (typed === '<') return { kind: 'back' };
  if (typed === '-' && asked.enter.clears) return answered(asked.enter.clears);
  if (typed === '' && asked.form.form !== 'grid') {
    if (!asked.enter.answers) throw offScript(`${asked.id} cannot be skipped.`);
    return answered(asked.enter.answers);
  }
  switch (asked.form.form) {
    case 'choice':
      return answered(await picked(asked.form, typed));
    case 'grid':
      if (typed.endsWith('^C'))
        throw new Paused(undefined, undefined, heldIn(asked.form, gridValues(asked.form, typed)));
      return answered(asked.form.gather(gridValues(asked.form, typed)));
    case 'line':
    case 'paragraphs':
      return answered(await understood(asked.form.read, typed));
  }
}

async function picked({ options }: ChoiceForm, typed: string): Promise<Answers> {
  const [key, ...lines] = typed.split('|');
  const option = options.find((one) => one.key === key);
  if (!option) throw offScript(`No option has the key ${key}; there are ${options.map((one) => one.key).join(' ')}.`);
  let answers = option.answers;
  for (const [index, then] of (option.followOns ?? []).entries()) {
    const line = lines[index] ?? '';
    if (line === '' && then.optional) continue;
    answers = { ...answers, ...(await understood(then.read, line)) };
  }
  return answers;
}

function gridValues({ rows }: GridForm, typed: string): readonly (string | undefined)[] {
  return rows.map(({ options, current }, index) => options.find(({ key }) => key === typed[index])?.value ?? current);
}

async function understood(read: (text: string) => unknown, typed: string): Promise<Answers> {
  const result = (await read(typed)) as { value: Answers } | { problem: string };
  if ('problem' in result) throw offScript(`"${typed}" was refused: ${result.problem}`);
  return result.value;
}

function answered(answers: Answers): Reply {
  return { kind: 'answers', answers };
}

/** A script that does not fit what is asked. As an error of the person's its words are printed, which those of a bug are not. */
function offScript(message: string): UserError {
  return new UserError(message);
}
