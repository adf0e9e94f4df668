import type { App, Input } from '../app.ts';
import { line, quiet } from '../core/page.ts';
import { type NumberedLine, takenJson, type TakenRecords } from '../core/exchange/portable.ts';
import { sayNumber } from '../core/text/say-number.ts';
import { UserError } from '../core/user-error.ts';
import { takenPage } from '../pages/taken-page.ts';
import { mayImport } from './confirm-import.ts';
import { endIfStopped } from './end-if-stopped.ts';
import type { ImportOptions } from './import-options.ts';
import { numberedLines } from './record-file.ts';

/** Takes in what `export` wrote. On a terminal what it would do is shown first, and nothing is written without a yes. */
export async function importRecords(app: App, input: Input, options: ImportOptions): Promise<void> {
  const { dryRun = false, yes = false } = options;
  refuseColumns(options);
  const store = await app.store(dryRun ? 'read' : 'write');
  const take = async (keeps: boolean): Promise<TakenRecords> => {
    try {
      return await app.stoppable((stop) => store.takeRecords(watched(app, input, stop), { keeps, name: input.name }));
    } finally {
      app.progress(undefined);
    }
  };
  if (dryRun || yes || !app.canAsk) return print(app, await take(!dryRun), dryRun);
  const preview = await take(false);
  if (!isAnythingNew(preview)) return print(app, preview, false);
  await app.tell(takenPage(preview));
  if (await mayImport(app)) await print(app, await take(true), false);
}

function refuseColumns({ profile, map, saveMap, rejects }: ImportOptions): void {
  if ([profile, map, saveMap, rejects].every((option) => option === undefined)) return;
  throw new UserError(
    'This is an export of lossdebrief, which has no columns to map and no rows to reject.',
    'Leave --profile, --map, --save-map and --rejects out.',
  );
}

async function* watched(app: App, input: Input, stop: AbortSignal): AsyncGenerator<NumberedLine, void> {
  for await (const numbered of numberedLines(input)) {
    if (numbered.number % SHOWN_EVERY === 0) {
      app.progress(`${sayNumber(numbered.number)} records`);
      await endIfStopped(stop);
    }
    yield numbered;
  }
}

const SHOWN_EVERY = 1000;

function isAnythingNew({ deals, others }: TakenRecords): boolean {
  return deals.new + deals.extended + others.new > 0;
}

async function print(app: App, taken: TakenRecords, isDryRun: boolean): Promise<void> {
  const next = isDryRun
    ? [line(quiet('Nothing was written. To import it, leave --dry-run out.'))]
    : isAnythingNew(taken)
      ? [line(quiet('To take the import back: lossdebrief undo'))]
      : [];
  await app.print({ json: () => takenJson(taken, isDryRun), page: () => [...takenPage(taken), ...next] });
}
