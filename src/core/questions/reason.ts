import { plainly } from '../answers.ts';
import type { Options, Question } from '../framework.ts';
import { capitalised } from '../text/sentence.ts';
import { readCode } from './choice.ts';
import type { Context, Kind } from './kind.ts';
import { keyed } from './option-keys.ts';

/**
 * Why a deal was lost, from the book of reasons, the six most used first. On screen a line may stand for several codes
 * ("price or budget"); a file may give the code itself.
 */
export const reason: Kind = {
  parts: (question) => [
    {
      id: question.id,
      allowed: (context) => Object.keys(answerable(question, context)).join(', '),
      read: (value, context) => readCode(value, answerable(question, context)),
      say: (value, context) => {
        const code = plainly(value);
        return context.reasons.lines[code] ?? labelOf(code, context) ?? code;
      },
    },
  ],
  form: (question, context) => ({
    form: 'choice',
    options: keyed(mostUsedFirst(shown(question, context), context)).map(({ value, label, key }) => ({
      key,
      label: capitalised(label),
      answers: { [question.id]: value },
    })),
  }),
};

const USUAL = 6;

/** The lines on screen: reasons of their own, and lines that stand for several. */
function shown(question: Question, context: Context): Options {
  const offered = context.reasons.reasons.filter(({ code, retired }) => !retired && !question.without?.includes(code));
  return Object.fromEntries(
    offered.map(({ code, label, line }) => {
      const words = line === undefined ? undefined : context.reasons.lines[line];
      return line !== undefined && words !== undefined ? [line, words] : [code, label];
    }),
  );
}

function answerable(question: Question, context: Context): Options {
  const codes = context.reasons.reasons
    .filter(({ code }) => !question.without?.includes(code))
    .map(({ code, label }) => [code, label]);
  return { ...shown(question, context), ...Object.fromEntries(codes) };
}

function mostUsedFirst(options: Options, { history }: Context): Options {
  const uses = (code: string): number => history.reasonCounts[code] ?? 0;
  const usual = Object.keys(options)
    .filter((code) => uses(code) > 0)
    .toSorted((one, other) => uses(other) - uses(one))
    .slice(0, USUAL);
  return Object.fromEntries(
    [...new Set([...usual, ...Object.keys(options)])].map((code) => [code, options[code] ?? code]),
  );
}

function labelOf(code: string, { reasons }: Context): string | undefined {
  return reasons.reasons.find((known) => known.code === code)?.label;
}
