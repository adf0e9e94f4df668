import type { Answers, Read } from '../answers.ts';
import type { FollowOn, Option } from '../asked.ts';
import { readDay } from '../days/read-day.ts';
import { anyDayPart } from './day.ts';
import type { Context, Kind } from './kind.ts';
import { oneLine, textPart } from './text.ts';

/**
 * When they could buy: a day they named, the day they decide or renew, or an event with a day if one is known. One key,
 * then its value. Where a condition stands already (only if …), the event is that condition and only its day is asked.
 */
export const door: Kind = {
  parts: () => [
    anyDayPart('call-on'),
    anyDayPart('decides-on'),
    { ...textPart('trigger'), inPassing: true },
    anyDayPart('trigger-on'),
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

function dayOf(id: string, ask: string, { today, speech }: Context): FollowOn {
  return {
    ask,
    hint: speech.answers.door.dayHint,
    optional: false,
    read: async (typed) => {
      const read = await readDay(typed, today, 'future', speech);
      return 'problem' in read ? read : { ...read, value: { [id]: read.value } };
    },
  };
}

function readEvent(typed: string): Read<Answers> {
  const event = oneLine(typed);
  return { value: { trigger: event }, understood: event };
}
