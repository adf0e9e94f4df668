import { codeOf, type LogFact } from '../log-facts.ts';
import type { Tally, TallyRequest } from '../report/tally.ts';
import { type AskedAbout, answered, answerTable } from './answer-rates.ts';
import { decided } from './decisions.ts';
import type { Figure } from './figure.ts';

/** Calls that were missed and replies that were slow, beside what was won: by the log, else by what the deep look says. */
export const handling: Figure = {
  id: 'handling',
  unless:
    'It takes a log with a missed call or a timed reply, or a deep look that tells of them: lossdebrief review D1',
  needs: () => ASKED.map(requestFor),
  table: (tallies, scope) =>
    answerTable(
      { id: 'handling', title: 'Missed calls and slow replies, and how much was won (deals overlap)' },
      ASKED.map((asked) => ({ asked, known: answered(coded(asked.answer, tallies(requestFor(asked)))) })),
      scope,
      {
        notes: [
          'By the log where it knows, else by the deep look. A log without a missed call may only be incomplete.',
        ],
      },
    ),
};

interface Logged extends AskedAbout {
  readonly answer: LogFact;
}

const ASKED: readonly Logged[] = [
  {
    answer: 'missed-calls',
    label: 'calls of theirs missed',
    contrast: {
      these: { answers: ['none'], words: 'without a missed call' },
      those: { answers: ['one', 'several'], words: 'with one or more' },
    },
  },
  {
    answer: 'slowest-reply',
    label: 'slowest reply',
    contrast: {
      these: { answers: ['hour', 'same-day'], words: 'where every reply went out the same day' },
      those: { answers: ['next-day', 'two-three-days', 'longer'], words: 'where one took longer' },
    },
  },
];

function requestFor({ answer }: Logged): TallyRequest {
  return decided({ answer }, { logged: answer });
}

/** The rows with one code each, in place of the answer and the number in the log. */
function coded(fact: LogFact, tally: Tally): Tally {
  return tally.map(({ at: [answer = null, logged, outcome = null], ...row }) => ({
    ...row,
    at: [codeOf(fact, typeof logged === 'number' ? logged : undefined) ?? answer, outcome],
  }));
}
