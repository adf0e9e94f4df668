import type { Touch } from '../core/touch.ts';
import { recordChange } from './change-log.ts';
import type { Connection } from './connection.ts';
import { insertDeal, noDeal } from './deals.ts';
import { groupBy } from './group-by.ts';
import { rowOf } from './ids.ts';

/** Logs one contact with a deal on file, or with a new one that is open; the id of the deal. */
export function logTouch(
  connection: Connection,
  deal: { readonly id: string } | { readonly name: string },
  touch: Touch,
): `D${number}` {
  return recordChange(connection, 'log', () => {
    const row = 'id' in deal ? rowOf(deal.id, 'D') : insertDeal(connection, openDeal(deal.name));
    if (row === undefined) throw noDeal('id' in deal ? deal.id : deal.name);
    insertTouch(connection, row, touch);
    return `D${row}` as const;
  });
}

type TouchRow = Pick<Touch, 'on' | 'channel'> & {
  readonly dealId: number;
  readonly missed: 0 | 1;
  readonly replyMinutes: number | null;
  readonly note: string | null;
};

/** The log of each deal whose row stands in a JSON array, oldest first, by the row of the deal. */
export function touchesOf({ db }: Connection, deals: string): ReadonlyMap<number, readonly TouchRow[]> {
  const rows = db.prepare<[{ deals: string }], TouchRow>(
    `SELECT touch.deal_id AS dealId, touch.on_day AS "on", touch.channel, touch.missed,
       touch.reply_minutes AS replyMinutes, touch_note.note
     FROM touch LEFT JOIN touch_note ON touch_note.touch_id = touch.id
     WHERE touch.deal_id IN (SELECT value FROM json_each(:deals)) ORDER BY touch.on_day, touch.id`,
  );
  return groupBy(rows.all({ deals }), ({ dealId }) => dealId);
}

/** A row of the log as the touch it stands for. */
export function touchFrom({ on, channel, missed, replyMinutes, note }: TouchRow): Touch {
  return { on, channel, missed: missed === 1, replyMinutes: replyMinutes ?? undefined, note: note ?? undefined };
}

function insertTouch({ db }: Connection, deal: number, { on, channel, missed, replyMinutes, note }: Touch): void {
  const { lastInsertRowid } = db
    .prepare('INSERT INTO touch (deal_id, channel, on_day, missed, reply_minutes) VALUES (?, ?, ?, ?, ?)')
    .run(deal, channel, on, missed ? 1 : 0, replyMinutes ?? null);
  if (note !== undefined)
    db.prepare('INSERT INTO touch_note (touch_id, note) VALUES (?, ?)').run(lastInsertRowid, note);
}

function openDeal(name: string): Parameters<typeof insertDeal>[1] {
  return {
    name,
    outcome: undefined,
    amount: undefined,
    contractMonths: undefined,
    decidedOn: undefined,
    winner: undefined,
    forecast: undefined,
    stage: undefined,
  };
}
