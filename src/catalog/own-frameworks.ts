import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Catalog, OwnFramework } from '../app.ts';
import { withOwn } from '../core/framework-choice.ts';
import type { Framework } from '../core/framework.ts';
import { complaintsAboutOwn } from '../core/checks/own-framework-checks.ts';
import type { Settings } from '../core/settings/settings.ts';
import { ENGLISH } from '../core/speech/english.ts';
import type { Speech } from '../core/speech/speech.ts';
import type { StepFramework } from '../core/step-framework.ts';
import { sayCode } from '../core/text/say-code.ts';
import { causedBy, EXIT, UserError } from '../core/user-error.ts';
import { checkedFramework, checkedSteps } from './read-catalog.ts';
import { isQuestionnaire, parseFramework, type ParsedFramework } from './read-framework.ts';
import type { Articles } from './schemas.ts';
import { isTranslation, type TranslationFile, translationOf } from './translations.ts';

/** What ships with the program, as the frameworks of a folder are checked against it. */
export interface Shipped {
  readonly catalog: Catalog;
  readonly articles: Articles;
  /** The person's own language, for a translation beside their file. */
  readonly speech?: Speech;
}

/**
 * The catalog with the frameworks of the person's own folder. A file that is wrong keeps nobody from anything that does not
 * need it: it is left out, with what is wrong beside its name.
 */
export function withOwnFrameworks(shipped: Shipped, folder: string, settings: Pick<Settings, 'framework'>): Catalog {
  const read = filesIn(folder).map((path) => readOrProblem(path, shipped));
  const frameworks = read.flatMap(({ framework }) => framework ?? []);
  return {
    ...withOwn(shipped.catalog, frameworks, settings),
    own: read.map(({ id, path, problem }) => ({ id, path, problem })),
  };
}

/** Reads one file of the person's own. Throws one `UserError` with everything that is wrong, each with place and fix. */
export function readOwnFramework(path: string, { catalog, articles, speech }: Shipped): Framework | StepFramework {
  const translation = speech && translationBeside(path, speech);
  const parsed: ParsedFramework = parseFramework(textOf(path), path, articles, 'theirs', translation);
  const { framework, refused } = parsed;
  const complaints = complaintsAboutOwn(framework, idOf(path), catalog);
  if (complaints.length > 0) throw refused(complaints);
  return isQuestionnaire(parsed)
    ? checkedFramework(parsed, catalog.reasons, catalog.frameworks)
    : checkedSteps({ framework: framework as StepFramework, refused });
}

interface ReadOwn extends OwnFramework {
  readonly framework: Framework | StepFramework | undefined;
}

function readOrProblem(path: string, shipped: Shipped): ReadOwn {
  try {
    return { id: idOf(path), path, framework: readOwnFramework(path, shipped), problem: undefined };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { id: idOf(path), path, framework: undefined, problem: error };
  }
}

/** The framework files of a folder. One that is no folder, or may not be read, stands for itself, to be named as wrong. */
function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((file) => /\.ya?ml$/.test(file) && !file.startsWith('.') && !isTranslation(file))
      .toSorted()
      .map((file) => join(folder, file));
  } catch {
    return [folder];
  }
}

/** Undefined where there is none in that language. */
function translationBeside(path: string, speech: Speech): TranslationFile | undefined {
  const file = translationOf(path, speech);
  return speech.language !== ENGLISH.language && existsSync(file) ? { text: textOf(file), file, speech } : undefined;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const message = code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read (${sayCode(code)}).`;
    throw causedBy(new UserError(message, 'Check the name and who may read it.', EXIT.usage), error);
  }
}

function idOf(path: string): string {
  return basename(path).replace(/\.ya?ml$/, '');
}
