import { describe, expect, test } from 'vitest';
import { changed, NORTHWIND_SCRIPT, upTo } from '../support/debriefs.ts';
import { MUCH_SAID, onFullDisk } from '../support/full-disk.ts';
import type { Script } from '../support/scripted-terminal.ts';

const SCRIPT = changed(NORTHWIND_SCRIPT, { said: MUCH_SAID });
const WITH_SAID: Script = [...upTo(SCRIPT, 'said'), ['said', MUCH_SAID]];

describe('an answer for which the disk has no room', () => {
  test('is kept once there is room again', async () => {
    const app = await onFullDisk(2);
    const ran = await app.does(['new', 'Northwind Logistics', '--json'], {
      script: [...WITH_SAID, ['try-again', ''], ['try-again', 'a'], ...after('said')],
    });
    expect(ran.json().debrief.answers.said).toBe(MUCH_SAID);
  });

  test('is printed with all others for somebody who stops, and the others are in the draft', async () => {
    const app = await onFullDisk(Number.POSITIVE_INFINITY);
    const ran = await app.run(['new', 'Northwind Logistics'], { script: [...WITH_SAID, ['try-again', 's']] });
    expect(ran).toMatchObject({ exitCode: 6, out: '' });
    expect(ran.err).toContain('error: The disk is full');
    expect(printedAnswers(ran.err)).toMatchObject({ deal: 'Northwind Logistics', winner: 'Globex', said: MUCH_SAID });
    expect(ran.err).toContain('Go on with: lossdebrief new --resume R1');
    const [draft] = app.store.drafts.all();
    expect(draft?.answers).toMatchObject({ winner: 'Globex', 'winner-edge': 'proof' });
    expect(draft?.answers).not.toHaveProperty('said');
  });

  test('is printed for somebody who presses Ctrl-C, too', async () => {
    const app = await onFullDisk(Number.POSITIVE_INFINITY);
    const ran = await app.run(['new', 'Northwind Logistics'], { script: WITH_SAID });
    expect(ran.exitCode).toBe(6);
    expect(printedAnswers(ran.err)).toMatchObject({ said: MUCH_SAID });
  });

  test('is printed for a file of answers where not even the first one could be kept', async () => {
    const app = await onFullDisk(Number.POSITIVE_INFINITY);
    const name = `Northwind Logistics ${'and sons '.repeat(2000)}`.trim();
    const ran = await app.run(['new'], {
      script: [
        ['deal', name],
        ['try-again', 's'],
      ],
    });
    expect(printedAnswers(ran.err)).toEqual({ deal: name });
    expect(ran.err).toContain('Put these lines into a file, and then: lossdebrief new --answers FILE');
  });
});

test('a finished debrief for which the disk has no room waits in its draft, and can be saved once there is', async () => {
  const app = await onFullDisk(2);
  await app.run(['new', 'Northwind Logistics'], { script: upTo(NORTHWIND_SCRIPT, 'review') });
  const ran = await app.run(['new', '--resume'], {
    script: [
      ['review', ''],
      ['try-again', 's'],
    ],
  });
  expect(ran).toMatchObject({ exitCode: 6, out: '' });
  expect(ran.err).toContain('Your answers are safe in R1.');
  expect(app.store.counts()).toMatchObject({ debriefs: 0, drafts: 1 });
  await app.does(['new', '--resume'], {
    script: [
      ['review', ''],
      ['try-again', 'a'],
    ],
  });
  expect(app.store.counts()).toMatchObject({ debriefs: 1, drafts: 0 });
});

function after(id: string): Script {
  return SCRIPT.slice(SCRIPT.findIndex(([question]) => question === id) + 1);
}

function printedAnswers(text: string): unknown {
  return JSON.parse(text.slice(text.indexOf('\n{\n'), text.indexOf('\n}\n') + 2));
}
