import type { Asked } from '../../src/core/asked.ts';
import type { Burst } from '../../src/terminal/bursts.ts';
import type { Look } from '../../src/terminal/drawn-page.ts';
import { promptFor } from '../../src/terminal/keyed-question.ts';
import type { Key } from '../../src/terminal/keys.ts';
import { drawnScreen, type Ending, follow, type Screen } from '../../src/terminal/screen.ts';

/** Typed in one go, without Enter. */
export function text(characters: string): Burst {
  return { text: characters, key: undefined, pasted: false };
}

export function pasted(characters: string): Burst {
  return { text: characters, key: undefined, pasted: true };
}

/** Text and the Enter that came with it in one burst. */
export function entered(characters: string): Burst {
  return { text: characters, key: 'enter', pasted: false };
}

export function key(name: Key): Burst {
  return { text: '', key: name, pasted: false };
}

/** Presses burst after burst; what is on the screen then, or how the question ended. */
export async function pressing(asked: Asked, ...bursts: readonly Burst[]): Promise<Screen | Ending> {
  return pressingOn(PLAIN, asked, ...bursts);
}

/** The same on a screen of another size. */
export async function pressingOn(look: Look, asked: Asked, ...bursts: readonly Burst[]): Promise<Screen | Ending> {
  let screen: Screen = { prompt: promptFor(asked) };
  for (const burst of bursts) {
    const next = follow(asked, screen, await screen.prompt.press(burst, look));
    if ('kind' in next) return next;
    screen = next;
  }
  return screen;
}

/** The answers that the bursts lead to; undefined if the question is still open, or the wish to go back. */
export async function answersAfter(asked: Asked, ...bursts: readonly Burst[]): Promise<unknown> {
  const end = await pressing(asked, ...bursts);
  if (!('kind' in end) || end.kind !== 'reply') return undefined;
  return end.reply.kind === 'back' ? 'back' : end.reply.answers;
}

/** The screen after the bursts, as rows of text. */
export async function rowsAfter(asked: Asked, ...bursts: readonly Burst[]): Promise<readonly string[]> {
  return rowsOf(asked, await pressing(asked, ...bursts), PLAIN);
}

/** The rows of a screen, or what an answered question leaves behind. */
export function rowsOf(asked: Asked, screen: Screen | Ending, look: Look): readonly string[] {
  if (!('kind' in screen)) {
    const { above, below } = drawnScreen(asked, screen, look);
    return [...above, ...below];
  }
  if (screen.kind === 'editor' || screen.said === undefined) return [];
  return drawnScreen(asked, { prompt: promptFor(asked), said: screen.said }, look).above;
}

export const PLAIN: Look = { columns: 80, ascii: false, paint: (characters) => characters };
