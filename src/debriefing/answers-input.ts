import type { App } from '../app.ts';
import type { Answers } from '../core/answers.ts';
import { type Given, parseSetting } from '../core/given-answers.ts';
import { EXIT, UserError } from '../core/user-error.ts';

/** Answers that came with the command: the deal's name, a file of answers, and single settings, later ones winning. */
export async function givenAnswers(
  app: App,
  deal: string | undefined,
  file: string | undefined,
  settings: readonly string[],
  draft: Answers = {},
): Promise<Given> {
  const fromFile = file === undefined ? {} : parseAnswers(await app.readInput(file), file);
  const named: Given = deal === undefined ? fromFile : { ...fromFile, deal };
  return settings.reduce((given, setting) => {
    const set = parseSetting(setting, given, draft);
    if (!set) throw new UserError('A --set has no "=".', 'Write it as --set outcome=postponed');
    return set;
  }, named);
}

/** All that is wrong with given answers, and what became of them. */
export function refusedAnswers(problems: readonly string[], outcome: string): UserError {
  return new UserError([...problems, outcome].join('\n'), 'Put that right, then give the answers again.');
}

function parseAnswers(text: string, file: string): Given {
  const name = file === '-' ? 'Standard input' : file;
  const example = 'Write the answers as one JSON object: { "deal": "Acme", "outcome": "postponed" }';
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new UserError(`${name} is not JSON.`, example, EXIT.inputRefused);
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new UserError(`${name} does not hold a JSON object.`, example, EXIT.inputRefused);
  }
  return parsed as Given;
}
