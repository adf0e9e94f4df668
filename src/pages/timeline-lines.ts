import type { DealRecord } from '../core/debrief.ts';
import { BLANK, heading, indented, item, type Line, line, type Page, quiet } from '../core/page.ts';
import { sayReplyTime } from '../core/days/reply-time.ts';
import { sayDay, sayShortDay } from '../core/days/say-day.ts';
import { counted, unstopped } from '../core/text/sentence.ts';
import { countTouches, sayCounts, silencesIn } from '../core/timeline.ts';
import type { Silence, Touch } from '../core/touch.ts';

/** The log of a deal with its silences, under what it comes to; nothing if nothing was logged. */
export function timelineLines({ touches, deal }: Pick<DealRecord, 'touches' | 'deal'>): Page {
  const counts = sayCounts(touches);
  if (counts === undefined) return [];
  const silences = silencesIn(touches, deal.decidedOn);
  return [
    BLANK,
    line(heading('The log')),
    indented(2, `${counts}.${sayChannels(touches)}`),
    ...touches.flatMap((touch, index) => [
      ...silences.filter(({ from }) => from === touches[index - 1]?.on && from < touch.on).map(silenceLine),
      entryLine(touch),
    ]),
    ...silences.filter(({ from }) => from === touches.at(-1)?.on).map(silenceLine),
  ];
}

/** One entry with its day, for a sentence: `Friday 20 November 2026, call: asked for the price`. */
export function sayTouch(touch: Touch): string {
  return `${sayDay(touch.on)}, ${unstopped(sayEntry(touch))}`;
}

const DAY_WIDTH = 13;

/** `call: asked for the price`, `missed call, answered after 2 days`. */
function sayEntry({ channel, missed, replyMinutes, note }: Touch): string {
  const what = missed ? 'missed call' : channel;
  const reply = replyMinutes === undefined ? '' : `, answered after ${sayReplyTime(replyMinutes)}`;
  return `${what}${reply}${note === undefined ? '' : `: ${note}`}`;
}

function sayChannels(touches: readonly Touch[]): string {
  const { byChannel } = countTouches(touches);
  const said = byChannel.map(([channel, count]) => counted(count, channel));
  return said.length === 0 ? '' : ` By channel: ${said.join(', ')}.`;
}

function entryLine(touch: Touch): Line {
  return item(2, quiet(sayShortDay(touch.on)), DAY_WIDTH, sayEntry(touch));
}

function silenceLine({ days, to }: Silence): Line {
  return indented(2 + DAY_WIDTH, quiet(`${counted(days, 'day')} of silence, until ${sayShortDay(to)}`));
}
