import type { App } from '../app.ts';
import { type Field, wordIn } from '../core/figures/figure-scope.ts';
import { shellWord } from '../core/text/shell-word.ts';
import { UserError } from '../core/user-error.ts';
import type { DealTrait, Store } from '../store/store.ts';

/** Reads `--with field=value`; nothing behind the sign stands for not noted. Throws `UserError` where there is no sign. */
export function readWith(text: string): { readonly key: string; readonly value: string } {
  const [, key, value] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  if (key !== undefined && value !== undefined) return { key, value: value.trim() };
  throw new UserError(`--with ${text} has no value.`, `Write lossdebrief list --with ${shellWord(text)}=VALUE`);
}

/** The value of a field that deals are to have, as the report shows it or as its code. Throws `UserError` if no deal has it. */
export async function traitOf(app: App, store: Store, field: Field, value: string): Promise<DealTrait> {
  if (value === '') return { dimension: field.dimension, values: [''] };
  const onFile = await valuesOf(app, store, field);
  const values = meant(value, onFile, field);
  if (values.length > 0) return { dimension: field.dimension, values };
  throw new UserError(`No deal on file has ${field.key} “${value}”.`, whatThereIs(onFile));
}

/** All of these hold; of one field it may be any of the values. */
export function togetherByField(traits: readonly DealTrait[]): readonly DealTrait[] {
  const byField = new Map<string, DealTrait>();
  for (const { dimension, values } of traits) {
    const key = JSON.stringify(dimension);
    byField.set(key, { dimension, values: [...(byField.get(key)?.values ?? []), ...values] });
  }
  return [...byField.values()];
}

/** What figures count by, and the report cannot be split by: where losses turned, and whom wins were won against. */
export const COUNTED_BESIDES: readonly Field[] = [
  { key: 'stage', label: 'stage', dimension: 'stage', words: {} },
  { key: 'beaten', label: 'won against', dimension: { answer: 'beaten' }, words: {} },
];

async function valuesOf(app: App, store: Store, { dimension }: Field): Promise<readonly string[]> {
  const requests = (['decided', 'open'] as const).map((of) => ({ of, by: [dimension] }));
  const tallies = await store.tallies(requests, { from: undefined, to: undefined, today: app.clock.today });
  const values = tallies.flat().map(({ at: [value] }) => String(value ?? ''));
  return [...new Set(values)].filter((value) => value !== '').toSorted();
}

/** The value itself, or else whatever is the same in another case or in words. */
function meant(typed: string, onFile: readonly string[], { words, key }: Field): readonly string[] {
  const alike = onFile.filter((value) => [value, wordIn(words, value)].some((said) => isAlike(said, typed)));
  // Who was beaten is a name that is written in any case, and counted as one.
  return onFile.includes(typed) && key !== 'beaten' ? [typed] : alike;
}

function isAlike(one: string, other: string): boolean {
  return one.localeCompare(other, undefined, { sensitivity: 'accent' }) === 0;
}

function whatThereIs(onFile: readonly string[]): string {
  if (onFile.length === 0) return 'Nothing is noted there yet. See all deals: lossdebrief list';
  const more = onFile.length - MOST;
  return `Use one of: ${onFile.slice(0, MOST).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** More values than this are a list, and not a hint. */
const MOST = 12;
