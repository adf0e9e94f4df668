import type { Day } from '../core/days/day.ts';
import { type Every, periodsBetween } from '../core/report/report-period.ts';
import { isOnOwnScreen } from '../core/questions/steps.ts';
import { DEAL_SIDES, type DealSide, type Dimension, SIZE_BANDS, type TallyRow } from '../core/report/tally.ts';
import type { Channel } from '../core/touch.ts';
import { valueFrom } from './answer-values.ts';
import type { SubjectSql } from './tally-subjects.ts';

/** A dimension in SQL: the column to group by, and what has to be joined for it. */
export interface DimensionSql {
  readonly column: string;
  /** Joins that several dimensions may share. */
  readonly needs?: readonly JoinName[];
  /** A join of its own. */
  readonly join?: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly needsToday?: boolean;
  /** Where the column holds more than a plain value. */
  readonly decode?: (value: Value) => Value;
}

type Value = TallyRow['at'][number];

export type JoinName = 'debrief' | 'confirmed';

/** A join that adds no rows, so that whatever is counted is counted once. */
export function joinSql(name: JoinName, { ready }: SubjectSql): string {
  if (name === 'debrief') return `LEFT JOIN debrief ON debrief.id = ${ready?.debrief ?? QUICK_DEBRIEF}`;
  return `LEFT JOIN cause AS confirmed ON confirmed.id = (
      SELECT max(id) FROM cause
      WHERE debrief_id = debrief.id AND whose <> 'self' AND evidence IN ('said-later', 'confirmed'))`;
}

/** The debrief of a deal that is counted. */
export const QUICK_DEBRIEF = `(SELECT max(id) FROM debrief WHERE deal_id = deal.id AND pass = 'quick')`;

/** A field of one's own, whose name is in this parameter. */
export function fieldSql(parameter: string): string {
  return `(SELECT value FROM json_each(deal.fields) WHERE key = ${parameter})`;
}

/** What can be known of the file before anything is counted. */
export interface Beforehand {
  /** The first and the last day on which anything falls that is counted; undefined if nothing does. */
  readonly days: () => readonly [Day, Day] | undefined;
  /** Whether any debrief has noted the step, or answered the question. */
  readonly isNoted: (table: 'step' | AnswerTable, name: string) => boolean;
}

type AnswerTable = 'fact' | 'reflection' | 'their_word';

/** The SQL of a dimension at its place, a name that no other dimension of the statement has. */
export function dimensionSql(
  dimension: Dimension,
  place: string,
  subject: SubjectSql,
  beforehand: Beforehand,
): DimensionSql {
  if (typeof dimension !== 'string') return namedSql(dimension, place, subject, beforehand);
  if (isDealSide(dimension)) return { column: sideColumn(dimension, subject) };
  return DIMENSIONS[dimension];
}

function isDealSide(dimension: string): dimension is DealSide {
  return (DEAL_SIDES as readonly string[]).includes(dimension);
}

function sideColumn(side: DealSide, { outcome }: SubjectSql): string {
  return side === 'outcome' ? (outcome ?? 'deal.outcome') : `deal.${side}`;
}

const DIMENSIONS: Readonly<Record<Exclude<Dimension & string, DealSide>, DimensionSql>> = {
  debriefed: { column: 'debrief.id IS NOT NULL', needs: ['debrief'] },
  'nothing-in-control': {
    column: `EXISTS (SELECT 1 FROM reflection
      WHERE debrief_id = debrief.id AND answer = 'nothing-in-my-control' AND value IS NOT NULL)`,
    needs: ['debrief'],
  },
  reason: { column: 'debrief.primary_reason', needs: ['debrief'] },
  agreement: {
    column: `CASE
      WHEN confirmed.reason IS NULL OR debrief.primary_reason IS NULL THEN NULL
      WHEN confirmed.reason = debrief.primary_reason THEN 'exact'
      WHEN EXISTS (SELECT 1 FROM cause
        WHERE debrief_id = debrief.id AND whose = 'self' AND reason = confirmed.reason) THEN 'partly'
      ELSE 'wrong' END`,
    needs: ['debrief', 'confirmed'],
  },
  feedback: {
    column: `CASE
      WHEN EXISTS (SELECT 1 FROM feedback
        WHERE deal_id = deal.id AND sent_on IS NOT NULL AND replied_on IS NOT NULL) THEN 'replied'
      WHEN EXISTS (SELECT 1 FROM feedback WHERE deal_id = deal.id AND sent_on IS NOT NULL) THEN 'asked' END`,
  },
  'days-to-debrief': { column: daysBetween('deal.decided_on', 'debrief.made_on'), needs: ['debrief'] },
  'cycle-days': { column: daysBetween('deal.created_on', 'deal.decided_on') },
  seconds: { column: 'debrief.seconds', needs: ['debrief'] },
  'decided-on': { column: 'deal.decided_on' },
  size: { column: `CASE ${SIZE_BANDS.toReversed().map(sizeCase).join(' ')} END` },
  state: {
    column: `CASE WHEN item.state = 'open' AND item.on_day < :today THEN 'overdue' ELSE item.state END`,
    needsToday: true,
  },
  'days-late': { column: `CASE WHEN item.state = 'done' THEN ${daysBetween('item.on_day', 'item.closed_on')} END` },
  rule: { column: 'item.rule' },
  'came-of-it': { column: 'item.outcome' },
};

