import { type Answers, textIn } from './answers.ts';
import { wordsIdOf } from './day-words.ts';
import { addMonths, movedOffWeekend, nextBusinessDay, subtractMonths } from './days/calendar.ts';
import { addDays, type Day, daysBetween } from './days/day.ts';
import type { EntryKind, HeadlineRule, PlannedEntry, Schedule } from './debrief.ts';
import { isBadBusiness } from './facts.ts';
import { outcomeGroup } from './outcome.ts';
import { findReason, primaryReason, type ReasonBook } from './reasons.ts';
import { SECOND_LOOK_DAYS, secondLookDay } from './second-look-day.ts';
import type { Settings } from './settings/settings.ts';
import type { Speech } from './speech/speech.ts';

/** What the dates depend on. */
export interface Moment {
  /** The day of their no; all dates count from here. */
  readonly decidedOn: Day;
  readonly today: Day;
  /** The day of the debrief, if it was not today. */
  readonly debriefedOn?: Day | undefined;
  readonly settings: Settings;
  readonly reasons: ReasonBook;
  readonly speech: Speech;
}

/**
 * When to be in contact again. The headline is set by the strongest rule that has what it needs; touches (or checks, if
 * there is a condition) come each quarter until then, and after 90 days the debrief gets a second look.
 *
 * That a year's contract is followed up after nine months is from "6 Lessons to Learn After Losing A Sale" (lesson 6); the
 * quarterly touches from Amy Volas (lesson 2). The other lengths and leads are ours.
 */
export function scheduleAfterLoss(answers: Answers, moment: Moment): Schedule {
  if (isBadBusiness(answers)) return { followUp: undefined, otherEntries: [] };
  const followUp = headlineOf(answers, moment);
  const otherEntries = [...quarterly(answers, followUp.on, moment), secondLook(moment)].toSorted(byDay);
  return { followUp, otherEntries };
}

const QUARTER = 3;
/** Nobody is called sooner after their no, unless they named a day. Ours. */
const FLOOR_DAYS = 60;
/** A call before the event they wait for, so that they decide with us in mind. Ours. */
const TRIGGER_LEAD_DAYS = 30;
/** Where neither they, nor a contract, nor the reason says when. Ours. */
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

function namedDate(answers: Answers, { speech }: Moment): Found | undefined {
  const on = dayIn(answers, 'call-on');
  const words = textIn(answers, wordsIdOf('call-on'));
  return on && { rule: 'named-date', on, because: speech.plan.namedDay(words, on) };
}

function decisionDate(answers: Answers, { decidedOn, settings, speech }: Moment): Found | undefined {
  const decidesOn = dayIn(answers, 'decides-on');
  if (!decidesOn) return undefined;
  const early = subtractMonths(decidesOn, settings.contractLeadMonths);
  const halfWay = addDays(decidesOn, -Math.floor(Math.max(0, daysBetween(decidedOn, decidesOn)) / 2));
  const isFarOff = early > halfWay;
  return {
    rule: 'decision-date',
    on: isFarOff ? early : halfWay,
    because: speech.plan.beforeDecision(
      isFarOff ? settings.contractLeadMonths : undefined,
      decidesOn,
      textIn(answers, wordsIdOf('decides-on')),
    ),
  };
}

function trigger(answers: Answers, { speech }: Moment): Found | undefined {
  const on = dayIn(answers, 'trigger-on');
  return (
    on && {
      rule: 'trigger',
      on: addDays(on, -TRIGGER_LEAD_DAYS),
      because: speech.plan.beforeEvent(TRIGGER_LEAD_DAYS, on, textIn(answers, wordsIdOf('trigger-on'))),
    }
  );
}

function triggerCheck(answers: Answers, { decidedOn, speech }: Moment): Found | undefined {
  if (typeof answers['trigger'] !== 'string' && answers['again'] !== 'only-if') return undefined;
  return {
    rule: 'trigger-check',
    on: addMonths(decidedOn, QUARTER),
    because: speech.plan.openCondition,
  };
}

function contractTerm(answers: Answers, moment: Moment): Found | undefined {
  const { plan } = moment.speech;
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
    because: isOpen ? plan.asForTerm(rounded(months), term) : plan.intoTerm(rounded(months), term, over > 0),
  };
}

function reasonDefault(answers: Answers, moment: Moment): Found | undefined {
  const reason = findReason(moment.reasons, primaryReason(answers));
  if (!reason) return undefined;
  const days = reason['follow-up-days'];
  return {
    rule: 'reason',
    on: atLeastFloor(addDays(moment.decidedOn, days), moment),
    because: moment.speech.plan.usualWait(days, reason.label),
  };
}

function fallback(moment: Moment): Found {
  return {
    rule: 'default',
    on: atLeastFloor(addDays(moment.decidedOn, DEFAULT_DAYS), moment),
    because: moment.speech.plan.nothingBetter(DEFAULT_DAYS),
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

/** Moves a day off a weekend and out of the past, and says so where it was moved out of the past or was a day that they named. */
function settled({ rule, on, because }: Found, { today, speech }: Moment): Pick<Found, 'on' | 'because'> {
  if (on < today) return { on: nextBusinessDay(today), because: speech.plan.wasInThePast(because, on) };
  const moved = movedOffWeekend(on);
  const isTheirs = rule === 'named-date' && moved !== on;
  return { on: moved, because: isTheirs ? speech.plan.wasOnWeekend(because, on) : because };
}

/** Something useful each quarter where the account is wanted, or a look at the condition where it is wanted only if. */
function quarterly(
  answers: Answers,
  headline: Day,
  { decidedOn, today, settings, speech }: Moment,
): readonly PlannedEntry[] {
  const isConditional = answers['again'] === 'only-if';
  const kind = isConditional ? 'check' : 'touch';
  const because = isConditional ? speech.plan.conditionEachQuarter : speech.plan.usefulEachQuarter;
  const quarters = Array.from({ length: TOUCH_MONTHS / QUARTER }, (_, index) => (index + 1) * QUARTER);
  return quarters
    .map((months) => movedOffWeekend(addMonths(decidedOn, months)))
    .filter((on) => on > today && on < headline)
    .map((on) => entry(kind, { rule: 'quarterly', on, because }, settings));
}

function secondLook({ decidedOn, today, debriefedOn = today, settings, speech }: Moment): PlannedEntry {
  const { on, countsFrom } = secondLookDay(decidedOn, debriefedOn);
  const because = speech.plan.secondLook(SECOND_LOOK_DAYS, countsFrom);
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

function rounded(months: number): number {
  return Number(months.toFixed(2));
}
