import { cleanJson } from '../core/text/clean-text.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';

/** Deals as one JSON document, printed one after the other: the same text as if it had been printed whole. */
export function* dealsJson(deals: Iterable<unknown>): Generator<string, void> {
  yield `{\n  "schemaVersion": ${SCHEMA_VERSION},\n  "deals": [`;
  let isFirst = true;
  for (const deal of deals) {
    const text = JSON.stringify(deal, undefined, 2).replaceAll('\n', '\n    ');
    yield `${isFirst ? '' : ','}\n    ${cleanJson(text)}`;
    isFirst = false;
  }
  yield isFirst ? ']\n}\n' : '\n  ]\n}\n';
}
