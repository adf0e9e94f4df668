import type { Asked } from '../core/asked.ts';
import { ENGLISH } from '../core/speech/english.ts';
import type { PromptWords } from '../core/speech/speech.ts';

/** The words for the keys of a question. */
export function promptWords({ words }: Pick<Asked, 'words'>): PromptWords {
  return words ?? ENGLISH.prompt;
}
