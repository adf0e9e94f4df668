import type { CrmBook, CrmWords } from '../core/exchange/crm-book.ts';
import { type OwnEndings, ownEndingKey } from './own-endings.ts';
import { wordKey } from './plain-key.ts';

/** What one word of a CRM says about how a deal ended; undefined for the name of an open stage. */
export type Ending = 'won' | 'lost' | 'closed' | 'no-deal' | 'deleted' | undefined;

/** A reader of such words. What the person says of one counts before all that is known. */
export function endingReader({ book: { words }, ownEndings }: WordsKnown): (text: string) => Ending {
  return remembering((text) => {
    const key = wordKey(text);
    return ownEndings.get(ownEndingKey(text)) ?? ENDINGS.find((ending) => says(words[ending], key));
  });
}

/** By what such words are read. */
export interface WordsKnown {
  readonly book: CrmBook;
  readonly ownEndings: OwnEndings;
}

/** A reader of yes and no in any language; undefined for an empty cell and anything else. */
export function signReader({ words }: CrmBook): (text: string) => boolean | undefined {
  return remembering((text) => {
    const key = wordKey(text);
    if (says(words.yes, key)) return true;
    return says(words.no, key) ? false : undefined;
  });
}

/** An export has few different words in many rows, so each is read once. */
function remembering<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Value;
    const value = read(text);
    // A column of free text must not fill the memory.
    if (known.size < MOST_REMEMBERED) known.set(text, value);
    return value;
  };
}

// "Closed duplicate" is no deal before it is closed.
const ENDINGS = ['deleted', 'no-deal', 'lost', 'won', 'closed'] as const;
const MOST_REMEMBERED = 1000;

function says({ is, begins }: CrmWords, key: string): boolean {
  return is.includes(key) || begins.some((start) => key === start || key.startsWith(`${start} `));
}
