import type { App } from '../app.ts';
import { UserError } from '../core/user-error.ts';
import { askWords, type SideQuestion } from './side-question.ts';

/**
 * Words of somebody else, exactly as they came: from the flag, from standard input for `-`, or typed and pasted where
 * somebody is there. Undefined if there are none and nobody can be asked.
 */
export async function givenWords(
  app: App,
  given: string | undefined,
  question: SideQuestion,
): Promise<string | undefined> {
  const asks = app.canAsk && (given === undefined || given === '-');
  const words = asks ? await askWords(app, question) : given === '-' ? await app.readInput('-') : given;
  if (words === undefined) return undefined;
  const kept = words.trim();
  if (kept === '')
    throw new UserError('There are no words to keep.', 'Put them in quotation marks, or - for standard input.');
  return kept;
}
