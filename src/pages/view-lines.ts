import { textIn } from '../core/answers.ts';
import type { DealRecord } from '../core/debrief.ts';
import { BLANK, heading, indented, line, type Page, quiet } from '../core/page.ts';
import { cautionsAbout, cautionsAboutEnding, type PoliteNo, sayCaution } from '../core/polite-noes.ts';
import { findReason, type ReasonBook } from '../core/reasons.ts';
import { sayDay } from '../core/days/say-day.ts';
import type { Feedback, Opinion } from '../core/views.ts';

/** What views are read with: the words for reasons, and what is often said out of politeness. */
export interface Reading {
  readonly reasons: ReasonBook;
  readonly politeNoes: readonly PoliteNo[];
}

/** What they said, what you think and what others see, beside each other. Empty as long as there is only one view. */
export function viewLines(record: DealRecord, reading: Reading): Page {
  const { views, deal, debrief } = record;
  const said = textIn(debrief?.answers ?? {}, 'said');
  const cautions = cautionsAboutEnding(deal.outcome, said, reading.politeNoes).map(sayCaution);
  if (views.feedback.length === 0 && views.opinions.length === 0 && cautions.length === 0) return [];
  return [
    BLANK,
    line(heading('Why, as each sees it')),
    ...cautions.map((caution) => careLine(INDENT, 'What they said, with care: ', caution)),
    ...mineLines(record, reading.reasons),
    ...views.feedback.flatMap((feedback) => feedbackLines(feedback, reading)),
    ...views.opinions.flatMap((opinion) => opinionLines(opinion, reading.reasons)),
  ];
}

const INDENT = 2;
const WORDS = 4;

function mineLines({ views }: DealRecord, reasons: ReasonBook): Page {
  const mine = views.causes.filter(({ whose }) => whose === 'self');
  return mine.map(({ rank, reason, evidence, on }) =>
    indented(
      INDENT,
      `${RANK_WORDS[rank]}: ${labelOf(reason, reasons)}.`,
      quiet(`  ${EVIDENCE_WORDS[evidence]}, ${sayDay(on)}`),
    ),
  );
}

const RANK_WORDS = { primary: 'You think', contributing: 'And it added to it, you think' } as const;

const EVIDENCE_WORDS = {
  guess: 'a guess',
  inference: 'inferred from what they said',
  'said-at-the-no': 'said at the no',
  'said-later': 'said later',
  confirmed: 'confirmed',
} as const;

function feedbackLines({ sentOn, reply }: Feedback, { reasons, politeNoes }: Reading): Page {
  const asked = sentOn ? `Asked on ${sayDay(sentOn)}` : 'Told you unasked';
  if (!reply) return [indented(INDENT, `${asked}, no answer yet.`)];
  return [
    indented(INDENT, `${asked}, answered on ${sayDay(reply.on)}:`),
    ...wordLines(reply.words),
    ...reasonLines('Their reason', reply.reason, reasons),
    ...cautionsAbout(reply.words, politeNoes).map((caution) => careLine(WORDS, 'With care: ', sayCaution(caution))),
  ];
}

function opinionLines({ about, from, on, words, reason, lookDeeper, why }: Opinion, reasons: ReasonBook): Page {
  return [
    indented(INDENT, about === 'call' ? `${from} saw on a call, ${sayDay(on)}:` : `${from}, ${sayDay(on)}:`),
    ...wordLines(words),
    ...reasonLines('Their reason', reason, reasons),
    ...(lookDeeper ? [indented(WORDS, `${DEPTH_WORDS[lookDeeper]}${why === undefined ? '.' : `: ${why}`}`)] : []),
  ];
}

const DEPTH_WORDS = { yes: 'Worth a deeper look', 'not-now': 'Not now' } as const;

function wordLines(words: string): Page {
  return words.split('\n').map((text) => indented(WORDS, text));
}

function reasonLines(title: string, reason: string | undefined, reasons: ReasonBook): Page {
  return reason === undefined ? [] : [indented(WORDS, `${title}: ${labelOf(reason, reasons)}.`)];
}

function careLine(indent: number, title: string, caution: string): Page[number] {
  return indented(indent, { text: title, as: 'strong' }, caution);
}

function labelOf(code: string, reasons: ReasonBook): string {
  return findReason(reasons, code)?.label ?? code;
}
