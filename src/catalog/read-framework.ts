import { z } from 'zod';
import type { Framework } from '../core/framework.ts';
import { isStepFramework, type StepFramework } from '../core/step-framework.ts';
import { ENGLISH } from '../core/speech/english.ts';
import type { Speech } from '../core/speech/speech.ts';
import { UserError } from '../core/user-error.ts';
import { type Cited, creditOf, faultsOfSources, type Whose } from './credits.ts';
import { frameworkTexts } from './framework-texts.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import {
  type Articles,
  frameworkSchema,
  type FrameworkFile,
  type SourceEntry,
  stepFrameworkSchema,
  type StepFrameworkFile,
} from './schemas.ts';
import { translatedFramework } from './translated.ts';
import { readTranslation, type TranslationFile } from './translations.ts';

/** A framework that fits its schema and cites what there is, before its names and conditions are checked. */
export interface ParsedFramework<Kind extends Framework | StepFramework = Framework | StepFramework> {
  readonly framework: Kind;
  readonly refused: YamlFile<unknown>['refused'];
}

/** Reads one framework from YAML text, a questionnaire or a list of steps. Throws one `UserError` with everything that is wrong. */
export function parseFramework(
  text: string,
  file: string,
  articles: Articles,
  whose: Whose,
  translation?: TranslationFile,
): ParsedFramework {
  return asksForSteps(text, file)
    ? parseSteps(text, file, articles, whose, translation)
    : parseQuestions(text, file, articles, whose, translation);
}

/** Whether a parsed framework is a questionnaire. */
export function isQuestionnaire(parsed: ParsedFramework): parsed is ParsedFramework<Framework> {
  return !isStepFramework(parsed.framework);
}

/** Whether a parsed framework is a list of steps. */
export function isListOfSteps(parsed: ParsedFramework): parsed is ParsedFramework<StepFramework> {
  return isStepFramework(parsed.framework);
}

/** Which schema a file is held against follows from its pass, so that what is wrong is said of that one alone. */
function asksForSteps(text: string, file: string): boolean {
  const { value } = readYaml(text, file, z.unknown());
  return typeof value === 'object' && value !== null && 'pass' in value && value.pass === 'steps';
}

function parseQuestions(
  text: string,
  file: string,
  articles: Articles,
  whose: Whose,
  translation: TranslationFile | undefined,
): ParsedFramework<Framework> {
  const { value, refused } = readYaml(text, file, frameworkSchema);
  const faults = faultsOfSources(sourcesIn(value), articles, whose);
  if (faults.length > 0) throw refused(faults);
  if (!translation) return { framework: credited(value, articles, whose, ENGLISH), refused };
  const { speech } = translation;
  const translated = translatedFramework(value, readTranslation(translation, frameworkTexts(value)));
  const framework = { ...credited(translated, articles, whose, speech), language: speech.language };
  return { framework, refused };
}

function parseSteps(
  text: string,
  file: string,
  articles: Articles,
  whose: Whose,
  translation: TranslationFile | undefined,
): ParsedFramework<StepFramework> {
  if (translation) {
    throw new UserError(
      `${translation.file}: a list of steps is not translated (take this file away; the list itself may be in any language)`,
      `Take ${translation.file} away, then try again.`,
    );
  }
  const { value, refused } = readYaml(text, file, stepFrameworkSchema);
  const steps = value.steps.map((step) => ({ ...step, from: step.from ?? value.from }));
  const cited = [
    { from: value.from, path: ['from'] },
    ...steps.map(({ from }, index) => ({ from, path: ['steps', index, 'from'] })),
  ];
  const faults = faultsOfSources(cited, articles, whose);
  if (faults.length > 0) throw refused(faults);
  return { framework: creditedSteps({ ...value, steps }, articles, whose), refused };
}

function sourcesIn({ questions, rules }: FrameworkFile): readonly Cited[] {
  return [
    ...questions.flatMap(({ from, rows = [] }, index) => [
      { from, path: ['questions', index, 'from'] },
      ...rows.map((row, place) => ({ from: row.from, path: ['questions', index, 'rows', place, 'from'] })),
    ]),
    ...rules.map(({ from }, index) => ({ from, path: ['rules', index, 'from'] })),
  ];
}

/** Puts the author and title where the file has the number of an article. */
function credited(
  { questions, rules, ...rest }: FrameworkFile,
  articles: Articles,
  whose: Whose,
  speech: Speech,
): Framework {
  const credit = crediting(articles, whose, speech);
  return {
    ...rest,
    questions: questions.map(({ rows, ...question }) => ({
      ...credit(question),
      ...(rows && { rows: rows.map(credit) }),
    })),
    rules: rules.map(credit),
  } as Framework;
}

function creditedSteps(
  { pass: _pass, steps, ...rest }: StepFrameworkFile,
  articles: Articles,
  whose: Whose,
): StepFramework {
  const credit = crediting(articles, whose);
  return { ...credit(rest), steps: steps.map(credit) };
}

function crediting(articles: Articles, whose: Whose, speech: Speech = ENGLISH) {
  return <Item extends { from?: SourceEntry | undefined }>({
    from,
    ...item
  }: Item): Omit<Item, 'from'> & { credit: string } => ({ ...item, credit: creditOf(from, articles, whose, speech) });
}
