import { cleanJson } from '../core/text/clean-text.ts';
import type { PortableRecord } from '../core/exchange/portable.ts';

/** Records as JSONL, a line for each. The same records are always the same bytes. */
export function* recordsJsonl(records: Iterable<PortableRecord>): Generator<string, void> {
  for (const record of records) yield `${cleanJson(JSON.stringify(record))}\n`;
}
