import type { App, Catalog } from '../app.ts';
import type { Answers } from '../core/answers.ts';
import type { Framework } from '../core/framework.ts';
import type { Context } from '../core/questions/kind.ts';
import { ENGLISH } from '../core/speech/english.ts';
import type { Speech } from '../core/speech/speech.ts';
import { stagesIn } from '../core/speech/stage-names.ts';
import type { Draft, Store } from '../store/store.ts';

/** A debrief in the making: what is asked, what is answered, and where the answers are kept. */
export interface Session {
  readonly framework: Framework;
  readonly context: Context;
  readonly answers: Answers;
  /** The deal on file that it is of; undefined if it makes a new one. */
  readonly dealId: `D${number}` | undefined;
  /** Undefined until the first answer is on the disk. */
  readonly draft: Draft | undefined;
  /** The question that was left with a part of its answer, and is asked again. */
  readonly halfAnswered: string | undefined;
  /** Time spent answering; pauses are not counted. */
  readonly seconds: number;
}

/** Keeps new answers on the disk, and only then gives back the session that has them. */
export function withAnswers(store: Store, session: Session, answers: Answers, seconds: number): Session {
  const { framework, draft, dealId, halfAnswered } = session;
  const content = { answers, seconds, dealId, halfAnswered };
  if (!draft) {
    const { id, version } = framework;
    const begun = store.drafts.begin({ framework: id, version, ...content });
    return { ...session, answers, seconds, draft: begun };
  }
  store.drafts.keep(draft.id, content);
  return { ...session, answers, seconds };
}

/** The command that goes on with a session. */
export function goOnWith({ framework, dealId, draft }: Session): string {
  if (framework.pass !== 'quick' && dealId !== undefined) return `lossdebrief review ${dealId}`;
  if (draft) return `lossdebrief new --resume ${draft.id}`;
  return framework.after === 'win' ? 'lossdebrief new --won' : 'lossdebrief new';
}

/** What questions may depend on, gathered once for a debrief. */
export async function contextOf(app: App, store: Store, framework: Framework): Promise<Context> {
  const { today } = app.clock;
  const settings = await app.settings();
  const speech = await speechBeside(app, framework);
  const { reasons } = await app.catalog(speech.language);
  return {
    today,
    speech,
    settings: {
      ...settings,
      stages: stagesIn(settings.stages, speech),
      currency: settings.currency ?? store.setting('currency'),
    },
    reasons,
    history: store.history(today),
    dealNames: store.dealNames(SUGGESTED),
    contactOf: store.contactOf,
  };
}

/** What to ask and advise in the person's own language; frameworks that have no translation are in English. */
export async function spokenCatalog(app: App): Promise<Catalog> {
  return app.catalog((await app.speech()).language);
}

/** The words beside a framework: the person's own language where its texts are in that, else English. */
async function speechBeside(app: App, { language = ENGLISH.language }: Framework): Promise<Speech> {
  const speech = await app.speech();
  return speech.language === language ? speech : ENGLISH;
}

const SUGGESTED = 5;
