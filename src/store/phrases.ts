import type { Day } from '../core/days/day.ts';
import type { Outcome } from '../core/outcome.ts';
import type { NewPhrase, Phrase, PhraseUse } from '../core/phrases.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { recordChange } from './change-log.ts';
import type { Connection } from './connection.ts';
import { groupBy } from './group-by.ts';
import { rowOf } from './ids.ts';

/** All phrases, latest first, each with the deals it was used in. */
export function allPhrases({ db }: Connection): readonly Phrase[] {
  return db.transaction(() => {
    const phrases = db.prepare<[], PhraseRow>(`${SELECT_PHRASE} ORDER BY id DESC`).all();
    const uses = groupBy(db.prepare<[], UseRow>(SELECT_USES).all(), ({ phraseId }) => phraseId);
    return phrases.map((row) => phraseFrom(row, uses.get(row.id) ?? []));
  })();
}

/** Keeps a new phrase. */
export function keepPhrase(connection: Connection, { phrase, from, stage, on }: NewPhrase): Phrase {
  return recordChange(connection, 'phrases add', () => {
    const { lastInsertRowid } = connection.db
      .prepare('INSERT INTO phrase (on_day, phrase, from_whom, stage) VALUES (?, ?, ?, ?)')
      .run(on, phrase, from ?? null, stage ?? null);
    return savedPhrase(connection, `P${lastInsertRowid}`);
  });
}

/** Notes that a phrase was used in a deal; once is enough. Throws `UserError` 3 for a phrase or a deal that does not exist. */
export function usePhrase(connection: Connection, id: string, dealId: string, on: Day): Phrase {
  return recordChange(connection, `phrases used ${id}`, () => {
    savedPhrase(connection, id);
    const { changes } = connection.db
      .prepare(
        `INSERT INTO phrase_use (phrase_id, deal_id, on_day)
         SELECT ?, id, ? FROM deal WHERE id = ? AND deleted_at IS NULL
         ON CONFLICT (phrase_id, deal_id) DO UPDATE SET on_day = min(on_day, excluded.on_day)`,
      )
      .run(rowOf(id, 'P'), on, rowOf(dealId, 'D'));
    if (changes === 0) {
      throw new UserError(`There is no deal ${dealId}.`, 'See them all: lossdebrief list', EXIT.noSuchId);
    }
    return savedPhrase(connection, id);
  });
}

function savedPhrase(connection: Connection, id: string): Phrase {
  const row = rowOf(id, 'P');
  const found = allPhrases(connection).find((phrase) => phrase.id === `P${row}`);
  if (found === undefined) {
    throw new UserError(`There is no phrase ${id}.`, 'See them all: lossdebrief phrases', EXIT.noSuchId);
  }
  return found;
}

interface PhraseRow {
  readonly id: number;
  readonly on: Day;
  readonly phrase: string;
  readonly from: string | null;
  readonly stage: string | null;
}

const SELECT_PHRASE = 'SELECT id, on_day AS "on", phrase, from_whom AS "from", stage FROM phrase';

interface UseRow {
  readonly phraseId: number;
  readonly dealRow: number;
  readonly deal: string;
  readonly on: Day;
  readonly outcome: Outcome | null;
  readonly isWonBack: 0 | 1;
}

const SELECT_USES = `
  SELECT phrase_use.phrase_id AS phraseId, deal.id AS dealRow, deal.name AS deal, phrase_use.on_day AS "on",
    deal.outcome, deal.won_back_on IS NOT NULL AS isWonBack
  FROM phrase_use JOIN deal ON deal.id = phrase_use.deal_id AND deal.deleted_at IS NULL
  ORDER BY phrase_use.on_day, phrase_use.id`;

function phraseFrom({ id, on, phrase, from, stage }: PhraseRow, uses: readonly UseRow[]): Phrase {
  return { id: `P${id}`, on, phrase, from: from ?? undefined, stage: stage ?? undefined, uses: uses.map(useFrom) };
}

function useFrom({ dealRow, deal, on, outcome, isWonBack }: UseRow): PhraseUse {
  return { dealId: `D${dealRow}`, deal, on, outcome: outcome ?? undefined, isWonBack: isWonBack === 1 };
}
