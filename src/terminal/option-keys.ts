import type { Asked } from '../core/asked.ts';
import { promptWords } from './prompt-words.ts';

/** Something that one key picks. */
interface Keyed {
  readonly key: string;
}

/** What a key stands for: as it is written, else without regard to case if only one fits. */
export function withKey<Choice extends Keyed>(choices: readonly Choice[], key: string): Choice | undefined {
  const exact = choices.find((choice) => choice.key === key);
  const alike = choices.filter((choice) => choice.key.toLowerCase() === key.toLowerCase());
  return exact ?? (alike.length === 1 ? alike[0] : undefined);
}

/** Says which keys work. */
export function unknownKey(asked: Asked, key: string, choices: readonly Keyed[]): string {
  return promptWords(asked).unknownKey(key, choices.map((choice) => choice.key).join(' '));
}
