import type { Outcome } from './outcome.ts';

/** A kind of answer that is easy to give and hard to learn from, as data: "a very close second", the price. */
export interface PoliteNo {
  readonly id: string;
  readonly phrases: readonly string[];
  /** Words that turn a phrase round, such as "not the price". */
  readonly unless?: readonly string[] | undefined;
  /** Endings that say the same without a word. */
  readonly outcomes?: readonly Outcome[] | undefined;
  readonly caution: string;
  /** Whose advice it is, or that it is ours. */
  readonly credit: string;
}

/** A polite no that was found, with the listed phrase that gave it away; undefined if the ending alone did. */
export interface Caution {
  readonly politeNo: string;
  readonly phrase: string | undefined;
  readonly text: string;
}

/** What in these words is probably politeness. A caution, not a judgement: the words stay as they are. */
export function cautionsAbout(words: string, politeNoes: readonly PoliteNo[]): readonly Caution[] {
  const text = plain(words);
  return politeNoes.flatMap(({ id, phrases, unless = [], caution }) => {
    const rest = unless.reduce((left, turned) => left.replaceAll(asWords(turned), ' … '), text);
    const phrase = phrases.find((one) => rest.search(asWords(one)) >= 0);
    return phrase === undefined ? [] : [{ politeNo: id, phrase, text: caution }];
  });
}

/** What to take with care about a deal that ended so, with these words or none. After a win nobody has to be kind. */
export function cautionsAboutEnding(
  outcome: Outcome | undefined,
  said: string | undefined,
  politeNoes: readonly PoliteNo[],
): readonly Caution[] {
  if (outcome === 'won') return [];
  const silent = politeNoes.filter(({ outcomes }) => outcome !== undefined && outcomes?.includes(outcome));
  const found = said === undefined ? [] : cautionsAbout(said, politeNoes);
  return [...found, ...silent.map(({ id, caution }) => ({ politeNo: id, phrase: undefined, text: caution }))].filter(
    ({ politeNo }, index, all) => all.findIndex((other) => other.politeNo === politeNo) === index,
  );
}

/** A caution in one line: `"a close second": Buyers call it close …`. */
export function sayCaution({ phrase, text }: Caution): string {
  return phrase === undefined ? text : `"${phrase}": ${text}`;
}

/** A caution as JSON (see `docs/json.md`). */
export function cautionJson({ politeNo, phrase, text }: Caution): Record<string, unknown> {
  return { politeNo, phrase: phrase ?? null, text };
}

/** A phrase as whole words; the list is ours, but a sign in it should still mean itself. */
function asWords(phrase: string): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${plain(phrase).replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
    'gu',
  );
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim();
}
