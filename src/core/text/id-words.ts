/** Ids of actions, entries and deals, and the words after them, as `snooze A31 F7 in 2 weeks` has them. */
export interface IdsAndWords {
  readonly ids: readonly string[];
  readonly words: string;
}

/** Parts arguments into the ids they begin with and the rest as one text. `Q2` is no id. */
export function splitIds(args: readonly string[]): IdsAndWords {
  const end = args.findIndex((arg) => !/^[AFD]\d+$/i.test(arg));
  const ids = end < 0 ? args : args.slice(0, end);
  return { ids: [...new Set(ids.map((id) => id.toUpperCase()))], words: end < 0 ? '' : args.slice(end).join(' ') };
}
