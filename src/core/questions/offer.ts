import { type Answers, type AnswerValue, type Read, numberIn, textIn } from '../answers.ts';
import { decimalsOf, isCurrency, sayMoney, toMoney } from '../money.ts';
import { readAmount, type TypedAmount } from '../read-amount.ts';
import { counted } from '../sentence.ts';
import { currencyPart, decimalsProblem, unknownCurrency } from './currency.ts';
import { type Context, type Kind, type Part, REFUSED } from './kind.ts';
import { oneLine, textPart } from './text.ts';

/** What was offered, on one line: total contract value, months, and terms to repeat. A price per month or year is turned into the total. */
export const offer: Kind = {
  parts: () => [amountPart, { ...currencyPart('currency'), inPassing: true }, monthsPart, textPart('terms')],
  say: sayOffer,
  form: (_question, context, answers) => ({ form: 'line', read: (typed) => readOffer(typed, context, answers) }),
};

const MOST = 1e12;
const LONGEST = 240;

const amountPart: Part = {
  id: 'amount',
  allowed: () => 'a number such as 48000 or 48000.50; its currency goes into currency',
  read: readAmountValue,
  say: (value) => Number(value).toLocaleString('en', { maximumFractionDigits: 3 }),
};

const monthsPart: Part = {
  id: 'contract-months',
  allowed: () => `a whole number of months from 1 to ${LONGEST}`,
  read: (value) => {
    const months = typeof value === 'string' ? monthsIn(value)?.months : value;
    return typeof months === 'number' && isTerm(months) ? { value: months } : REFUSED;
  },
  say: (value) => counted(Number(value), 'month'),
};

function sayOffer(answers: Answers, { settings }: Context): string | undefined {
  const amount = numberIn(answers, 'amount');
  const months = numberIn(answers, 'contract-months');
  const said = [
    amount === undefined ? undefined : sayAmount(amount, textIn(answers, 'currency') ?? settings.currency),
    months === undefined ? undefined : counted(months, 'month'),
    textIn(answers, 'terms'),
  ].filter((part) => part !== undefined);
  return said.length > 0 ? said.join(', ') : undefined;
}

function readAmountValue(value: unknown): Read<AnswerValue> {
  if (typeof value === 'number') return isAmount(value) ? { value } : REFUSED;
  const typed = typeof value === 'string' ? readAmount(value, undefined) : undefined;
  return typed &&
    typed.rest.trim() === '' &&
    typed.currency === undefined &&
    typed.perMonths === undefined &&
    isAmount(typed.amount)
    ? { value: typed.amount }
    : REFUSED;
}

function readOffer(line: string, context: Context, answers: Answers): Read<Answers> {
  const { typed, term } = readParts(line, dollarsOf(context));
  const terms = oneLine(term?.rest ?? typed?.rest ?? line).replaceAll(/^[\s,;.)(]+|[\s,;(]+$/g, '');
  const currency = typed?.currency ?? (typed === undefined ? undefined : textIn(answers, 'currency'));
  const spoken = currency ?? context.settings.currency;
  const amount = typed && totalOf(typed, term?.months, spoken);
  const problem = problemWith(typed, amount, term?.months) ?? (spoken && decimalsProblem(amount, spoken));
  if (problem !== undefined) return { problem };
  return {
    value: {
      amount: amount ?? null,
      'contract-months': term?.months ?? null,
      terms: terms === '' ? null : terms,
      ...(currency !== undefined && { currency }),
    },
    understood: understood(typed, amount, spoken, term?.months, terms),
  };
}

/** Amount and term in either order: `148k 12m`, `12 months, 148k`. */
function readParts(
  line: string,
  dollars: string | undefined,
): { typed: TypedAmount | undefined; term: Term | undefined } {
  const typed = readAmount(line, dollars);
  const term = monthsIn(typed?.rest ?? line);
  if (typed || !term) return { typed, term };
  const later = readAmount(term.rest.replace(/^[\s,;]+/, ''), dollars);
  return later ? { typed: later, term: { ...term, rest: later.rest } } : { typed, term };
}

function problemWith(
  typed: TypedAmount | undefined,
  amount: number | undefined,
  months: number | undefined,
): string | undefined {
  if (months !== undefined && !isTerm(months))
    return `A contract of ${months} months cannot be right. Please check it.`;
  if (typed?.currency !== undefined && !isCurrency(typed.currency)) {
    return unknownCurrency(typed.currency);
  }
  if (typed?.perMonths !== undefined && months === undefined) return 'For how long? Please add it, as in: 4k/mo 12m';
  if (amount !== undefined && !isAmount(amount)) return 'That amount is too large. Please check it.';
  return undefined;
}

function understood(
  typed: TypedAmount | undefined,
  amount: number | undefined,
  currency: string | undefined,
  months: number | undefined,
  terms: string,
): string {
  const parts = [amount === undefined ? 'no amount' : sayAmount(amount, currency)];
  if (typed?.perMonths !== undefined && months !== undefined) {
    parts[0] += ` in all (${sayAmount(typed.amount, currency)} a ${typed.perMonths === 1 ? 'month' : 'year'})`;
  }
  if (months !== undefined) parts.push(counted(months, 'month'));
  if (terms !== '') parts.push(terms);
  return parts.join(', ');
}

/** The value of the whole contract. A rate that does not divide evenly is rounded as its currency is. */
function totalOf({ amount, perMonths }: TypedAmount, months: number | undefined, currency: string | undefined): number {
  if (perMonths === undefined) return amount;
  const decimals = currency !== undefined && isCurrency(currency) ? decimalsOf(currency) : 2;
  return Number(((amount * (months ?? 0)) / perMonths).toFixed(decimals));
}

function sayAmount(amount: number, currency: string | undefined): string {
  const money = currency === undefined ? undefined : toMoney(amount, currency);
  return money ? sayMoney(money) : amount.toLocaleString('en', { maximumFractionDigits: 3 });
}

const TERM = /(?:^|[\s,;(])(?:(?:for|over)\s+)?(\d{1,4})\s*-?\s*(months?|mos?|m|years?|yrs?|y)(?![A-Za-z\d])/i;

interface Term {
  readonly months: number;
  /** The line without it. */
  readonly rest: string;
}

/** Finds `12m`, `12 months`, `1 year` in a line; a number without a unit counts only if it is all there is. */
function monthsIn(text: string): Term | undefined {
  const match = TERM.exec(text) ?? /^\s*(\d{1,4})\s*$/.exec(text);
  if (!match) return undefined;
  const months = Number(match[1]) * (/^y/i.test(match[2] ?? '') ? 12 : 1);
  return { months, rest: text.slice(0, match.index) + text.slice(match.index + match[0].length) };
}

/** Which dollar `$` means: the one of the settings, if it is a dollar. */
function dollarsOf({ settings }: Context): string | undefined {
  return settings.currency !== undefined && /^(?:AU|CA|HK|NZ|SG|US)D$/.test(settings.currency)
    ? settings.currency
    : undefined;
}

function isAmount(amount: number): boolean {
  return Number.isFinite(amount) && amount >= 0 && amount <= MOST && Number(amount.toFixed(3)) === amount;
}

function isTerm(months: number): boolean {
  return Number.isInteger(months) && months >= 1 && months <= LONGEST;
}
