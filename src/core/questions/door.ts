import { type Answers, type Read, textIn } from '../answers.ts';
import type { FollowOn, Option } from '../asked.ts';
import { wordsIdOf } from '../day-words.ts';
import type { Day } from '../days/day.ts';
import { readDay } from '../days/read-day.ts';
import { anyDayPart } from './day.ts';
import { type Context, type Kind, type Part, REFUSED } from './kind.ts';
import { oneLine, textPart } from './text.ts';

/**
 * When they could buy: a day they named, the day they decide or renew, or an event with a day if one is known. One key,
 * then its value. Where a condition stands already (only if …), the event is that condition and only its day is asked.
 */
export const door: Kind = {
  parts: () => [
    ...dayParts('call-on'),
    ...dayParts('decides-on'),
    { ...textPart('trigger'), inPassing: true },
    ...dayParts('trigger-on'),
  ],
  form: (_question, context, answers) => ({
    form: 'choice',
    options:
      typeof answers['trigger'] === 'string' && answers['again'] === 'only-if' ? onCondition(context) : open(context),
  }),
};

function open(context: Context): readonly Option[] {
  const words = context.speech.answers.door;
  return [
    ...named(context),
    {
      ...words.event,
      answers: {},
      followOns: [
        { ask: words.whichEvent, hint: words.eventHint, optional: false, read: readEvent },
        { ...dayOf('trigger-on', words.whenIsThat, context), optional: true },
      ],
    },
    { ...words.notKnown, answers: {} },
  ];
}

function onCondition(context: Context): readonly Option[] {
  const { condition, notKnown, whichDay } = context.speech.answers.door;
  return [
    ...named(context),
    { ...condition, answers: {}, followOns: [dayOf('trigger-on', whichDay, context)] },
    { ...notKnown, answers: {} },
  ];
}

function named(context: Context): readonly Option[] {
  const { callOn, decidesOn, whichDay } = context.speech.answers.door;
  return [
    { ...callOn, answers: {}, followOns: [dayOf('call-on', whichDay, context)] },
    { ...decidesOn, answers: {}, followOns: [dayOf('decides-on', whichDay, context)] },
  ];
}

/** A day, and the words for a time that it may have been given in; it is said with them. */
function dayParts(id: string): readonly Part[] {
  const day = anyDayPart(id);
  return [
    {
      ...day,
      say: (value, context, answers = {}) => {
        const words = textIn(answers, wordsIdOf(id));
        const { days, plan } = context.speech;
        return words === undefined ? days.long(value as Day) : plan.takenAs(words, value as Day);
      },
    },
    {
      id: wordsIdOf(id),
      inPassing: true,
      allowed: () => 'a time to come in words, such as Q2',
      read: async (value, context) => {
        const read = await day.read(value, context);
        return 'words' in read && read.words !== undefined ? { value: read.words } : REFUSED;
      },
      // The day says them.
      say: () => '',
    },
  ];
}

function dayOf(id: string, ask: string, { today, speech }: Context): FollowOn {
  return {
    ask,
    hint: speech.answers.door.dayHint,
    optional: false,
    read: async (typed) => {
      const read = await readDay(typed, today, 'future', speech);
      if ('problem' in read) return read;
      return {
        ...read,
        value: { [id]: read.value, ...(read.words !== undefined && { [wordsIdOf(id)]: read.words }) },
      };
    },
  };
}

function readEvent(typed: string): Read<Answers> {
  const event = oneLine(typed);
  return { value: { trigger: event }, understood: event };
}
