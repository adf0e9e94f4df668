import { sayMoney } from '../money/money.ts';
import type { FigureRow, FigureTable, MoneySums } from '../report/report-table.ts';
import type { Reason } from '../reasons.ts';
import { capitalised, counted, listed, unstopped } from '../text/sentence.ts';
import type { Verdict } from '../statistics/drivers.ts';
import { demoStageName } from '../settings/settings.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { dealsIn, moneyIn, type Tally } from '../report/tally.ts';
import { countColumn, moneyColumn } from './columns.ts';
import { drivers, verdictsOf } from './drivers.ts';
import type { Figure, Tallies } from './figure.ts';
import type { FigureScope, Step } from './figure-scope.ts';
import { REASONS } from './reasons.ts';
import { NOT_WON, withResult } from './result.ts';
import { countStep, stepRequest, type StepCounts } from './steps.ts';

/**
 * The single change to make next, or "too early to say". The rule, in this order:
 *
 * 1. It may be a qualifying step that was missed, or a reason that is in one's control or can be influenced. Fixed reasons
 *    and "something else" are out: nobody can work on them.
 * 2. At least five losses must have gone with it. A step that the wins lack as often as the losses is out.
 * 3. A step that `drivers` finds to go with winning comes before all else, because only steps can be held against the wins.
 * 4. Then the one whose losses carry the most money in the currency with the most losses; then the one with more losses;
 *    then the alphabet.
 *
 * The sentence quotes counts and money and says "went with", because what goes together is not yet a cause.
 */
export const oneThing: Figure = {
  id: 'one-thing',
  isWhole: true,
  needs: (scope) => [...drivers.needs(scope), ...scope.steps.map(stepRequest), REASONS],
  table: (tallies, scope) => {
    const chosen = chosenRow(tallies, scope);
    return {
      id: 'one-thing',
      title: 'The one thing to change next',
      columns: columnsFor(chosen?.isByMoney ?? false),
      rows: [chosen?.row ?? TOO_EARLY],
      notes: [],
      ...(!isAnythingSaid(tallies, scope) && { notKnown: 'the one thing to change' }),
    };
  },
};

const columnsFor = (isByMoney: boolean): FigureTable['columns'] => [
  {
    key: 'kind',
    title: 'what',
    kind: 'text',
    words: { step: 'a step', reason: 'a reason', none: 'too early to say' },
  },
  countColumn('losses', 'losses'),
  moneyColumn('value', 'value of those losses'),
  {
    key: 'basis',
    title: 'why this',
    kind: 'text',
    words: {
      'with-winning': 'doing it goes with winning',
      'most-value': `the most ${isByMoney ? 'money' : 'losses'} of what I can change`,
    },
  },
  { key: 'sentence', title: 'in a sentence', kind: 'text' },
];

const TOO_EARLY: FigureRow = {
  key: 'too-early',
  label: 'nothing yet',
  evidence: 'too-few',
  reads: ['sentence'],
  values: {
    kind: 'none',
    losses: 0,
    value: { sums: [], unknownAmounts: 0 },
    basis: null,
    sentence:
      'Too early to say: nothing that can be changed stands out in five losses yet. Each debrief, of a loss or a win, can tell: lossdebrief new',
  },
};

/** Whether any deal says what was missed, or why it was lost. */
function isAnythingSaid(tallies: Tallies, { steps }: FigureScope): boolean {
  return [REASONS, ...steps.map(stepRequest)].some((request) =>
    tallies(request).some(({ at: [said] }) => said !== null),
  );
}

/** Something to work on, and the losses it went with. */
interface Choice {
  readonly key: string;
  readonly label: string;
  readonly kind: 'step' | 'reason';
  readonly losses: number;
  readonly value: MoneySums;
  readonly goesWithWinning: boolean;
  readonly sentence: string;
}

/** The choice, and whether money or the number of losses made it. */
interface Chosen {
  readonly row: FigureRow;
  readonly isByMoney: boolean;
}

