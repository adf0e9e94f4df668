import type { WonBack } from '../core/due/due.ts';
import type { Connection } from './connection.ts';

/** Deals that were lost and then won, with what they were worth when they were lost, by currency. */
export function wonBack({ db }: Connection): WonBack {
  const rows = db.prepare<[], { currency: string | null; minor: number | null; deals: number }>(SELECT_WON_BACK).all();
  return {
    deals: rows.reduce((sum, { deals }) => sum + deals, 0),
    value: rows.flatMap(({ currency, minor, deals }) =>
      currency === null || minor === null ? [] : [{ money: { minor, currency }, deals }],
    ),
  };
}

const SELECT_WON_BACK = `
  SELECT currency, sum(amount_minor) AS minor, count(*) AS deals
  FROM deal WHERE won_back_on IS NOT NULL AND deleted_at IS NULL
  GROUP BY currency ORDER BY minor DESC`;
