import type { Options } from '../framework.ts';
import type { FigureRow, FigureTable } from '../report/report-table.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { excludesZero, newcombe } from '../statistics/newcombe.ts';
import type { Share } from '../statistics/wilson.ts';
import { dealsIn, splitTally, type Tally, type TallyRequest } from '../report/tally.ts';
import { countColumn, shareColumns, shareValues } from './columns.ts';
import { decided } from './decisions.ts';
import { STRICTER } from './done-in-both.ts';
import type { FigureScope } from './figure-scope.ts';
import { DECIDED, withResult } from './result.ts';

/** A question whose answers are held against how the deals ended. */
export interface AskedAbout {
  readonly answer: string;
  /** What stands before each answer: "people met". */
  readonly label: string;
  /** Its answers in words; those of the questionnaires if not given. */
  readonly words?: Options;
  /** Two groups of answers whose win rates are compared in a sentence. */
  readonly contrast?: { readonly these: Group; readonly those: Group };
}

interface Group {
  readonly answers: readonly string[];
  /** Inside the sentence: "with two or more people met". */
  readonly words: string;
}

/** The tally that tells the decided deals apart by what was answered. */
export function answerRequest({ answer }: AskedAbout): TallyRequest {
  return decided({ answer });
}

/** The columns of a figure with the win rate of each answer. */
export const ANSWER_COLUMNS: FigureTable['columns'] = [
  countColumn('won', 'won'),
  countColumn('total', 'of'),
  ...shareColumns('rate', 'won', { count: 'won', total: 'total' }),
];

/** The decided deals with an answer to it, which stands first; "unsure" says nothing. */
export function answered(tally: Tally): Tally {
  return withResult(tally, 1, ...DECIDED).filter(({ at: [answer] }) => answer !== null && answer !== 'unknown');
}

/** A row for each answer that any of these deals has, in the order in which the question offers them. */
export function answerRows(asked: AskedAbout, known: Tally, { questions }: FigureScope): readonly FigureRow[] {
  const byAnswer = splitTally(known);
  const words = asked.words ?? questions.find(({ key }) => key === asked.answer)?.words ?? {};
  return Object.entries(words).flatMap(([answer, word]) => {
    const tally = byAnswer.get(answer);
    return tally ? [rowOf(`${asked.answer}:${answer}`, `${asked.label}: ${word}`, shareIn(tally))] : [];
  });
}

/** How the win rates of two groups of answers stand to each other, as far as it may be said. */
export function contrastNotes({ contrast }: AskedAbout, known: Tally): readonly string[] {
  if (!contrast) return [];
  const { these, those } = contrast;
  const [one, other] = [shareOf(known, these.answers), shareOf(known, those.answers)];
  if (evidenceOf(one.total) === 'too-few' || evidenceOf(other.total) === 'too-few') return [];
  const difference = newcombe(one, other);
  const verdict =
    difference && excludesZero(difference)
      ? 'Chance seldom makes such a difference.'
      : 'Chance may well make such a difference.';
  return [
    `Won ${these.words}: ${one.count} of ${one.total}; ${those.words}: ${other.count} of ${other.total}. ${verdict}`,
  ];
}

/** Several questions as one figure; undefined where no deal has an answer to any of them. */
export function answerTable(
  { id, title }: Pick<FigureTable, 'id' | 'title'>,
  questions: readonly { readonly asked: AskedAbout; readonly known: Tally }[],
  scope: FigureScope,
  { notes = [], privateNotes = [] }: Partial<Pick<FigureTable, 'notes' | 'privateNotes'>> = {},
): FigureTable | undefined {
  const rows = questions.flatMap(({ asked, known }) => answerRows(asked, known, scope));
  if (rows.length === 0) return undefined;
  return {
    id,
    title,
    columns: ANSWER_COLUMNS,
    rows,
    notes: [...questions.flatMap(({ asked, known }) => contrastNotes(asked, known)), ...notes, TOGETHER],
    privateNotes,
  };
}

const TOGETHER = `${STRICTER} What goes together is not yet a cause.`;

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
