import type { App } from '../app.ts';
import type { Day } from '../core/days/day.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import { idSpan, line, type Page, quiet } from '../core/page.ts';
import { oneLine } from '../core/questions/text.ts';
import { pastDay, readDay } from '../core/days/read-day.ts';
import { readReplyTime } from '../core/days/reply-time.ts';
import { quotedValue } from '../core/text/quoted-value.ts';
import { capitalised } from '../core/text/sentence.ts';
import { touchJson } from '../core/timeline.ts';
import { type Channel, CHANNELS, type Touch } from '../core/touch.ts';
import { UserError } from '../core/user-error.ts';
import { dealOnFile } from '../debriefing/deal-on-file.ts';
import { sayTouch } from '../pages/timeline-lines.ts';

export interface LogOptions {
  readonly at?: string;
  readonly missed?: boolean;
  readonly replyTook?: string;
}

/** Notes one contact with a deal, before or after it closes; a name that is not on file becomes an open deal. */
export async function log(
  app: App,
  deal: string,
  channel: string,
  note: readonly string[],
  options: LogOptions,
): Promise<void> {
  const touch = await readTouch(app, channel, note, options);
  const store = await app.store('write');
  const name = nameIn(deal);
  const onFile = dealOnFile(store, name);
  const id = store.logTouch(onFile ? { id: onFile.deal.id } : { name }, touch);
  const logged = { id, name: onFile?.deal.name ?? name, isNew: onFile === undefined };
  await app.print({
    json: () => ({ schemaVersion: SCHEMA_VERSION, deal: logged, touch: touchJson(touch) }),
    page: () => loggedPage(logged, touch),
  });
}

async function readTouch(
  app: App,
  channel: string,
  note: readonly string[],
  { at, missed = false, replyTook }: LogOptions,
): Promise<Touch> {
  const known = readChannel(channel);
  if (missed && known !== 'call')
    throw new UserError('Only a call can be missed.', 'Leave --missed out, or log a call.');
  return {
    on: await readAt(at, app.clock.today),
    channel: known,
    missed,
    replyMinutes: replyTook === undefined ? undefined : readReply(replyTook),
    note: oneLine(note.join(' ')) || undefined,
  };
}

function readChannel(text: string): Channel {
  const found = CHANNELS.find((channel) => channel === text.toLowerCase());
  if (found) return found;
  throw new UserError(
    `${capitalised(quotedValue(text))} is not a channel. Channels: ${CHANNELS.join(', ')}.`,
    'Put a name of several words in quotes: lossdebrief log "Northwind Logistics" call "asked for the price"',
  );
}

async function readAt(at: string | undefined, today: Day): Promise<Day> {
  if (at === undefined) return today;
  const read = pastDay(await readDay(at, today, 'past'), today);
  if ('problem' in read) throw new UserError(read.problem, 'Write it as --at yesterday or --at 2026-11-20');
  return read.value;
}

function readReply(text: string): number {
  const minutes = readReplyTime(text);
  if (minutes !== undefined) return minutes;
  throw new UserError(`--reply-took ${text} is not a time.`, 'Write it as --reply-took 45m, 3h or 2d');
}

function nameIn(deal: string): string {
  const name = oneLine(deal);
  if (name !== '') return name;
  throw new UserError('The deal has no name.', 'lossdebrief log "Northwind Logistics" call "asked for the price"');
}

function loggedPage({ id, name, isNew }: { id: string; name: string; isNew: boolean }, touch: Touch): Page {
  return [
    line('Logged for ', idSpan(id), ` ${name}: ${sayTouch(touch)}.`),
    ...(isNew
      ? [line(quiet(`${name} was not on file and is an open deal now. When it has closed: lossdebrief new ${id}`))]
      : []),
  ];
}