function sizeCase(from: number): string {
  return `WHEN deal.amount_minor >= ${from} THEN ${from}`;
}

/** The only arithmetic on days: another engine would have its own words for it. */
function daysBetween(from: string, to: string): string {
  return `CAST(julianday(${to}) - julianday(${from}) AS INTEGER)`;
}

/**
 * A dimension that a name goes with. Its tables are joined under aliases with its place, so that it may be asked for twice. A
 * CROSS JOIN is taken in the order it is written: the answers of one debrief are few, those to one question are not.
 */
function namedSql(
  dimension: Exclude<Dimension, string>,
  place: string,
  subject: SubjectSql,
  { days, isNoted }: Beforehand,
): DimensionSql {
  if ('every' in dimension) return periodSql(dimension.every, place, subject, days());
  const alias = `named${place}`;
  const name = `:${alias}`;
  if ('step' in dimension) {
    if (!isNoted('step', dimension.step)) return NOTHING;
    if (isOnOwnScreen(dimension.step)) return lastKeptSql('step', 'step', dimension.step, alias);
    return {
      column: `${alias}.value`,
      needs: ['debrief'],
      join: `LEFT JOIN step AS ${alias} ON ${alias}.debrief_id = debrief.id AND ${alias}.step = ${name}`,
      parameters: { [alias]: dimension.step },
    };
  }
  if ('field' in dimension) {
    const column = subject.ready?.fields.get(dimension.field);
    return column === undefined ? { column: fieldSql(name), parameters: { [alias]: dimension.field } } : { column };
  }
  if ('contacts' in dimension) return contactsSql(dimension.contacts, alias);
  if ('logged' in dimension) return { column: `(SELECT ${LOGGED[dimension.logged]} ${LOG})` };
  const [table, answer] = answerIn(dimension);
  return isNoted(table, answer) ? answerSql(table, answer, alias) : NOTHING;
}

function answerIn(dimension: AnswerDimension): readonly [AnswerTable, string] {
  if ('reflection' in dimension) return ['reflection', dimension.reflection];
  return 'answer' in dimension ? ['fact', dimension.answer] : ['their_word', dimension.theirWords];
}

type AnswerDimension = Extract<Dimension, { answer: string } | { reflection: string } | { theirWords: string }>;

/** Answers of each class have a table of their own. */
function answerSql(table: AnswerTable, answer: string, alias: string): DimensionSql {
  return { ...lastKeptSql(table, 'answer', answer, alias), decode: answerValue };
}

/** What was kept last under a name, in any look but the second. */
function lastKeptSql(table: string, column: 'answer' | 'step', name: string, alias: string): DimensionSql {
  return {
    column: `${alias}.value`,
    join: `LEFT JOIN ${table} AS ${alias} ON ${alias}.id = (
      SELECT max(given.id) FROM debrief AS pass
      CROSS JOIN ${table} AS given ON given.debrief_id = pass.id AND given.${column} = :${alias}
      WHERE pass.deal_id = deal.id AND pass.pass <> 'second-look' AND given.value IS NOT NULL)`,
    parameters: { [alias]: name },
  };
}

/** What came after the decision did not lead to it. */
const LOG = `FROM touch
      WHERE touch.deal_id = deal.id AND (deal.decided_on IS NULL OR touch.on_day <= deal.decided_on)`;

const LOGGED = { 'missed-calls': 'sum(touch.missed)', 'slowest-reply': 'max(touch.reply_minutes)' } as const;

/** Of no entries at all the sum is null: there is no log then. */
function contactsSql(channel: Channel | 'all', alias: string): DimensionSql {
  if (channel === 'all') return { column: `(SELECT sum(1 - touch.missed) ${LOG})` };
  return {
    column: `(SELECT sum(touch.missed = 0 AND touch.channel = :${alias}) ${LOG})`,
    parameters: { [alias]: channel },
  };
}

/** Most deals are not looked at so closely, and to look for an answer in each that none has costs the most. */
const NOTHING: DimensionSql = { column: 'NULL' };

/** Days are compared as text with the first day of each period, the latest first. */
function periodSql(
  every: Every,
  place: string,
  { day }: SubjectSql,
  counted: readonly [Day, Day] | undefined,
): DimensionSql {
  if (day === undefined || counted === undefined) return NOTHING;
  const periods = periodsBetween(...counted, every).toReversed();
  const cases = periods.map((_, index) => `WHEN ${day} >= :period${place}_${index} THEN :period${place}_${index}`);
  return {
    column: `CASE ${cases.join(' ')} END`,
    parameters: Object.fromEntries(periods.map(({ first }, index) => [`period${place}_${index}`, first])),
  };
}

/** An answer as its code or number; whatever is more than that stays JSON. */
function answerValue(value: Value): Value {
  if (typeof value !== 'string') return value;
  const answer = valueFrom(value);
  return typeof answer === 'object' ? value : answer;
}
