import type { App } from '../app.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import { idSpan, line, type Page } from '../core/page.ts';
import { type Phrase, phraseJson, tallyOf } from '../core/phrases.ts';
import { pastDay, readDay } from '../core/days/read-day.ts';
import { counted } from '../core/text/sentence.ts';
import type { Table } from '../core/table.ts';
import { UserError } from '../core/user-error.ts';
import { knownDeal } from '../debriefing/deal-on-file.ts';

export interface AddPhraseOptions {
  readonly from?: string;
  readonly stage?: string;
}

export interface UsedPhraseOptions {
  readonly deal: string;
  readonly on?: string;
}

/** Lists language worth stealing: whose it is, for which stage, and how the deals went in which it was used. */
export async function phrases(app: App): Promise<void> {
  const store = await app.store('read');
  const found = store.phrases.all();
  await app.print({
    json: () => ({ schemaVersion: SCHEMA_VERSION, phrases: found.map(phraseJson) }),
    table: () => tableOf(found),
    isPaged: true,
  });
  if (found.length > 0) return;
  await app.tell([line(`No phrases yet in ${store.path}. Keep one: lossdebrief phrases add "…" --from NAME`)]);
}

/** Keeps a phrase as it was said. */
export async function addPhrase(app: App, text: string, { from, stage }: AddPhraseOptions): Promise<void> {
  const phrase = text.trim();
  if (phrase === '')
    throw new UserError('There are no words to keep.', 'lossdebrief phrases add "What would it cost you to wait?"');
  const known = stage === undefined ? undefined : await readStage(app, stage);
  const store = await app.store('write');
  await printOne(
    app,
    store.phrases.keep({ phrase, from: from?.trim() || undefined, stage: known, on: app.clock.today }),
  );
}

/** Notes in which deal a phrase was used. Whether it won, the deal will tell. */
export async function usedPhrase(app: App, id: string, { deal, on }: UsedPhraseOptions): Promise<void> {
  const { today } = app.clock;
  const read = on === undefined ? { value: today } : pastDay(await readDay(on, today, 'past'), today);
  if ('problem' in read) throw new UserError(read.problem, 'Write it as --on 2026-11-20');
  const store = await app.store('write');
  await printOne(app, store.phrases.use(id, knownDeal(store, deal).deal.id, read.value));
}

async function readStage(app: App, stage: string): Promise<string> {
  const { stages } = await app.settings();
  const found = stages.find(({ id, name }) => [id, name].includes(stage.trim().toLowerCase()));
  if (!found) {
    throw new UserError(
      `--stage ${stage} is not a stage of your sale.`,
      `Use one of: ${stages.map(({ id }) => id).join(', ')}`,
    );
  }
  return found.id;
}

async function printOne(app: App, phrase: Phrase): Promise<void> {
  await app.print({
    json: () => ({ schemaVersion: SCHEMA_VERSION, phrase: phraseJson(phrase) }),
    page: () => phrasePage(phrase),
  });
}

function phrasePage(phrase: Phrase): Page {
  const { used, won } = tallyOf(phrase);
  const whose = [phrase.from, phrase.stage && `for ${phrase.stage}`].filter((part) => part !== undefined).join(', ');
  return [
    line(idSpan(phrase.id), `  "${phrase.phrase}"${whose === '' ? '' : `  ${whose}`}`),
    ...(used > 0 ? [line(`Used in ${counted(used, 'deal')}, ${won} of them won.`)] : []),
  ];
}

function tableOf(found: readonly Phrase[]): Table {
  return {
    id: 'phrases',
    title: 'Phrases',
    columns: [
      { key: 'id', title: 'Id', kind: 'text' },
      { key: 'phrase', title: 'Phrase', kind: 'text' },
      { key: 'from', title: 'From', kind: 'text' },
      { key: 'stage', title: 'Stage', kind: 'text' },
      { key: 'used', title: 'Used', kind: 'number' },
      { key: 'won', title: 'Won', kind: 'number' },
      { key: 'lost', title: 'Lost', kind: 'number' },
    ],
    rows: found.map((one) => {
      const { used, won, lost } = tallyOf(one);
      return [one.id, one.phrase, one.from ?? null, one.stage ?? null, used, won, lost];
    }),
    notes: [],
  };
}
