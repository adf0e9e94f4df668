import type { Complaint } from './complaint.ts';
import type { Framework } from '../framework.ts';
import { KINDS } from '../questions/index.ts';
import { rowsOf } from '../questions/steps.ts';
import { OWN_NAME_LISTS } from '../settings/settings.ts';

/** A kind is one that the interview can ask. */
export function kindsAreKnown({ questions }: Framework): readonly Complaint[] {
  return questions.flatMap(({ id, kind }, index) =>
    Object.hasOwn(KINDS, kind)
      ? []
      : {
          path: ['questions', index, 'kind'],
          problem: `question ${id} is of the unknown kind "${kind}"`,
          fix: `use one of: ${Object.keys(KINDS).join(', ')}`,
        },
  );
}

/** A question has what its kind needs, such as options or rows. */
export function kindsHaveWhatTheyNeed({ questions }: Framework): readonly Complaint[] {
  return questions.flatMap((question, index) => {
    const path = ['questions', index];
    if (CHOOSING.has(question.kind) && !question.options && !question.groups) {
      return {
        path,
        problem: `${question.kind} ${question.id} has nothing to choose from`,
        fix: 'give it options, or groups of options',
      };
    }
    if (question.kind === 'steps' && rowsOf(question).length === 0) {
      return { path, problem: `steps question ${question.id} has no rows`, fix: 'give it rows' };
    }
    if (question.kind === 'ticks' && question.setting === undefined) {
      return {
        path,
        problem: `ticks question ${question.id} names no list of the settings`,
        fix: `give it a setting: ${OWN_NAME_LISTS.join(', ')}`,
      };
    }
    return [];
  });
}

/** Kinds of questions that are answered with one of their options. */
const CHOOSING: ReadonlySet<string> = new Set(['choice', 'stages', 'ticks']);
