import type { App } from '../app.ts';
import { textIn } from '../core/answers.ts';
import { balanceLine } from '../core/due/balance.ts';
import { lessonsInBrief } from '../core/closing.ts';
import { FALLBACK_CURRENCY } from '../core/deal-facts.ts';
import { dealJson, SCHEMA_VERSION } from '../core/deal-json.ts';
import type { DealRecord } from '../core/debrief.ts';
import { conclude } from '../core/new-debrief.ts';
import { line, type Line, quiet } from '../core/page.ts';
import { cautionsAbout, type PoliteNo, sayCaution } from '../core/polite-noes.ts';
import { repeatLine } from '../core/repeat-line.ts';
import { losingStreak, otherHint, similarLesson } from '../core/repeats.ts';
import { type Closing, closingPage } from '../pages/closing-page.ts';
import type { Store } from '../store/store.ts';
import type { Session } from './session.ts';
import { savedWithDraft } from './until-saved.ts';

/** Concludes a finished session, keeps it in one transaction, and prints what follows from it; the new record. */
export async function keepDebrief(app: App, store: Store, session: Session): Promise<DealRecord> {
  const { framework, answers, context, seconds, draft, dealId } = session;
  const concluded = conclude(framework, answers, context, seconds);
  const save = (): Kept => ({
    currency: keepCurrency(store, session),
    record: store.saveDebrief({ draft: draft?.id, dealId, on: app.clock.today, ...concluded }),
  });
  const { record, currency } = await savedWithDraft(app, session, save);
  if (currency) await app.tell([currency]);
  const { politeNoes } = await app.catalog(context.speech.language);
  await app.print({
    json: () => ({ schemaVersion: SCHEMA_VERSION, ...dealJson(record) }),
    page: () => closingPage(closingOf(session, record, store, politeNoes)),
  });
  return record;
}

interface Kept {
  readonly record: DealRecord;
  readonly currency: Line | undefined;
}

/** The first currency that somebody names is kept for amounts that come without one; what to say of that. */
function keepCurrency(store: Store, { answers, context }: Session): Line | undefined {
  const { asking } = context.speech;
  if (context.settings.currency !== undefined || typeof answers['amount'] !== 'number') return undefined;
  const named = answers['currency'];
  if (typeof named === 'string') {
    store.keepSetting('currency', named);
    return line(quiet(asking.currencyKept(named)));
  }
  return line(quiet(asking.currencyTaken(FALLBACK_CURRENCY)));
}

function closingOf(session: Session, record: DealRecord, store: Store, politeNoes: readonly PoliteNo[]): Closing {
  const { framework, answers, context } = session;
  const { deal, debrief } = record;
  const decidedOn = deal.decidedOn ?? context.today;
  const isLoss = framework.after === 'loss';
  return {
    record,
    lessons: lessonsInBrief(framework, answers, record.followUp, context),
    repeat: isLoss ? repeatLine(framework, answers, decidedOn, context) : undefined,
    hint: isLoss ? otherHint(context.history, debrief?.primaryReason, context.speech) : undefined,
    lesson: isLoss ? similarLesson(context.history, deal.winner, debrief?.primaryReason) : undefined,
    streak: isLoss ? losingStreak(context.history, decidedOn) : undefined,
    balance: isLoss ? balanceLine(store.balance(), context.speech) : undefined,
    callNext: textIn(answers, 'call-next'),
    cautions: isLoss ? cautionsAbout(textIn(answers, 'said') ?? '', politeNoes).map(sayCaution) : [],
    today: context.today,
    speech: context.speech,
  };
}
