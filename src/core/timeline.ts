import { type Day, daysBetween } from './days/day.ts';
import { roundedReplyTime } from './days/reply-time.ts';
import { ENGLISH } from './speech/english.ts';
import type { Speech } from './speech/speech.ts';
import { CHANNELS, type Silence, type Touch, type TouchCounts } from './touch.ts';

/** What the log of a deal comes to. */
export function countTouches(touches: readonly Touch[]): TouchCounts {
  const contacts = touches.filter(({ missed }) => !missed);
  const counts = CHANNELS.map(
    (channel) => [channel, contacts.filter((touch) => touch.channel === channel).length] as const,
  );
  const replies = touches.flatMap(({ replyMinutes }) => replyMinutes ?? []);
  return {
    contacts: contacts.length,
    byChannel: counts.filter(([, count]) => count > 0).toSorted(([, one], [, other]) => other - one),
    missedCalls: touches.length - contacts.length,
    slowestReplyMinutes: replies.length === 0 ? undefined : Math.max(...replies),
  };
}

/**
 * The silences of two weeks and more between one entry of the log and the next, and from the last one to the day the deal
 * was decided. Touches come in the order of their days.
 */
export function silencesIn(touches: readonly Touch[], decidedOn: Day | undefined): readonly Silence[] {
  const [first] = touches;
  if (!first) return [];
  // Before the first contact nobody was silent, only not there yet.
  const ends = decidedOn !== undefined && decidedOn > first.on ? [decidedOn] : [];
  const days = [...touches.map(({ on }) => on), ...ends].toSorted();
  return days.slice(1).flatMap((to, index) => {
    const from = days[index] ?? to;
    const silent = daysBetween(from, to);
    return silent < SILENCE_DAYS ? [] : { from, to, days: silent };
  });
}

/** The log in one line: `14 contacts, 2 missed calls, slowest reply 3 days`; undefined if nothing was logged. */
export function sayCounts(touches: readonly Touch[], { closing }: Speech = ENGLISH): string | undefined {
  if (touches.length === 0) return undefined;
  const { contacts, missedCalls, slowestReplyMinutes } = countTouches(touches);
  return [
    closing.contacts(contacts),
    ...(missedCalls === 0 ? [] : [closing.missedCalls(missedCalls)]),
    ...(slowestReplyMinutes === undefined ? [] : [closing.slowestReply(...roundedReplyTime(slowestReplyMinutes))]),
  ].join(', ');
}

/** The log of a deal as JSON; null if nothing was logged. */
export function timelineJson(touches: readonly Touch[], decidedOn: Day | undefined): Record<string, unknown> | null {
  if (touches.length === 0) return null;
  const { contacts, byChannel, missedCalls, slowestReplyMinutes } = countTouches(touches);
  return {
    contacts,
    byChannel: Object.fromEntries(byChannel),
    missedCalls,
    slowestReplyMinutes: slowestReplyMinutes ?? null,
    silences: silencesIn(touches, decidedOn),
    touches: touches.map(touchJson),
  };
}

/** One entry of the log as JSON. */
export function touchJson({ on, channel, missed, replyMinutes, note }: Touch): Record<string, unknown> {
  return { on, channel, missed, replyMinutes: replyMinutes ?? null, note: note ?? null };
}

const SILENCE_DAYS = 14;
