import type { App } from '../app.ts';
import type { Shell } from '../core/completion.ts';

/** Prints the script that a shell loads to complete what is typed. */
export async function completion(app: App, shell: Shell): Promise<void> {
  await app.write({ format: 'shell-script', shell }, '-');
}
