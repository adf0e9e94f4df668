import { describe, expect, test } from 'vitest';
import { type Setting, testApp } from '../support/test-app.ts';
import type { Script } from '../support/scripted-terminal.ts';

/** The same loss as it is typed in each language; keys follow the words of the options. */
const LOSSES: Readonly<Record<'en' | 'de' | 'es', Script>> = {
  en: loss({
    offer: '148,000.00 EUR 12 months, onboarding free',
    ended: 'yesterday',
    steps: 'blngbn',
    again: 'y',
    door: 'c|in 6 months',
  }),
  de: loss({
    offer: '148.000,00 EUR 12 Monate, onboarding free',
    ended: 'gestern',
    steps: 'vsnsvn',
    again: 'j',
    door: 'a|in 6 Monaten',
  }),
  es: loss({
    offer: '148.000,00 EUR 12 meses, onboarding free',
    ended: 'ayer',
    steps: 'atnran',
    again: 's',
    door: 'l|en 6 meses',
  }),
};

function loss(typed: {
  readonly offer: string;
  readonly ended: string;
  readonly steps: string;
  readonly again: string;
  readonly door: string;
}): Script {
  return [
    ['deal', 'Müller Logistik'],
    ['offer', typed.offer],
    ['decided-on', typed.ended],
    ['forecast', '8'],
    ['outcome', 'a'],
    ['winner', 'Globex'],
    ['winner-edge', 'd'],
    ['said', 'Globex felt safer.'],
    ['reason', 'c'],
    ['steps', typed.steps],
    ['turning-point', 'c'],
    ['own-it', 'never met the CFO'],
    ['next-time', ''],
    ['again', typed.again],
    ['door', typed.door],
    ['contact', 'Dana Reyes, CFO, +1 555 0100'],
    ['call-next', 'Contoso'],
    ['review', ''],
  ];
}

function speaking(language: string, setting: Setting = {}): Setting {
  return { ...setting, settings: { language } };
}

async function lossIn(language: keyof typeof LOSSES, setting: Setting = {}) {
  const app = await testApp();
  const ran = await app.does(['new'], speaking(language, { script: LOSSES[language], isTTY: true, ...setting }));
  return { app, page: `${ran.err}${ran.out}` };
}

/** What is the same in every language: all that is no text for a person to read. */
async function plainly(language: keyof typeof LOSSES) {
  const { app } = await lossIn(language);
  const { deal, debrief, actions, followUp, contactPlan } = (await app.does(['show', 'D1', '--json'])).json();
  const { 'next-time': _sentence, ...answers } = debrief.answers;
  type Dated = { readonly rule: string; readonly due?: string; readonly on?: string; readonly kind?: string };
  const dated = ({ rule, due, on, kind }: Dated) => ({ rule, due, on, kind });
  return {
    deal: { ...deal, uuid: '' },
    debrief: { ...debrief, answers },
    actions: actions.map(dated),
    followUp: dated(followUp),
    contactPlan: contactPlan.map(dated),
  };
}

