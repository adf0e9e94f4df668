import type { Answers, Read } from '../answers.ts';
import type { FollowOn, Option } from '../asked.ts';
import { readDay } from '../read-day.ts';
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
  return [
    ...named(context),
    {
      key: 'e',
      label: 'an event they wait for',
      answers: {},
      followOns: [
        { ask: 'Which event?', hint: 'For example: the new budget year', optional: false, read: readEvent },
        { ...dayOf('trigger-on', 'When is that?', context), optional: true },
      ],
    },
    { key: 'n', label: 'not known', answers: {} },
  ];
}

function onCondition(context: Context): readonly Option[] {
  return [
    ...named(context),
    {
      key: 'e',
      label: 'it should come true on a day I know',
      answers: {},
      followOns: [dayOf('trigger-on', 'Which day?', context)],
    },
    { key: 'n', label: 'not known', answers: {} },
  ];
}

function named(context: Context): readonly Option[] {
  return [
    { key: 'c', label: 'they said when to call', answers: {}, followOns: [dayOf('call-on', 'Which day?', context)] },
    {
      key: 'd',
      label: 'they decide or renew on a day',
      answers: {},
      followOns: [dayOf('decides-on', 'Which day?', context)],
    },
  ];
}

function dayOf(id: string, ask: string, { today }: Context): FollowOn {
  return {
    ask,
    hint: 'A day: 2027-03-01, in 3 months, next friday',
    optional: false,
    read: async (typed) => {
      const read = await readDay(typed, today, 'future');
      return 'problem' in read ? read : { ...read, value: { [id]: read.value } };
    },
  };
}

function readEvent(typed: string): Read<Answers> {
  const event = oneLine(typed);
  return { value: { trigger: event }, understood: event };
}
