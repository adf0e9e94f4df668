import type { App } from '../app.ts';
import type { Answers } from '../core/answers.ts';
import { APART, type Asked } from '../core/asked.ts';
import type { Framework } from '../core/framework.ts';
import { countAnswered } from '../core/interview.ts';
import type { Speech } from '../core/speech/speech.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import type { Draft, Store } from '../store/store.ts';

/** The draft that `--resume` names: the one with that id, or the latest. Throws `UserError` 3 if there is none. */
export function draftToResume(store: Store, id: string | true, frameworks: readonly Framework[]): Draft {
  const drafts = quickOnes(store.drafts.all(), frameworks);
  const draft = id === true ? drafts[0] : store.drafts.find(id);
  if (draft && drafts.every((one) => one.id !== draft.id)) throw laterLook(draft);
  if (draft) return draft;
  const waiting = drafts.map((one) => one.id);
  throw new UserError(
    id === true ? 'There is no unfinished debrief.' : `There is no draft ${id}.`,
    waiting.length > 0 ? `Use one of those that wait: ${waiting.join(', ')}` : 'Start one: lossdebrief new',
    EXIT.noSuchId,
  );
}

/** Drafts of later looks are gone on with by the deal that they are of. */
function quickOnes(drafts: readonly Draft[], frameworks: readonly Framework[]): readonly Draft[] {
  const later = new Set(frameworks.filter(({ pass }) => pass !== 'quick').map(({ id }) => id));
  return drafts.filter(({ framework }) => !later.has(framework));
}

function laterLook({ id, dealId }: Draft): UserError {
  const deal = dealId ?? '';
  return new UserError(`${id} is a later look at ${deal}.`, `Go on with it: lossdebrief review ${deal}`);
}

/** Offers the unfinished debriefs for the deal of this name, or all of them if no deal is named. Undefined: begin a new one. */
export async function offerDrafts(
  app: App,
  store: Store,
  deal: string | undefined,
  dealId: string | undefined,
): Promise<Draft | undefined> {
  const speech = await app.speech();
  const { frameworks } = await app.catalog();
  const drafts = quickOnes(store.drafts.all(), frameworks)
    // What was begun with a framework that is not here cannot be gone on with now.
    .filter(({ framework }) => frameworks.some(({ id }) => id === framework))
    .filter(({ answers }) => deal === undefined || sameName(answers['deal'], deal))
    .filter((draft) => draft.dealId === undefined || dealId === undefined || draft.dealId === dealId);
  const latest = drafts[0];
  if (!latest) return undefined;
  const terminal = await app.terminal();
  const reply = await terminal.ask(offer(drafts.slice(0, OFFERED), latest, frameworks, speech));
  return reply.kind === 'answers' ? drafts.find(({ id }) => id === reply.answers[PICKED]) : undefined;
}

const OFFERED = 9;
const PICKED = 'draft';

function offer(drafts: readonly Draft[], latest: Draft, frameworks: readonly Framework[], speech: Speech): Asked {
  const words = speech.asking.drafts;
  return {
    id: 'draft',
    ...APART,
    ask: words.unfinished(drafts.length),
    hint: words.throwAway(`lossdebrief new --discard-draft ${latest.id}`, drafts.length),
    why: [words.stillThere],
    enter: { label: words.goOn(nameOf(latest)), answers: { [PICKED]: latest.id } },
    form: {
      form: 'choice',
      options: [
        ...drafts.map((draft, index) => ({
          ...(drafts.length === 1
            ? { key: words.yesKey, label: words.goOn(wordsOf(draft, frameworks, speech)) }
            : { key: String(index + 1), label: wordsOf(draft, frameworks, speech) }),
          answers: { [PICKED]: draft.id },
        })),
        { ...words.beginNew, answers: { [PICKED]: null } },
      ],
    },
    canGoBack: false,
    words: speech.prompt,
  };
}

function wordsOf(draft: Draft, frameworks: readonly Framework[], speech: Speech): string {
  const framework = frameworks.find(({ id }) => id === draft.framework);
  const given = framework ? countAnswered(framework, draft.answers) : 0;
  return `${nameOf(draft)}, ${speech.asking.answers(given)}, ${speech.days.short(draft.keptOn)} (${draft.id})`;
}

function nameOf({ answers, id }: Draft): string {
  return typeof answers['deal'] === 'string' ? answers['deal'] : id;
}

function sameName(name: Answers[string] | undefined, deal: string): boolean {
  return typeof name === 'string' && name.toLowerCase() === deal.toLowerCase();
}
