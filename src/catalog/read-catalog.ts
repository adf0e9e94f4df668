import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Catalog } from '../app.ts';
import { complaintsAbout } from '../core/framework-checks.ts';
import { type Framework, quickPass } from '../core/framework.ts';
import type { PoliteNo } from '../core/polite-noes.ts';
import type { ReasonBook } from '../core/reasons.ts';
import { complaintsAboutSteps } from '../core/step-framework-checks.ts';
import type { StepFramework } from '../core/step-framework.ts';
import { creditOf, faultsOfSources } from './credits.ts';
import { isListOfSteps, isQuestionnaire, parseFramework, type ParsedFramework } from './read-framework.ts';
import { readYaml } from './read-yaml.ts';
import { type Articles, articlesSchema, politeNoesSchema, reasonsSchema } from './schemas.ts';

/** Reads and checks a folder of YAML laid out as `data/`: articles, reasons, polite noes, and one file for each framework. */
export function readCatalog(folder: string): Catalog {
  const text = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const articles = readArticles(folder);
  const reasons = readYaml(text('reasons.yaml'), 'reasons.yaml', reasonsSchema).value;
  const parsed = readdirSync(join(folder, 'frameworks'))
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
    .map((file) => parseFramework(text(join('frameworks', file)), basename(file), articles, 'ours'));
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
    politeNoes: readPoliteNoes(text('polite-noes.yaml'), articles),
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

/** Reads the list of polite noes from YAML text, with the author and title of whose advice each is. */
export function readPoliteNoes(text: string, articles: Articles): readonly PoliteNo[] {
  const { value, refused } = readYaml(text, 'polite-noes.yaml', politeNoesSchema);
  const faults = faultsOfSources(
    value.map(({ from }, index) => ({ from, path: [index, 'from'] })),
    articles,
    'ours',
  );
  if (faults.length > 0) throw refused(faults);
  return value.map(({ from, ...politeNo }) => ({ ...politeNo, credit: creditOf(from, articles, 'ours') }));
}
