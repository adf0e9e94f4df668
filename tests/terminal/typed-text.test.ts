import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Key } from '../../src/terminal/keys.ts';
import { edited, NOTHING_TYPED, typed, type TypedText } from '../../src/terminal/typed-text.ts';
import { key, pasted, text } from '../support/pressing.ts';

/** `We|liked` is a cursor behind We. */
function at(marked: string): TypedText {
  return { text: marked.replace('|', ''), cursor: marked.indexOf('|') };
}

function marked({ text, cursor }: TypedText): string {
  return `${text.slice(0, cursor)}|${text.slice(cursor)}`;
}

describe('one key', () => {
  test.each<[Key, string, string]>([
    ['left', 'ab|', 'a|b'],
    ['left', '|ab', '|ab'],
    ['right', 'a|b', 'ab|'],
    ['left', 'Zoe\u0301|', 'Zo|e\u0301'],
    ['word-left', 'the safer |choice', 'the |safer choice'],
    ['word-right', 'the| safer choice', 'the safer| choice'],
    ['line-start', 'one\ntw|o', 'one\n|two'],
    ['line-end', 'o|ne\ntwo', 'one|\ntwo'],
    ['erase', 'one\n|two', 'one|two'],
    ['erase', 'a👩‍👩‍👧|b', 'a|b'],
    ['erase', '|ab', '|ab'],
    ['erase-next', 'a|bc', 'a|c'],
    ['erase-word', 'the safer |choice', 'the |choice'],
    ['erase-to-start', 'one\ntwo| three', 'one\n| three'],
    ['erase-to-end', 'one| two\nthree', 'one|\nthree'],
    ['up', 'a|b', 'a|b'],
  ])('%s: %j becomes %j', (name, before, after) => {
    expect(marked(edited(at(before), key(name), 'keep'))).toBe(after);
  });
});

test('text goes in at the cursor', () => {
  expect(marked(edited(at('We |you'), text('like '), 'keep'))).toBe('We like |you');
});

test('a paste for one line has its breaks and their margins made spaces', () => {
  expect(edited(NOTHING_TYPED, pasted('We liked\n   you.\n\nBut.\n'), 'join').text).toBe('We liked you. But.');
});

test('spaces at the ends of what is typed stay', () => {
  expect(edited(typed('We'), text(' '), 'join').text).toBe('We ');
});

test('colours and control characters do not come along with a paste', () => {
  expect(edited(NOTHING_TYPED, pasted('a\u001b[31mred\u001b[0m\u0007\u009bK\tb'), 'keep').text).toBe('ared\tb');
});

test('whatever is pressed, the cursor stays within the text and no control character gets in', () => {
  const keys: readonly Key[] = [
    'left',
    'right',
    'word-left',
    'word-right',
    'line-start',
    'erase',
    'erase-next',
    'erase-word',
  ];
  const burst = fc.oneof(fc.string({ unit: 'binary' }).map(text), fc.constantFrom(...keys).map(key));
  fc.assert(
    fc.property(fc.array(burst), (bursts) => {
      const end = bursts.reduce((before, next) => edited(before, next, 'keep'), NOTHING_TYPED);
      expect(end.cursor).toBeGreaterThanOrEqual(0);
      expect(end.cursor).toBeLessThanOrEqual(end.text.length);
      expect(end.text).not.toMatch(/(?![\t\n])\p{Cc}/u);
    }),
  );
});
