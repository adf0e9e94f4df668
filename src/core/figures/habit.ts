import type { FigureTable } from '../report/report-table.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { median } from '../statistics/quantiles.ts';
import { dealsIn, splitTally, type Tally } from '../report/tally.ts';
import { countColumn, shareColumns, shareValues } from './columns.ts';
import { decided } from './decisions.ts';
import type { Figure } from './figure.ts';
import { spansIn } from './spans.ts';

/** How soon and how steadily deals are looked at, how long a debrief takes, and how much of deep looks notes back up. */
export const habit: Figure = {
  id: 'habit',
  isWhole: true,
  unless: 'It takes a debrief: lossdebrief new',
  needs: () => [DAYS, SECONDS, EACH_DAY, NOTES],
  table: (tallies) => {
    const debriefed = spansIn(tallies(SECONDS));
    if (debriefed.length === 0) return undefined;
    // Answers that are given by a file take no time.
    const seconds = debriefed.filter((span) => span > 0);
    const days = spansIn(tallies(DAYS));
    const soon = { count: days.filter((span) => span <= SOON).length, total: days.length };
    return {
      id: 'habit',
      title: 'How I debrief',
      columns: COLUMNS,
      rows: [
        {
          key: 'all',
          label: 'debriefs',
          evidence: evidenceOf(debriefed.length),
          values: {
            debriefed: debriefed.length,
            soon: soon.count,
            dated: soon.total,
            ...shareValues('soonShare', soon),
            streak: streakIn(tallies(EACH_DAY)),
            medianSeconds: median(seconds) ?? null,
            ...notesIn(tallies(NOTES)),
          },
        },
      ],
      notes: ['In a row: the latest closed deals up to the first that waits for its debrief.'],
    };
  },
};

const DAYS = decided('days-to-debrief');
const SECONDS = decided('seconds');
const EACH_DAY = decided('decided-on', 'debriefed');
const NOTES = decided({ answer: 'from-notes' });

/** Within 48 hours: days are all that is known. */
const SOON = 2;

const COLUMNS: FigureTable['columns'] = [
  countColumn('debriefed', 'debriefed'),
  countColumn('soon', 'within two days'),
  countColumn('dated', 'of'),
  ...shareColumns('soonShare', 'within two days', { count: 'soon', total: 'dated' }),
  countColumn('streak', 'in a row'),
  countColumn('medianSeconds', 'seconds for one (median)'),
  countColumn('fromNotes', 'all or most from notes'),
  countColumn('notesAsked', 'of'),
  ...shareColumns(
    'fromNotesShare',
    'deep looks mostly from notes',
    { count: 'fromNotes', total: 'notesAsked' },
    { low: 'fromNotesLow', high: 'fromNotesHigh' },
  ),
];

/** How many of the latest closed deals were debriefed without one left out; a day with one left out ends it. */
function streakIn(tally: Tally): number {
  const dated = tally.filter(({ at: [on] }) => on !== null);
  const latestFirst = [...splitTally(dated)].toSorted(([one], [other]) => (String(one) < String(other) ? 1 : -1));
  const end = latestFirst.findIndex(([, rows]) => rows.some(({ at: [, isDebriefed] }) => isDebriefed !== 1));
  return dealsIn(latestFirst.slice(0, end < 0 ? undefined : end).flatMap(([, rows]) => rows));
}

function notesIn(tally: Tally): Readonly<Record<string, number | null>> {
  const known = tally.filter(({ at: [grade] }) => grade !== null);
  const share = {
    count: dealsIn(known.filter(({ at: [grade] }) => grade === 'all' || grade === 'most')),
    total: dealsIn(known),
  };
  const { fromNotesShare, low, high } = shareValues('fromNotesShare', share);
  return { fromNotes: share.count, notesAsked: share.total, fromNotesShare, fromNotesLow: low, fromNotesHigh: high };
}
