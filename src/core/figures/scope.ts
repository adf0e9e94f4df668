import type { FigureTable } from '../report/report-table.ts';
import { sayDebriefed } from '../report/say-debriefed.ts';
import { counted } from '../text/sentence.ts';
import { type Evidence, evidenceOf } from '../statistics/evidence.ts';
import { median } from '../statistics/quantiles.ts';
import { sayCounted, sayPercent } from '../statistics/say-share.ts';
import { dealsIn, type Tally, type TallyRequest } from '../report/tally.ts';
import { countColumn } from './columns.ts';
import { decided, decisions, together } from './decisions.ts';
import type { Figure, Tallies } from './figure.ts';
import type { FigureScope } from './figure-scope.ts';
import { DECIDED, NOT_WON, withResult } from './result.ts';
import { spansIn } from './spans.ts';

/** What the report is about: how many deals there are, and how many of them were looked at. */
export const scope: Figure = {
  id: 'scope',
  isWhole: true,
  needs: () => [...decisions(), DEBRIEFED, NOTHING, DAYS, OPEN],
  table: (tallies) => {
    const closed = dealsIn(tallies(decided()));
    const debriefed = debriefedIn(tallies(DEBRIEFED));
    const days = spansIn(tallies(DAYS));
    return {
      id: 'scope',
      title: 'What this is about',
      columns: COLUMNS,
      rows: [
        {
          key: 'all',
          label: 'deals',
          evidence: evidenceOf(closed),
          values: {
            ...countsOf(tallies),
            open: dealsIn(tallies(OPEN)),
            closed,
            debriefed,
            coverage: coverageOf(debriefed, closed),
            nothingInControl: nothingInControl(tallies(NOTHING)),
            medianDaysToDebrief: median(days) ?? null,
          },
        },
      ],
      notes: notesOn(tallies, days),
    };
  },
};

/** The first line of a report: how many deals were debriefed, and how much may be believed. */
export function headlineOf(tallies: Tallies, scope: FigureScope): string {
  const closed = dealsIn(tallies(decided()));
  if (closed === 0) return `${nothingIn(scope)}, so there is nothing to count.`;
  const debriefed = debriefedIn(tallies(DEBRIEFED));
  const inRates = dealsIn(withResult(together(tallies, decisions()), 0, ...DECIDED));
  const share = coverageOf(debriefed, closed);
  const coverage = [sayDebriefed(debriefed, closed), ...(share === null ? [] : [`(${sayPercent(share)})`])].join(' ');
  return `${coverage}. ${inRates === 0 ? OURS_ALONE : BELIEF[evidenceOf(inRates)](inRates)}`;
}

function nothingIn({ period: { from, to }, currency }: FigureScope): string {
  if (currency !== undefined) return `No decided deal in this report has an amount in ${currency}`;
  if (from !== undefined || to !== undefined) return 'No deal on file was decided in these days';
  return 'No deal in this report is decided yet';
}

const OURS_ALONE = 'We ended them ourselves, so there is no rate to tell.';

/** How many of the closed deals are debriefed; of fewer than five a percentage says nothing. */
function coverageOf(debriefed: number, closed: number): number | null {
  return evidenceOf(closed) === 'too-few' ? null : debriefed / closed;
}

/** The counts that the headline is made of, needed even where the figure itself is not printed. */
export const HEADLINE_NEEDS: readonly TallyRequest[] = [
  ...decisions(),
  { of: 'decided', by: ['debriefed', 'outcome'] },
];

const BELIEF: Readonly<Record<Evidence, (deals: number) => string>> = {
  'too-few': (deals) => `${counted(deals, 'decision')} can be counted, which is too few to say more.`,
  counts: (deals) => `${deals} decisions are few, so read the counts. ${BRACKETS}`,
  pattern: (deals) => `${deals} decisions give a first idea, so read the counts. ${BRACKETS}`,
  rate: (deals) =>
    `${deals} decisions are enough for rates. ${BRACKETS} Rows with fewer than 30 deals have counts alone.`,
};

const BRACKETS = 'In brackets stands how far off a rate may be.';

const DEBRIEFED = decided('debriefed');
const NOTHING = decided('nothing-in-control', 'debriefed');
const DAYS = decided('days-to-debrief');
const OPEN: TallyRequest = { of: 'open', by: [] };

const COLUMNS: FigureTable['columns'] = [
  countColumn('won', 'won'),
  countColumn('lost', 'lost'),
  countColumn('noDecision', 'no decision'),
  countColumn('apart', 'ended by us'),
  // Whatever the period, nobody can tell any more what was open then.
  countColumn('open', 'open now'),
  countColumn('closed', 'closed'),
  countColumn('debriefed', 'debriefed'),
  // All closed deals are known, so this share has no interval.
  { key: 'coverage', title: 'debriefed, of all closed', kind: 'share' },
  countColumn('nothingInControl', 'nothing in my control'),
  { key: 'medianDaysToDebrief', title: 'days to the debrief (median)', kind: 'days' },
];

function countsOf(tallies: Tallies): Readonly<Record<'won' | 'lost' | 'noDecision' | 'apart', number>> {
  const all = together(tallies, decisions());
  return {
    won: dealsIn(withResult(all, 0, 'won')),
    lost: dealsIn(withResult(all, 0, 'lost')),
    noDecision: dealsIn(withResult(all, 0, 'no-decision')),
    apart: dealsIn(withResult(all, 0, 'apart')),
  };
}

function debriefedIn(tally: Tally): number {
  return dealsIn(tally.filter(({ at: [isDebriefed] }) => isDebriefed === 1));
}

function nothingInControl(tally: Tally): number {
  return dealsIn(tally.filter(({ at: [nothing] }) => nothing === 1));
}

function notesOn(tallies: Tallies, days: readonly number[]): readonly string[] {
  const wonBack = dealsIn(tallies(decisions()[1]));
  const soon = days.filter((count) => count <= SOON).length;
  return [
    ...selectionNotes(tallies),
    ...nothingNotes(tallies(NOTHING)),
    ...(wonBack === 0
      ? []
      : [`${counted(wonBack, 'win')} came after a loss of the same deal: each counts at its own date.`]),
    ...(days.length === 0 ? [] : [`Debriefed within two days: ${sayCounted({ count: soon, total: days.length })}.`]),
  ];
}

const SOON = 2;

/** Wins are debriefed less often than losses, and then it cannot be seen what they have that the losses lack. */
function selectionNotes(tallies: Tallies): readonly string[] {
  const wins = withResult(tallies(DEBRIEFED), 1, 'won');
  const waiting = dealsIn(wins) - debriefedIn(wins);
  if (waiting === 0) return [];
  const what =
    waiting === dealsIn(wins) ? 'No win is' : `${counted(waiting, 'win')} ${waiting === 1 ? 'is' : 'are'} not`;
  return [`${what} debriefed, so the steps and reasons of those cannot be compared with the losses.`];
}

/** Rarely nothing could be done. If it is said often, that is worth a look. */
function nothingNotes(tally: Tally): readonly string[] {
  const losses = withResult(tally, 2, ...NOT_WON).filter(({ at: [, isDebriefed] }) => isDebriefed === 1);
  const [count, total] = [nothingInControl(losses), dealsIn(losses)];
  if (count === 0) return [];
  const often = evidenceOf(total) !== 'too-few' && count / total > OFTEN;
  return [
    `Nothing in my control was found in ${count} of ${total} debriefed losses.` +
      (often ? ' That is often; a second opinion may see more.' : ''),
  ];
}

const OFTEN = 1 / 4;
