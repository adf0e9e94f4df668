import * as fc from 'fast-check';
import { addDays, type Day } from '../../src/core/days/day.ts';
import { OUTCOMES, type Outcome } from '../../src/core/outcome.ts';
import { openMemoryStore } from '../../src/store/open-store.ts';
import type { FiledDeal, NewDebrief, Store } from '../../src/store/store.ts';
import { anyDayWithin, day } from './days.ts';

/** One deal of an imaginary team, with all that a report counts of it. */
export interface Sale {
  readonly outcome: Outcome | undefined;
  readonly decidedOn: Day | undefined;
  readonly createdOn: Day | undefined;
  readonly amount: { readonly minor: number; readonly currency: string } | undefined;
  readonly winner: string | undefined;
  readonly forecast: number | undefined;
  readonly stage: string | undefined;
  readonly segment: string | undefined;
  readonly region: string | undefined;
  readonly reopenedOn: Day | undefined;
  readonly wonBackOn: Day | undefined;
  readonly isDeleted: boolean;
  readonly log: readonly SaleTouch[];
  readonly debrief: SaleDebrief | undefined;
}

export interface SaleTouch {
  readonly on: Day;
  readonly channel: 'call' | 'email';
  readonly missed: boolean;
  readonly replyMinutes: number | undefined;
}

export interface SaleDebrief {
  readonly on: Day;
  readonly seconds: number;
  readonly reason: string | undefined;
  readonly otherReason: string | undefined;
  readonly steps: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, string>>;
  readonly reflections: Readonly<Record<string, string>>;
  readonly theirWords: Readonly<Record<string, string>>;
  readonly isNothing: boolean;
  /** What the buyer answered, if they were asked. */
  readonly feedback: { readonly reason: string | undefined; readonly isReplied: boolean } | undefined;
  readonly actions: readonly { readonly due: Day; readonly doneOn: Day | undefined; readonly rule: string }[];
}

/** The numbers that the file gave to a deal and its actions. */
export interface Filed {
  readonly id: number;
  readonly actions: readonly number[];
}

