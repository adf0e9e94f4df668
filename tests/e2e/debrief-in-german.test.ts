import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { builtProgram, PROGRAM } from '../support/built-program.ts';
import { ENTER, type Keys, pressPlainly } from '../support/debrief-keys.ts';
import { onTerminal } from '../support/pseudo-terminal.ts';

const GERMAN = { LANG: 'de_DE.UTF-8', LC_ALL: '', LC_MESSAGES: '' };

const LOSS: Keys = [
  ['Welchen Deal haben Sie verloren?', `Größe & Söhne${ENTER}`],
  ['Was haben Sie angeboten?', `148.000 EUR 12 Monate, Einführung gratis${ENTER}`],
  ['Wann war es zu Ende?', `letzten Freitag${ENTER}`],
  ['wie sicher waren Sie', 'h'],
  ['Bei wem ist er jetzt?', 'd'],
  ['Was haben sie gesagt', `Im Moment nicht.${ENTER}`],
  ['was glauben Sie, woran es lag?', 'e'],
  ['Wussten Sie vor der Demo', 'vsnsvn'],
  ['zum letzten Mal noch ändern', 'c'],
  ['verloren, weil ich', `weil sie kein Budget hatten${ENTER}`],
  ['einen Satz, der mit Ihnen beginnt?', `nie nach dem Termin gefragt habe${ENTER}`],
  ['Was machen Sie nächstes Mal?', ENTER],
  ['Würden Sie diesen Kunden wieder wollen?', 'u'],
  ['Unter welcher Bedingung?', `der Haushalt steht${ENTER}`],
  ['Wissen Sie, wann sie kaufen könnten?', `e1.3.2027${ENTER}`],
  ['Wen rufen Sie an?', `Jörg Müßig, CFO${ENTER}`],
  ['wen rufen Sie als Nächstes an?', ENTER],
  ['Das sind Ihre Antworten.', ENTER],
];

/** Keys that come together are a paste to a choice, so a key and the line behind it are pressed one after the other. */
async function press(terminal: ReturnType<typeof onTerminal>, keys: Keys): Promise<void> {
  let since = 0;
  for (const [sees, presses] of keys) {
    await terminal.shows(sees, since);
    since = terminal.text().length;
    if (!presses.startsWith('e1')) terminal.write(presses);
    else {
      terminal.write('e');
      await terminal.shows('An welchem Tag?', since);
      terminal.write(presses.slice(1));
    }
  }
}

test('a whole debrief in German fits on 40 columns, with its umlauts, and keeps the codes', async () => {
  const program = builtProgram();
  const terminal = onTerminal(PROGRAM, ['new'], { columns: 40, rows: 40, env: { ...program.env, ...GERMAN } });
  await press(terminal, LOSS);
  expect(await terminal.ended).toBe(0);
  expect(terminal.text()).toContain('Jetzt den Nächsten anrufen.');
  const page = terminal.text().slice(terminal.text().lastIndexOf('Größe & Söhne, verschoben'));
  expect(page.split('\n').filter((line) => stringWidth(line) > 40)).toEqual([]);
  expect(JSON.parse(program.run(['show', 'D1', '--json']).stdout)).toMatchObject({
    deal: { name: 'Größe & Söhne', outcome: 'postponed', amount: 148_000, decidedOn: '2026-11-13', forecast: 100 },
    debrief: { primaryReason: 'no-urgency', answers: { again: 'only-if', 'trigger-on': '2027-03-01' } },
    followUp: { rule: 'trigger' },
  });
});

test('with --accessible it is read aloud in German, and numbers and words are understood', async () => {
  const program = builtProgram();
  const env = { ...program.env, ...GERMAN };
  const terminal = onTerminal(PROGRAM, ['new', '--accessible'], { env });
  await pressPlainly(terminal, [
    ['Frage 1 von 13, 0 Sekunden. Welchen Deal haben Sie verloren?', `Größe & Söhne${ENTER}`],
    ['Was haben Sie angeboten?', `148 Tsd EUR${ENTER}`],
    ['Verstanden: 148.000,00 EUR.', `vorgestern${ENTER}`],
    ['Verstanden: Mittwoch, 18. November 2026.', `9${ENTER}`],
    ['Bei wem ist er jetzt?', `99${ENTER}`],
    ['Geben Sie eine Zahl von 1 bis 10 ein, dann Enter.', `4${ENTER}`],
    ['Was haben sie gesagt', '\u0003'],
  ]);
  expect(terminal.text()).toContain('Jemand hat ihn:');
  expect(terminal.text()).toContain('Enter: auslassen. Fragezeichen: warum. Kleiner als: zurück.');
  await terminal.shows('Unterbrochen. 5 Antworten in R1 gesichert. Weiter mit: lossdebrief new --resume R1');
  expect(await terminal.ended).not.toBe(0);
});