function chosenRow(tallies: Tallies, scope: FigureScope): Chosen | undefined {
  const losses = withResult(tallies(REASONS), 2, ...NOT_WON);
  const verdicts = verdictsOf(tallies, scope);
  const choices = [
    ...scope.steps.flatMap((step) => stepChoice(step, tallies(stepRequest(step)), verdicts.get(step.id), scope)),
    ...scope.reasons.reasons.flatMap((reason) => reasonChoice(reason, losses)),
  ].filter(({ losses: count }) => evidenceOf(count) !== 'too-few');
  const main = moneyIn(losses).sums[0]?.currency;
  const [first] = choices.toSorted(
    (one, other) =>
      Number(other.goesWithWinning) - Number(one.goesWithWinning) ||
      worth(other, main) - worth(one, main) ||
      other.losses - one.losses ||
      (one.key < other.key ? -1 : 1),
  );
  return first && { row: rowOf(first), isByMoney: worth(first, main) > 0 };
}

function worth({ value }: Choice, currency: string | undefined): number {
  return value.sums.find((sum) => sum.currency === currency)?.minor ?? 0;
}

function stepChoice(
  step: Step,
  tally: Tally,
  verdict: Verdict | undefined,
  { stages }: FigureScope,
): readonly Choice[] {
  const counts = countStep(step, tally);
  if (isMissedAsOften(counts)) return [];
  const losses = dealsIn(counts.missedLosses);
  const value = moneyIn(counts.missedLosses);
  const resolution =
    step.resolution ?? `Next time, I will see to this before the ${demoStageName(stages)}: ${step.label}.`;
  return [
    {
      key: step.id,
      label: step.label,
      kind: 'step',
      losses,
      value,
      goesWithWinning: verdict === 'with-winning',
      sentence: `${resolution} Missing it went with ${losses} of ${counts.lostAsked} losses${worthWords(value)}${winsWords(counts)}`,
    },
  ];
}

/** Whether the wins lack it as often as the losses, as far as both can be counted: then it tells them not apart. */
function isMissedAsOften({ wonDone, wonAsked, lostDone, lostAsked }: StepCounts): boolean {
  if (evidenceOf(wonAsked) === 'too-few' || evidenceOf(lostAsked) === 'too-few') return false;
  return wonDone / wonAsked <= lostDone / lostAsked;
}

function winsWords({ wonDone, wonAsked }: StepCounts): string {
  if (wonAsked === 0) return '. No debriefed win tells about it.';
  return `, and with ${wonAsked - wonDone} of ${counted(wonAsked, 'win')}.`;
}

function reasonChoice({ code, label, control, compensate }: Reason, losses: Tally): readonly Choice[] {
  if (control === 'fixed' || code === 'other') return [];
  const own = losses.filter(({ at: [reason] }) => reason === code);
  const known = losses.filter(({ at: [reason] }) => reason !== null);
  const value = moneyIn(own);
  return [
    {
      key: code,
      label,
      kind: 'reason',
      losses: dealsIn(own),
      value,
      goesWithWinning: false,
      sentence: `${capitalised(label)} went with ${dealsIn(own)} of ${dealsIn(known)} losses, in my own view${worthWords(value)}. What may make up for it: ${unstopped(compensate)}.`,
    },
  ];
}

/** `, worth 340,000 EUR and 20,000 USD (2 without an amount)`; nothing where no amount is known. */
function worthWords({ sums, unknownAmounts }: MoneySums): string {
  if (sums.length === 0) return '';
  const unknown = unknownAmounts === 0 ? '' : ` (${unknownAmounts} without an amount)`;
  return `, worth ${listed(sums.map((sum) => sayMoney(sum, 'short')))}${unknown}`;
}

function rowOf({ key, label, kind, losses, value, goesWithWinning, sentence }: Choice): FigureRow {
  return {
    key,
    label,
    evidence: evidenceOf(losses),
    values: { kind, losses, value, basis: goesWithWinning ? 'with-winning' : 'most-value', sentence },
  };
}
