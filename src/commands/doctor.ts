import type { App } from '../app.ts';
import { type Check, checksOf, shortPath } from '../core/health.ts';
import { SCHEMA_VERSION } from '../core/deal-json.ts';
import type { Inspection, SalvagedTable } from '../core/own-file.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { doctorPage, salvagePage } from '../pages/doctor-page.ts';

export interface DoctorOptions {
  readonly salvage?: string;
}

/** Looks the file over, or writes what can still be read of a damaged one into a new one. Ends with 6 if something is wrong. */
export async function doctor(app: App, { salvage }: DoctorOptions): Promise<number> {
  if (salvage !== undefined) return salvageTo(app, salvage);
  const inspection = (await app.ownFile()).inspect();
  const shown = (path: string): string => shortPath(path, app.machine.home);
  const checks = checksOf(inspection, shown);
  await app.print({
    json: () => doctorJson(app, inspection, checks),
    page: () => doctorPage(app.machine, inspection, checks, shown),
  });
  return checks.some(({ state }) => state === 'wrong') ? EXIT.database : EXIT.done;
}

function doctorJson(app: App, inspection: Inspection, checks: readonly Check[]): Record<string, unknown> {
  const { version, node, platform, home } = app.machine;
  const { path, size, schema, sqlite, content } = inspection;
  return {
    schemaVersion: SCHEMA_VERSION,
    version,
    node,
    platform,
    sqlite,
    path: shortPath(path, home),
    bytes: size ?? null,
    schema: schema ?? null,
    counts: content && 'counts' in content ? content.counts : null,
    backups: inspection.backups.count,
    checks: checks.map(({ id, state, say, hint }) => ({ id, state, say, hint: hint ?? null })),
  };
}

async function salvageTo(app: App, file: string): Promise<number> {
  if (file === '-') throw new UserError('What is read goes into a file.', 'lossdebrief doctor --salvage salvaged.db');
  const own = await app.ownFile();
  let tables: readonly SalvagedTable[] = [];
  const path = await app.write({ format: 'copy', copyTo: (empty) => void (tables = own.salvage(empty)) }, file);
  await app.print({
    json: () => ({ schemaVersion: SCHEMA_VERSION, path, tables }),
    page: () => salvagePage(path, tables),
  });
  return EXIT.done;
}
