import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { TestContext } from 'vitest';

/** A program beyond Node that some tests look through. */
export interface Tool {
  readonly path: string;
}

/** The tool of this name, or undefined where it is not installed. */
export function tool(name: string): Tool | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const path = folders.map((folder) => join(folder, name)).find(isProgram);
  return path === undefined ? undefined : { path };
}

/**
 * The tool that a test needs. Where it is missing the test is skipped and says why, and with `REQUIRE_TOOLS=1` it fails: a
 * build that claims to have looked has looked.
 */
export function needed(name: string, { skip }: Pick<TestContext, 'skip'>): Tool {
  const found = tool(name);
  if (found !== undefined) return found;
  const reason = `${name} is not installed.`;
  if (process.env['REQUIRE_TOOLS'] === '1') throw new Error(`${reason} REQUIRE_TOOLS=1 asks for it.`);
  return skip(reason);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
