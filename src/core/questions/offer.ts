import { type Answers, type AnswerValue, type Read, numberIn, textIn } from '../answers.ts';
import { amountPattern } from '../money/amount-pattern.ts';
import { decimalsOf, isCurrency, toMoney } from '../money/money.ts';
import { readAmount, type TypedAmount } from '../money/read-amount.ts';
import type { Speech } from '../speech/speech.ts';
import { currencyPart, decimalsProblem } from './currency.ts';
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
  read: (value, { speech }) => readAmountValue(value, speech),
  say: (value, { speech }) => speech.number(Number(value)),
};

const monthsPart: Part = {
  id: 'contract-months',
  allowed: () => `a whole number of months from 1 to ${LONGEST}`,
  read: (value, { speech }) => {
    const months = typeof value === 'string' ? monthsIn(value, speech)?.months : value;
    return typeof months === 'number' && isTerm(months) ? { value: months } : REFUSED;
  },
  say: (value, { speech }) => speech.answers.months(Number(value)),
};

function sayOffer(answers: Answers, { settings, speech }: Context): string | undefined {
  const amount = numberIn(answers, 'amount');
  const months = numberIn(answers, 'contract-months');
  const said = [
    amount === undefined ? undefined : sayAmount(amount, textIn(answers, 'currency') ?? settings.currency, speech),
    months === undefined ? undefined : speech.answers.months(months),
    textIn(answers, 'terms'),
  ].filter((part) => part !== undefined);
  return said.length > 0 ? said.join(', ') : undefined;
}

function readAmountValue(value: unknown, { amountGrammar }: Speech): Read<AnswerValue> {
  if (typeof value === 'number') return isAmount(value) ? { value } : REFUSED;
  const typed = typeof value === 'string' ? readAmount(value, undefined, amountGrammar) : undefined;
  return typed &&
    typed.rest.trim() === '' &&
    typed.currency === undefined &&
    typed.perMonths === undefined &&
    isAmount(typed.amount)
    ? { value: typed.amount }
    : REFUSED;
}

function readOffer(line: string, context: Context, answers: Answers): Read<Answers> {
  const { speech } = context;
  const { typed, term } = readParts(line, dollarsOf(context), speech);
  // A line without an amount adds to what is noted: it takes no amount away that nobody spoke of.
  const noted = typed === undefined ? answers : {};
  const written = oneLine(term?.rest ?? typed?.rest ?? line).replaceAll(/^[\s,;.)(]+|[\s,;(]+$/g, '');
  const terms = written === '' ? (textIn(noted, 'terms') ?? '') : written;
  const months = term?.months ?? numberIn(noted, 'contract-months');
  const currency = typed?.currency ?? textIn(answers, 'currency');
  const spoken = currency ?? context.settings.currency;
  const amount = typed ? totalOf(typed, months, spoken) : numberIn(noted, 'amount');
  const problem = problemWith(typed, amount, months, speech) ?? (spoken && decimalsProblem(amount, spoken, speech));
  if (problem !== undefined) return { problem };
  return {
    value: {
      amount: amount ?? null,
      'contract-months': months ?? null,
      terms: terms === '' ? null : terms,
      ...(currency !== undefined && { currency }),
    },
    understood: understood({ typed, amount, currency: spoken, months, terms }, speech),
  };
}

/** Amount and term in either order: `148k 12m`, `12 months, 148k`. */
function readParts(
  line: string,
  dollars: string | undefined,
  speech: Speech,
): { typed: TypedAmount | undefined; term: Term | undefined } {
  const typed = readAmount(line, dollars, speech.amountGrammar);
  const term = monthsIn(typed?.rest ?? line, speech);
  if (typed || !term) return { typed, term };
  const later = readAmount(term.rest.replace(/^[\s,;]+/, ''), dollars, speech.amountGrammar);
  return later ? { typed: later, term: { ...term, rest: later.rest } } : { typed, term };
}

function problemWith(
  typed: TypedAmount | undefined,
  amount: number | undefined,
  months: number | undefined,
  { answers }: Speech,
): string | undefined {
  if (months !== undefined && !isTerm(months)) return answers.unlikelyTerm(months);
  if (typed?.currency !== undefined && !isCurrency(typed.currency)) {
    return answers.unknownCurrency(typed.currency);
  }
  if (typed?.perMonths !== undefined && months === undefined) return answers.forHowLong;
  if (amount !== undefined && !isAmount(amount)) return answers.tooLarge;
  return undefined;
}

/** What a line was taken for. */
interface ReadOffer {
  readonly typed: TypedAmount | undefined;
  readonly amount: number | undefined;
  readonly currency: string | undefined;
  readonly months: number | undefined;
  readonly terms: string;
}

function understood({ typed, amount, currency, months, terms }: ReadOffer, speech: Speech): string {
  const { answers } = speech;
  const total = amount === undefined ? answers.noAmount : sayAmount(amount, currency, speech);
  const isRate = typed?.perMonths !== undefined && months !== undefined;
  const parts = [
    isRate
      ? answers.inAll(total, sayAmount(typed.amount, currency, speech), typed.perMonths === 1 ? 'month' : 'year')
      : total,
  ];
  if (months !== undefined) parts.push(answers.months(months));
  if (terms !== '') parts.push(terms);
  return parts.join(', ');
}

/** The value of the whole contract. A rate that does not divide evenly is rounded as its currency is. */
function totalOf({ amount, perMonths }: TypedAmount, months: number | undefined, currency: string | undefined): number {
  if (perMonths === undefined) return amount;
  const decimals = currency !== undefined && isCurrency(currency) ? decimalsOf(currency) : 2;
  return Number(((amount * (months ?? 0)) / perMonths).toFixed(decimals));
}

function sayAmount(amount: number, currency: string | undefined, speech: Speech): string {
  const money = currency === undefined ? undefined : toMoney(amount, currency);
  return money ? speech.money(money) : speech.number(amount);
}

interface Term {
  readonly months: number;
  /** The line without it. */
  readonly rest: string;
}

/** Finds `12m`, `12 months`, `1 year` in a line; a number without a unit counts only if it is all there is. */
function monthsIn(text: string, { amountGrammar }: Speech): Term | undefined {
  const { term, isMonth } = amountPattern(amountGrammar);
  const match = term.exec(text) ?? /^\s*(\d{1,4})\s*$/.exec(text);
  if (!match) return undefined;
  const unit = match[2];
  const months = Number(match[1]) * (unit === undefined || isMonth(unit) ? 1 : 12);
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
