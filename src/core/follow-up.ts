import type { Answers } from './answers.ts';
import { addMonths, movedOffWeekend, nextBusinessDay, subtractMonths } from './calendar.ts';
import { addDays, type Day, daysBetween } from './day.ts';
import type { EntryKind, HeadlineRule, PlannedEntry } from './debrief.ts';
import { isBadBusiness } from './facts.ts';
import { outcomeGroup } from './outcome.ts';
import { findReason, primaryReason, type ReasonBook } from './reasons.ts';
import { sayDay } from './say-day.ts';
import { SECOND_LOOK_DAYS, secondLookDay } from './second-look-day.ts';
import { counted } from './sentence.ts';
import type { Settings } from './settings.ts';

/** The dates of contact after a loss: the headline call, and what comes before and after it. */
export interface ContactPlan {
  /** Undefined for an account that is not wanted again. */
  readonly headline: PlannedEntry | undefined;
  readonly others: readonly PlannedEntry[];
}

/** What the dates depend on. */
export interface Moment {
  /** The day of their no; all dates count from here. */
  readonly decidedOn: Day;
  readonly today: Day;
  readonly settings: Settings;
  readonly reasons: ReasonBook;
}

/**
 * When to be in contact again. The headline is set by the strongest rule that has what it needs; touches (or checks, if
 * there is a condition) come each quarter until then, and after 90 days the debrief gets a second look.
 *
 * That a year's contract is followed up after nine months is from "6 Lessons to Learn After Losing A Sale" (lesson 6); the
 * quarterly touches from Amy Volas (lesson 2). The other lengths and leads are ours.
 */
export function contactPlan(answers: Answers, moment: Moment): ContactPlan {
  if (isBadBusiness(answers)) return { headline: undefined, others: [] };
  const headline = headlineOf(answers, moment);
  return { headline, others: [...quarterly(answers, headline.on, moment), secondLook(moment)].toSorted(byDay) };
}

const QUARTER = 3;
const FLOOR_DAYS = 60;
const TRIGGER_LEAD_DAYS = 30;
const DEFAULT_DAYS = 90;
/** Where nobody else has the contract, a long term says nothing about when they buy. */
const LONGEST_OPEN_TERM = 12;
const TOUCH_MONTHS = 24;

/** A day a rule came to, before weekends and today have their say. */
interface Found {
  readonly rule: HeadlineRule;
  readonly on: Day;
  readonly because: string;
}

function headlineOf(answers: Answers, moment: Moment): PlannedEntry {
  const rules = [namedDate, decisionDate, trigger, triggerCheck, contractTerm, reasonDefault];
  const found = firstOf(rules, answers, moment) ?? fallback(moment);
  const kind = found.rule === 'trigger-check' ? 'check' : 'follow-up';
  return entry(kind, { ...found, ...settled(found, moment) }, moment.settings);
}

type DateRule = (answers: Answers, moment: Moment) => Found | undefined;

function firstOf(rules: readonly DateRule[], answers: Answers, moment: Moment): Found | undefined {
  for (const rule of rules) {
    const found = rule(answers, moment);
    if (found) return found;
  }
  return undefined;
}

function namedDate(answers: Answers): Found | undefined {
  const on = dayIn(answers, 'call-on');
  return on && { rule: 'named-date', on, because: 'the day they named' };
}

function decisionDate(answers: Answers, { decidedOn, settings }: Moment): Found | undefined {
  const decidesOn = dayIn(answers, 'decides-on');
  if (!decidesOn) return undefined;
  const early = subtractMonths(decidesOn, settings.contractLeadMonths);
  const halfWay = addDays(decidesOn, -Math.floor(Math.max(0, daysBetween(decidedOn, decidesOn)) / 2));
  const lead = early > halfWay ? counted(settings.contractLeadMonths, 'month') : 'half of the wait';
  return {
    rule: 'decision-date',
    on: early > halfWay ? early : halfWay,
    because: `${lead} before they decide on ${sayDay(decidesOn)}`,
  };
}

function trigger(answers: Answers): Found | undefined {
  const on = dayIn(answers, 'trigger-on');
  return (
    on && {
      rule: 'trigger',
      on: addDays(on, -TRIGGER_LEAD_DAYS),
      because: `${TRIGGER_LEAD_DAYS} days before the event on ${sayDay(on)}`,
    }
  );
}

