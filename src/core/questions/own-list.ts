import { isBlank, stepsIn, type Answers, type AnswerValue, type Read, type Steps } from '../answers.ts';
import type { Framework, Question } from '../framework.ts';
import { quotedValue } from '../text/quoted-value.ts';
import type { Named } from '../settings/named.ts';
import { ownNames, type Settings } from '../settings/settings.ts';
import { optionsOf, readCode } from './choice.ts';
import { type Context, type Kind, REFUSED } from './kind.ts';
import { keyed } from './option-keys.ts';

/** Kinds whose rows are names of the person's own: one screen, one key a line, and one answer with the names that got one. */
const OWN_LISTS: Readonly<Record<string, (question: Question, settings: Settings) => readonly Named[]>> = {
  stages: (_question, settings) => settings.stages,
  ticks: ({ setting }, settings) => (setting === undefined ? [] : ownNames(settings, setting)),
};

/** How each stage of the person's own sale went. */
export const stages: Kind = ownList('a stage', 'stages', 'Stage');

/** Each name of one of the lists in the settings: the steps of a process, what a good customer has … */
export const ticks: Kind = ownList('in that list of your settings', 'names', 'Step');

/** The question whose answers a name counts or lists, `process.skipped`, and the option it means; undefined if it names none. */
export function countedAnswer(
  { questions }: Pick<Framework, 'questions'>,
  name: string,
): { readonly question: Question; readonly option: string } | undefined {
  const [id, option = ''] = name.split('.');
  const question = questions.find((one) => one.id === id && Object.hasOwn(OWN_LISTS, one.kind));
  return question && Object.hasOwn(optionsOf(question), option) ? { question, option } : undefined;
}

/** Every name of that form. */
export function countedNames({ questions }: Pick<Framework, 'questions'>): readonly string[] {
  return questions
    .filter(({ kind }) => Object.hasOwn(OWN_LISTS, kind))
    .flatMap((question) => Object.keys(optionsOf(question)).map((option) => `${question.id}.${option}`));
}

/** The ids of the rows that were answered with an option; undefined if the question was skipped or not asked. */
export function answeredWith(answers: Answers, id: string, option: string): readonly string[] | undefined {
  const given = stepsIn(answers, id);
  return given && Object.keys(given).filter((row) => given[row] === option);
}

/** The person's name for a row; its id, where the settings do not have it any more. */
export function rowName(question: Question, row: string, { settings }: Context): string {
  return namesOf(question, settings).find(({ id }) => id === row)?.name ?? row;
}

function namesOf(question: Question, settings: Settings): readonly Named[] {
  return OWN_LISTS[question.kind]?.(question, settings) ?? [];
}

function ownList(one: string, many: string, tag: string): Kind {
  return {
    parts: (question) => [
      {
        id: question.id,
        allowed: ({ settings }) => {
          const ids = namesOf(question, settings).map(({ id }) => id);
          return `an object with ${many} (${ids.join(', ')}) as ${Object.keys(optionsOf(question)).join(', ')}`;
        },
        read: (value, { settings }) => readRows(question, value, namesOf(question, settings), one),
        say: (value, context) =>
          Object.entries(value as Steps)
            .map(([id, code]) => `${rowName(question, id, context)}: ${optionsOf(question)[code] ?? code}`)
            .join('; '),
      },
    ],
    form: (question, { settings }, answers) => {
      const names = namesOf(question, settings);
      return {
        form: 'grid',
        rows: names.map(({ id, name }) => ({
          tag: question.tag ?? tag,
          ask: name,
          why: [question.why, question.credit],
          options: keyed(optionsOf(question)),
          current: stepsIn(answers, question.id)?.[id],
        })),
        gather: (values) => gather(question, names, values),
      };
    },
  };
}

function gather(question: Question, names: readonly Named[], values: readonly (string | undefined)[]): Answers {
  const given = names.flatMap(({ id }, index) => {
    const value = values[index];
    return value === undefined ? [] : [[id, value] as const];
  });
  return { [question.id]: given.length > 0 ? Object.fromEntries(given) : null };
}

function readRows(question: Question, value: unknown, names: readonly Named[], one: string): Read<AnswerValue> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return REFUSED;
  const read: [string, string][] = [];
  for (const [id, code] of Object.entries(value).filter(([, given]) => !isBlank(given))) {
    if (!names.some((name) => name.id === id)) return { problem: `${question.id}.${id} is not ${one}.` };
    const found = readCode(code, optionsOf(question));
    if ('problem' in found) {
      const options = Object.keys(optionsOf(question)).join(', ');
      return { problem: `${question.id}.${id} is ${quotedValue(code)}. Allowed: ${options}.` };
    }
    read.push([id, found.value]);
  }
  return read.length > 0 ? { value: Object.fromEntries(read) } : REFUSED;
}
