import type { TestContext } from 'vitest';

/** Somebody who owns nothing: root itself may read and write whatever the modes say. */
export const NOBODY = { uid: 65_534, gid: 65_534 };

/** Goes on only as root. Elsewhere the test is skipped and says why, and with `REQUIRE_TOOLS=1` it fails, as for a tool. */
export function asRoot(context: Pick<TestContext, 'skip'>): void {
  if (process.getuid?.() === 0) return;
  unable('Only root can do this.', context);
}

/** Ends a test that this machine cannot run. */
export function unable(reason: string, { skip }: Pick<TestContext, 'skip'>): never {
  if (process.env['REQUIRE_TOOLS'] === '1') throw new Error(`${reason} REQUIRE_TOOLS=1 asks for it.`);
  return skip(reason);
}
