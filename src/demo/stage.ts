import type { App } from '../app.ts';
import { addDays, type Day } from '../core/days/day.ts';
import type { EntryOutcome } from '../core/entry-outcome.ts';
import { allInOwnWords } from '../core/own-words.ts';
import { DEFAULT_SETTINGS } from '../core/settings/settings.ts';
import { ENGLISH } from '../core/speech/english.ts';
import { type Story, type StoryDeal, storyDay, workday } from '../core/story.ts';
import type { Store } from '../store/store.ts';

/** Where a story is played: a file of its own, and the program on any of its days. */
export interface Stage {
  readonly story: Story;
  readonly store: Store;
  readonly today: Day;
  /** The program on one day, with nobody there to ask and nothing shown. */
  readonly on: (day: Day) => App;
  /** Ids of the deals that are on file, by name. */
  readonly ids: Map<string, `D${number}`>;
  /** How the calls to come will go, by the name of the deal. */
  readonly calls: ReadonlyMap<string, EntryOutcome[]>;
}

/** Readies the program and an empty store for a story. Nothing of it is the person's own: no settings, frameworks or files. */
export async function setStage(app: App, store: Store, story: Story): Promise<Stage> {
  const settings = { ...DEFAULT_SETTINGS, currency: story.currency };
  const shipped = await app.catalogAsShipped();
  const catalog = allInOwnWords(shipped, settings);
  return {
    story,
    store,
    today: app.clock.today,
    on: (today) => ({
      ...app,
      clock: { today, now: () => 0 },
      options: { json: false, quiet: true },
      canAsk: false,
      store: async () => store,
      // Their own stages and rates are for their own deals.
      catalog: async () => catalog,
      settings: async () => settings,
      speech: async () => ENGLISH,
      print: async () => {},
      tell: async () => {},
    }),
    ids: new Map(),
    calls: new Map(story.deals.map(({ name, calls = [] }) => [name, [...calls]])),
  };
}

/** A day that the story names. Text that is none is a mistake in the story. */
export function dayNamed(text: string, { today }: Stage): Day {
  const day = storyDay(text, today);
  if (day === undefined) throw new Error(`The story names a day that is none: ${text}`);
  return day;
}

/** So many days after a deal was decided, or after today while it is open; never on a weekend. */
export function dayAfter({ decided }: StoryDeal, days: number, stage: Stage): Day {
  return workday(addDays(decided === undefined ? stage.today : dayNamed(decided, stage), days));
}

/** The id of a deal that is on file by now. */
export function idOf(name: string, { ids }: Stage): `D${number}` {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The story speaks of ${name} before it is on file.`);
  return id;
}
