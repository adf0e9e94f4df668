import { plainly, type Answers, type Read } from '../answers.ts';
import type { Question } from '../framework.ts';
import { sayNumber } from '../text/say-number.ts';
import { begins, unstopped } from '../text/sentence.ts';
import { secondTry } from '../second-try.ts';
import { ENGLISH } from '../speech/english.ts';
import type { Speech } from '../speech/speech.ts';
import { type Kind, type Part, REFUSED } from './kind.ts';

/** One typed line. */
export const text: Kind = {
  parts: (question) => [question.id, ...(question.instead ? [question.instead.id] : [])].map(textPart),
  form: (question, { speech }, answers) => {
    const tries = question['second-try'];
    return {
      form: 'line',
      read: (typed) => readLine(question, typed, speech),
      ...(tries && { secondTry: (typed: string) => secondTry(tries, typed, answers) }),
    };
  },
};

/** The name of the deal: a line with names on file to pick from. */
export const deal: Kind = {
  parts: text.parts,
  form: (question, { dealNames, speech }) => ({
    form: 'line',
    read: (typed) => readLine(question, typed, speech),
    suggestions: dealNames,
  }),
};

/** An id whose value is plain text on one line. */
export function textPart(id: string): Part {
  return {
    id,
    allowed: () => `text of up to ${sayNumber(LONGEST)} characters`,
    read: (value, { speech }) => (typeof value === 'string' ? readText(oneLine(value), speech) : REFUSED),
    say: plainly,
  };
}

/** Checks the length of a text; the limit keeps a wrong file from becoming an answer. */
export function readText(value: string, speech: Speech = ENGLISH): Read<string> {
  if (value.length <= LONGEST) return { value };
  return { problem: speech.answers.tooLong(speech.number(LONGEST)) };
}

const LONGEST = 100_000;

function readLine(question: Question, typed: string, speech: Speech): Read<Answers> {
  const read = readText(oneLine(typed), speech);
  if ('problem' in read) return read;
  const { instead } = question;
  if (instead?.bare.some((word) => word === unstopped(read.value).toLowerCase()))
    return { problem: instead['ask-more'] };
  if (instead && begins(read.value, instead['starts-with'])) {
    return { value: { [instead.id]: read.value }, understood: read.value };
  }
  return { value: { [question.id]: read.value }, understood: read.value };
}

/** A text with its line breaks, and the space around them, as single spaces. */
export function oneLine(value: string): string {
  const lines = value.split(/[\r\n\u2028\u2029]/).map((part) => part.trim());
  return lines.filter((part) => part !== '').join(' ');
}
