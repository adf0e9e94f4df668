import { rmSync } from 'node:fs';
import { makeEditorFolder } from '../leftovers/editor-folder.ts';
import type { PromptWords } from '../core/speech/speech.ts';

/** Where an editor and the question beside it are shown. */
export interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Fires when the program has been asked to stop. */
  readonly stop?: AbortSignal;
}

/** Whether the person has named an editor. None is guessed: somebody who does not know vi cannot leave it. */
export function hasEditor(env: Readonly<Record<string, string | undefined>> = process.env): boolean {
  return [env['VISUAL'], env['EDITOR']].some((command) => command !== undefined && command.trim() !== '');
}

/** The text after the person's own editor had it; undefined if the editor did not open or was given up. */
export async function editText(
  text: string,
  { input, output }: Streams,
  words: PromptWords,
): Promise<string | undefined> {
  const { editor } = await import('@inquirer/prompts');
  const folder = makeEditorFolder();
  const theme = { style: { waitingMessage: () => words.editorWaits } };
  try {
    const edited = await editor(
      {
        message: words.yourEditor,
        default: text,
        waitForUserInput: false,
        file: { dir: folder, postfix: '.md', mode: 0o600 },
        theme,
      },
      { input, output, clearPromptOnDone: true },
    );
    return edited.replaceAll(/\r\n?/g, '\n').trimEnd();
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
