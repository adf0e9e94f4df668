import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Appointment } from '../../src/core/due/appointment.ts';
import { cleanText } from '../../src/core/text/clean-text.ts';
import { ics } from '../../src/formats/ics.ts';
import { anyText } from '../support/any-text.ts';
import { eventsIn, eventsInToo } from '../support/calendars.ts';
import { anyDay, day } from '../support/days.ts';

const MADE_AT = '2026-11-20T12:00:00.000Z';

const CALL: Appointment = {
  uuid: '0b0e7c1e-3f0a-4b7e-9a51-5f2d8c6b1a90',
  sequence: 0,
  on: day('2027-08-20'),
  time: '09:00',
  summary: 'Call Dana Reyes (Northwind Logistics)',
  description: 'Offer the same terms: 148,000 EUR, 12 months, onboarding free.\nWhen it is done: lossdebrief done F1',
};

test('an appointment is a quarter of an hour without a zone, rings at its start and leaves the person free', () => {
  expect(ics([CALL], MADE_AT).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//lossdebrief//lossdebrief//EN',
    'BEGIN:VEVENT',
    'UID:0b0e7c1e-3f0a-4b7e-9a51-5f2d8c6b1a90',
    'SEQUENCE:0',
    'DTSTAMP:20261120T120000Z',
    'DTSTART:20270820T090000',
    'DTEND:20270820T091500',
    'SUMMARY:Call Dana Reyes (Northwind Logistics)',
    'TRANSP:TRANSPARENT',
    String.raw`DESCRIPTION:Offer the same terms: 148\,000 EUR\, 12 months\, onboarding fr`,
    String.raw` ee.\nWhen it is done: lossdebrief done F1`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:PT0S',
    'DESCRIPTION:Call Dana Reyes (Northwind Logistics)',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

test('an appointment late in the evening ends on the next day', () => {
  const [event] = eventsIn(ics([{ ...CALL, on: day('2027-12-31'), time: '23:50' }], MADE_AT));
  expect(event).toMatchObject({ start: '2027-12-31T23:50:00', end: '2028-01-01T00:05:00' });
});

// The second is a night in which the clocks of Berlin go forward.
test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin', 'Asia/Kathmandu'])(
  'in %s nine o’clock is nine o’clock',
  (zone) => {
    const before = process.env['TZ'];
    onTestFinished(() => {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    });
    const calls = [CALL, { ...CALL, on: day('2027-03-28'), time: '02:30' }];
    process.env['TZ'] = 'UTC';
    const inUtc = ics(calls, MADE_AT);
    process.env['TZ'] = zone;
    expect(new Date(MADE_AT).getTimezoneOffset()).not.toBe(0);
    expect(ics(calls, MADE_AT)).toBe(inUtc);
  },
);

test('without appointments it is an empty calendar', () => {
  expect(eventsIn(ics([], MADE_AT))).toEqual([]);
});

describe('whatever the words are', () => {
  const anyWords = fc.oneof(anyText(), fc.string({ unit: 'grapheme', maxLength: 200 }), awkwardWords());
  const anyAppointment: fc.Arbitrary<Appointment> = fc.record({
    uuid: fc.uuid(),
    sequence: fc.nat({ max: 99 }),
    on: anyDay(),
    time: fc
      .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
    summary: anyWords.filter((words) => cleanText(words) !== ''),
    description: fc.option(
      anyWords.filter((words) => cleanText(words) !== ''),
      { nil: undefined },
    ),
  });

  test('a calendar reads them as they were written', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyAppointment, { selector: ({ uuid }) => uuid, maxLength: 3 }), (appointments) => {
        expect(eventsIn(ics(appointments, MADE_AT))).toMatchObject(appointments.map(asRead));
      }),
    );
  });

  // node-ical unescapes a backslash last and takes quotes off both ends, so those two are left to the other parser.
  test('another calendar does too', () => {
    const anyPlainer = anyAppointment.map(({ summary, description, ...rest }) => ({
      ...rest,
      summary: `Call ${summary.replaceAll('\\', '')}.`,
      description: description && `They said ${description.replaceAll('\\', '')}.`,
    }));
    fc.assert(
      fc.property(anyPlainer, (appointment) => {
        expect(eventsInToo(ics([appointment], MADE_AT))).toMatchObject([asRead(appointment)]);
      }),
    );
  });

  test('no line is longer than 75 octets, and each ends as the standard says', () => {
    fc.assert(
      fc.property(anyAppointment, (appointment) => {
        const file = ics([appointment], MADE_AT);
        expect(file.endsWith('\r\n')).toBe(true);
        const lines = file.split('\r\n');
        expect(lines.filter((line) => /[\r\n]/.test(line) || Buffer.byteLength(line) > 75)).toEqual([]);
      }),
    );
  });

  test('no line is broken inside a character', () => {
    fc.assert(
      fc.property(anyAppointment, (appointment) => {
        const file = ics([appointment], MADE_AT);
        const readByLine = file.split('\r\n').map((line) => Buffer.from(line).toString());
        expect(readByLine.join('\r\n')).toBe(file);
      }),
    );
  });
});

/** Names at the edges of the format: what it escapes, and what folds in a bad place. */
function awkwardWords(): fc.Arbitrary<string> {
  const bits = [
    'Northwind',
    ',',
    ';',
    ':',
    '\\',
    '\\n',
    '\n',
    '\r\n',
    '"',
    '🚚',
    '👩‍💻',
    'ü',
    '株式会社',
    ' ',
    'END:VEVENT',
  ];
  return fc.array(fc.constantFrom(...bits), { minLength: 1, maxLength: 60 }).map((parts) => parts.join(''));
}

function asRead({ uuid, sequence, on, time, summary, description }: Appointment): Record<string, unknown> {
  return {
    uid: uuid,
    sequence,
    start: `${on}T${time}:00`,
    summary: cleanText(summary),
    description: description === undefined ? '' : cleanText(description, 'keep'),
    transparency: 'TRANSPARENT',
    alarms: ['DISPLAY PT0S'],
  };
}
