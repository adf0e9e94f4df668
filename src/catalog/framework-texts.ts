import type { FrameworkFile, SourceEntry } from './schemas.ts';
import type { Texts } from './texts.ts';

type QuestionEntry = FrameworkFile['questions'][number];
type RowEntry = NonNullable<QuestionEntry['rows']>[number];
type RuleEntry = FrameworkFile['rules'][number];

/** What a translation of a framework has to say, by the ids of the framework. */
export function frameworkTexts({ questions, rules, closing, sections = [], ...file }: FrameworkFile): Texts {
  const tagged = [...questions, ...questions.flatMap(({ rows = [] }) => rows), ...closing];
  const cited = [...questions, ...questions.flatMap(({ rows = [] }) => rows), ...rules];
  return given({
    title: file.title,
    tags: asItself(tagged.flatMap(({ tag }) => tag ?? [])),
    passages: passagesOf(cited),
    sections: sections.length === 0 ? undefined : byId(sections, ({ title }) => title),
    questions: byId(questions, questionTexts),
    'feedback-request': file['feedback-request'],
    rules: byId(rules, ruleTexts),
    closing: Object.fromEntries(closing.map(({ tag, say }) => [tag, say.map(({ text }) => text)])),
  });
}

/** The places in articles that are cited. */
export function passagesOf(cited: readonly { readonly from?: SourceEntry | undefined }[]): Texts {
  return asItself(cited.flatMap(({ from }) => (typeof from === 'object' && 'passage' in from ? from.passage : [])));
}

function questionTexts(question: QuestionEntry): Texts {
  const { short, ask, hint, why, wording, groups, rows, instead } = question;
  const tries = question['second-try'];
  return given({
    short,
    ask,
    hint,
    why,
    wording: wording?.map((one) => given({ ask: one.ask, hint: one.hint })),
    groups: groups && asItself(Object.keys(groups)),
    options: question.options ?? (groups && Object.assign({}, ...Object.values(groups))),
    rows: rows && byId(rows, rowTexts),
    'second-try': tries && {
      'lead-in': new Set(tries['lead-in']),
      'starts-with': new Set(tries['starts-with']),
      say: tries.say,
    },
    instead: instead && {
      'starts-with': new Set(instead['starts-with']),
      bare: new Set(instead.bare),
      'ask-more': instead['ask-more'],
    },
  });
}

function rowTexts({ ask, short, missed, options, why }: RowEntry): Texts {
  return given({ ask, short, missed, options, why });
}

function ruleTexts(rule: RuleEntry): Texts {
  const own = rule['in-my-words'];
  return given({
    action: rule.action,
    because: rule.because,
    message: rule.message,
    'next-time': rule['next-time'],
    'in-my-words': own && { 'stands-alone': new Set(own['stands-alone']), drop: new Set(own.drop) },
    again: rule.again,
    third: rule.third,
  });
}

function byId<Item extends { readonly id: string }>(items: readonly Item[], textsOf: (item: Item) => Texts): Texts {
  return Object.fromEntries(items.map((item) => [item.id, textsOf(item)]));
}

/** Words that are their own key. */
function asItself(words: readonly string[]): Texts {
  return Object.fromEntries(words.map((word) => [word, word]));
}

/** Texts without those that there are not. */
function given(texts: Readonly<Record<string, Texts | undefined>>): Texts {
  return Object.fromEntries(Object.entries(texts).filter((entry): entry is [string, Texts] => entry[1] !== undefined));
}
