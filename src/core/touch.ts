import type { Day } from './days/day.ts';

/** How a contact happened. */
export const CHANNELS = ['call', 'email', 'meeting', 'demo', 'proposal', 'message', 'other'] as const;
export type Channel = (typeof CHANNELS)[number];

/** One contact with a deal, as it was logged. */
export interface Touch {
  readonly on: Day;
  readonly channel: Channel;
  /** A call that I missed. */
  readonly missed: boolean;
  /** How long my reply took, in minutes. */
  readonly replyMinutes: number | undefined;
  readonly note: string | undefined;
}

/** What a log comes to. A missed call is no contact, and is counted by itself. */
export interface TouchCounts {
  readonly contacts: number;
  /** Contacts by channel, the most frequent first; channels without any are left out. */
  readonly byChannel: readonly (readonly [Channel, number])[];
  readonly missedCalls: number;
  readonly slowestReplyMinutes: number | undefined;
}

/** Days in a row without anything in the log. */
export interface Silence {
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
}
