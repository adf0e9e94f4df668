import type { NeutralBrief } from '../core/neutral-brief.ts';
import { BLANK, heading, indented, item, line, type Page } from '../core/page.ts';
import { sayDay, sayShortDay } from '../core/days/say-day.ts';
import { silencesIn } from '../core/timeline.ts';
import type { Touch } from '../core/touch.ts';
import { sayDeal } from './deal-words.ts';

/** One page to hand to a colleague: what happened and what was said, then what to look for. The steps belong before `demoStage`. */
export function briefPage(brief: NeutralBrief, demoStage: string): Page {
  const { deal, contact, terms, steps, said, replies } = brief;
  const who = contact && [contact.name, contact.role].filter((part) => part !== undefined).join(', ');
  return [
    line({ text: `${sayDeal({ ...deal, forecast: undefined, stage: undefined })}.`, as: 'strong' }),
    ...(who === undefined ? [] : [line(`Contact: ${who}.`)]),
    ...(terms === undefined ? [] : [line(`Offered: ${terms}.`)]),
    ...section(`What was asked before the ${demoStage}`, steps),
    ...section('What they said', said?.split('\n') ?? []),
    ...replies.flatMap(({ on, words }) => section(`What they said later, on ${sayDay(on)}`, words.split('\n'))),
    ...timelineLines(brief),
    ...section('What I would like to know from you', QUESTIONS),
  ];
}

/** Open questions, so that the answer is theirs. */
const QUESTIONS = [
  'What do you see in this that could have caused the loss?',
  'What would you have done differently, and when?',
  'What would you want to know that is not here?',
];

function section(title: string, texts: readonly string[]): Page {
  return texts.length === 0 ? [] : [BLANK, line(heading(title)), ...texts.map((text) => indented(2, text))];
}

function timelineLines({ touches, deal }: NeutralBrief): Page {
  if (touches.length === 0) return [];
  const silences = silencesIn(touches, deal.decidedOn);
  const lines = touches.flatMap((touch, index) => {
    // A silence begins with the last entry of its day.
    const isLastOfDay = touches[index + 1]?.on !== touch.on;
    const silence = isLastOfDay ? silences.find(({ from }) => from === touch.on) : undefined;
    return [touchLine(touch), ...(silence ? [indented(2 + WHEN, `${silence.days} days without contact`)] : [])];
  });
  return [BLANK, line(heading('What happened')), ...lines];
}

const WHEN = 13;

function touchLine({ on, channel, missed, note }: Touch): Page[number] {
  const what = `${channel}${missed ? ', missed' : ''}`;
  return item(2, { text: sayShortDay(on) }, WHEN, note === undefined ? what : `${what}: ${note.replaceAll('\n', ' ')}`);
}
