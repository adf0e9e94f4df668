import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Catalog } from '../app.ts';
import { type Complaint, complaintsAbout } from '../core/framework-checks.ts';
import { type Framework, quickPass } from '../core/framework.ts';
import type { PoliteNo } from '../core/polite-noes.ts';
import type { ReasonBook } from '../core/reasons.ts';
import { type Fault, readYaml, type YamlFile } from './read-yaml.ts';
import {
  type Articles,
  articlesSchema,
  frameworkSchema,
  type FrameworkFile,
  politeNoesSchema,
  reasonsSchema,
  type SourceEntry,
} from './schemas.ts';

/** Reads and checks a folder of YAML laid out as `data/`: articles, reasons, polite noes, and one file for each framework. */
export function readCatalog(folder: string): Catalog {
  const text = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const articles = readYaml(text('articles.yaml'), 'articles.yaml', articlesSchema).value;
  const reasons = readYaml(text('reasons.yaml'), 'reasons.yaml', reasonsSchema).value;
  const files = readdirSync(join(folder, 'frameworks')).filter((file) => file.endsWith('.yaml'));
  const uncheckedFrameworks = files
    .toSorted()
    .map((file) => parseFramework(text(join('frameworks', file)), basename(file), articles));
  const frameworks = uncheckedFrameworks.map((one) => checked(one, reasons, uncheckedFrameworks));
  return { frameworks, reasons, politeNoes: readPoliteNoes(text('polite-noes.yaml'), articles) };
}

/** Reads one framework from YAML text. Throws one `UserError` with everything that is wrong, each with file, place and fix. */
export function readFramework(text: string, file: string, reasons: ReasonBook, articles: Articles): Framework {
  return checked(parseFramework(text, file, articles), reasons, []);
}

/** A framework that fits the schema, before its names and conditions are checked. */
interface ParsedFramework {
  readonly framework: Framework;
  readonly refused: YamlFile<unknown>['refused'];
}

function parseFramework(text: string, file: string, articles: Articles): ParsedFramework {
  const { value, refused } = readYaml(text, file, frameworkSchema);
  const uncited = unknownArticles(value, articles);
  if (uncited.length > 0) throw refused(uncited);
  return { framework: credited(value, articles), refused };
}

/** A review is checked together with the quick pass it goes back to, which may stand in a file behind its own. */
function checked(
  { framework, refused }: ParsedFramework,
  reasons: ReasonBook,
  all: readonly ParsedFramework[],
): Framework {
  const earlier =
    framework.pass === 'quick'
      ? undefined
      : quickPass(
          framework,
          all.map((one) => one.framework),
        );
  const complaints: readonly Complaint[] = complaintsAbout(framework, reasons, earlier);
  if (complaints.length > 0) throw refused(complaints);
  return framework;
}

/** Reads the list of polite noes from YAML text, with the author and title of whose advice each is. */
export function readPoliteNoes(text: string, articles: Articles): readonly PoliteNo[] {
  const { value, refused } = readYaml(text, 'polite-noes.yaml', politeNoesSchema);
  const uncited = notAmong(
    articles,
    value.map(({ from }, index) => ({ from, path: [index, 'from'] })),
  );
  if (uncited.length > 0) throw refused(uncited);
  return value.map(({ from, ...politeNo }) => ({ ...politeNo, credit: creditOf(from, articles) }));
}

function unknownArticles({ questions, rules }: FrameworkFile, articles: Articles): readonly Fault[] {
  return notAmong(articles, [
    ...questions.flatMap(({ from, rows = [] }, index) => [
      { from, path: ['questions', index, 'from'] },
      ...rows.map((row, place) => ({ from: row.from, path: ['questions', index, 'rows', place, 'from'] })),
    ]),
    ...rules.map(({ from }, index) => ({ from, path: ['rules', index, 'from'] })),
  ]);
}

/** A fault for every citation of an article that there is not. */
function notAmong(
  articles: Articles,
  cited: readonly { readonly from: SourceEntry; readonly path: readonly (string | number)[] }[],
): readonly Fault[] {
  return cited.flatMap(({ from, path }) =>
    from === 'ours' || Object.hasOwn(articles, from.article)
      ? []
      : {
          path,
          problem: `there is no article "${from.article}"`,
          fix: `use one of: ${Object.keys(articles).join(', ')}, or write: from: ours`,
        },
  );
}

/** Puts the author and title where the file has the number of an article. */
function credited({ questions, rules, ...rest }: FrameworkFile, articles: Articles): Framework {
  const credit = <Item extends { from: SourceEntry }>({
    from,
    ...item
  }: Item): Omit<Item, 'from'> & { credit: string } => ({
    ...item,
    credit: creditOf(from, articles),
  });
  return {
    ...rest,
    questions: questions.map(({ rows, ...question }) => ({
      ...credit(question),
      ...(rows && { rows: rows.map(credit) }),
    })),
    rules: rules.map(credit),
  } as Framework;
}

function creditOf(from: SourceEntry, articles: Articles): string {
  if (from === 'ours') return 'This one is our own.';
  const { author, title } = articles[from.article] ?? { author: '', title: '' };
  return `From ${author}, "${title}", ${from.passage}.`;
}
