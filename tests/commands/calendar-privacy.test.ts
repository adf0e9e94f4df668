import { expect, test } from 'vitest';
import { eventsIn } from '../support/calendars.ts';
import { everythingFilled, plantCanaries } from '../support/canaries.ts';

/** All that a calendar entry may be made of. Every other text in the file is private, new columns from their first day on. */
const MAY_LEAVE: ReadonlySet<string> = new Set([
  'deal.name',
  'deal.currency',
  'contact.name',
  'feedback_reply.words',
  'schedule_entry.uuid',
  'schedule_entry.kind',
  'schedule_entry.time',
  'schedule_entry.channel',
  'schedule_entry.rule',
  'schedule_entry.because',
  'action.uuid',
]);
/** Answers among their words that may leave. */
const MAY_BE_TOLD = `answer IN ('said', 'terms')`;

/** What must hold a canary for the test to mean anything. */
const PRIVATE_TABLES = [
  'action_text',
  'closing_note',
  'contact',
  'experiment',
  'lesson',
  'opinion',
  'phrase',
  'reflection',
  'their_word',
  'touch_note',
];

test('nothing of the person’s own thoughts, and of their words only what is listed, gets into a calendar', async () => {
  const { app, connection } = await everythingFilled();
  expect([...plantCanaries(connection, MAY_LEAVE, MAY_BE_TOLD)].toSorted()).toEqual(
    expect.arrayContaining(PRIVATE_TABLES),
  );
  for (const args of [
    ['export', '--format', 'ics'],
    ['due', '--ics', '-', '--all'],
  ]) {
    const { out, err } = await app.does(args);
    const unfolded = out.replaceAll('\r\n ', '');
    expect(unfolded + err).not.toContain('canary');
    expect(unfolded).toContain('onboarding free');
    expect(unfolded).toContain('Bring a reference next time');
    expect(unfolded).toContain('safer choice');
    expect(eventsIn(out).map(({ summary }) => summary)).toContain('Action A2');
  }
});
