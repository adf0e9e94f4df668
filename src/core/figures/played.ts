import type { FigureRow } from '../report/report-table.ts';
import type { Tally, TallyRequest } from '../report/tally.ts';
import { ANSWER_COLUMNS, type AskedAbout, answered, answerRows, contrastNotes } from './answer-rates.ts';
import { countColumn } from './columns.ts';
import { decided } from './decisions.ts';
import type { Figure } from './figure.ts';

/**
 * How well one played beside how it ended: good work loses and poor work wins now and then. These are reflections, so this
 * figure is shared with nobody.
 */
export const played: Figure = {
  id: 'played',
  unless: 'It takes a deep look that says how well you played it: lossdebrief review D1',
  needs: () => JUDGED.map(requestFor),
  table: (tallies, scope) => {
    const known = JUDGED.map((asked) => ({ asked, known: answered(grouped(asked, tallies(requestFor(asked)))) }));
    const rows = known.flatMap((one) => answerRows(one.asked, one.known, scope)).map(withLost);
    if (rows.length === 0) return undefined;
    return {
      id: 'played',
      title: 'How I played it, whatever came of it (what I think)',
      columns: [...ANSWER_COLUMNS, countColumn('lost', 'not won')],
      rows,
      notes: [...undeservedNotes(rows), ...known.flatMap((one) => contrastNotes(one.asked, one.known))],
    };
  },
};

/** A question for one's own judgement, with its five answers in three groups. */
interface Judged extends AskedAbout {
  readonly groups: Readonly<Record<string, string>>;
}

const JUDGED: readonly Judged[] = [
  {
    answer: 'execution',
    label: 'played',
    groups: { badly: 'below', below: 'below', usual: 'usual', well: 'well', best: 'well' },
    words: { well: 'well, or as well as I can', usual: 'as usual', below: 'badly, or below what I can do' },
    contrast: {
      these: { answers: ['well'], words: 'when played well' },
      those: { answers: ['usual', 'below'], words: 'otherwise' },
    },
  },
  {
    answer: 'prep-rating',
    label: 'prepared',
    groups: { badly: 'thinly', thinly: 'thinly', fairly: 'fairly', well: 'well', fully: 'well' },
    words: { well: 'well, or as well as can be', fairly: 'fairly', thinly: 'badly or thinly' },
    contrast: {
      these: { answers: ['well'], words: 'when prepared well' },
      those: { answers: ['fairly', 'thinly'], words: 'otherwise' },
    },
  },
];

function requestFor({ answer }: Judged): TallyRequest {
  return decided({ reflection: answer });
}

function grouped({ groups }: Judged, tally: Tally): Tally {
  return tally.map(({ at: [answer, outcome = null], ...row }) => ({
    ...row,
    at: [groups[String(answer)] ?? null, outcome],
  }));
}

function withLost(row: FigureRow): FigureRow {
  const { won, total } = row.values;
  return { ...row, values: { ...row.values, lost: Number(total) - Number(won) } };
}

/** The two corners that the outcome alone hides. */
function undeservedNotes(rows: readonly FigureRow[]): readonly string[] {
  const at = (key: string, column: string): number => Number(rows.find((row) => row.key === key)?.values[column] ?? 0);
  const [lostWell, wonBadly] = [at('execution:well', 'lost'), at('execution:below', 'won')];
  return [
    ...(lostWell === 0 ? [] : [`Not won although played well: ${lostWell}.`]),
    ...(wonBadly === 0 ? [] : [`Won although played below what I can do: ${wonBadly}.`]),
  ];
}
