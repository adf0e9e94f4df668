import { LANGUAGES } from '../speech/language.ts';
import type { Read } from '../answers.ts';
import { cleanText } from '../text/clean-text.ts';
import { firstCharacters } from '../text/first-characters.ts';
import { isCurrency } from '../money/money.ts';
import { idFor } from './named.ts';

// Ways to read what somebody set. An empty problem is said as what is allowed.

/** `9:00` is `09:00`. */
export function clockTime(value: unknown): Read<string> {
  const [, hour = '', minute = ''] = /^(\d{1,2}):(\d{2})$/.exec(textOf(value)) ?? [];
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60
    ? { value: `${hour.padStart(2, '0')}:${minute}` }
    : WRONG;
}

/** Three letters that name a currency, in capitals. */
export function currencyCode(value: unknown): Read<string> {
  const code = textOf(value).toUpperCase();
  return isCurrency(code) ? { value: code } : WRONG;
}

/** A whole number of months, from 1 to 12. */
export function months(value: unknown): Read<number> {
  const text = typeof value === 'number' ? String(value) : textOf(value);
  return /^(?:[1-9]|1[0-2])$/.test(text) ? { value: Number(text) } : WRONG;
}

/** One of these values, typed large or small. */
export function oneOf(values: readonly string[]): (value: unknown) => Read<string> {
  return (value) => {
    const found = values.find((known) => known === textOf(value).toLowerCase());
    return found === undefined ? WRONG : { value: found };
  };
}

/** One name of a list; whether it is in that list is seen where both are known. */
export function oneName(value: unknown): Read<string> {
  const read = names([value], 1);
  return 'problem' in read ? read : { value: read.value[0] ?? '' };
}

/** The ids of frameworks, as a list or with commas between. */
export function frameworkIds(value: unknown): Read<string> {
  const ids = (Array.isArray(value) ? value.map(textOf) : textOf(value).split(',')).map((id) =>
    id.trim().toLowerCase(),
  );
  return ids.every((id) => /^[a-z][a-z0-9-]{0,40}$/.test(id)) ? { value: ids.join(', ') } : WRONG;
}

/** A language that is spoken here: `de`, or with a region `de-AT`. */
export function languageTag(value: unknown): Read<string> {
  const tag = textOf(value).replaceAll('_', '-');
  const isSpoken = LANGUAGES.some((language) => new RegExp(`^${language}(?:-[a-z]{2})?$`, 'i').test(tag));
  return isSpoken ? { value: tag } : WRONG;
}

/** A relative path would mean another file in each folder, and SQLite takes some names for no file at all. */
export function wholePath(value: unknown): Read<string> {
  const path = textOf(value);
  return /^(?:\/|~[\\/]|[A-Za-z]:[\\/]|\\\\)./.test(path) ? { value: path } : WRONG;
}

/** Names that each get an id of their own. */
export function distinctNames(value: unknown): Read<readonly string[]> {
  const read = names(value, MOST_NAMES);
  if ('problem' in read) return read;
  const ids = read.value.map(idFor);
  const nameless = read.value.find((_, index) => ids[index] === '');
  if (nameless !== undefined) return { problem: `${JSON.stringify(nameless)} has no letter or digit in it` };
  const twice = read.value.find((_, index) => ids.indexOf(ids[index] ?? '') < index);
  return twice === undefined ? read : { problem: `${JSON.stringify(twice)} stands in it twice` };
}

/** Lines of text, such as titles of books. */
export function textLines(value: unknown): Read<readonly string[]> {
  return names(value, MOST_LINES);
}

const WRONG = { problem: '' } as const;

/** As many as one screen asks, one key a line. */
const MOST_NAMES = 20;
const MOST_LINES = 100;
const LONGEST_NAME = 120;

function names(value: unknown, most: number): Read<readonly string[]> {
  const given = Array.isArray(value) ? value : [value];
  if (given.length > most) return { problem: `it has ${given.length} entries, and ${most} are the most` };
  const texts = given.map((one) => (typeof one === 'number' ? String(one) : textOf(one)));
  if (texts.includes('')) return texts.length === 1 ? WRONG : { problem: 'one of its names is empty' };
  const odd = texts.find((text) => text.length > LONGEST_NAME || text !== cleanText(text));
  if (odd === undefined) return { value: texts };
  return odd.length > LONGEST_NAME
    ? { problem: `"${firstCharacters(odd, 30)}…" is longer than ${LONGEST_NAME} characters` }
    : { problem: 'it has characters in it that a screen cannot show' };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
