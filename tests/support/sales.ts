import * as fc from 'fast-check';
import { addDays, type Day } from '../../src/core/day.ts';
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
  readonly debrief: SaleDebrief | undefined;
}

export interface SaleDebrief {
  readonly on: Day;
  readonly reason: string | undefined;
  readonly otherReason: string | undefined;
  readonly steps: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, string>>;
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

const debrief: fc.Arbitrary<SaleDebrief> = fc.record({
  on: someDay(),
  reason: maybe(reason()),
  otherReason: maybe(reason()),
  steps: fc.dictionary(oneOf('timeframe', 'why-now', 'role', 'rechecked'), oneOf('before', 'late', 'never', 'unknown')),
  answers: fc
    .record({
      'winner-edge': maybe(oneOf('proof', 'speed', 'cannot-see')),
      beaten: maybe(oneOf('Globex', 'globex', 'doing nothing')),
      'contact-was': maybe(oneOf('decider', 'influencer', 'unknown')),
      'people-met': maybe(oneOf('one', 'two', 'more', 'unknown')),
    })
    .map((answers) =>
      Object.fromEntries(Object.entries(answers).filter((entry): entry is [string, string] => entry[1] !== undefined)),
    ),
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
  const { reason, otherReason, steps, answers, isNothing, actions, on } = debrief;
  const mine = { whose: 'self', control: 'influence', evidence: 'inference' } as const;
  const causes = [reason, otherReason].flatMap((code) => (code === undefined ? [] : [{ ...mine, reason: code }]));
  return {
    draft: undefined,
    dealId: id,
    deal: filedDeal(sale),
    debrief: { framework: 'loss', version: 1, seconds: 104, primaryReason: reason, answers: { ...answers, steps } },
    kept: [
      ...Object.entries(answers).map(([answer, value]) => kept(answer, 'fact', value)),
      ...(isNothing ? [kept('nothing-in-my-control', 'reflection', 'The budget was frozen.')] : []),
    ],
    contact: undefined,
    causes,
    plan: {
      actions: actions.map(({ rule, due }) => ({ rule, due, text: 'Ask first.', because: '', message: undefined })),
      followUp: undefined,
      contactPlan: [],
    },
    on,
  };
}

function kept(id: string, answerClass: 'fact' | 'reflection', value: string): NewDebrief['kept'][number] {
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
