import { type AskedAbout, ANSWER_COLUMNS, answerRequest, answerRows, contrastNotes } from './answer-rates.ts';
import type { Figure } from './figure.ts';

/** How many of their people one met, and whether the one who decides was among them, beside what was won. */
export const people: Figure = {
  id: 'people',
  unless: 'It takes a deep look that says whom you met: lossdebrief review D1',
  needs: () => ASKED.map(answerRequest),
  table: (tallies, scope) => {
    const rows = ASKED.flatMap((asked) => answerRows(asked, tallies, scope));
    if (rows.length === 0) return undefined;
    return {
      id: 'people',
      title: 'Whom I met, and how much was won (deals overlap)',
      columns: ANSWER_COLUMNS,
      rows,
      notes: [
        ...ASKED.flatMap((asked) => contrastNotes(asked, tallies)),
        'Drivers takes into account how many were compared. What goes together is not yet a cause.',
      ],
    };
  },
};

const ASKED: readonly AskedAbout[] = [
  {
    answer: 'people-met',
    label: 'of their people, I met',
    contrast: {
      these: { answers: ['two', 'more'], words: 'with two or more of them met' },
      those: { answers: ['one'], words: 'with one' },
    },
  },
  {
    answer: 'decider-met',
    label: 'met whoever decided',
    contrast: {
      these: { answers: ['yes'], words: 'with the one who decided met' },
      those: { answers: ['no'], words: 'without' },
    },
  },
];