function triggerCheck(answers: Answers, { decidedOn }: Moment): Found | undefined {
  if (typeof answers['trigger'] !== 'string' && answers['again'] !== 'only-if') return undefined;
  return {
    rule: 'trigger-check',
    on: addMonths(decidedOn, QUARTER),
    because: 'a condition without a date is checked each quarter',
  };
}

function contractTerm(answers: Answers, moment: Moment): Found | undefined {
  const offered = answers['contract-months'];
  if (typeof offered !== 'number') return undefined;
  const isOpen = outcomeGroup(answers['outcome']) === 'nobody';
  const term = isOpen ? Math.min(offered, LONGEST_OPEN_TERM) : offered;
  const months = term - Math.min(moment.settings.contractLeadMonths, term / 4);
  const over = termsOver(moment.decidedOn, term, moment.today);
  const on = atLeastFloor(addMonths(moment.decidedOn, over * term + months), moment);
  return {
    rule: 'contract-term',
    on,
    because: isOpen
      ? `${sayMonths(months)} on, as for a ${term}-month term`
      : `${sayMonths(months)} into a ${term}-month term${over > 0 ? ' that would follow' : ''}`,
  };
}

function reasonDefault(answers: Answers, moment: Moment): Found | undefined {
  const reason = findReason(moment.reasons, primaryReason(answers));
  if (!reason) return undefined;
  const days = reason['follow-up-days'];
  return {
    rule: 'reason',
    on: atLeastFloor(addDays(moment.decidedOn, days), moment),
    because: `${days} days, the usual wait after: ${reason.label}`,
  };
}

function fallback(moment: Moment): Found {
  return {
    rule: 'default',
    on: atLeastFloor(addDays(moment.decidedOn, DEFAULT_DAYS), moment),
    because: `${DEFAULT_DAYS} days, as nothing better is known`,
  };
}

/** How many whole terms have ended before today. */
function termsOver(decidedOn: Day, term: number, today: Day): number {
  let over = 0;
  while (addMonths(decidedOn, (over + 1) * term) < today) over += 1;
  return over;
}

function atLeastFloor(day: Day, { decidedOn }: Moment): Day {
  const floor = addDays(decidedOn, FLOOR_DAYS);
  return day < floor ? floor : day;
}

/** Moves a day off a weekend and out of the past, and says so where it was moved out of the past. */
function settled({ on, because }: Found, { today }: Moment): { readonly on: Day; readonly because: string } {
  if (on >= today) return { on: movedOffWeekend(on), because };
  return { on: nextBusinessDay(today), because: `${because}; that was ${sayDay(on)}, so the next business day` };
}

/** Something useful each quarter where the account is wanted, or a look at the condition where it is wanted only if. */
function quarterly(answers: Answers, headline: Day, { decidedOn, today, settings }: Moment): readonly PlannedEntry[] {
  const isConditional = answers['again'] === 'only-if';
  const kind = isConditional ? 'check' : 'touch';
  const because = isConditional
    ? 'the condition is checked each quarter'
    : 'one useful thing each quarter, until the call';
  const quarters = Array.from({ length: TOUCH_MONTHS / QUARTER }, (_, index) => (index + 1) * QUARTER);
  return quarters
    .map((months) => movedOffWeekend(addMonths(decidedOn, months)))
    .filter((on) => on > today && on < headline)
    .map((on) => entry(kind, { rule: 'quarterly', on, because }, settings));
}

function secondLook({ decidedOn, today, settings }: Moment): PlannedEntry {
  const { on, countsFrom } = secondLookDay(decidedOn, today);
  const since = countsFrom === 'debrief' ? 'from the debrief' : 'after the no';
  const because = `${SECOND_LOOK_DAYS} days ${since}, with some distance`;
  return entry('second-look', { rule: 'second-look', on, because }, settings);
}

function entry(
  kind: EntryKind,
  { rule, on, because }: { readonly rule: string; readonly on: Day; readonly because: string },
  { callTime, channel }: Settings,
): PlannedEntry {
  return { kind, on, time: callTime, channel, rule, because };
}

function dayIn(answers: Answers, id: string): Day | undefined {
  const value = answers[id];
  return typeof value === 'string' ? (value as Day) : undefined;
}

function byDay(one: PlannedEntry, other: PlannedEntry): number {
  return daysBetween(other.on, one.on);
}

/** `9 months`, `4.5 months`. */
function sayMonths(months: number): string {
  return `${Number(months.toFixed(2))} ${months === 1 ? 'month' : 'months'}`;
}
