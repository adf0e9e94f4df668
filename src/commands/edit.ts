import type { App } from '../app.ts';
import type { Answers } from '../core/answers.ts';
import { dealJson, SCHEMA_VERSION } from '../core/deal-json.ts';
import type { DealRecord } from '../core/debrief.ts';
import {
  answersToEdit,
  contextToEdit,
  type DebriefedRecord,
  editedDebrief,
  type EditedDebrief,
} from '../core/edited-debrief.ts';
import { refuseBroken } from '../core/framework-choice.ts';
import type { Framework } from '../core/framework.ts';
import { missingRequired, readGiven } from '../core/given-answers.ts';
import { BLANK, line, type Page, quiet } from '../core/page.ts';
import type { Context } from '../core/questions/kind.ts';
import { planChangeJson } from '../core/replan.ts';
import { UserError } from '../core/user-error.ts';
import { givenAnswers, refusedAnswers } from '../debriefing/answers-input.ts';
import { isConfirmed } from '../debriefing/confirm.ts';
import { editAnswers } from '../debriefing/edit-answers.ts';
import { knownDeal } from '../debriefing/deal-on-file.ts';
import { contextOf, spokenCatalog } from '../debriefing/session.ts';
import { editPage } from '../pages/edit-page.ts';

export interface EditOptions {
  readonly answers?: string;
  readonly set?: readonly string[];
  readonly yes?: boolean;
}

/**
 * Corrects the answers of a debrief. What it changes in them and in the plan is said before anything is written. Throws `UserError`
 * for a deal that is not there or has no debrief, for answers that do not fit, and where the record has changed meanwhile.
 */
export async function edit(app: App, id: string, options: EditOptions): Promise<void> {
  const store = await app.store('write');
  const record = debriefed(knownDeal(store, id));
  const framework = await frameworkOf(app, record);
  const context = contextToEdit(await contextOf(app, store, framework), record);
  const answers = await correctedAnswers(app, framework, record, context, options);
  const edited = editedDebrief(framework, record, answers, context);
  if (edited.values.length === 0) return printEdit(app, record, edited, [line('Nothing is different.')]);
  const asks = app.canAsk && options.yes !== true;
  if (asks) {
    await app.tell(editPage(record, edited));
    if (!(await isConfirmed(app, KEEP))) return app.tell([line('Nothing was changed.')]);
  }
  const saved = store.saveEdit({ before: record, edited, on: app.clock.today });
  const shown = asks ? [] : [...editPage(record, edited), BLANK];
  return printEdit(app, saved, edited, [...shown, line('Kept.', quiet(' To take it back: lossdebrief undo'))]);
}

const KEEP = {
  id: 'keep',
  ask: 'Keep this?',
  why: 'What is done stays done, and a day that you moved by hand stays unless its own date changes.',
  yes: 'keep it',
  no: 'leave everything as it was',
  enter: 'yes',
} as const;

function debriefed(record: DealRecord): DebriefedRecord {
  const { deal, debrief } = record;
  if (debrief) return { ...record, debrief };
  throw new UserError(
    `${deal.id} (${deal.name}) has no debrief yet, so there is nothing to correct.`,
    `Debrief it: lossdebrief new ${deal.id}`,
  );
}

async function frameworkOf(app: App, { deal, debrief }: DebriefedRecord): Promise<Framework> {
  const catalog = await spokenCatalog(app);
  const found = catalog.frameworks.find(({ id }) => id === debrief.framework);
  if (found) return found;
  refuseBroken(catalog, debrief.framework);
  throw new UserError(
    `${deal.id} was debriefed with the framework ${debrief.framework}, which is not here any more.`,
    `Read it: lossdebrief show ${deal.id}`,
  );
}

/** The answers as they were given with the command, or as they come out of the review on a terminal. */
async function correctedAnswers(
  app: App,
  framework: Framework,
  record: DebriefedRecord,
  context: Context,
  { answers: file, set = [] }: EditOptions,
): Promise<Answers> {
  const before = answersToEdit(record);
  if (file === undefined && set.length === 0) {
    if (app.canAsk) return editAnswers(app, framework, before, context);
    const { id } = record.deal;
    throw new UserError(
      'What is to be corrected? Nobody can be asked.',
      `lossdebrief edit ${id} --set outcome=postponed`,
    );
  }
  const given = await givenAnswers(app, undefined, file, set.map(cleared), before);
  const { answers, problems } = await readGiven(framework, given, context, before);
  const missing = missingRequired(framework, answers).map((id) => `${id} cannot be left out.`);
  const wrong = [...problems, ...missing];
  if (wrong.length > 0) throw refusedAnswers(wrong, 'Nothing was changed.');
  return answers;
}

/** `id=-` and `id=null` take an answer out, as an empty one does. */
function cleared(setting: string): string {
  return setting.replace(/=(?:-|null)$/, '=');
}

async function printEdit(app: App, record: DealRecord, { values, plan }: EditedDebrief, page: Page): Promise<void> {
  await app.print({
    json: () => ({
      schemaVersion: SCHEMA_VERSION,
      changed: { answers: values, plan: plan.map(planChangeJson) },
      ...dealJson(record),
    }),
    page: () => page,
  });
}
