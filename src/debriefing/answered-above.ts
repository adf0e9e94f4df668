import type { Terminal } from '../app.ts';

/** A terminal that tells a question which has an answer on the screen already, from before the person went back. */
export function knowingWhatStandsAbove(terminal: Terminal): Terminal {
  const answered = new Set<string>();
  return {
    ask: async (asked, stop) => {
      const reply = await terminal.ask(answered.has(asked.id) ? { ...asked, isAnew: true } : asked, stop);
      if (reply.kind === 'answers') answered.add(asked.id);
      return reply;
    },
  };
}
