import type { App } from '../app.ts';
import { addDays } from '../core/days/day.ts';
import { readDaySpan } from '../core/days/day-span.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import { REPEAT_DAYS } from '../core/facts.ts';
import type { ExperimentNow, FocusNow, Verdict } from '../core/focus.ts';
import { BLANK } from '../core/page.ts';
import { namedSteps } from '../core/questions/steps.ts';
import { oneLine } from '../core/questions/text.ts';
import { readBy } from '../core/days/read-bound.ts';
import { sayDay } from '../core/days/say-day.ts';
import { stepNames } from '../core/step-framework.ts';
import { UserError } from '../core/user-error.ts';
import type { Learning } from '../debriefing/learn-from.ts';
import { actionLines } from '../pages/action-lines.ts';
import { focusPage, resourceHint } from '../pages/focus-page.ts';
import type { Store } from '../store/store.ts';

export interface FocusOptions {
  readonly for?: string;
  readonly stop?: boolean;
  readonly experiment?: string;
  readonly keep?: boolean;
  readonly drop?: boolean;
  /** What to learn from for the area in work, and by when. */
  readonly learn?: string;
  readonly by?: string;
}

/** Shows, begins or closes the one area in work and the one experiment that is running. */
export async function focus(app: App, words: readonly string[], options: FocusOptions): Promise<void> {
  const area = oneLine(words.join(' '));
  refuseSeveral(area, options);
  if (area !== '') return begin(app, area, options);
  if (options.learn !== undefined) return learn(app, options.learn, options.by);
  if (options.stop) return stop(app);
  if (options.experiment !== undefined) return tryOut(app, oneLine(options.experiment));
  if (options.keep || options.drop) return decide(app, options.keep ? 'kept' : 'dropped');
  const store = await app.store('read');
  return print(app, await focusNow(app, store), experimentNow(app, store));
}

const USUAL_SPAN = '30d';
const LONGEST_SPAN = 366;

function refuseSeveral(area: string, options: FocusOptions): void {
  const { for: span, stop: stops, experiment, keep, drop, learn: resource, by } = options;
  const wishes = [area !== '' || resource !== undefined, stops, experiment !== undefined, keep, drop].filter(
    Boolean,
  ).length;
  if (wishes > 1) throw new UserError('One thing at a time, please.', 'See what is in work: lossdebrief focus');
  if (span !== undefined && area === '') {
    throw new UserError('--for says how long, and not what.', 'lossdebrief focus why-now --for 30d');
  }
  if (by !== undefined && resource === undefined) {
    throw new UserError(
      '--by says until when, and not what to learn from.',
      'lossdebrief focus --learn 1 --by "next friday"',
    );
  }
}

async function begin(app: App, area: string, options: FocusOptions): Promise<void> {
  const span = options.for ?? USUAL_SPAN;
  const days = readDaySpan(span) ?? 0;
  if (days < 1 || days > LONGEST_SPAN) {
    throw new UserError(`--for ${span} is not a number of days up to a year.`, 'Write it as --for 30d or --for 6w');
  }
  const store = await app.store('write');
  const open = store.focus.open();
  if (open) {
    throw new UserError(
      `An area is in work since ${sayDay(open.since)}. One at a time goes faster.`,
      'Close it first, and see how it went: lossdebrief focus --stop',
    );
  }
  const { today } = app.clock;
  const step = await stepCalled(app, area);
  const words = step?.id ?? area;
  // What cannot be planned is said before anything is begun.
  const by = options.by === undefined ? undefined : await readBy(options.by, today);
  const { resourceFor, lossToLearnFrom, planToLearn } = await import('../debriefing/learn-from.ts');
  const resource = await resourceFor(app, store, options.learn);
  const loss = resource === undefined ? undefined : lossToLearnFrom(store, words, today);
  store.focus.begin({ area: words, since: today, until: addDays(today, days) });
  const now = await focusNow(app, store);
  const learning =
    now && loss && resource !== undefined ? planToLearn(store, loss, now, resource, { today, by }) : undefined;
  return print(app, now, experimentNow(app, store), learning);
}

