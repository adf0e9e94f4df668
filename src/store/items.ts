import type { Day } from '../core/days/day.ts';
import type { Item } from '../core/follow-through.ts';
import type { TheirDay } from '../core/their-day.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import type { Connection } from './connection.ts';
import { rowOf } from './ids.ts';

/** Actions and schedule entries by their ids. Throws `UserError` 3 for the first that does not exist. */
export function itemsOf(connection: Connection, ids: readonly string[]): readonly Item[] {
  return ids.map((id) => itemOf(connection, id));
}

function itemOf({ db }: Connection, id: string): Item {
  const action = rowOf(id, 'A');
  const [select, row] = action === undefined ? [SELECT_ENTRY, rowOf(id, 'F')] : [SELECT_ACTION, action];
  const found = db.prepare<[number | undefined], FoundRow>(select).get(row);
  if (found === undefined) {
    throw new UserError(
      `There is no action or follow-up ${id}. Nothing was changed.`,
      'See what is open: lossdebrief due --all',
      EXIT.noSuchId,
    );
  }
  const { dealRow, otherContact, theirDays, reopenedOn, wonBackOn, ...rest } = found;
  return {
    ...rest,
    isReopened: reopenedOn !== null,
    isWonBack: wonBackOn !== null,
    id: action === undefined ? `F${found.id}` : `A${found.id}`,
    dealId: `D${dealRow}`,
    otherContact: (JSON.parse(otherContact) as readonly number[]).map((other): `F${number}` => `F${other}`),
    theirDays: JSON.parse(theirDays) as readonly TheirDay[],
  };
}

type FoundRow = Omit<Item, 'id' | 'dealId' | 'otherContact' | 'theirDays' | 'isReopened' | 'isWonBack'> & {
  readonly id: number;
  readonly dealRow: number;
  readonly reopenedOn: Day | null;
  readonly wonBackOn: Day | null;
  /** Ids as a JSON list. */
  readonly otherContact: string;
  /** Answers and days as a JSON list. */
  readonly theirDays: string;
};

const OF_THE_DEAL = `deal.id AS dealRow, deal.name AS deal, deal.decided_on AS decidedOn,
    deal.reopened_on AS reopenedOn, deal.won_back_on AS wonBackOn`;

const SELECT_ACTION = `
  SELECT action.id, 'action' AS kind, action.state, action.on_day AS "on", NULL AS time, NULL AS channel, action_text.text,
    NULL AS outcome, ${OF_THE_DEAL}, '[]' AS otherContact, '[]' AS theirDays, 0 AS notYets
  FROM action JOIN deal ON deal.id = action.deal_id JOIN action_text ON action_text.action_id = action.id
  WHERE action.id = ? AND deal.deleted_at IS NULL`;

const SELECT_ENTRY = `
  SELECT item.id, item.kind, item.state, item.on_day AS "on", item.time, item.channel, NULL AS text,
    item.outcome, ${OF_THE_DEAL},
    (SELECT json_group_array(other.id) FROM schedule_entry AS other
      WHERE other.deal_id = deal.id AND other.id <> item.id AND other.state = 'open'
        AND other.kind IN ('follow-up', 'touch', 'check')) AS otherContact,
    (SELECT json_group_array(json_object('answer', fact.answer, 'on', fact.value ->> '$', 'words', words.value ->> '$'))
      FROM fact LEFT JOIN fact AS words ON words.debrief_id = fact.debrief_id AND words.answer = fact.answer || '-words'
      WHERE fact.debrief_id = (SELECT max(id) FROM debrief WHERE deal_id = deal.id AND pass = 'quick')
        AND fact.answer IN ('call-on', 'decides-on', 'trigger-on') AND fact.value ->> '$' IS NOT NULL) AS theirDays,
    (SELECT count(*) FROM schedule_entry AS other
      WHERE other.deal_id = deal.id AND other.kind = 'check' AND other.outcome = 'not-yet') AS notYets
  FROM schedule_entry AS item JOIN deal ON deal.id = item.deal_id
  WHERE item.id = ? AND deal.deleted_at IS NULL`;
