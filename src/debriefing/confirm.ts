import type { App } from '../app.ts';
import { APART } from '../core/asked.ts';
import { Paused } from '../core/user-error.ts';

/** A yes or no before something is written. */
export interface Confirmation {
  readonly id: string;
  readonly ask: string;
  readonly why: string;
  readonly yes: string;
  readonly no: string;
  /** What Enter stands for. */
  readonly enter: 'yes' | 'no';
}

/** Whether the person says yes. Throws `Paused` if they stop instead, which is a no as well. */
export async function isConfirmed(app: App, { id, ask, why, yes, no, enter }: Confirmation): Promise<boolean> {
  const terminal = await app.terminal();
  const options = { yes: { key: 'y', label: yes, answers: { [id]: 'yes' } }, no: { key: 'n', label: no, answers: {} } };
  const reply = await unlessStopped(() =>
    terminal.ask({
      id,
      ...APART,
      ask,
      hint: undefined,
      why: [why],
      enter: { label: options[enter].label, answers: options[enter].answers },
      form: { form: 'choice', options: [options.yes, options.no] },
      canGoBack: false,
      onlyOnceShown: true,
    }),
  );
  return reply.kind === 'answers' && reply.answers[id] === 'yes';
}

/** Asks, and says of a stop that it left everything as it was. */
export async function unlessStopped<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    throw error instanceof Paused ? new Paused(error.exitCode, 'Stopped. Nothing was changed.') : error;
  }
}
