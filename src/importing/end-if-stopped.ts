import { Paused } from '../core/user-error.ts';

/** Ends an import that the person has stopped: what throws in the middle of it takes its transaction along. */
export async function endIfStopped(stop: AbortSignal): Promise<void> {
  // Ctrl-C is heard between two turns of the loop, and what is read from memory would leave none.
  await new Promise((resolve) => void setImmediate(resolve));
  if (!stop.aborted) return;
  const exitCode = stop.reason instanceof Paused ? stop.reason.exitCode : undefined;
  throw new Paused(exitCode, 'Stopped. Nothing was imported.');
}