describe('a debrief after a loss', () => {
  test.each(['de', 'es'] as const)('in %s has the codes, amounts and days that it has in English', async (language) => {
    expect(await plainly(language)).toEqual(await plainly('en'));
  });

  test('in German reads so', async () => {
    const { page } = await lossIn('de');
    await expect(page).toMatchFileSnapshot('pages/loss.de.txt');
  });

  test('in Spanish reads so', async () => {
    const { page } = await lossIn('es');
    await expect(page).toMatchFileSnapshot('pages/loss.es.txt');
  });

  test('stays in its language when it is shown, whatever is spoken then', async () => {
    const { app } = await lossIn('de');
    const { out } = await app.does(['show', 'D1'], speaking('es', { isTTY: true }));
    expect(out).toContain('Bei wem ist er jetzt?');
    expect(out).toContain('ein anderer Anbieter');
    expect(out).toContain('Wenn ich das hier schließe, rufe ich Contoso an.');
    expect(out).toContain('Nächstes Mal, wenn eine Demo gewünscht wird');
  });

  test('is in the language of the system where none is set', async () => {
    const app = await testApp();
    const ran = await app.run(['new'], { script: [['deal', 'Acme']], variables: { LANG: 'es_ES.UTF-8' } });
    expect(ran.err).toContain('Después de perder una venta');
    expect(ran.err).toContain('En pausa. 1 respuesta guardada en R1. Sigue con: lossdebrief new --resume R1');
  });

  test('is in English where the system speaks a language that we do not', async () => {
    const app = await testApp();
    const ran = await app.run(['new'], { script: [['deal', 'Acme']], variables: { LANG: 'fr_FR.UTF-8' } });
    expect(ran.err).toContain('After a loss');
  });

  test('goes on in the language that is spoken when it is taken up', async () => {
    const app = await testApp();
    await app.run(['new'], speaking('de', { script: LOSSES.de.slice(0, 8) }));
    const ran = await app.does(['new', '--resume'], speaking('es', { script: LOSSES.es.slice(8), isTTY: true }));
    expect(ran.out).toContain('Müller Logistik, perdida frente a Globex el jueves, 19 de noviembre de 2026');
    const { debrief } = (await app.does(['show', 'D1', '--json'])).json();
    expect(debrief.answers).toMatchObject({ outcome: 'lost-competitor', reason: 'access-authority' });
  });

  test('points out what is said out of kindness in that language', async () => {
    const said = LOSSES.de.map(
      ([id, typed]) => [id, id === 'said' ? 'Es war eine sehr knappe Entscheidung.' : typed] as const,
    );
    const { page } = await lossIn('de', { script: said });
    expect(page).toContain('Was sie sagten, mit Vorsicht: "knappe entscheidung": Käufer nennen es knapp');
  });

  test('tells in its language what has come back', async () => {
    const app = await testApp();
    await app.does(['new'], speaking('de', { script: LOSSES.de }));
    const again = LOSSES.de.map(([id, typed]) => [id, id === 'deal' ? 'Contoso' : typed] as const);
    const { out } = await app.does(['new'], speaking('de', { script: again, isTTY: true }));
    expect(out).toContain('Zum 2. Mal in 180 Tagen: ');
    expect(out).toMatch(/Davor bei Müller\s+Logistik, 19\. Nov\. 2026\./);
    expect(out).toMatch(/Auch bei Müller Logistik \(19\. Nov\. 2026\)\s+fehlte: ihr Grund, jetzt zu handeln\./);
  });

  test('asks in its language when it is corrected', async () => {
    const { app } = await lossIn('de');
    const script: Script = [
      ['review', 'd'],
      ['forecast', 'h'],
      ['review', ''],
      ['keep', 'y'],
    ];
    await app.does(['edit', 'D1'], speaking('de', { script, isTTY: true }));
    const { debrief, actions } = (await app.does(['show', 'D1', '--json'])).json();
    expect(debrief.answers.forecast).toBe(100);
    expect(actions[0].text).toBe('Wenn ich das hier schließe, rufe ich Contoso an.');
  });
});

const win = (steps: string): Script => [
  ['deal', 'Contoso'],
  ['offer', '12k EUR'],
  ['decided-on', ''],
  ['forecast', '5'],
  ['beaten', 'Globex'],
  ['said', ''],
  ['nearly-lost', 'Ein später Rückruf'],
  ['steps', steps],
  ['keep', 'wöchentlich anrufen'],
  ['experiment', ''],
  ['review', ''],
];

describe('a debrief after a win', () => {
  test('in German reads so', async () => {
    const app = await testApp();
    const ran = await app.does(['new', '--won'], speaking('de', { script: win('vvvevj'), isTTY: true }));
    await expect(`${ran.err}${ran.out}`).toMatchFileSnapshot('pages/win.de.txt');
  });

  test('in Spanish reads so', async () => {
    const app = await testApp();
    const ran = await app.does(['new', '--won'], speaking('es', { script: win('aaatas'), isTTY: true }));
    await expect(`${ran.err}${ran.out}`).toMatchFileSnapshot('pages/win.es.txt');
  });
});

test('a deep look, which has no translation, is in English from its first word to its last', async () => {
  const { app } = await lossIn('de');
  const ran = await app.run(['review', 'D1'], speaking('de', { script: [], isTTY: true }));
  expect(ran.err).toContain('The deep look: Müller Logistik');
  expect(ran.err).toContain('The reason you named: no way to the one who decides.');
  expect(ran.err).toContain('Stopped. Nothing had been answered yet.');
});

test('answers from a file are read in any language, and the codes are the same', async () => {
  const app = await testApp();
  const given = ['--set', 'outcome=postponed', '--set', 'decided-on=vorgestern', '--set', 'contract-months=2 Jahre'];
  const { deal } = (await app.does(['new', 'Acme', ...given, '--json'], speaking('de'))).json();
  expect(deal).toMatchObject({ outcome: 'postponed', decidedOn: '2026-11-18', contractMonths: 24 });
});