async function learn(app: App, typed: string, given: string | undefined): Promise<void> {
  const { today } = app.clock;
  const by = given === undefined ? undefined : await readBy(given, today);
  const store = await app.store('write');
  const { resourceFor, lossToLearnFrom, planToLearn } = await import('../debriefing/learn-from.ts');
  const resource = (await resourceFor(app, store, typed)) ?? typed;
  const now = await focusNow(app, store);
  if (!now) throw new UserError('No area is in work to learn for.', 'Choose one: lossdebrief focus why-now');
  const loss = lossToLearnFrom(store, now.area, today);
  return print(app, now, experimentNow(app, store), planToLearn(store, loss, now, resource, { today, by }));
}

async function stop(app: App): Promise<void> {
  const store = await app.store('write');
  const now = await focusNow(app, store);
  if (!now) throw new UserError('No area is in work.', 'Choose one: lossdebrief focus why-now');
  const { today } = app.clock;
  store.focus.stop(today);
  return print(app, { ...now, closedOn: today }, experimentNow(app, store));
}

async function tryOut(app: App, text: string): Promise<void> {
  if (text === '') throw new UserError('What will you try?', EXAMPLE);
  const store = await app.store('write');
  const open = store.experiment.open();
  if (open) {
    throw new UserError(
      `You are trying something already, since ${sayDay(open.since)}.`,
      'It helped: lossdebrief focus --keep   It did not: lossdebrief focus --drop',
    );
  }
  store.experiment.begin(text, app.clock.today);
  return print(app, await focusNow(app, store), experimentNow(app, store));
}

async function decide(app: App, verdict: Verdict): Promise<void> {
  const store = await app.store('write');
  const now = experimentNow(app, store);
  if (!now) throw new UserError('Nothing is being tried.', EXAMPLE);
  store.experiment.end(verdict, app.clock.today);
  return print(app, await focusNow(app, store), { ...now, verdict });
}

const EXAMPLE = 'lossdebrief focus --experiment "Bring a one-page case for the CFO."';

/** The area in work with what the debriefs say of it. Those of its first day looked at deals from before it. */
async function focusNow(app: App, store: Store): Promise<FocusNow | undefined> {
  const open = store.focus.open();
  if (!open) return undefined;
  const step = await stepCalled(app, open.area);
  return {
    ...open,
    words: step?.name ?? open.area,
    closedOn: undefined,
    score: step && store.focus.score(step.id, addDays(open.since, 1), open.until),
    before: step && store.focus.score(step.id, addDays(open.since, -REPEAT_DAYS), open.since),
  };
}

function experimentNow({ clock }: App, store: Store): ExperimentNow | undefined {
  const open = store.experiment.open();
  return open && { ...open, verdict: undefined, results: store.experiment.results(open.since, clock.today) };
}

/** The qualifying step that an area names by its id, if it does; such an area can be scored. */
async function stepCalled(app: App, area: string): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const { frameworks, stepFrameworks } = await app.catalog();
  const asked = frameworks.flatMap(({ questions }) => questions.flatMap(namedSteps));
  const steps = [...asked.map(({ id, row }) => ({ id, name: row.short })), ...stepFrameworks.flatMap(stepNames)];
  return steps.find(({ id }) => id === area.toLowerCase());
}

async function print(
  app: App,
  area: FocusNow | undefined,
  experiment: ExperimentNow | undefined,
  learning?: Learning,
): Promise<void> {
  // Nothing else here needs the settings.
  const resources = area && !learning ? (await app.settings()).resources : [];
  await app.print({
    json: () => ({
      schemaVersion: SCHEMA_VERSION,
      focus: area ? focusJson(area) : null,
      experiment: experiment ? experimentJson(experiment) : null,
      learning: learning ? learningJson(learning) : null,
    }),
    page: () => [
      ...focusPage(area, experiment, app.clock.today),
      ...(learning ? [BLANK, ...actionLines(learning.action, app.clock.today)] : resourceHint(area, resources)),
    ],
  });
}

function focusJson({ area, since, until, closedOn, score, before }: FocusNow): Record<string, unknown> {
  return { area, since, until, closedOn: closedOn ?? null, score: score ?? null, before: before ?? null };
}

function experimentJson({ text, since, deal, results, verdict }: ExperimentNow): Record<string, unknown> {
  return { text, since, deal: deal ?? null, results, verdict: verdict ?? null };
}

function learningJson({ action: { id, text, because, due, rule }, deal }: Learning): Record<string, unknown> {
  return { id, text, because, due, rule, deal };
}
