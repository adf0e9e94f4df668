import { brief } from '../text/sentence.ts';
import type { Tally } from '../report/tally.ts';
import { type AskedAbout, answered, answerRequest, answerTable } from './answer-rates.ts';
import { decided } from './decisions.ts';
import type { Figure } from './figure.ts';
import { withResult } from './result.ts';

/** Leaving one's usual way of selling, beside what was won: a detour that wins is a candidate for an experiment. */
export const detours: Figure = {
  id: 'detours',
  unless: 'It takes a deep look that says whether you left your usual way: lossdebrief review D1',
  needs: () => [answerRequest(ASKED), NOTED],
  table: (tallies, scope) =>
    answerTable(
      { id: 'detours', title: 'Off my usual way of selling, and how much was won' },
      [{ asked: ASKED, known: answered(tallies(answerRequest(ASKED))) }],
      scope,
      { privateNotes: candidateNotes(tallies(NOTED)) },
    ),
};

const ASKED: AskedAbout = {
  answer: 'detour',
  label: 'off my way',
  contrast: {
    these: { answers: ['tried', 'slipped', 'steered'], words: 'off the usual way' },
    those: { answers: ['none'], words: 'on it' },
  },
};

const NOTED = decided({ answer: 'detour' }, { reflection: 'detour-note' });

/** What was done differently in deals that were won. */
function candidateNotes(tally: Tally): readonly string[] {
  const won = withResult(tally, 2, 'won').filter(({ at: [detour] }) => detour !== null && detour !== 'none');
  const notes = [...new Set(won.flatMap(({ at: [, note] }) => (typeof note === 'string' ? [brief(note)] : [])))];
  if (notes.length === 0) return [];
  return [`Won off the usual way, and so perhaps worth trying on purpose: ${notes.toSorted().join('; ')}.`];
}
