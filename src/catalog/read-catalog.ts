import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Catalog } from '../app.ts';
import { type Complaint, complaintsAbout } from '../core/framework-checks.ts';
import type { Framework } from '../core/framework.ts';
import type { ReasonBook } from '../core/reasons.ts';
import { type Fault, readYaml } from './read-yaml.ts';
import {
  type Articles,
  articlesSchema,
  frameworkSchema,
  type FrameworkFile,
  reasonsSchema,
  type SourceEntry,
} from './schemas.ts';

/** Reads and checks a folder of YAML laid out as `data/`: articles, reasons, and one file for each framework. */
export function readCatalog(folder: string): Catalog {
  const articles = readYaml(readFileSync(join(folder, 'articles.yaml'), 'utf8'), 'articles.yaml', articlesSchema).value;
  const reasons = readYaml(readFileSync(join(folder, 'reasons.yaml'), 'utf8'), 'reasons.yaml', reasonsSchema).value;
  const files = readdirSync(join(folder, 'frameworks')).filter((file) => file.endsWith('.yaml'));
  const frameworks = files
    .toSorted()
    .map((file) =>
      readFramework(readFileSync(join(folder, 'frameworks', file), 'utf8'), basename(file), reasons, articles),
    );
  return { frameworks, reasons };
}

/** Reads one framework from YAML text. Throws one `UserError` with everything that is wrong, each with file, place and fix. */
export function readFramework(text: string, file: string, reasons: ReasonBook, articles: Articles): Framework {
  const { value, refused } = readYaml(text, file, frameworkSchema);
  const uncited = unknownArticles(value, articles);
  if (uncited.length > 0) throw refused(uncited);
  const framework = credited(value, articles);
  const complaints: readonly Complaint[] = complaintsAbout(framework, reasons);
  if (complaints.length > 0) throw refused(complaints);
  return framework;
}

function unknownArticles({ questions, rules }: FrameworkFile, articles: Articles): readonly Fault[] {
  const cited = [
    ...questions.map(({ from }, index) => ({ from, path: ['questions', index, 'from'] })),
    ...rules.map(({ from }, index) => ({ from, path: ['rules', index, 'from'] })),
  ];
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
  if (from === 'ours') return 'This one is ours.';
  const { author, title } = articles[from.article] ?? { author: '', title: '' };
  return `From ${author}, "${title}", ${from.passage}.`;
}
