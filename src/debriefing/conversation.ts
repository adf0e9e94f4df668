import type { App, Terminal } from '../app.ts';

/**
 * Asks several questions, one after the other. Ctrl-C is a key only while one of them is open; between two of them it is a
 * signal that would end the program without a word, so it is held until the next question, which stops as at that key.
 */
export async function inConversation<Result>(app: App, talk: (terminal: Terminal) => Promise<Result>): Promise<Result> {
  return app.stoppable(async (stop) => {
    const { ask } = await app.terminal();
    return talk({ ask: (asked) => ask(asked, stop) });
  });
}
