import { addBusinessDays } from './days/calendar.ts';
import type { Day } from './days/day.ts';
import type { PlannedAction } from './debrief.ts';
import type { Focus } from './focus.ts';
import type { History, PastLoss } from './history.ts';
import { sayDay } from './days/say-day.ts';
import { unstopped } from './text/sentence.ts';

/** To learn for the area in work from a book, a course or a video, by a day. */
export function learningItem(
  resource: string,
  words: string,
  { until }: Pick<Focus, 'until'>,
  due: Day,
): PlannedAction {
  return {
    rule: 'learn-from',
    text: `When I next have half an hour to myself, I will take up ${unstopped(resource)} and look for one thing: ${words}.`,
    because: `It is the one area in work, until ${sayDay(until)}.`,
    message: undefined,
    due,
  };
}

/** How long there is to learn something, unless a day is named. */
export function usualLearningDay(today: Day): Day {
  return addBusinessDays(today, LEARNING_DAYS);
}

const LEARNING_DAYS = 5;

/** The loss that a learning item belongs to: the latest in which that step was missed, or else the latest. */
export function lossBehind({ losses }: History, step: string): PastLoss | undefined {
  return losses.find(({ missed }) => missed.includes(step)) ?? losses[0];
}

/** A resource by its place in the person's list, or as it was typed. */
export function resourceCalled(typed: string, resources: readonly string[]): string {
  const place = /^[1-9]\d{0,2}$/.test(typed) ? Number(typed) : 0;
  return resources[place - 1] ?? typed;
}
