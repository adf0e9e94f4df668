/** What may come next on a command line that is being typed. */
export interface Expected {
  /** The word that was begun; empty where a new one begins. */
  readonly begun: string;
  /** Commands, flags and choices that may stand here. */
  readonly words: readonly Suggestion[];
  /** What else may stand here; it has to be looked up. */
  readonly values: ValueKind | undefined;
}

/** One word that may come next. */
export interface Suggestion {
  readonly value: string;
  /** What it is, in a few words; empty where the value says it. */
  readonly note: string;
}

/** What of the records and the codes may be meant. A file is for the shell to find. */
export type ValueKind =
  | 'answer'
  | 'area'
  | 'channel'
  | 'deal'
  | 'draft'
  | 'field'
  | 'figure'
  | 'file'
  | 'framework'
  | 'item'
  | 'outcome'
  | 'phrase'
  | 'reason'
  | 'setting'
  | 'stage'
  | 'waiting';

/** The shells that there is a script for. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof SHELLS)[number];

/** The suggestions that begin as the word does, upper and lower case alike. */
export function fitting(suggestions: readonly Suggestion[], begun: string): readonly Suggestion[] {
  const start = begun.toLowerCase();
  return suggestions.filter(({ value }) => value.toLowerCase().startsWith(start));
}
