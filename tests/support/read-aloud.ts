import { PassThrough, Writable } from 'node:stream';
import type { Terminal } from '../../src/app.ts';
import type { Asked } from '../../src/core/asked.ts';
import { createTerminal } from '../../src/terminal/terminal.ts';
import type { Keys } from './debrief-keys.ts';
import type { Setting, TestApp } from './test-app.ts';

/** What somebody hears who has the screen read out, from the command to its end. */
export interface Heard {
  readonly command: string;
  readonly text: string;
  readonly exitCode: number;
  /** The questions in their order. */
  readonly asked: readonly Asked[];
  /** The files of `src/` that asked them. */
  readonly places: ReadonlySet<string>;
}

/**
 * Runs a command as on a terminal in the accessible mode, with the real plain questions, and types the keys: each once its
 * words have been heard since the last ones. Fails where other words were heard, or where keys are left over.
 */
export async function readAloud(
  app: TestApp,
  args: readonly string[],
  keys: Keys,
  setting: Setting = {},
): Promise<Heard> {
  let text = `$ lossdebrief ${args.join(' ')}\n`;
  const hears = (more: string): void => void (text += more);
  const typist = typistOf(keys, () => text);
  const input = Object.assign(new PassThrough(), { setRawMode: () => {} });
  const output = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      hears(chunk.toString());
      if (chunk.toString() === PROMPT) input.write(typist.next());
      done();
    },
  });
  const terminal = createTerminal({ input, output, accessible: true, ascii: false, paint: (plain) => plain, columns });
  const places = new Set<string>();
  const asked: Asked[] = [];
  const noticed: Terminal = {
    ask: (question, stop) => {
      places.add(placeThatAsks());
      asked.push(question);
      return terminal.ask(question, stop);
    },
  };
  const ran = await app.run([...args, '--accessible'], { isTTY: true, ...setting, terminal: noticed, hears });
  terminal.close();
  typist.checkDone();
  return { command: args[0] ?? '', text, exitCode: ran.exitCode, asked, places };
}

const PROMPT = '> ';
const columns = (): number => 80;
const CTRL_C = '\u0003';

/** Types the next keys. A question that nothing is left for ends the run, and then the test. */
function typistOf(keys: Keys, heard: () => string): { readonly next: () => string; readonly checkDone: () => void } {
  const left = [...keys];
  const wrong: string[] = [];
  let since = 0;
  return {
    next: () => {
      const [sees, presses] = left.shift() ?? ['(nothing more)', CTRL_C];
      const words = heard().slice(since).replaceAll(/\s+/g, ' ');
      since = heard().length;
      if (words.includes(sees)) return presses;
      wrong.push(`Nobody said "${sees}", but: ${words}`);
      return CTRL_C;
    },
    checkDone: () => {
      if (wrong.length > 0) throw new Error(wrong.join('\n'));
      if (left.length > 0) throw new Error(`Nobody asked "${left[0]?.[0]}". Heard: ${heard()}`);
    },
  };
}

/** The file whose code asks just now. */
function placeThatAsks(): string {
  const files = [...(new Error().stack ?? '').matchAll(/\/(src\/[\w/-]+\.ts)/g)].map(([, file = '']) => file);
  return files.find((file) => file !== HANDS_ON) ?? 'nowhere';
}

/** Asks nothing of its own. */
const HANDS_ON = 'src/debriefing/conversation.ts';
