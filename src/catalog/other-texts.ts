import type { ReasonBook } from '../core/reasons.ts';
import { passagesOf } from './framework-texts.ts';
import type { PoliteNoesFile } from './schemas.ts';
import type { Texts } from './texts.ts';

/** What a translation of the reasons has to say, by their codes. */
export function reasonTexts({ lines, reasons }: ReasonBook): Texts {
  return {
    lines,
    reasons: Object.fromEntries(
      reasons.map(({ code, label, definition, compensate }) => [code, { label, definition, compensate }]),
    ),
  };
}

/** What a translation of the polite noes has to say. What buyers say is not translated but told anew. */
export function politeNoTexts(noes: PoliteNoesFile): Texts {
  return {
    passages: passagesOf(noes),
    'polite-noes': Object.fromEntries(
      noes.map(({ id, phrases, unless, caution }) => [
        id,
        { phrases: new Set(phrases), ...(unless && { unless: new Set(unless) }), caution },
      ]),
    ),
  };
}
