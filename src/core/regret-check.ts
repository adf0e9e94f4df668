import { type Answers, textIn } from './answers.ts';
import { addMonths, movedOffWeekend } from './days/calendar.ts';
import type { Day } from './days/day.ts';
import type { PlannedEntry } from './debrief.ts';
import type { Settings } from './settings/settings.ts';

/** The day on which it can be told whether the buyer came to regret their choice, as it was expected (Amy Volas, lesson 4). */
export function regretCheck(answers: Answers, today: Day, { callTime, channel }: Settings): PlannedEntry | undefined {
  if (answers['regret'] !== 'yes') return undefined;
  const named = textIn(answers, 'regret-on') as Day | undefined;
  return {
    kind: 'regret-check',
    on: movedOffWeekend(named ?? addMonths(today, USUAL_MONTHS)),
    time: callTime,
    channel,
    rule: 'regret-check',
    because: named ? 'the day by which it would show' : 'half a year, as no day was named',
  };
}

const USUAL_MONTHS = 6;
