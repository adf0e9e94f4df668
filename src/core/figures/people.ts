import { type AskedAbout, answered, answerRequest, answerTable } from './answer-rates.ts';
import type { Figure } from './figure.ts';

/** How many of their people one met, and whether the one who decides was among them, beside what was won. */
export const people: Figure = {
  id: 'people',
  unless: 'It takes a deep look that says whom you met: lossdebrief review D1',
  needs: () => ASKED.map(answerRequest),
  table: (tallies, scope) =>
    answerTable(
      { id: 'people', title: 'Whom I met, and how much was won (deals overlap)' },
      ASKED.map((asked) => ({ asked, known: answered(tallies(answerRequest(asked))) })),
      scope,
    ),
};

const ASKED: readonly AskedAbout[] = [
  {
    answer: 'people-met',
    label: 'people of theirs I met',
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
