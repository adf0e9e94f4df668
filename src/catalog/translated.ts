import type { ReasonBook } from '../core/reasons.ts';
import type { FrameworkFile, PoliteNoesFile, SourceEntry } from './schemas.ts';

/** The texts of a translation that has been held against its original: what is asked for is there. */
export interface Translation {
  readonly [id: string]: unknown;
}

type QuestionEntry = FrameworkFile['questions'][number];
type RuleEntry = FrameworkFile['rules'][number];
type Tagged = { readonly tag?: string | undefined };

/** A framework in the words of its translation. Tags stay the ids that they are, and are given the words to show for them. */
export function translatedFramework(file: FrameworkFile, texts: Translation): FrameworkFile {
  const [questions, rules, closing] = [part(texts, 'questions'), part(texts, 'rules'), part(texts, 'closing')];
  const shown = <Item extends Tagged>(item: Item): Item =>
    item.tag === undefined ? item : { ...item, 'tag-words': part(texts, 'tags')[item.tag] };
  return {
    ...file,
    ...given(texts, ['title', 'feedback-request']),
    ...(file.sections && {
      sections: file.sections.map((one) => ({ ...one, title: String(part(texts, 'sections')[one.id]) })),
    }),
    questions: file.questions.map((question) =>
      cited(shown(translatedQuestion(question, part(questions, question.id), texts, shown)), texts),
    ),
    rules: file.rules.map((rule) => cited(translatedRule(rule, part(rules, rule.id)), texts)),
    closing: file.closing.map((line) =>
      shown({
        ...line,
        say: line.say.map((one, index) => ({ ...one, text: list(closing, line.tag)[index] as string })),
      }),
    ),
  };
}

function translatedQuestion(
  question: QuestionEntry,
  texts: Translation,
  all: Translation,
  shown: <Item extends Tagged>(item: Item) => Item,
): QuestionEntry {
  const { wording, groups, rows, instead } = question;
  const options = part(texts, 'options');
  const tries = question['second-try'];
  return {
    ...question,
    ...given(texts, ['short', 'ask', 'hint', 'why']),
    ...(question.options && { options: options as Record<string, string> }),
    ...(wording && {
      wording: wording.map((one, index) => ({ ...one, ...(list(texts, 'wording')[index] as Translation) })),
    }),
    ...(groups && {
      groups: Object.fromEntries(
        Object.entries(groups).map(([heading, codes]) => [
          part(texts, 'groups')[heading],
          given(options, Object.keys(codes)),
        ]),
      ) as Record<string, Record<string, string>>,
    }),
    ...(rows && {
      rows: rows.map((row) => cited(shown({ ...row, ...part(part(texts, 'rows'), row.id) }), all)),
    }),
    ...(tries && { 'second-try': { ...tries, ...part(texts, 'second-try') } }),
    ...(instead && { instead: { ...instead, ...part(texts, 'instead') } }),
  };
}

function translatedRule(rule: RuleEntry, texts: Translation): RuleEntry {
  const own = rule['in-my-words'];
  return { ...rule, ...texts, ...(own && { 'in-my-words': { ...own, ...part(texts, 'in-my-words') } }) };
}

/** The book of reasons in the words of its translation. */
export function translatedReasons(book: ReasonBook, texts: Translation): ReasonBook {
  return {
    lines: texts['lines'] as ReasonBook['lines'],
    reasons: book.reasons.map((reason) => ({ ...reason, ...part(part(texts, 'reasons'), reason.code) })),
  };
}

/** The polite noes in the words of their translation: what buyers say in that language. */
export function translatedNoes(noes: PoliteNoesFile, texts: Translation): PoliteNoesFile {
  return noes.map((one) => cited({ ...one, ...part(part(texts, 'polite-noes'), one.id) }, texts));
}

/** The place in an article, in the words of the translation. */
function cited<Item extends { readonly from?: SourceEntry | undefined }>(item: Item, texts: Translation): Item {
  const { from } = item;
  if (typeof from !== 'object' || !('passage' in from)) return item;
  return { ...item, from: { ...from, passage: part(texts, 'passages')[from.passage] } };
}

function part(texts: Translation, id: string): Translation {
  return (texts[id] ?? {}) as Translation;
}

function list(texts: Translation, id: string): readonly unknown[] {
  return texts[id] as readonly unknown[];
}

function given(texts: Translation, ids: readonly string[]): Translation {
  return Object.fromEntries(Object.entries(texts).filter(([id]) => ids.includes(id)));
}
