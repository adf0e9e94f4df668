import type { App } from '../app.ts';
import { listed } from '../core/text/sentence.ts';
import { UserError } from '../core/user-error.ts';
import type { LookDeeper } from '../core/views.ts';
import { givenWords } from './given-words.ts';
import { askChoice, askLine, type SideQuestion } from './side-question.ts';

/** Who it is and what they said or saw, from the flags or asked for. Throws `UserError` if either is missing and nobody can be asked. */
export async function whoSays(
  app: App,
  deal: string,
  name: string | undefined,
  flag: { readonly words: string | undefined } | { readonly saw: string | undefined },
): Promise<{ readonly from: string; readonly words: string }> {
  const [id, given, question] =
    'words' in flag ? (['words', flag.words, WORDS] as const) : (['saw', flag.saw, SAW] as const);
  const from = name ?? (app.canAsk ? await askLine(app, FROM) : undefined);
  const words = await givenWords(app, given, question);
  if (from !== undefined && from.trim() !== '' && words !== undefined) return { from: from.trim(), words };
  const missing = [
    ...(from === undefined || from.trim() === '' ? ['--from'] : []),
    ...(words === undefined ? [`--${id}`] : []),
  ];
  throw new UserError(
    `${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} missing, and nobody can be asked.`,
    `lossdebrief opinion ${deal} --from "Priya Nair" --${id} "…"`,
  );
}

/** Asks whether a view deserves a deeper look, if somebody is there. Whether it is right is not the question. */
export async function askDepth(app: App): Promise<LookDeeper | undefined> {
  if (!app.canAsk) return undefined;
  const picked = await askChoice(app, DEPTH, { yes: 'yes', 'not-now': 'not now' });
  return picked === 'yes' || picked === 'not-now' ? picked : undefined;
}

/** Leaving a view alone is a decision too, and decisions have reasons. */
export async function askWhyNot(app: App, deal: string): Promise<string> {
  const why = app.canAsk ? await askLine(app, WHY_NOT) : undefined;
  if (why !== undefined) return why;
  throw new UserError(
    'Why not now? A word is enough, only for you.',
    `lossdebrief opinion ${deal} --from "Priya Nair" --words "…" --look-deeper not-now --why "first the call"`,
  );
}

/** After somebody watched. There is no question that lets me answer back. */
export const TO_TRY: SideQuestion = {
  id: 'try',
  ask: 'What will you try?',
  hint: 'One thing, on the next call of this kind.',
  why: 'What others see is worth most before it is explained away. One thing to try is enough.',
};

const FROM: SideQuestion = {
  id: 'from',
  ask: 'Whose view is it?',
  why: 'The name stays on this machine, and goes into nothing that is shared.',
  required: true,
};

const WORDS: SideQuestion = {
  id: 'words',
  ask: 'What do they think, in their own words?',
  hint: 'Type it or paste it.',
  why: 'Somebody who was not in it sees what you cannot. It is kept as it was said.',
  required: true,
};

const SAW: SideQuestion = { ...WORDS, id: 'saw', ask: 'What did they see, in their own words?' };

const DEPTH: SideQuestion = {
  id: 'look-deeper',
  ask: 'Does it deserve a deeper look?',
  why: 'You need not come to terms with it. Only ask whether there may be something in it.',
};

const WHY_NOT: SideQuestion = { id: 'why', ask: 'Why not now?', why: 'Only for you.', required: true };