const FIRST = day('2025-01-15');
const TODAY = day('2026-11-20');
const someDay = (): fc.Arbitrary<Day> => anyDayWithin(FIRST, 670);
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });
const oneOf = <Value>(...values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
const reason = (): fc.Arbitrary<string> => oneOf('no-urgency', 'trust-risk', 'budget-absent', 'other');

/** Some of these answers, or none. */
function someOf(
  answers: Readonly<Record<string, fc.Arbitrary<string>>>,
): fc.Arbitrary<Readonly<Record<string, string>>> {
  const given = Object.entries(answers).map(([id, value]) => maybe(value.map((text) => [id, text] as const)));
  return fc.tuple(...given).map((some) => Object.fromEntries(some.filter((entry) => entry !== undefined)));
}

const debrief: fc.Arbitrary<SaleDebrief> = fc.record({
  on: someDay(),
  reason: maybe(reason()),
  otherReason: maybe(reason()),
  steps: fc.dictionary(oneOf('timeframe', 'why-now', 'role', 'rechecked'), oneOf('before', 'late', 'never', 'unknown')),
  seconds: fc.integer({ min: 30, max: 300 }),
  answers: someOf({
    'winner-edge': oneOf('proof', 'speed', 'cannot-see'),
    beaten: oneOf('Globex', 'globex', 'doing nothing'),
    'contact-was': oneOf('decider', 'influencer', 'unknown'),
    'people-met': oneOf('one', 'two', 'more', 'unknown'),
    'missed-calls': oneOf('none', 'one', 'several'),
    hours: oneOf('under-5', 'to-20', 'over-100'),
    'seen-on': someDay(),
    'stopped-on': someDay(),
    'trigger-on': someDay(),
    detour: oneOf('none', 'tried', 'slipped'),
  }),
  reflections: someOf({
    execution: oneOf('badly', 'usual', 'well'),
    'quota-push': oneOf('yes', 'partly', 'no'),
    weakness: oneOf('no customer of their size', 'I cannot see it'),
  }),
  theirWords: someOf({ trigger: oneOf('the merger', 'a new plant') }),
  isNothing: fc.boolean(),
  feedback: maybe(fc.record({ reason: maybe(reason()), isReplied: fc.boolean() })),
  actions: fc.array(
    fc.record({ due: someDay(), doneOn: maybe(someDay()), rule: oneOf('next-time', 'ask-why-now', 'deep-review') }),
    { maxLength: 2 },
  ),
});

/** Any deal, decided within two years or open. */
export const anySale: fc.Arbitrary<Sale> = fc.record({
  outcome: fc.option(oneOf(...OUTCOMES), { nil: undefined, freq: 9 }),
  decidedOn: fc.option(someDay(), { nil: undefined, freq: 9 }),
  createdOn: maybe(someDay()),
  amount: maybe(fc.record({ minor: fc.integer({ min: 0, max: 20_000_000 }), currency: oneOf('EUR', 'USD') })),
  winner: maybe(oneOf('Globex', 'GLOBEX', 'Initech', 'nobody')),
  forecast: maybe(fc.integer({ min: 0, max: 100 })),
  stage: maybe(oneOf('lead', 'discovery', 'proposal', 'A stage of the CRM')),
  segment: maybe(oneOf('Retail', 'Healthcare')),
  region: maybe(oneOf('North', 'South')),
  reopenedOn: maybe(someDay()),
  wonBackOn: fc.option(someDay(), { nil: undefined, freq: 1 }),
  isDeleted: fc.boolean(),
  log: fc.array(
    fc.record({
      on: someDay(),
      channel: oneOf('call', 'email'),
      missed: fc.boolean(),
      replyMinutes: maybe(fc.integer({ min: 1, max: 9000 })),
    }),
    { maxLength: 3 },
  ),
  debrief: maybe(debrief),
});

/** A file with these deals. */
export async function fileOf(
  sales: readonly Sale[],
): Promise<{ readonly store: Store; readonly filed: readonly Filed[] }> {
  const store = await openMemoryStore({ today: TODAY, now: () => '2026-11-20T12:00:00.000Z' });
  return { store, filed: sales.map((sale) => fileSale(store, sale)) };
}

function fileSale(store: Store, sale: Sale): Filed {
  const id = store.fileDeal(filedDeal(sale));
  if (sale.debrief) store.saveDebrief(newDebrief(id, sale, sale.debrief));
  const actions = store.record(id)?.actions.map((action) => action.id) ?? [];
  for (const [place, { doneOn }] of (sale.debrief?.actions ?? []).entries()) {
    const action = actions[place];
    if (doneOn === undefined || action === undefined) continue;
    store.apply('done', [{ kind: 'close', id: action, state: 'done', outcome: undefined, note: undefined }], doneOn);
  }
  for (const touch of sale.log) store.logTouch({ id }, { ...touch, note: undefined });
  keepFeedback(store, id, sale);
  if (sale.reopenedOn) store.apply('done', [{ kind: 'reopen', dealId: id }], sale.reopenedOn);
  if (sale.wonBackOn) store.apply('done', [{ kind: 'win-back', dealId: id }], sale.wonBackOn);
  if (sale.isDeleted) store.deleteDeal(id);
  return { id: Number(id.slice(1)), actions: actions.map((action) => Number(action.slice(1))) };
}

function filedDeal(sale: Sale): FiledDeal {
  return {
    ...sale,
    name: 'Northwind Logistics',
    contractMonths: 12,
    account: undefined,
    owner: undefined,
    persona: undefined,
    source: undefined,
    product: undefined,
    fields: sale.region === undefined ? {} : { Region: sale.region },
  };
}

function newDebrief(id: `D${number}`, sale: Sale, debrief: SaleDebrief): NewDebrief {
  const { reason, otherReason, steps, answers, reflections, theirWords, isNothing, actions, on, seconds } = debrief;
  const mine = { whose: 'self', control: 'influence', evidence: 'inference' } as const;
  const causes = [reason, otherReason].flatMap((code) => (code === undefined ? [] : [{ ...mine, reason: code }]));
  return {
    draft: undefined,
    dealId: id,
    deal: filedDeal(sale),
    debrief: { framework: 'loss', version: 1, seconds, primaryReason: reason, answers: { ...answers, steps } },
    kept: [
      ...Object.entries(answers).map(([answer, value]) => kept(answer, 'fact', value)),
      ...Object.entries(reflections).map(([answer, value]) => kept(answer, 'reflection', value)),
      ...Object.entries(theirWords).map(([answer, value]) => kept(answer, 'their-words', value)),
      ...(isNothing ? [kept('nothing-in-my-control', 'reflection', 'The budget was frozen.')] : []),
    ],
    steps,
    contact: undefined,
    causes,
    plan: {
      actions: actions.map(({ rule, due }) => ({ rule, due, text: 'Ask first.', because: '', message: undefined })),
      followUp: undefined,
      otherEntries: [],
    },
    on,
  };
}

function kept(
  id: string,
  answerClass: 'fact' | 'reflection' | 'their-words',
  value: string,
): NewDebrief['kept'][number] {
  return { id, class: answerClass, value, asked: 'What was it?', said: value };
}

function keepFeedback(store: Store, id: `D${number}`, { debrief }: Sale): void {
  if (!debrief?.feedback) return;
  const { reason, isReplied } = debrief.feedback;
  const cause = { whose: 'buyer', control: 'influence', evidence: 'said-later' } as const;
  const reply = {
    on: debrief.on,
    words: 'Thank you for asking.',
    cause: reason === undefined ? undefined : { ...cause, reason },
  };
  store.keepFeedback(
    id,
    { channel: 'email', sentOn: debrief.on, reply: isReplied ? reply : undefined },
    [],
    addDays(debrief.on, 1),
  );
}
