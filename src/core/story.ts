import { addDays, type Day, dayOf, fieldsOf, weekday } from './days/day.ts';
import type { EntryOutcome } from './entry-outcome.ts';
import type { Given } from './given-answers.ts';
import type { Outcome } from './outcome.ts';
import type { Channel } from './touch.ts';
import type { LookDeeper } from './views.ts';

/**
 * Two invented years of a salesperson, as data: what `demo` files. Its days are told from today, so it is always fresh;
 * `storyDay` reads them.
 */
export interface Story {
  /** Who sold all of it. */
  readonly rep: string;
  readonly currency: string;
  /** The deal to look at first. */
  readonly showcase: string;
  /** Up to this day everything that fell due was done. */
  readonly 'tidy-until': string;
  readonly deals: readonly StoryDeal[];
  readonly focuses: readonly StoryFocus[];
  /** How the experiments ended that the debriefs named, one after the other. */
  readonly experiments: readonly { readonly ended: string; readonly verdict: 'kept' | 'dropped' }[];
  readonly phrases: readonly StoryPhrase[];
}

/** One deal of a story, and what happens to it. */
export interface StoryDeal {
  readonly name: string;
  /** What is known of the customer, in the words of a CRM. */
  readonly segment: string;
  readonly persona: string;
  readonly source: string;
  readonly product: string;
  readonly region: string;
  /** Days before it was decided; before today, while it is open. */
  readonly opened: number;
  /** Missing while it is open. */
  readonly decided?: string | undefined;
  /** What is known of it while it is open, or waits for its debrief. */
  readonly known?: StoryFacts | undefined;
  /** Missing where it waits for one. */
  readonly debrief?: StoryDebrief | undefined;
  readonly deep?: StoryDeepLook | undefined;
  readonly log?: readonly StoryTouch[] | undefined;
  readonly feedback?: StoryFeedback | undefined;
  readonly opinions?: readonly StoryOpinion[] | undefined;
  /** A sentence added later, so many days after it was decided. */
  readonly lesson?: { readonly after: number; readonly text: string } | undefined;
  /** How the calls, touches and checks went, in the order they fell due. */
  readonly calls?: readonly EntryOutcome[] | undefined;
  /** Actions that were never done, by their rules. */
  readonly leaves?: readonly string[] | undefined;
  /** Actions that were given up, by their rules, with the reason. */
  readonly drops?: Readonly<Record<string, string>> | undefined;
}

/** What a CRM would know of the end of a deal. The amount is in major units. */
export interface StoryFacts {
  readonly outcome?: Outcome | undefined;
  readonly amount?: number | undefined;
  readonly currency?: string | undefined;
  readonly months?: number | undefined;
  readonly winner?: string | undefined;
  readonly forecast?: number | undefined;
  readonly stage?: string | undefined;
}

/** The quick pass over a deal. */
export interface StoryDebrief {
  /** Days after it was decided. */
  readonly after: number;
  /** How long it took. */
  readonly seconds: number;
  /** As for `new --answers`; days are those of a story. The name and the day it ended need not be given. */
  readonly answers: Given;
}

/** A deep look, so many days after it was decided. */
export interface StoryDeepLook {
  readonly after: number;
  /** As for `review --answers`; days are those of a story. */
  readonly answers: Given;
  /** Whether the buyer came to regret their choice, on the day by which it was to show. */
  readonly regret?: 'happened' | 'not-yet' | undefined;
}

/** One line of the log, so many days before the decision, or before today while the deal is open. */
export interface StoryTouch {
  readonly before: number;
  readonly channel: Channel;
  readonly note?: string | undefined;
  readonly missed?: boolean | undefined;
  readonly 'reply-took'?: string | undefined;
}

/** Days count from the decision. */
export interface StoryFeedback {
  readonly sent: number;
  readonly reply?: { readonly after: number; readonly words: string; readonly reason?: string | undefined } | undefined;
}

/** A view of the deal, or what somebody saw on a call; days count from the decision. */
export type StoryOpinion = { readonly after: number; readonly from: string } & (
  | {
      readonly words: string;
      readonly reason?: string | undefined;
      readonly 'look-deeper': LookDeeper;
      readonly why?: string | undefined;
    }
  | { readonly saw: string; readonly try: string }
);

/** An area that was in work; its days are those of a story. */
export interface StoryFocus {
  readonly area: string;
  readonly begun: string;
  /** How long it was meant for, such as `30d`. */
  readonly for: string;
  readonly stopped?: string | undefined;
}

/** Words worth stealing that were kept on a day of the story. */
export interface StoryPhrase {
  readonly phrase: string;
  readonly from: string;
  readonly stage: string;
  readonly kept: string;
  /** Names of deals; it was said in each a week before the decision. */
  readonly used: readonly string[];
}

/**
 * The day that a story names: `12 days ago`, `in 3 days`, or `3q-5`, five days before the end of the third quarter back, so
 * that what happens at the end of a quarter does so whatever day it is. Nobody decides on a weekend, so that becomes
 * the Friday. Undefined for anything else.
 */
export function storyDay(text: string, today: Day): Day | undefined {
  const [, quarter, left, ago, ahead] = STORY_DAY.exec(text) ?? [];
  if (quarter !== undefined) return workday(addDays(quarterEnd(Number(quarter), today), -Number(left)));
  if (ago !== undefined) return workday(addDays(today, -Number(ago)));
  return ahead === undefined ? undefined : workday(addDays(today, Number(ahead)));
}

/** How a story may write a day. */
export const STORY_DAY = /^(?:([1-9])q-(\d{1,2})|(\d{1,3}) days ago|in (\d{1,3}) days)$/;

/** The day itself, or the Friday before a weekend. */
export function workday(day: Day): Day {
  return addDays(day, -Math.max(0, weekday(day) - FRIDAY));
}

const FRIDAY = 5;

/** The last day of a quarter that is over; 1 is the latest. */
function quarterEnd(back: number, today: Day): Day {
  const { year, month } = fieldsOf(today);
  const quarters = year * 4 + Math.floor((month - 1) / 3) - (back - 1);
  const next = dayOf(Math.floor(quarters / 4), (quarters % 4) * 3 + 1, 1);
  if (next === undefined) throw new RangeError('This quarter is outside the years 0000 to 9999.');
  return addDays(next, -1);
}
