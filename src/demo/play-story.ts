import type { App } from '../app.ts';
import { addDays, type Day, daysBetween } from '../core/days/day.ts';
import type { Story } from '../core/story.ts';
import type { Store } from '../store/store.ts';
import { catchUp } from './catch-up.ts';
import { dealEvents, type StoryEvent } from './deal-events.ts';
import { learningEvents } from './learning-events.ts';
import { dayNamed, idOf, setStage, type Stage } from './stage.ts';

/** What came of a story. */
export interface Played {
  readonly deals: number;
  /** The deal to look at first. */
  readonly showcase: `D${number}`;
}

/**
 * Lives through a story in a file, day by day, the way a person would have: each deal is debriefed by its questionnaire,
 * and what falls due is done by the commands that do it. What would still be to come has not happened.
 */
export async function playStory(app: App, store: Store, story: Story): Promise<Played> {
  const stage = await setStage(app, store, story);
  store.keepSetting('currency', story.currency);
  let day: Day | undefined;
  for (const { on, happen } of eventsOf(stage)) {
    // What is asked for and what comes in on a day goes before what was planned for it.
    if (on !== day) await catchUp(stage, addDays(on, -1));
    day = on;
    await happen(stage.on(on));
  }
  await catchUp(stage, dayNamed(story['tidy-until'], stage));
  return { deals: store.counts().deals, showcase: idOf(story.showcase, stage) };
}

function eventsOf(stage: Stage): readonly StoryEvent[] {
  return [...stage.story.deals.flatMap((deal) => dealEvents(deal, stage)), ...learningEvents(stage)]
    .filter(({ on }) => on <= stage.today)
    .toSorted((one, other) => daysBetween(other.on, one.on));
}
