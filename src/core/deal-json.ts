import type { DealRecord } from './debrief.ts';
import { toMajor } from './money/money.ts';
import type { Particulars } from './particulars.ts';
import { timelineJson } from './timeline.ts';
import { viewsJson } from './views.ts';

/** The version of everything printed as JSON. Fields are added and never removed. */
export const SCHEMA_VERSION = 1;

/** A deal with its debrief as JSON: the contract of `new`, `show`, `list` and the export (see `docs/json.md`). */
export function dealJson({
  deal,
  particulars,
  debrief,
  reviews,
  actions,
  followUp,
  otherEntries,
  contact,
  touches,
  views,
}: DealRecord): Record<string, unknown> {
  return {
    deal: { ...factsJson(deal), ...particularsJson(particulars) },
    debrief: debrief
      ? {
          framework: debrief.framework,
          version: debrief.version,
          seconds: debrief.seconds,
          primaryReason: debrief.primaryReason ?? null,
          answers: debrief.answers,
        }
      : null,
    reviews: reviews.map(({ pass, on, framework, version, seconds, primaryReason, answers }) => ({
      pass,
      on,
      framework,
      version,
      seconds,
      primaryReason: primaryReason ?? null,
      answers,
    })),
    contact: contact ?? null,
    actions: actions.map(({ id, text, because, message, due, state, rule }) => ({
      id,
      text,
      because,
      message: message ?? null,
      due,
      state,
      rule,
    })),
    followUp: followUp ? entryJson(followUp) : null,
    contactPlan: otherEntries.map((entry) => entryJson(entry)),
    timeline: timelineJson(touches, deal.decidedOn),
    views: viewsJson(views),
  };
}

function factsJson({ amount, contractMonths, ...facts }: DealRecord['deal']): Record<string, unknown> {
  return {
    id: facts.id,
    uuid: facts.uuid,
    name: facts.name,
    outcome: facts.outcome ?? null,
    amount: amount ? toMajor(amount) : null,
    currency: amount?.currency ?? null,
    contractMonths: contractMonths ?? null,
    decidedOn: facts.decidedOn ?? null,
    winner: facts.winner ?? null,
    forecast: facts.forecast ?? null,
    stage: facts.stage ?? null,
  };
}

/** Under the names that they have in the complete export. */
function particularsJson({ fields, crm, ...known }: Particulars): Record<string, unknown> {
  return {
    account: known.account ?? null,
    owner: known.owner ?? null,
    createdOn: known.createdOn ?? null,
    segment: known.segment ?? null,
    persona: known.persona ?? null,
    source: known.source ?? null,
    product: known.product ?? null,
    fields,
    crm: crm.map(({ source, id }) => ({ source, id })),
  };
}

function entryJson({
  id,
  kind,
  on,
  time,
  channel,
  rule,
  because,
  state,
}: DealRecord['otherEntries'][number]): Record<string, unknown> {
  return { id, kind, on, time, channel, rule, because, state };
}
