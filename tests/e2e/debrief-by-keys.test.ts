import { describe, expect, test } from 'vitest';
import { onTerminal, type PseudoTerminal, type Surroundings } from '../support/pseudo-terminal.ts';
import { builtProgram, type BuiltProgram, PROGRAM } from '../support/built-program.ts';
import { ENTER, type Keys, NORTHWIND_KEYS as NORTHWIND, press, pressPlainly } from '../support/debrief-keys.ts';

function start(program: BuiltProgram, args: readonly string[], around: Surroundings = {}): PseudoTerminal {
  return onTerminal(PROGRAM, args, { ...around, env: { ...program.env, ...around.env } });
}

/** The keys up to the question with these words, that one left out. */
function before(words: string): Keys {
  return NORTHWIND.slice(
    0,
    NORTHWIND.findIndex(([sees]) => sees === words),
  );
}

function from(words: string): Keys {
  return NORTHWIND.slice(NORTHWIND.findIndex(([sees]) => sees === words));
}

function shown(program: BuiltProgram, id = 'D1') {
  return JSON.parse(program.run(['show', id, '--json']).stdout);
}

describe('a person at a terminal', () => {
  test('goes through a whole debrief by keys and leaves with the call and the date', async () => {
    const program = builtProgram();
    const terminal = start(program, ['new']);
    await press(terminal, NORTHWIND);
    expect(await terminal.ended).toBe(0);
    expect(terminal.text()).toContain('Now call Contoso.');
    expect(terminal.text()).toContain('Friday 20 August 2027, 09:00: call Dana Reyes');
    expect(shown(program)).toMatchObject({
      deal: { name: 'Northwind Logistics', winner: 'Globex' },
      debrief: { primaryReason: 'trust-risk' },
    });
  });

  test('sees the position and the time spent with every question', async () => {
    const program = builtProgram();
    const terminal = start(program, ['new', 'Northwind Logistics']);
    await press(terminal, from('What did you offer?').slice(0, 6));
    await terminal.shows('6a of 13');
    expect(terminal.text()).toMatch(/6a of 13 · \d:\d\d · No ego/);
    terminal.kill('SIGKILL');
  });

  test('pastes a mail of three paragraphs, and it is kept whole', async () => {
    const program = builtProgram();
    const terminal = start(program, ['new']);
    await press(terminal, before('What did they say'));
    await terminal.shows('What did they say');
    terminal.write('\u001b[200~Dear Sam,\n\nwe chose Globex.\n\nKind regards\nDana\u001b[201~');
    await terminal.shows('Dana');
    terminal.write(ENTER);
    await press(terminal, from('what do you think it was?'));
    expect(await terminal.ended).toBe(0);
    expect(shown(program).debrief.answers.said).toBe('Dear Sam,\n\nwe chose Globex.\n\nKind regards\nDana');
  });

  test('pastes without marks, and the next question gets nothing of it', async () => {
    const program = builtProgram();
    const terminal = start(program, ['new']);
    await press(terminal, before('What did they say'));
    await terminal.shows('What did they say');
    terminal.write('Dear Sam,\rwe chose Globex.\rDana\r');
    await press(terminal, from('what do you think it was?'));
    expect(await terminal.ended).toBe(0);
    const { said, reason } = shown(program).debrief.answers;
    expect({ said, reason }).toEqual({ said: 'Dear Sam,\nwe chose Globex.\nDana', reason: 'price' });
  });

  test('goes back over a conditional question and forth again', async () => {
    const program = builtProgram();
    const terminal = start(program, ['new']);
    await press(terminal, [
      ...before('What did they say'),
      ['What did they say', '<'],
      ['Enter: keep "proof"', '<'],
      ['Enter: keep "Globex"', '<'],
      ['Enter: keep "another vendor"', 'd'],
      ...from('What did they say'),
    ]);
    expect(await terminal.ended).toBe(0);
    const { deal, debrief } = shown(program);
    expect(deal).toMatchObject({ outcome: 'postponed', winner: null });
    expect(debrief.answers).not.toHaveProperty('winner-edge');
  });

  test('on 40 columns sees no line that is wider', async () => {
    const program = builtProgram();
    const terminal = start(program, ['new'], { columns: 40, rows: 50 });
    await press(terminal, NORTHWIND.slice(0, -1));
    expect(await terminal.ended).toBe(0);
    expect(
      terminal
        .text()
        .split('\n')
        .filter((line) => line.length > 40),
    ).toEqual([]);
  });

  test('sees every answer on a line of its own before it is kept, and the rest after Enter', async () => {
    const program = builtProgram();
    const terminal = start(program, ['new']);
    await press(terminal, NORTHWIND.slice(0, -1));
    await terminal.shows('Page 2 of 2');
    const lines = terminal.text().split('\n');
    for (const answer of [
      'b  Offer: 148,000.00 EUR, 12 months, onboarding free',
      'c  Ended: ',
      's  Call next: Contoso',
    ]) {
      expect(lines.filter((line) => line.startsWith(`  ${answer}`))).not.toEqual([]);
    }
    expect(terminal.text()).toContain('asking again: no');
    expect(program.run(['list', '--json']).stdout).not.toContain('Northwind');
    terminal.write(ENTER);
    expect(await terminal.ended).toBe(0);
  });

  test('makes the window narrower, and the question is drawn anew at once', async () => {
    const program = builtProgram();
    const terminal = start(program, ['new', 'Northwind Logistics']);
    await terminal.shows('What did you offer?');
    const before = terminal.text().length;
    terminal.resize(30, 24);
    await terminal.shows('What did you offer?', before);
    expect(
      terminal
        .text()
        .slice(before)
        .split('\n')
        .filter((line) => line.length > 30),
    ).toEqual([]);
    terminal.kill('SIGKILL');
    await terminal.ended;
  });

  test('is told of a mistake in words that stay whole on a narrow screen', async () => {
    const terminal = start(builtProgram(), ['done', 'F9'], { columns: 40 });
    expect(await terminal.ended).toBe(3);
    expect(terminal.text().split('\n')).toEqual([
      'error: There is no action or follow-up',
      '       F9. Nothing was changed.',
      'try:   See what is open:',
      '       lossdebrief due --all',
      '',
    ]);
  });

  test('with NO_COLOR sees none', async () => {
    const program = builtProgram();
    const terminal = start(program, ['new'], { env: { NO_COLOR: '1' } });
    await press(terminal, NORTHWIND);
    expect(await terminal.ended).toBe(0);
    expect(terminal.raw()).not.toMatch(/\p{Cc}\[(?:(?:3|9|4)\d|[12])m/u);
  });

  test('sees a deal whose name would drive the terminal as harmless text', async () => {
    const program = builtProgram();
    program.run(['new', '\u001b]0;x\u0007', '--set', 'outcome=postponed']);
    for (const args of [['list'], ['show', 'D1', '--no-pager'], ['due']]) {
      const terminal = start(program, args);
      expect(await terminal.ended).toBe(0);
      expect(terminal.raw()).not.toContain('\u001b]0;x');
      expect(terminal.text()).toContain('^[]0;x^G');
    }
  });

  test('in the accessible mode reads plain lines with numbered choices and no control sequence', async () => {
    const program = builtProgram();
    const terminal = start(program, ['new', 'Contoso'], { env: { ACCESSIBLE: '1' } });
    await pressPlainly(terminal, [
      ['What did you offer?', `9k EUR 12m${ENTER}`],
      ['When did it end?', ENTER],
      ['how sure were you', `9${ENTER}`],
      ['Who has it now?', `4${ENTER}`],
      ['What did they say', `Not now.${ENTER}`],
      ['what do you think it was?', '\u0003'],
    ]);
    expect(await terminal.ended).toBe(130);
    expect(terminal.raw()).not.toMatch(/(?![\b\t\n\r])\p{Cc}/u);
    expect(program.run(['new', '--resume', 'R1', '--json', '--set', 'again=yes']).stdout).toContain(
      '"outcome": "postponed"',
    );
  });
});

describe('a debrief that is cut off', () => {
  const interrupted: Keys = before('what do you think it was?');

  test.each([
    ['Ctrl-C', 130, (terminal: PseudoTerminal) => terminal.write('\u0003')],
    ['SIGTERM', 143, (terminal: PseudoTerminal) => terminal.kill('SIGTERM')],
    ['SIGHUP', 129, (terminal: PseudoTerminal) => terminal.kill('SIGHUP')],
    ['SIGKILL', 0, (terminal: PseudoTerminal) => terminal.kill('SIGKILL')],
  ] as const)('by %s keeps exactly what was answered, and goes on there', async (_how, exitCode, cut) => {
    const program = builtProgram();
    const terminal = start(program, ['new']);
    await press(terminal, interrupted);
    await terminal.shows('what do you think it was?');
    cut(terminal);
    expect(await terminal.ended).toBe(exitCode);

    const again = start(program, ['new', '--resume']);
    await press(again, from('what do you think it was?'));
    expect(await again.ended).toBe(0);
    expect(again.text()).not.toContain('What did you offer?  ');
    expect(shown(program).debrief.answers).toMatchObject({
      said: 'The CFO felt Globex was the safer choice.',
      'own-it': 'never met the one who decides',
    });
  });

  test.each([
    ['Ctrl-C', (terminal: PseudoTerminal) => terminal.write('\u0003')],
    ['Ctrl-C between two questions', (terminal: PseudoTerminal) => terminal.kill('SIGINT')],
    ['SIGTERM', (terminal: PseudoTerminal) => terminal.kill('SIGTERM')],
    ['SIGHUP', (terminal: PseudoTerminal) => terminal.kill('SIGHUP')],
  ] as const)('by %s says how to go on, and leaves the cursor in sight', async (_how, cut) => {
    const program = builtProgram();
    const terminal = start(program, ['new', 'Northwind Logistics']);
    await press(terminal, from('What did you offer?').slice(0, 4));
    await terminal.shows('Who has it now?');
    cut(terminal);
    await terminal.ended;
    expect(terminal.text()).toContain('Go on with: lossdebrief new --resume R1');
    expect(terminal.raw()).toContain('\u001b[?25h');
    // Nothing can be left hidden by a kill either.
    expect(terminal.raw()).not.toContain('\u001b[?25l');
  });

  test('by a closed window on a screen of several rows shows again those that were answered', async () => {
    const program = builtProgram();
    const terminal = start(program, ['new']);
    await press(terminal, [...before('Before the demo, did you know'), ['Before the demo, did you know', 'bl']]);
    await terminal.shows("> Qualifying your contact's part");
    terminal.kill('SIGHUP');
    expect(await terminal.ended).toBe(129);

    const again = start(program, ['new', '--resume']);
    await press(again, [
      ['why they wanted one now late', ENTER],
      ['> Qualifying why they wanted one now', ENTER],
      ["> Qualifying your contact's part", 'lgln'],
      ...from('last moment'),
    ]);
    expect(await again.ended).toBe(0);
    expect(shown(program).debrief.answers.steps).toMatchObject({ timeframe: 'before', 'why-now': 'late' });
  });

  test('after each of its first answers has exactly that many', async () => {
    const program = builtProgram();
    for (const count of [1, 3, 6]) {
      const terminal = start(program, ['new']);
      if (count > 1) await press(terminal, [['unfinished', 'n']]);
      await press(terminal, NORTHWIND.slice(0, count));
      await terminal.shows(NORTHWIND[count]?.[0] ?? '');
      terminal.kill('SIGKILL');
      await terminal.ended;
      const next = start(program, ['new']);
      await next.shows(`${count === 1 ? '1 answer' : `${count} answers`}, 20 Nov 2026`);
      expect(next.text()).toContain('unfinished');
      next.kill('SIGKILL');
      await next.ended;
    }
  });
});
