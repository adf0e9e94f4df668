import type { Framework, Question, Rule } from '../core/framework.ts';
import { sayCondition } from '../core/given-answers.ts';
import { type ListedFramework, sayWhenAsked } from '../core/listed-framework.ts';
import { BLANK, heading, indented, item, type Line, line, type Page, quiet } from '../core/page.ts';
import { optionsOf } from '../core/questions/choice.ts';
import { rowsOf } from '../core/questions/steps.ts';
import { listed } from '../core/text/sentence.ts';
import { type FrameworkStep, isStepFramework, type StepFramework } from '../core/step-framework.ts';

/** Every framework under what is done with it, with when it is asked or for which deals. */
export function frameworksPage(found: readonly ListedFramework[]): Page {
  const width = Math.max(...found.map(({ framework }) => framework.id.length)) + 2;
  const part = (title: string, ones: readonly ListedFramework[]): Page =>
    ones.length === 0 ? [] : [line(heading(title)), ...ones.map((one) => listedLine(one, width))];
  const others = part(
    'Not in use',
    found.filter(({ isInUse }) => !isInUse),
  );
  return [
    ...part(
      'In use',
      found.filter(({ isInUse }) => isInUse),
    ),
    ...(others.length > 0 ? [BLANK] : []),
    ...others,
    BLANK,
    line(quiet('Read one: lossdebrief frameworks show bant')),
    line(quiet('Have one asked: lossdebrief config set framework bant')),
  ];
}

function listedLine({ framework, whose }: ListedFramework, width: number): Line {
  const purpose = framework.for === undefined ? '' : `; for ${framework.for}`;
  const own = whose === 'own' ? ', your own' : '';
  return item(
    TEXT,
    { text: framework.id, as: 'id' },
    width,
    { text: framework.title, as: 'strong' },
    `${own}: ${sayWhenAsked(framework)}${purpose}`,
  );
}

/** What a framework asks and why, and what it advises. */
export function frameworkPage({ framework, whose, isInUse }: ListedFramework): Page {
  return [
    line(heading(framework.title), quiet(`  ${framework.id}, version ${framework.version}`)),
    ...(framework.for === undefined ? [] : [line(`For ${framework.for}.`)]),
    line(
      `Asked: ${sayWhenAsked(framework)}. ${whose === 'own' ? 'Your own. ' : ''}${isInUse ? 'In use.' : 'Not in use.'}`,
    ),
    ...(isStepFramework(framework) ? stepLines(framework) : questionnaireLines(framework)),
    ...(isInUse || (whose === 'ours' && !isStepFramework(framework))
      ? []
      : [BLANK, line(quiet(`Have it asked: lossdebrief config set framework ${framework.id}`))]),
  ];
}

function stepLines({ title, ask, why, credit, steps }: StepFramework): Page {
  return [
    BLANK,
    line(`${title}: ${ask}`),
    indented(WHY, quiet(`${why} ${credit}`)),
    ...steps.flatMap((step) => [BLANK, ...oneStep(step, credit)]),
  ];
}

function oneStep({ name, ask, why, credit, 'next-time': nextTime }: FrameworkStep, common: string): Page {
  return [
    indented(TEXT, { text: name, as: 'strong' }, `: ${ask}`),
    indented(WHY, quiet(credit === common ? why : `${why} ${credit}`)),
    ...(nextTime === undefined ? [] : [indented(WHY, `If it was missed: ${nextTime}`)]),
  ];
}

function questionnaireLines(framework: Framework): Page {
  const { questions, rules } = framework;
  return [
    BLANK,
    line(heading('What it asks')),
    ...questions.flatMap((question) => [BLANK, ...questionLines(question, framework)]),
    BLANK,
    line(heading('What it advises')),
    ...rules.flatMap((rule) => [BLANK, ...ruleLines(rule)]),
  ];
}

function questionLines(question: Question, { sections = [] }: Framework): Page {
  const { id, number, ask, hint, when, why, credit } = question;
  const section = sections.find((one) => one.id === question.section);
  const options = Object.values(optionsOf(question));
  return [
    indented(TEXT, quiet(number === undefined ? '' : `${number}  `), { text: ask, as: 'strong' }, quiet(`  ${id}`)),
    ...(hint === undefined ? [] : [indented(WHY, hint)]),
    ...(options.length === 0 ? [] : [indented(WHY, `One of: ${options.join(' · ')}`)]),
    ...rowsOf(question).map((row) => indented(WHY, `${row.ask}: ${Object.values(row.options).join(' · ')}`)),
    ...(when === undefined ? [] : [indented(WHY, quiet(`Only where ${sayCondition(when)}.`))]),
    indented(WHY, quiet(`${why} ${credit}${section ? ` Part: ${section.title}.` : ''}`)),
  ];
}

function ruleLines({ id, slot, when, action, due, credit }: Rule): Page {
  return [
    indented(TEXT, { text: action, as: 'strong' }, quiet(`  ${id}`)),
    indented(WHY, `${PLACES[slot]}, due ${due === 'today' ? due : `in ${due}`}.`),
    indented(WHY, quiet(`${when === undefined ? 'Always.' : `Where ${sayCondition(when)}.`} ${credit}`)),
  ];
}

const PLACES = {
  call: 'The call',
  message: 'The message',
  move: 'The move',
  learn: 'The one thing to learn',
  review: 'The calm look',
} as const satisfies Readonly<Record<Rule['slot'], string>>;

const TEXT = 2;
const WHY = 4;

/** What was found in files of the person's own: good, or everything wrong with each. */
export function checkedPage(files: readonly CheckedFile[]): Page {
  return files.flatMap(({ path, problems, hint }) =>
    problems.length === 0
      ? [line({ text: 'good   ', as: 'good' }, path)]
      : [
          line({ text: 'wrong  ', as: 'late' }, path),
          ...problems.map((problem) => indented(WHY, problem)),
          ...(hint === null ? [] : [line(`try:   ${hint}`)]),
        ],
  );
}

/** A file of the person's own, and everything that is wrong with it. */
export interface CheckedFile {
  readonly path: string;
  readonly problems: readonly string[];
  /** What to do about it; null if nothing is wrong. */
  readonly hint: string | null;
}

/** A framework file that was just begun, and what to do with it. */
export function begunPage(path: string, id: string): Page {
  return [
    line('Begun: ', { text: path, as: 'strong' }),
    line('Change the words in it with any editor. Then:'),
    ...listedCommands([
      ['lossdebrief frameworks check', 'says whether it holds, and where not'],
      [`lossdebrief frameworks show ${id}`, 'reads it as it is asked'],
      [`lossdebrief config set framework ${id}`, 'has it asked in your next deep look'],
    ]),
  ];
}

function listedCommands(commands: readonly (readonly [command: string, does: string])[]): Page {
  return commands.map(([command, does]) => indented(TEXT, command, quiet(`  ${does}`)));
}

/** What a line says of files that cannot be used. */
export function brokenLine(ids: readonly string[]): Page {
  if (ids.length === 0) return [];
  return [line(`Not usable: ${listed(ids)}. What is wrong: lossdebrief frameworks check`)];
}
