import type { FigureColumn, FigureRow } from '../report-table.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { excludesZero, newcombe } from '../statistics/newcombe.ts';
import type { Share } from '../statistics/wilson.ts';
import { dealsIn, splitTally, type Tally, type TallyRequest } from '../tally.ts';
import { countColumn, shareColumns, shareValues } from './columns.ts';
import { decided } from './decisions.ts';
import type { Tallies } from './figure.ts';
import type { FigureScope } from './figure-scope.ts';
import { DECIDED, withResult } from './result.ts';

/** A question whose answers are held against how the deals ended. */
export interface AskedAbout {
  readonly answer: string;
  /** What stands before each answer: "people met". */
  readonly label: string;
  /** Two groups of answers whose win rates are compared in a sentence. */
  readonly contrast?: { readonly these: Group; readonly those: Group };
}

interface Group {
  readonly answers: readonly string[];
  /** Inside the sentence: "with two or more people met". */
  readonly words: string;
}

export function answerRequest({ answer }: AskedAbout): TallyRequest {
  return decided({ answer });
}

export const ANSWER_COLUMNS: readonly FigureColumn[] = [
  countColumn('won', 'won'),
  countColumn('total', 'of'),
  ...shareColumns('rate', 'won', { count: 'won', total: 'total' }),
];

/** A row for each answer that any decided deal has, in the order in which the question offers them. */
export function answerRows(asked: AskedAbout, tallies: Tallies, scope: FigureScope): readonly FigureRow[] {
  const known = splitTally(knownIn(tallies(answerRequest(asked))));
  const words = scope.questions.find(({ key }) => key === asked.answer)?.words ?? {};
  return Object.entries(words).flatMap(([answer, word]) => {
    const tally = known.get(answer);
    return tally ? [rowOf(`${asked.answer}:${answer}`, `${asked.label}: ${word}`, shareIn(tally))] : [];
  });
}

/** How the win rates of two groups of answers stand to each other, as far as it may be said. */
export function contrastNotes({ contrast, ...asked }: AskedAbout, tallies: Tallies): readonly string[] {
  if (!contrast) return [];
  const { these, those } = contrast;
  const known = knownIn(tallies(answerRequest(asked)));
  const [one, other] = [shareOf(known, these.answers), shareOf(known, those.answers)];
  if (evidenceOf(one.total) === 'too-few' || evidenceOf(other.total) === 'too-few') return [];
  const difference = newcombe(one, other);
  const verdict =
    difference && excludesZero(difference) ? 'a difference that leaves out zero' : 'no difference beyond chance';
  return [
    `Won ${these.words}: ${one.count} of ${one.total}; ${those.words}: ${other.count} of ${other.total}. That is ${verdict}.`,
  ];
}

/** The decided deals with an answer; "unsure" says nothing. */
function knownIn(tally: Tally): Tally {
  return withResult(tally, 1, ...DECIDED).filter(({ at: [answer] }) => answer !== null && answer !== 'unknown');
}

function shareOf(known: Tally, answers: readonly string[]): Share {
  return shareIn(known.filter(({ at: [answer] }) => answers.includes(String(answer))));
}

function shareIn(tally: Tally): Share {
  return { count: dealsIn(withResult(tally, 1, 'won')), total: dealsIn(tally) };
}

function rowOf(key: string, label: string, share: Share): FigureRow {
  return {
    key,
    label,
    evidence: evidenceOf(share.total),
    values: { won: share.count, total: share.total, ...shareValues('rate', share) },
  };
}
