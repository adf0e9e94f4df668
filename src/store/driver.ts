import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type Database from 'better-sqlite3';

import { causedBy, EXIT, UserError } from '../core/user-error.ts';

/** The constructor of better-sqlite3: it opens a file. */
export type Driver = typeof Database;

/**
 * Loads SQLite on first use, so that `--help` works without it, and turns a missing or broken binding into the command
 * that mends it. Another driver with the same face, such as one that encrypts, would be loaded here.
 */
export async function loadDriver(
  load: () => Promise<{ readonly default: Driver }> = () => import('better-sqlite3'),
): Promise<Driver> {
  if (nodeMajor(process.versions.node) < FIRST_NODE_FOR_13) checkDriver(installedVersion(), process.versions.node);
  try {
    const { default: driver } = await load();
    // The import alone does not load the binding; the first database does.
    new driver(':memory:').close();
    return driver;
  } catch (error) {
    const fault = new UserError(
      `The database driver, better-sqlite3, could not be loaded${codeOf(error)}. Your file was not touched.`,
      repairCommand(fileURLToPath(import.meta.url)),
      EXIT.database,
    );
    throw causedBy(fault, error);
  }
}

/** Refuses a driver that would bring this Node down without a word: better-sqlite3 13 on anything before Node 22. */
export function checkDriver(driverVersion: string | undefined, nodeVersion: string): void {
  const isTooNew = driverVersion !== undefined && Number.parseInt(driverVersion, 10) >= 13;
  if (!isTooNew || nodeMajor(nodeVersion) >= FIRST_NODE_FOR_13) return;
  throw new UserError(
    `better-sqlite3 ${driverVersion} needs Node ${FIRST_NODE_FOR_13} or later, and this is Node ${nodeVersion}. Your file was not touched.`,
    'Install lossdebrief again with this Node: npm install -g lossdebrief --allow-scripts=better-sqlite3',
    EXIT.database,
  );
}

/** The command that builds the binding: npm 12 runs install scripts only where they are allowed, by a flag for a global install. */
export function repairCommand(here: string): string {
  const isInstalled = /[/\\]node_modules[/\\]/.test(here);
  return isInstalled
    ? 'npm rebuild -g better-sqlite3 --allow-scripts=better-sqlite3 --ignore-scripts=false'
    : 'npm rebuild better-sqlite3 --ignore-scripts=false';
}

const FIRST_NODE_FOR_13 = 22;

function nodeMajor(version: string): number {
  return Number.parseInt(version, 10);
}

/** Read from its package.json, because importing it may already be too much. */
function installedVersion(): string | undefined {
  try {
    let folder = dirname(createRequire(import.meta.url).resolve('better-sqlite3'));
    while (dirname(folder) !== folder) {
      const version = versionIn(join(folder, 'package.json'));
      if (version !== undefined) return version;
      folder = dirname(folder);
    }
    return undefined;
  } catch {
    return undefined;
  }
}

function versionIn(manifestPath: string): string | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(manifestPath, 'utf8'));
    const { name, version } = manifest as { name?: unknown; version?: unknown };
    return name === 'better-sqlite3' && typeof version === 'string' ? version : undefined;
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? ` (${code})` : '';
}
