import { partsOf } from '../interview.ts';
import type { Complaint } from './complaint.ts';
import { classOf, type Framework, type Options, type Question } from '../framework.ts';
import { optionsOf } from '../questions/choice.ts';
import { namedSteps, rowsOf } from '../questions/steps.ts';
import { isStepFramework, type StepFramework } from '../step-framework.ts';

/** What ships with the program, which a framework of the person's own stands beside. */
export interface Ours {
  readonly frameworks: readonly Framework[];
  readonly stepFrameworks: readonly StepFramework[];
}

/**
 * Every complaint about a framework of the person's own that ours need not be asked about: its answers stand in one file with
 * theirs, so an id has to mean in both what it means in one. `name` is that of its file, without the ending.
 */
export function complaintsAboutOwn(own: Framework | StepFramework, name: string, ours: Ours): readonly Complaint[] {
  const complaints = [...idIsItsOwn(own, name, ours)];
  return isStepFramework(own) ? complaints : [...complaints, ...CHECKS.flatMap((check) => check(own, ours))];
}

const CHECKS: readonly ((own: Framework, ours: Ours) => readonly Complaint[])[] = [
  passCanBeReplaced,
  quickPassKeepsWhatItNeeds,
  idsAreFree,
  contractIdsKeepTheirMeaning,
  stepsCanBeCounted,
];

function idIsItsOwn({ id }: Framework | StepFramework, name: string, ours: Ours): readonly Complaint[] {
  const path = ['id'];
  if (id !== name) {
    return [{ path, problem: `the id is ${id}, and the file is called ${name}`, fix: `write: id: ${name}` }];
  }
  const isTaken =
    [...ours.frameworks, ...ours.stepFrameworks].some((one) => one.id === id) ||
    ours.frameworks.flatMap(({ questions }) => questions).some((question) => answers(question, id)) ||
    RESERVED.has(id);
  return isTaken
    ? [{ path, problem: `${id} has a meaning here already`, fix: 'give the file and the framework another name' }]
    : [];
}

/** Names that conditions and texts begin with. */
const RESERVED: ReadonlySet<string> = new Set(['first', 'missed', 'done', 'count', 'names', 'steps']);

function passCanBeReplaced({ pass }: Framework): readonly Complaint[] {
  return pass === 'second-look'
    ? [
        {
          path: ['pass'],
          problem: 'the second look is held against the first, so its questions are fixed',
          fix: 'use one of: quick, deep, steps',
        },
      ]
    : [];
}

/** What every quick pass has: a deal, how it was lost, and a call that follows whatever is answered. */
function quickPassKeepsWhatItNeeds({ pass, after, questions, rules }: Framework): readonly Complaint[] {
  if (pass !== 'quick') return [];
  const needed = after === 'loss' ? { deal: 'deal', outcome: 'choice' } : { deal: 'deal' };
  const missing = Object.entries(needed).filter(
    ([id, kind]) => !questions.some((one) => one.id === id && one.kind === kind && one.required === true && !one.when),
  );
  const calls = rules.some(({ slot, when }) => slot === 'call' && when === undefined);
  return [
    ...missing.map(([id, kind]) => ({
      path: ['questions'],
      problem: `a quick pass after a ${after} has to ask for ${id}`,
      fix: `give it the question ${id}, of the kind ${kind}, with required: true and without a when`,
    })),
    ...(calls
      ? []
      : [
          {
            path: ['rules'],
            problem: 'no rule leads to a call whatever is answered',
            fix: 'give it a rule with slot: call and without a when',
          },
        ]),
  ];
}

function idsAreFree({ questions }: Framework, { stepFrameworks }: Ours): readonly Complaint[] {
  const taken = new Set([...stepFrameworks.map(({ id }) => id), ...RESERVED].filter((id) => id !== 'steps'));
  return questions.flatMap((question, index) =>
    [question.id, ...partsOf(question).map(({ id }) => id)].some((id) => taken.has(id))
      ? {
          path: ['questions', index, 'id'],
          problem: `${question.id} has a meaning here already`,
          fix: 'give it another id',
        }
      : [],
  );
}

/** An id that one of our questions answers is asked in the same way, is seen by the same people, and has no other options. */
function contractIdsKeepTheirMeaning({ questions }: Framework, { frameworks }: Ours): readonly Complaint[] {
  const known = frameworks.flatMap((framework) => framework.questions);
  return questions.flatMap((question, index) =>
    partsOf(question).flatMap(({ id }): readonly Complaint[] => {
      const same = known.filter((one) => answers(one, id));
      if (same.length === 0) return [];
      const path = ['questions', index];
      const kinds = [...new Set(same.map(({ kind }) => kind))];
      if (!kinds.includes(question.kind)) {
        const fix = `make it ${kinds.join(' or ')}, or give it another id`;
        return [{ path: [...path, 'kind'], problem: `${id} is answered in another way elsewhere`, fix }];
      }
      const [first] = same;
      if (first && classOf(question, id) !== classOf(first, id)) {
        const fix = `write: ${classOf(first, id)}, or give it another id`;
        return [{ path: [...path, 'class'], problem: `${id} is of another class elsewhere`, fix }];
      }
      return foreignOptions(question, id, same, path);
    }),
  );
}

function foreignOptions(
  question: Question,
  id: string,
  same: readonly Question[],
  path: Complaint['path'],
): readonly Complaint[] {
  const allowed = new Map(
    same
      .flatMap((one) => optionSets(one, id))
      .flatMap(([name, set]) => Object.keys(set).map((code) => [`${name}=${code}`, code])),
  );
  return optionSets(question, id).flatMap(([name, set]) => {
    const codes = [...allowed].filter(([key]) => key.startsWith(`${name}=`)).map(([, code]) => code);
    const foreign = Object.keys(set).filter((code) => !codes.includes(code));
    return codes.length === 0 || foreign.length === 0
      ? []
      : {
          path,
          problem: `${name} cannot be ${foreign.join(', ')}`,
          fix: `use some of: ${codes.join(', ')}; the words for them are yours`,
        };
  });
}

/** The codes that an id may be answered with, and those of each row of a screen. */
function optionSets(question: Question, id: string): readonly (readonly [name: string, codes: Options])[] {
  const rows = rowsOf(question);
  if (rows.length > 0) {
    return rows
      .filter((row) => row.answers === undefined || row.answers === id)
      .map((row) => [row.answers ?? `${question.id}.${row.id}`, row.options] as const);
  }
  return [[id, optionsOf(question)]];
}

/** A step is counted as done, missed or not known, by values that are the same in every framework. */
function stepsCanBeCounted({ questions }: Framework): readonly Complaint[] {
  return questions.flatMap((question, index) =>
    namedSteps(question).flatMap(({ id, row }) => {
      const foreign = Object.keys(row.options).filter((value) => !STEP_VALUES.includes(value));
      return foreign.length === 0
        ? []
        : {
            path: ['questions', index, 'rows', rowsOf(question).indexOf(row), 'options'],
            problem: `the step ${id} cannot be ${foreign.join(', ')}`,
            fix: `use some of: ${STEP_VALUES.join(', ')}; or give the row an id of its own to answer, with answers:`,
          };
    }),
  );
}

const STEP_VALUES: readonly string[] = ['before', 'late', 'never', 'yes', 'no', 'unknown'];

function answers(question: Question, id: string): boolean {
  return partsOf(question).some((part) => part.id === id);
}
