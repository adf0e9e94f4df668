import type { Answers } from '../answers.ts';
import type { DealRecord, Debrief, KeptAnswer, KeptDebrief } from '../debrief.ts';
import type { Particulars } from '../particulars.ts';
import type { Reach } from './portable.ts';
import type { Views } from '../views.ts';

/**
 * A record as it may be handed on: its facts and, unless it is for facts alone, what the buyer said. Built from what is
 * named here and nothing else, so a field that is new stays at home until it has its line.
 */
export function recordWithin(record: DealRecord, reach: Exclude<Reach, 'complete'>): DealRecord {
  const hasWords = reach === 'their-words';
  return {
    deal: record.deal,
    particulars: particularsWithin(record.particulars, hasWords),
    debrief: record.debrief && debriefWithin(record.debrief, hasWords),
    reviews: record.reviews.map((review) => ({ ...debriefWithin(review, hasWords), pass: review.pass })),
    contact: hasWords ? nameAndRole(record.contact) : undefined,
    actions: record.actions.map(({ id, rule, due, state }) => ({
      id,
      rule,
      due,
      state,
      // Its words are the person's own; a calendar calls it the same.
      text: `Action ${id}`,
      because: '',
      message: undefined,
    })),
    followUp: record.followUp && withoutNote(record.followUp),
    otherEntries: record.otherEntries.map(withoutNote),
    touches: record.touches.map(({ note, ...touch }) => ({ ...touch, note: hasWords ? note : undefined })),
    views: viewsWithin(record.views, hasWords),
  };
}

/** Whose deal it is stays at home; a CRM may have anybody's words in fields of its own. */
function particularsWithin({ account, createdOn, crm, fields, ...more }: Particulars, hasWords: boolean): Particulars {
  const { segment, persona, source, product } = more;
  return {
    account,
    owner: undefined,
    createdOn,
    segment,
    persona,
    source,
    product,
    fields: hasWords ? fields : {},
    crm,
  };
}

/** Answers of the buyer that are handed on. How to reach somebody is not among them. */
export const TOLD_ANSWERS: readonly string[] = ['said', 'terms', 'trigger', 'their-priority', 'against'];

function debriefWithin({ kept, ...debrief }: KeptDebrief, hasWords: boolean): KeptDebrief {
  const told = kept.filter((answer) => mayLeave(answer, hasWords));
  const { framework, version, seconds, primaryReason, on } = debrief;
  return {
    framework,
    version,
    seconds,
    primaryReason,
    on,
    answers: only(debrief, new Set(told.map(({ id }) => id))),
    kept: told,
  };
}

/** An answer without words on screen has no class to go by, so it stays. */
function only({ answers }: Debrief, ids: ReadonlySet<string>): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => ids.has(id)));
}

function mayLeave({ id, class: answerClass }: KeptAnswer, hasWords: boolean): boolean {
  return answerClass === 'fact' || (hasWords && answerClass === 'their-words' && TOLD_ANSWERS.includes(id));
}

function nameAndRole(contact: DealRecord['contact']): DealRecord['contact'] {
  return contact && { name: contact.name, ...(contact.role !== undefined && { role: contact.role }) };
}

function withoutNote({ note: _own, ...entry }: DealRecord['otherEntries'][number]): DealRecord['otherEntries'][number] {
  return entry;
}

/** What colleagues think stays among them. */
function viewsWithin({ causes, feedback }: Views, hasWords: boolean): Views {
  return {
    causes: causes.filter(({ whose }) => whose !== 'colleague'),
    feedback: feedback.map(({ reply, ...request }) => ({
      ...request,
      reply: reply && { ...reply, words: hasWords ? reply.words : '' },
    })),
    opinions: [],
  };
}
