import type { FigureColumn, FigureLevel, FigureRow, FigureTable, FigureValue } from './report-table.ts';

/**
 * A figure in words for somebody else: what says "I" and "my" says whose view it is, and commands are left out, since nobody
 * else can give them.
 */
export function toldToOthers({ id, title, columns, rows, notes, ...figure }: FigureTable): FigureTable {
  const say = NAMED_BY_US.has(id) ? (text: string): string => ofUs(told(text)) : told;
  return {
    ...figure,
    id,
    title: TITLES[id] ?? title,
    columns: columns.map(toldColumn),
    rows: rows.map((row) => toldRow(row, say)),
    notes: notes.map(say).filter((note) => note !== ''),
  };
}

/** The figures whose rows have their names from the questionnaires. All others are called as a person or a CRM called them. */
const NAMED_BY_US: ReadonlySet<string> = new Set([
  'reasons',
  'steps',
  'drivers',
  'repeats',
  'one-thing',
  'time-lost',
  'people',
  'preparation',
  'handling',
  'detours',
  'beliefs',
]);

const TITLES: Readonly<Record<string, string>> = {
  reasons: "What the losses came from, in the salesperson's view",
  competitors: 'Whom deals are won and lost against',
  calibration: 'How sure the salesperson was, and how often it came in',
  people: 'Whom the salesperson met, and how much was won (deals overlap)',
  preparation: 'What was prepared, in wins and in losses (deals overlap)',
  detours: 'Off the usual way of selling, and how much was won',
  beliefs: "What was taken for granted, in losses (in the salesperson's view; deals overlap)",
  personas: 'Whom we sell to, and who buys',
};

function toldColumn(column: FigureColumn): FigureColumn {
  const { title, words } = column;
  return { ...column, title: told(title), ...(words && { words: valuesOf(words, (word) => ofUs(told(word))) }) };
}

function toldRow(row: FigureRow, say: (text: string) => string): FigureRow {
  return {
    ...row,
    label: say(row.label).replace(ANSWER_OF_MINE, ': “$1”'),
    values: valuesOf(row.values, (value) => {
      if (typeof value === 'string') return say(value).replace(RESOLUTION, '“$1”');
      return isLevels(value) ? value.map(toldLevel) : value;
    }),
  };
}

function isLevels(value: FigureValue): value is readonly FigureLevel[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'object' && 'label' in one);
}

function toldLevel(level: FigureLevel): FigureLevel {
  return { ...level, label: level.label.replace(SAID_BY_ME, '“$&”') };
}

function valuesOf<Value>(
  values: Readonly<Record<string, Value>>,
  say: (value: Value) => Value,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, say(value)]));
}

function told(text: string): string {
  return text
    .replace(WITH_COMMAND, '')
    .replaceAll(MINE, (_mine, what: string) => `the salesperson's ${what}`)
    .replaceAll('what I can change', 'what the salesperson can change');
}

/** What a question says to the salesperson: a price you could not meet is one that we could not. */
function ofUs(text: string): string {
  return text
    .replaceAll('theirs I met', 'theirs the salesperson met')
    .replaceAll(/\bagainst you\b/gi, 'against us')
    .replaceAll(/\byour\b/g, 'our')
    .replaceAll(/\byou\b/g, 'we');
}

/** The sentence that ends in a command. */
const WITH_COMMAND = /(?:^| )[^.]*: lossdebrief [^.]*$/;
/** An answer that speaks of oneself, behind what it answers. */
const ANSWER_OF_MINE = /: (.*\b(?:I|me)\b.*)$/;
/** The same by itself. */
const SAID_BY_ME = /^(?:I [a-z].*|.* me\b.*)$/;
/** What the salesperson means to do, which stands in a row word for word. */
const RESOLUTION = /^(Next time, .*?\bI will\b.*?\.)(?= )/;
const MINE = /\bmy (?:own )?(view|control|way|quarter)\b/g;
