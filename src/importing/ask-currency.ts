import type { App } from '../app.ts';
import { APART } from '../core/asked.ts';
import { FALLBACK_CURRENCY } from '../core/deal-facts.ts';
import { line, quiet } from '../core/page.ts';
import { currencyNamed } from '../core/money/currency-words.ts';
import { isCurrency } from '../core/money/money.ts';
import { ENGLISH } from '../core/speech/english.ts';
import { UserError } from '../core/user-error.ts';
import { currencyInHeading, currencyWritten, readCrmAmount } from '../crm/crm-amount.ts';
import { type CrmFile, sampleRows } from '../crm/crm-file.ts';
import { deletionReader } from '../crm/deleted-row.ts';
import type { Reading } from '../crm/reading.ts';
import { unlessStopped } from '../debriefing/confirm.ts';
import type { Store } from '../store/store.ts';
import type { ImportOptions } from './import-options.ts';

/** The currency of amounts that name none, and how it is known. */
export interface UsualCurrency {
  readonly code: string;
  /** `named`: for this kind of file. `known`: by a setting, or there is no such amount. `guessed`: nobody could be asked. */
  readonly by: 'named' | 'known' | 'asked' | 'guessed';
}

/** Looks whether a currency is needed that nobody has named, and asks for it. Throws `UserError` for a `--currency` that names none. */
export async function usualCurrency(
  app: App,
  store: Store,
  file: CrmFile,
  reading: Omit<Reading, 'currency'>,
  { named, yes = false }: Pick<ImportOptions, 'yes'> & { readonly named: string | undefined },
): Promise<UsualCurrency> {
  if (named !== undefined) return { code: readFlag(named), by: 'named' };
  const known = (await app.settings()).currency ?? store.setting('currency');
  if (known !== undefined) return { code: known, by: 'known' };
  const bare = bareColumns(reading);
  const isDeleted = deletionReader(reading);
  const isBare = sampleRows(file).some(
    (cells) => !isDeleted(cells) && bare.some((column) => isBareAmount(cells[column] ?? '')),
  );
  if (isBare && app.canAsk && !yes) return { code: await ask(app), by: 'asked' };
  // What the beginning does not show may come further on.
  return { code: FALLBACK_CURRENCY, by: isBare || (bare.length > 0 && !file.isWhole) ? 'guessed' : 'known' };
}

/** The first currency that somebody names is kept for amounts that come without one. */
export async function keepCurrency(app: App, store: Store, { code, by }: UsualCurrency): Promise<void> {
  if (by !== 'asked') return;
  store.keepSetting('currency', code);
  await app.tell([line(quiet(ENGLISH.asking.currencyKept(code)))]);
}

/** Columns of amounts beside which nothing tells the currency. */
function bareColumns({ columns: { roles }, headings }: Omit<Reading, 'currency'>): readonly number[] {
  if (roles.has('currency')) return [];
  return (roles.get('amount') ?? []).filter((column) => currencyInHeading(headings[column] ?? '') === undefined);
}

function isBareAmount(cell: string): boolean {
  const read = readCrmAmount(cell.trim(), undefined);
  return read !== undefined && read.amount !== 0 && read.currency === undefined;
}

async function ask(app: App): Promise<string> {
  const terminal = await app.terminal();
  const reply = await unlessStopped(() =>
    terminal.ask({
      id: 'currency',
      ...APART,
      ask: 'Which currency are the amounts in?',
      hint: 'Three letters, such as EUR. It is asked once, and kept for amounts that come without one.',
      why: [
        'Nothing in the file tells it. Amounts in different currencies are never added up, so each one needs its own.',
      ],
      enter: { label: '', answers: undefined },
      form: {
        form: 'line',
        read: (typed) => {
          const text = typed.trim();
          const code = currencyWritten(currencyNamed(text) ?? text);
          if (code === undefined) return { problem: ENGLISH.answers.unknownCurrency(text) };
          return { value: { currency: code }, understood: code };
        },
      },
      canGoBack: false,
    }),
  );
  const given = reply.kind === 'answers' ? reply.answers['currency'] : undefined;
  return typeof given === 'string' ? given : FALLBACK_CURRENCY;
}

function readFlag(named: string): string {
  const code = named.trim().toUpperCase();
  if (isCurrency(code)) return code;
  throw new UserError(`--currency ${named} is not a currency in use.`, 'Write its three letters, such as EUR or USD.');
}
