/**
 * Words such as "Q2" that a day was given in stand beside it as an answer of their own. They are of its class, as the words for
 * times are few and say no more than the day does.
 */
export function wordsIdOf(dayId: string): string {
  return `${dayId}${SUFFIX}`;
}

/** The id of the day whose words stand under an id; undefined for any other id. */
export function dayIdOf(wordsId: string): string | undefined {
  return wordsId.endsWith(SUFFIX) ? wordsId.slice(0, -SUFFIX.length) : undefined;
}

const SUFFIX = '-words';
