import { type Browser, chromium } from 'playwright-core';
import { afterAll, type TestContext } from 'vitest';
import { needed } from './tool.ts';

/** Debian's Chromium without a window, one for all tests of a file; a test is skipped where it is not installed. */
export function sharedBrowser(): (context: Pick<TestContext, 'skip'>) => Promise<Browser> {
  let launched: Promise<Browser> | undefined;
  afterAll(async () => (await launched)?.close());
  return (context) => (launched ??= launch(needed('chromium', context).path));
}

function launch(executablePath: string): Promise<Browser> {
  // Chromium's own sandbox does not start for root, as which tests run in most containers.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}
