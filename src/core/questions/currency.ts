import { plainly, type Read } from '../answers.ts';
import { isCurrency, toMoney } from '../money/money.ts';
import { ENGLISH } from '../speech/english.ts';
import type { Speech } from '../speech/speech.ts';
import { type Kind, type Part, REFUSED } from './kind.ts';

/** The currency of amounts that come without one. */
export const currency: Kind = {
  parts: ({ id }) => [currencyPart(id)],
  form: ({ id }, { speech }, answers) => ({
    form: 'line',
    read: (typed) => {
      const read = readCurrency(typed);
      if ('problem' in read) return { problem: speech.answers.unknownCurrency(typed.trim()) };
      const problem = decimalsProblem(answers['amount'], read.value, speech);
      return problem === undefined ? { value: { [id]: read.value }, understood: read.value } : { problem };
    },
  }),
};

/** What to say of an amount with more decimals than its currency has; undefined if it fits. */
export function decimalsProblem(amount: unknown, code: string, { answers }: Speech = ENGLISH): string | undefined {
  if (typeof amount !== 'number' || toMoney(amount, code)) return undefined;
  return answers.tooManyDecimals(String(amount), code);
}

/** The part of a question that takes a currency, as its ISO code. */
export function currencyPart(id: string): Part {
  return {
    id,
    allowed: () => 'the three letters of a currency in use, such as EUR or USD',
    read: readCurrency,
    say: plainly,
  };
}

function readCurrency(value: unknown): Read<string> {
  const code = typeof value === 'string' ? value.trim().toUpperCase() : '';
  return isCurrency(code) ? { value: code } : REFUSED;
}
