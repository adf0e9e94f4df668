import { textIn } from '../core/answers.ts';
import type { Day } from '../core/days/day.ts';
import type { DealRecord, KeptAnswer, Review } from '../core/debrief.ts';
import { BLANK, heading, idSpan, indented, item, line, type Page, quiet } from '../core/page.ts';
import { findReason, type ReasonBook } from '../core/reasons.ts';
import { sayDay } from '../core/days/say-day.ts';
import { brief, listed } from '../core/text/sentence.ts';
import type { ThenAndNow } from '../core/then-and-now.ts';
import { actionLines, ID_WIDTH } from './action-lines.ts';
import { sayDeal } from './deal-words.ts';
import { timelineLines } from './timeline-lines.ts';

/** What a deep look begins with: the deal, what was seen at first, and the log to lean on. */
export function deepOpening(record: DealRecord, reasons: ReasonBook): Page {
  const { deal, debrief } = record;
  const own = textIn(debrief?.answers ?? {}, 'own-it');
  const reason = findReason(reasons, debrief?.primaryReason);
  const log = timelineLines(record);
  return [
    line(`${sayDeal(deal)}.`),
    ...(reason ? [line(`The reason you named: ${reason.label}.`)] : []),
    ...(own === undefined ? [] : [line(`You wrote: "${brief(own)}".`)]),
    ...(log.length > 0 ? [...log, BLANK] : []),
  ];
}

/** What a second look begins with. Nothing that was answered before may stand here. */
export function secondLookOpening(): Page {
  return [line('Answer as you see it today. What you answered then stays hidden until you are through.')];
}

/** The page after a review: then and now, what follows, and what is done with it. */
export function reviewPage({ before, after, comparison, secondLookOn }: ReviewDone, today: Day): Page {
  const known = new Set(before.actions.map(({ id }) => id));
  const made = after.actions.filter(({ id }) => !known.has(id));
  const checks = after.otherEntries.filter(
    ({ id, kind }) => kind === 'regret-check' && before.otherEntries.every((entry) => entry.id !== id),
  );
  const closed = closedIds(before, after);
  return [
    ...(comparison ? [BLANK, ...comparisonLines(after, comparison)] : [BLANK, keptLine(after)]),
    ...section(
      'What follows',
      made.flatMap((action) => actionLines(action, today)),
    ),
    ...section(
      'To be checked',
      checks.map(({ id, on }) => item(2, idSpan(id), ID_WIDTH, `${sayDay(on)}: did it go as you expect?`)),
    ),
    ...(closed.length > 0 || secondLookOn ? [BLANK] : []),
    ...(closed.length > 0 ? [line(quiet(`Done with it: ${listed(closed)}.`))] : []),
    ...(secondLookOn ? [line(quiet(`The second look, with some distance: ${sayDay(secondLookOn)}.`))] : []),
  ];
}

/** A review that was just kept. */
export interface ReviewDone {
  readonly before: DealRecord;
  readonly after: DealRecord;
  /** Undefined after a deep look. */
  readonly comparison: readonly ThenAndNow[] | undefined;
  /** When the second look is, if it is still to come. */
  readonly secondLookOn: Day | undefined;
}

/** The later looks at a deal, for `show`: what was answered, and for the second look what was answered before. */
export function reviewLines(record: DealRecord, comparison: readonly ThenAndNow[] | undefined): Page {
  return record.reviews.flatMap((review) => [
    BLANK,
    line(heading(`${TITLES[review.pass]}, ${sayDay(review.on)}`)),
    ...(review.pass === 'second-look' && comparison
      ? comparison.flatMap((one) => [BLANK, ...thenAndNowLines(one)])
      : answerLines(review)),
  ]);
}

const TITLES = { deep: 'The deep look', 'second-look': 'The second look' } as const satisfies Readonly<
  Record<Review['pass'], string>
>;

function keptLine({ deal, reviews }: DealRecord): Page[number] {
  const count = reviews.at(-1)?.kept.filter(({ said }) => said !== '').length ?? 0;
  return line({ text: `${deal.name}: the deep look is kept.`, as: 'strong' }, count === 0 ? ' It is empty.' : '');
}

function comparisonLines({ deal }: DealRecord, comparison: readonly ThenAndNow[]): Page {
  return [
    line({ text: `${deal.name}, then and now`, as: 'strong' }),
    ...comparison.flatMap((one) => [BLANK, ...thenAndNowLines(one)]),
  ];
}

const WHEN_WIDTH = 6;

function thenAndNowLines({ title, before, now, remark }: ThenAndNow): Page {
  return [
    line(heading(title)),
    item(2, quiet('then'), WHEN_WIDTH, before ?? quiet('skipped')),
    item(2, quiet('now'), WHEN_WIDTH, now ?? quiet('skipped')),
    ...(remark === undefined ? [] : [indented(2, remark)]),
  ];
}

function answerLines({ kept }: Review): Page {
  return kept
    .filter(({ said }) => said !== '')
    .flatMap(({ asked, said, value }) => [BLANK, line(quiet(asked)), ...saidLines(said, value)]);
}

function saidLines(said: string, value: KeptAnswer['value']): Page {
  const isList = typeof value === 'object' && value !== null && !('name' in value);
  return said.split(isList ? '; ' : '\n').map((text) => indented(2, text));
}

function closedIds(before: DealRecord, after: DealRecord): readonly string[] {
  const wereOpen = [...before.actions, ...before.otherEntries].filter(({ state }) => state === 'open');
  const areOpen = new Set(
    [...after.actions, ...after.otherEntries].flatMap(({ id, state }) => (state === 'open' ? id : [])),
  );
  return wereOpen.map(({ id }) => id).filter((id) => !areOpen.has(id));
}

function section(title: string, lines: Page): Page {
  return lines.length === 0 ? [] : [BLANK, line(heading(title)), ...lines];
}
