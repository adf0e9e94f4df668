import type { Day } from '../core/days/day.ts';
import type { ExperimentNow, FocusNow, StepScore } from '../core/focus.ts';
import { BLANK, heading, indented, item, type Line, line, type Page, quiet } from '../core/page.ts';
import { sayDay } from '../core/days/say-day.ts';
import { counted } from '../core/text/sentence.ts';

/** What is in work and what is being tried, each with how it goes. */
export function focusPage(focus: FocusNow | undefined, experiment: ExperimentNow | undefined, today: Day): Page {
  return [
    ...(focus ? focusLines(focus, today) : [line('No area is in work. Choose one: lossdebrief focus why-now')]),
    ...(experiment ? [BLANK, ...experimentLines(experiment)] : []),
  ];
}

/** What there is to learn from for an area in work. */
export function resourceHint(focus: FocusNow | undefined, resources: readonly string[]): Page {
  if (!focus || focus.closedOn || resources.length === 0) return [];
  return [
    BLANK,
    line('To learn from:'),
    ...resources.map((resource, index) => item(2, quiet(`${index + 1}.`), 4, resource)),
    closeHint('Plan it: lossdebrief focus --learn 1 --by "next friday"'),
  ];
}

function focusLines(focus: FocusNow, today: Day): Page {
  const { words, since, score, before } = focus;
  return [
    line(heading(focus.closedOn ? 'Closed' : 'In work'), `: ${words}`),
    indented(2, `Since ${sayDay(since)}, ${endWords(focus, today)}.`),
    ...(score && before
      ? [indented(2, `Done since then: ${sayScore(score)}. In the half year before: ${sayScore(before)}.`)]
      : [indented(2, quiet('A step can be scored by your debriefs; this is for you to judge.'))]),
    ...(focus.closedOn ? [] : [closeHint('Close it: lossdebrief focus --stop')]),
  ];
}

function endWords({ until, closedOn }: FocusNow, today: Day): string {
  if (closedOn) return `closed on ${sayDay(closedOn)}`;
  return until < today ? `its days were over on ${sayDay(until)}` : `until ${sayDay(until)}`;
}

/** `in 2 of 3 debriefs`. */
function sayScore({ done, known }: StepScore): string {
  return known === 0 ? 'nothing noted yet' : `in ${done} of ${counted(known, 'debrief')}`;
}

function experimentLines({ text, since, deal, results: { won, decided }, verdict }: ExperimentNow): Page {
  const results =
    decided === 0 ? 'No deal was decided since then.' : `Won since then: ${won} of ${counted(decided, 'deal')}.`;
  const from = deal ? `, from ${deal.name}` : '';
  return [
    line(heading(verdict === undefined ? 'Being tried' : VERDICTS[verdict]), `: ${text}`),
    indented(2, `Since ${sayDay(since)}${from}. ${results}`),
    ...(verdict === undefined ? [closeHint('Decide: lossdebrief focus --keep or lossdebrief focus --drop')] : []),
  ];
}

const VERDICTS = { kept: 'Kept', dropped: 'Dropped' } as const;

function closeHint(text: string): Line {
  return indented(2, quiet(text));
}
