import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '../app.ts';
import { complaintsAbout } from '../core/checks/framework-checks.ts';
import { type Framework, quickPass } from '../core/framework.ts';
import type { PoliteNo } from '../core/polite-noes.ts';
import type { ReasonBook } from '../core/reasons.ts';
import { ENGLISH } from '../core/speech/english.ts';
import type { Speech } from '../core/speech/speech.ts';
import { complaintsAboutSteps } from '../core/checks/step-framework-checks.ts';
import type { StepFramework } from '../core/step-framework.ts';
import { creditOf, faultsOfSources } from './credits.ts';
import { politeNoTexts, reasonTexts } from './other-texts.ts';
import { isListOfSteps, isQuestionnaire, parseFramework, type ParsedFramework } from './read-framework.ts';
import { readYaml } from './read-yaml.ts';
import { type Articles, articlesSchema, politeNoesSchema, reasonsSchema } from './schemas.ts';
import { translatedNoes, translatedReasons } from './translated.ts';
import { isTranslation, readTranslation, refuseStrays, type TranslationFile, translationOf } from './translations.ts';

/**
 * Reads and checks a folder of YAML laid out as `data/`: articles, reasons, polite noes, and one file for each framework. In
 * another language than English each text is that of the translation beside it, such as `loss.de.yaml`; a framework that has
 * none stays as it is.
 */
export function readCatalog(folder: string, speech: Speech = ENGLISH): Catalog {
  const text = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const articles = readArticles(folder);
  const translated = (file: string): TranslationFile | undefined =>
    speech.language === ENGLISH.language
      ? undefined
      : { text: text(translationOf(file, speech)), file: translationOf(file, speech), speech };
  const reasons = readReasons(text('reasons.yaml'), translated('reasons.yaml'));
  const files = readdirSync(join(folder, 'frameworks')).filter((file) => file.endsWith('.yaml'));
  refuseStrays(files);
  const parsed = files
    .filter((file) => !isTranslation(file))
    .toSorted()
    .map((file) => {
      const path = join('frameworks', file);
      const translation = files.includes(translationOf(file, speech)) ? translated(path) : undefined;
      return parseFramework(text(path), file, articles, 'ours', translation);
    });
  const questionnaires = parsed.filter(isQuestionnaire);
  return {
    frameworks: questionnaires.map((one) =>
      checkedFramework(
        one,
        reasons,
        questionnaires.map(({ framework }) => framework),
      ),
    ),
    stepFrameworks: parsed.filter(isListOfSteps).map(checkedSteps),
    reasons,
    politeNoes: readPoliteNoes(text('polite-noes.yaml'), articles, translated('polite-noes.yaml')),
    own: [],
  };
}

/** The articles that a folder laid out as `data/` cites. */
export function readArticles(folder: string): Articles {
  return readYaml(readFileSync(join(folder, 'articles.yaml'), 'utf8'), 'articles.yaml', articlesSchema).value;
}

/** A questionnaire whose names and conditions hold. A review is checked together with the quick pass among `all` that it goes back to. */
export function checkedFramework(
  { framework, refused }: ParsedFramework<Framework>,
  reasons: ReasonBook,
  all: readonly Framework[],
): Framework {
  const earlier = framework.pass === 'quick' ? undefined : quickPass(framework, all);
  const complaints = complaintsAbout(framework, reasons, earlier);
  if (complaints.length > 0) throw refused(complaints);
  return framework;
}

/** A list of steps without a step twice. */
export function checkedSteps({ framework, refused }: ParsedFramework<StepFramework>): StepFramework {
  const complaints = complaintsAboutSteps(framework);
  if (complaints.length > 0) throw refused(complaints);
  return framework;
}

function readReasons(text: string, translation: TranslationFile | undefined): ReasonBook {
  const book = readYaml(text, 'reasons.yaml', reasonsSchema).value;
  return translation ? translatedReasons(book, readTranslation(translation, reasonTexts(book))) : book;
}

/** Reads the list of polite noes from YAML text, with the author and title of whose advice each is. */
export function readPoliteNoes(text: string, articles: Articles, translation?: TranslationFile): readonly PoliteNo[] {
  const { value, refused } = readYaml(text, 'polite-noes.yaml', politeNoesSchema);
  const faults = faultsOfSources(
    value.map(({ from }, index) => ({ from, path: [index, 'from'] })),
    articles,
    'ours',
  );
  if (faults.length > 0) throw refused(faults);
  const noes = translation ? translatedNoes(value, readTranslation(translation, politeNoTexts(value))) : value;
  return noes.map(({ from, ...politeNo }) => ({
    ...politeNo,
    credit: creditOf(from, articles, 'ours', translation?.speech),
  }));
}
