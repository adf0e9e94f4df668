import { describe, expect, test } from 'vitest';
import { setting } from '../support/debriefs.ts';
import type { Script } from '../support/scripted-terminal.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const FIRST = {
  outcome: 'lost-competitor',
  winner: 'Globex',
  'winner-edge': 'proof',
  amount: '148000',
  currency: 'EUR',
  said: 'The CFO felt Globex was the safer choice.',
  reason: 'trust-risk',
  'contact-was': 'info-gatherer',
  'turning-point': 'proposal',
  'own-it': 'never met the one who decides',
  'next-time': 'ask for references sooner',
};

/** Northwind Logistics, lost to Globex and debriefed on 20 November 2026. */
async function debriefed(different: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const app = await testApp();
  await app.does(['new', 'Northwind Logistics', ...setting({ ...FIRST, ...different })]);
  return app;
}

/** Two working days later. */
const SOON = '2026-11-24';
/** The day of the second look: 90 days on. */
const LATER = '2027-02-18';

const DEEP: Script = [
  ['feeling-before', 'a'],
  ['sting', 'that Dana went silent'],
  ['outlook', 'psyr'],
  ['quota-gap', 'c'],
  ['their-priority', 'a proof for the board'],
  ['priority-from', 'b'],
  ['unchecked', 'that the CFO was with us'],
  ['unchecked-cost', 'y'],
  ['wish', ''],
  ['from-notes', 's'],
  ['trail', 'no mail to the CFO in nine weeks'],
  ['missed-calls', 'o'],
  ['slowest-reply', 'd'],
  ['preparation', 'ynyynd'],
  ['people', 'oni'],
  ['real-decider', 'the COO'],
  ['against', 'the head of IT'],
  ['detour', 'd'],
  ['steered-to', 'b'],
  ['detour-stage', 'd'],
  ['detour-note', 'they wanted the price first'],
  ['hours', 'b'],
  ['seen-on', '2026-10-30'],
  ['stopped-on', '2026-11-16'],
  ['checks', 'nn'],
  ['wish', ''],
  ['stage-by-stage', 'wwssswnn'],
  ['slips', 'a demo for the wrong people'],
  ['tipped-by', 'the CFO asked for references and I had none'],
  ['tipped-on', '2026-11-05'],
  ['smallest', 'a call I did not return'],
  ['also', 'd'],
  ['also-too', ''],
  ['other-choice', 'wait with the demo'],
  ['weakness', 'no customer of their size'],
  ['regret', 'y'],
  ['regret-what', 'their support is two people'],
  ['regret-on', '2027-06-30'],
  ['wish', ''],
  ['keep-doing', 'the cost model with Dana'],
  ['execution', 'c'],
  ['wish', ''],
  ['do-over', 'meet the CFO in the first week'],
  ['experiment', ''],
  ['rescue', 'o'],
  ['feeling-after', 'd'],
  ['review', ''],
];

const SECOND: Script = [
  ['reason', 'c'],
  ['turning-point', 'c'],
  ['own-it', 'hid behind Dana'],
  ['next-time', 'call the CFO in week one'],
  ['review', ''],
];

/** The script up to the first time that a question comes. */
function until(id: string): Script {
  return DEEP.slice(
    0,
    DEEP.findIndex(([question]) => question === id),
  );
}

function from(id: string): Script {
  return DEEP.slice(DEEP.findIndex(([question]) => question === id));
}

describe('the deep look', () => {
  test('asks what the quick pass did not, and is kept beside it', async () => {
    const app = await debriefed();
    const ran = await app.does(['review', 'D1', '--json'], { script: DEEP, today: SOON });
    const { pass, debrief, reviews, comparison } = ran.json();
    expect({ pass, comparison }).toEqual({ pass: 'deep', comparison: null });
    expect(debrief).toMatchObject({ framework: 'loss', answers: { reason: 'trust-risk' } });
    expect(reviews).toMatchObject([
      {
        pass: 'deep',
        on: SOON,
        framework: 'deep',
        version: 2,
        answers: {
          'their-priority': 'a proof for the board',
          'people-met': 'one',
          'stage-by-stage': { lead: 'well', discovery: 'slipped', contract: 'not-reached' },
          'tipped-on': '2026-11-05',
          experiment: 'meet the CFO in the first week',
        },
      },
    ]);
    expect(reviews[0].seconds).toBeGreaterThan(0);
    expect(app.store.drafts.all()).toEqual([]);
  });

  test('closes the action to look closely, and makes a few of its own', async () => {
    const app = await debriefed();
    const before = app.store.record('D1')?.actions ?? [];
    expect(before.find(({ rule }) => rule === 'deep-review')?.state).toBe('open');
    const ran = await app.does(['review', 'D1', '--json'], { script: DEEP, today: SOON });
    const actions: readonly { rule: string; state: string; text: string }[] = ran.json().actions;
    expect(actions.find(({ rule }) => rule === 'deep-review')?.state).toBe('done');
    expect(actions.slice(before.length).map(({ rule }) => rule)).toEqual(['experiment', 'ask-in-writing']);
    expect(actions.slice(before.length)[0]?.text).toBe(
      'When the next deal starts, I will try this: meet the CFO in the first week.',
    );
  });

  test('begins the experiment that it names', async () => {
    const app = await debriefed();
    await app.does(['review', 'D1'], { script: DEEP, today: SOON });
    expect(app.store.experiment.open()).toMatchObject({ text: 'meet the CFO in the first week', since: SOON });
  });

  test('puts the day on which a regret should show into the schedule', async () => {
    const app = await debriefed();
    const ran = await app.does(['review', 'D1', '--json'], { script: DEEP, today: SOON });
    expect(ran.json().contactPlan).toContainEqual(
      expect.objectContaining({ kind: 'regret-check', on: '2027-06-30', state: 'open' }),
    );
  });

  test('asks on that day whether it came true, and leaves it at the answer', async () => {
    const app = await debriefed();
    await app.does(['review', 'D1'], { script: DEEP, today: SOON });
    const due = await app.does(['due', '--within', '0d'], { isTTY: true, today: '2027-06-30' });
    expect(due.out).toContain('Did it go as you expected at Northwind Logistics?\n');
    expect(due.out).toContain('What you expected: lossdebrief show D1\n');
    const script = [['outcome', 'i']] as const;
    const ran = await app.does(['done', 'F4', '--json'], { script, today: '2027-06-30' });
    expect(ran.json().done).toMatchObject([{ id: 'F4', kind: 'regret-check', next: null }]);
  });

  test('leaves the sentence that the deal stands for as it was', async () => {
    const app = await debriefed();
    await app.does(['review', 'D1'], { script: DEEP, today: SOON });
    expect((await app.does(['lessons', '--json'])).json().lessons).toMatchObject([{ text: FIRST['next-time'] }]);
  });

  test('keeps what else added to it as a contributing cause, after the one that counts', async () => {
    const app = await debriefed();
    const ran = await app.does(['review', 'D1', '--json'], { script: DEEP, today: SOON });
    expect(ran.json().views.causes).toMatchObject([
      { whose: 'self', rank: 'primary', reason: 'trust-risk', on: '2026-11-20' },
      { whose: 'self', rank: 'contributing', reason: 'access-authority', on: SOON },
    ]);
    expect(ran.json().debrief.primaryReason).toBe('trust-risk');
  });

  test('begins with what was seen at first, and with the log', async () => {
    const app = await testApp();
    await app.does(['log', 'Northwind Logistics', 'call', 'asked for the price', '--at', '2026-10-20']);
    await app.does(['new', 'D1', ...setting(FIRST)]);
    const { err } = await app.run(['review', 'D1'], { script: [], today: SOON });
    expect(err).toContain('The deep look: Northwind Logistics\n');
    expect(err).toContain('The reason you named: a vendor that felt safer.\n');
    expect(err).toContain('You wrote: "never met the one who decides".\n');
    expect(err).toContain('20 Oct 2026  call: asked for the price\n');
  });

  test('asks nothing that the log knows', async () => {
    const app = await testApp();
    await app.does(['log', 'Northwind Logistics', 'call', '--missed', '--at', '2026-10-20']);
    await app.does(['log', 'D1', 'email', 'sent it', '--at', '2026-10-22', '--reply-took', '2d']);
    await app.does(['new', 'D1', ...setting(FIRST)]);
    const script = DEEP.filter(([id]) => id !== 'missed-calls' && id !== 'slowest-reply');
    const ran = await app.does(['review', 'D1', '--json'], { script, today: SOON });
    expect(ran.json().reviews[0].answers).toMatchObject({ 'missed-calls': 'one', 'slowest-reply': 'two-three-days' });
  });

  test('asks about a rival only where somebody has it, and about signs only where the account is not plainly wanted', async () => {
    const app = await debriefed({ outcome: 'we-walked-away', winner: '', 'winner-edge': '', again: 'no' });
    const script = DEEP.filter(([id]) => !/^(weakness|regret|rescue)/.test(id)).flatMap((typed) =>
      typed[0] === 'checks' ? [typed, ['warnings', 'nnnnny'] as const] : [typed],
    );
    const ran = await app.does(['review', 'D1', '--json'], { script, today: SOON });
    expect(ran.json().reviews[0].answers).toMatchObject({ 'sign-verbal': 'yes' });
  });

  test('is shown with the deal, under its own heading', async () => {
    const app = await debriefed();
    await app.does(['review', 'D1'], { script: DEEP, today: SOON });
    const { out } = await app.does(['show', 'D1'], { isTTY: true });
    expect(out).toContain('The deep look, Tuesday 24 November 2026\n');
    expect(out).toContain('What is the smallest thing that may have cost you?\n  a call I did not return\n');
    expect(out).toContain('  discovery: something slipped\n');
    expect(out).toContain('Before the meeting that counted, did you … rehearse it\n  yes\n');
    expect(out.indexOf('The deep look,')).toBeGreaterThan(out.indexOf('never met the one who decides'));
  });

  test('ends with what follows, what is done, and when the second look is', async () => {
    const app = await debriefed();
    const { out } = await app.does(['review', 'D1'], { script: DEEP, today: SOON, isTTY: true });
    expect(out).toContain('Northwind Logistics: the deep look is kept.\n');
    expect(out).toContain('What follows\n  A6   When the next deal starts, I will try this:');
    expect(out).toMatch(/Done with it: A\d\./);
    expect(out).toContain('The second look, with some distance: Thursday 18 February 2027.\n');
  });
});

describe('a deep look in parts', () => {
  test('that is left keeps every answer, and goes on there', async () => {
    const app = await debriefed();
    const paused = await app.run(['review', 'D1'], { script: until('trail'), today: SOON });
    expect(paused).toMatchObject({ exitCode: 130 });
    expect(paused.err).toContain('Go on with: lossdebrief review D1');
    const ran = await app.does(['review', 'D1', '--json'], { script: from('trail'), today: SOON });
    expect(ran.err).toContain('Going on where you left it');
    expect(ran.json().reviews).toHaveLength(1);
    expect(ran.json().reviews[0].answers).toMatchObject({ sting: 'that Dana went silent', execution: 'usual' });
  });

  test('can leave the rest for later between two parts', async () => {
    const app = await debriefed();
    const paused = await app.run(['review', 'D1'], { script: [...until('wish'), ['wish', 'l']], today: SOON });
    expect(paused).toMatchObject({ exitCode: 130 });
    const ran = await app.does(['review', 'D1', '--json'], { script: DEEP.slice(8), today: SOON });
    expect(ran.json().reviews[0].answers).toMatchObject({ sting: 'that Dana went silent' });
  });

  test('can skip a part, also after going back over the step between two parts', async () => {
    const app = await debriefed();
    const script = [
      ...until('wish'),
      ['wish', '<'],
      ['unchecked-cost', 'n'],
      ['wish', ''],
      ['from-notes', 'm'],
      ['trail', '<'],
      ['from-notes', ''],
      ...from('trail').slice(
        0,
        from('trail').findIndex(([id]) => id === 'wish'),
      ),
      ['wish', 's'],
      ['wish', 's'],
      ['wish', 's'],
      ['review', ''],
    ] as const;
    const ran = await app.does(['review', 'D1', '--json'], { script, today: SOON });
    expect(ran.json().reviews[0].answers).toMatchObject({
      'unchecked-cost': 'no',
      'from-notes': 'most',
      'stage-by-stage': null,
      'keep-doing': null,
      'do-over': null,
    });
  });

  test('shows its answers part by part before it is kept, and any can be changed', async () => {
    const app = await debriefed();
    const script = [
      ...DEEP.slice(0, -1),
      ['review', 'd'],
      ['review', ''],
      ['review', 'd'],
      ['review', 'a'],
      ['keep-doing', 'the notes after each call'],
      ['review', ''],
    ] as const;
    const ran = await app.does(['review', 'D1', '--json'], { script, today: SOON });
    expect(ran.json().reviews[0].answers['keep-doing']).toBe('the notes after each call');
  });

  test('is not what `new` offers to go on with, and `--resume` says where it is', async () => {
    const app = await debriefed();
    await app.run(['review', 'D1'], { script: until('trail'), today: SOON });
    expect(await app.run(['new', '--resume', '--no-input'])).toMatchObject({ exitCode: 3 });
    expect(await app.run(['new', '--resume', 'R1', '--no-input'])).toMatchObject({
      exitCode: 2,
      err: 'error: R1 is a later look at D1.\ntry:   Go on with it: lossdebrief review D1\n',
    });
  });
});

describe('an action that the quick pass came to as well', () => {
  const WHAT_MATTERS = /what matters most to them/;

  async function askedTwice(between: readonly string[]): Promise<readonly string[]> {
    const app = await testApp();
    await app.does(['new', 'Contoso', ...setting({ outcome: 'postponed', 'steps.priorities': 'never' })]);
    const quick = (await app.does(['show', 'D1', '--json'])).json();
    const own = quick.actions.find(({ text }: { text: string }) => WHAT_MATTERS.test(text));
    if (between.length > 0) await app.does([...between, own.id]);
    await app.does(['review', 'D1', ...setting({ 'their-priority': 'speed', 'priority-from': 'assumed' })], {
      today: SOON,
    });
    const { actions } = (await app.does(['show', 'D1', '--json'])).json();
    return actions
      .filter(({ text }: { text: string }) => WHAT_MATTERS.test(text))
      .map(({ state }: { state: string }) => state);
  }

  test('does not come a second time while it is open', async () => {
    expect(await askedTwice([])).toEqual(['open']);
  });

  test('comes again where it was done', async () => {
    expect(await askedTwice(['done'])).toEqual(['done', 'open']);
  });
});

describe('the second look', () => {
  test('asks a few of the same questions, and shows then and now side by side', async () => {
    const app = await debriefed();
    const { out } = await app.does(['review', 'D1'], { script: SECOND, today: LATER, isTTY: true });
    expect(out).toBe(`
Northwind Logistics, then and now

The reason
  then  a vendor that felt safer
  now   no way to the one who decides
  You name another reason now. Then it was partly in your hands, now it is in
  your hands.

The turning point
  then  proposal
  now   discovery
  3 stages earlier than you saw it then.

It ended so because I …
  then  never met the one who decides
  now   hid behind Dana

What you would do
  then  ask for references sooner
  now   call the CFO in week one

What follows
  A6   When a deal like this begins again, I will do this: call the CFO in week
       one.
       By Thursday 25 February 2027. Three months later it still seems right to
       you.

Done with it: F3.
`);
  });

  test('never takes the place of the first record, and closes its entry of the schedule', async () => {
    const app = await debriefed();
    const first = app.store.record('D1');
    const ran = await app.does(['review', 'D1', '--json'], { script: SECOND, today: LATER });
    const { deal, debrief, reviews, contactPlan, comparison } = ran.json();
    expect(app.store.record('D1')?.debrief).toEqual(first?.debrief);
    expect(deal).toMatchObject({ stage: 'proposal', decidedOn: '2026-11-20' });
    expect(debrief).toMatchObject({ primaryReason: 'trust-risk', answers: { 'own-it': FIRST['own-it'] } });
    expect(reviews).toMatchObject([{ pass: 'second-look', on: LATER, primaryReason: 'access-authority' }]);
    expect(contactPlan.find(({ kind }: { kind: string }) => kind === 'second-look').state).toBe('done');
    expect(comparison).toEqual([
      { id: 'reason', before: 'a vendor that felt safer', now: 'no way to the one who decides', differs: true },
      { id: 'turning-point', before: 'proposal', now: 'discovery', differs: true },
      { id: 'own-it', before: FIRST['own-it'], now: 'hid behind Dana', differs: null },
      { id: 'next-time', before: FIRST['next-time'], now: 'call the CFO in week one', differs: null },
    ]);
  });

  test('gives the deal the sentence that it stands for from now on', async () => {
    const app = await debriefed();
    await app.does(['review', 'D1'], { script: SECOND, today: LATER });
    expect((await app.does(['lessons', '--json'])).json().lessons).toMatchObject([
      { text: 'call the CFO in week one' },
    ]);
  });

  test('says it where nothing looks different', async () => {
    const app = await debriefed();
    const script = [
      ['reason', 'g'],
      ['turning-point', 'f'],
      ['own-it', ''],
      ['next-time', ''],
      ['review', ''],
    ] as const;
    const { out } = await app.does(['review', 'D1'], { script, today: LATER, isTTY: true });
    expect(out).toContain('  You still see it the same way.\n');
    expect(out).toContain('  At the same stage as then.\n');
    expect(out).toContain('  now   skipped\n');
  });

  test('goes before a deep look that was not made, because that one shows the old answers', async () => {
    const app = await debriefed();
    expect((await app.run(['review', 'D1', '--json'], { script: SECOND, today: LATER })).json().pass).toBe(
      'second-look',
    );
    expect((await app.run(['review', 'D1', '--json'], { script: DEEP, today: LATER })).json().pass).toBe('deep');
  });

  test('is not there before its day, and is refused with that day once the deep look is made', async () => {
    const app = await debriefed();
    await app.does(['review', 'D1'], { script: DEEP, today: SOON });
    const early = await app.run(['review', 'D1'], { script: SECOND, today: '2027-02-17' });
    expect(early).toMatchObject({
      exitCode: 2,
      err: `error: The deep look at Northwind Logistics is made. The second one is on Thursday 18 February 2027, with some distance.
try:   Read it: lossdebrief show D1
`,
    });
    await app.does(['review', 'D1'], { script: SECOND, today: LATER });
  });

  test('is made once', async () => {
    const app = await debriefed();
    await app.does(['review', 'D1'], { script: DEEP, today: SOON });
    await app.does(['review', 'D1'], { script: SECOND, today: LATER });
    expect(await app.run(['review', 'D1'], { script: SECOND, today: '2027-06-01' })).toMatchObject({
      exitCode: 2,
      err: 'error: Every look at Northwind Logistics is made.\ntry:   Read it: lossdebrief show D1\n',
    });
  });

  test('waits 90 days from the debrief where the loss was long past by then', async () => {
    const app = await debriefed({ 'decided-on': '2026-02-01' });
    const ran = await app.does(['review', 'D1', '--json'], { script: DEEP, today: SOON });
    expect(ran.json().pass).toBe('deep');
    const { err } = await app.run(['review', 'D1'], { script: SECOND, today: SOON });
    expect(err).toContain('The second one is on Thursday 18 February 2027');
  });

  test('goes by the schedule where it was moved, and by the days where nothing is scheduled', async () => {
    const moved = await debriefed();
    await moved.does(['snooze', 'F3', '2027-04-01']);
    expect((await moved.run(['review', 'D1', '--json'], { script: DEEP, today: LATER })).json().pass).toBe('deep');
    const closed = await debriefed({ again: 'no' });
    expect((await closed.run(['review', 'D1', '--json'], { script: SECOND, today: LATER })).json().pass).toBe(
      'second-look',
    );
  });

  test('lists the reasons in their own order, so that the one named before does not come first', async () => {
    const app = await debriefed();
    for (const name of ['Contoso', 'Adatum', 'Fabrikam']) await app.does(['new', name, ...setting(FIRST)]);
    const { json } = await app.does(['review', 'D1', '--json'], { script: SECOND, today: LATER });
    // In the book of reasons `c` is access-authority; by use it would be another one.
    expect(json().reviews[0].primaryReason).toBe('access-authority');
  });

  test('shows nothing of the first answers before the new ones are in', async () => {
    const app = await debriefed();
    const paused = await app.run(['review', 'D1'], { script: SECOND.slice(0, 2), today: LATER });
    for (const hidden of ['safer', 'proposal', FIRST['own-it'], FIRST['next-time'], 'Globex']) {
      expect(paused.err).not.toContain(hidden);
    }
    const again = await app.run(['review', 'D1'], { script: SECOND.slice(2), today: LATER });
    expect(again.err).not.toContain(FIRST['own-it']);
    expect(again.out).toContain(FIRST['own-it']);
  });

  test('is shown with the deal, then and now', async () => {
    const app = await debriefed();
    await app.does(['review', 'D1'], { script: SECOND, today: LATER });
    const { out } = await app.does(['show', 'D1'], { isTTY: true });
    expect(out).toContain('The second look, Thursday 18 February 2027\n');
    expect(out).toContain('  then  never met the one who decides\n  now   hid behind Dana\n');
  });

  test('holds its own against what made up for a fixed reason', async () => {
    const app = await debriefed({ reason: 'product-gap', 'next-time': '', compensation: 'a partner who has it' });
    const ran = await app.does(['review', 'D1', '--json'], { script: SECOND, today: LATER });
    expect(ran.json().comparison.at(-1)).toMatchObject({ id: 'next-time', before: 'a partner who has it' });
  });
});

describe('without a keyboard', () => {
  test('a look is given as answers', async () => {
    const app = await debriefed();
    const ran = await app.does(['review', 'D1', '--json', ...setting({ 'do-over': 'call the CFO', hours: 'to-20' })], {
      today: SOON,
    });
    expect(ran.json().reviews[0].answers).toEqual({ 'do-over': 'call the CFO', hours: 'to-20' });
    const file = JSON.stringify({ reason: 'price', requoted: 'no', underneath: 'trust-risk' });
    const second = await app.does(['review', 'D1', '--json', '--answers', '-'], { today: LATER, stdin: file });
    expect(second.json().reviews[1]).toMatchObject({ pass: 'second-look', primaryReason: 'trust-risk' });
  });

  test('the log still answers what it knows', async () => {
    const app = await testApp();
    await app.does(['log', 'Northwind Logistics', 'call', '--missed', '--at', '2026-10-20']);
    await app.does(['new', 'D1', ...setting(FIRST)]);
    const ran = await app.does(['review', 'D1', '--json', '--set', 'hours=to-20'], { today: SOON });
    expect(ran.json().reviews[0].answers).toEqual({ hours: 'to-20', 'missed-calls': 'one' });
  });

  test('no answer at all is no look, and a draft stays one', async () => {
    const app = await debriefed();
    expect(await app.run(['review', 'D1'], { today: SOON })).toMatchObject({ exitCode: 2 });
    expect(app.store.record('D1')?.reviews).toEqual([]);
    await app.run(['review', 'D1'], { script: until('trail'), today: SOON });
    const ran = await app.run(['review', 'D1'], { today: SOON });
    expect(ran.err).toContain('error: R1 is not finished, and nobody can be asked. It is kept as it is.');
    expect(app.store.drafts.all()).toHaveLength(1);
  });

  test('a wrong answer is named with what is allowed, and nothing is kept', async () => {
    const app = await debriefed();
    const ran = await app.run(['review', 'D1', '--set', 'hours=many', '--set', 'stage-by-stage.demo=bad'], {
      today: SOON,
    });
    expect(ran).toMatchObject({ exitCode: 2 });
    expect(ran.err).toContain('hours is "many". Allowed: under-5, to-20, to-50, to-100, over-100.');
    expect(ran.err).toContain('stage-by-stage.demo is "bad". Allowed: well, slipped, not-reached.');
    expect(app.store.record('D1')?.reviews).toEqual([]);
  });
});

test('a won deal gets its deep look too, and no second one', async () => {
  const app = await testApp();
  await app.does(['new', '--won', 'Alder & Sons', '--set', 'beaten=doing nothing']);
  const answers = setting({ execution: 'below', luck: 'much', 'do-over': 'bring the security form in the first week' });
  const ran = await app.does(['review', 'D1', '--json', ...answers], { today: SOON });
  expect(ran.json().reviews).toMatchObject([{ pass: 'deep', framework: 'deep-win', answers: { luck: 'much' } }]);
  expect(ran.json().actions.at(-1)).toMatchObject({ rule: 'mend-it-all-the-same' });
  expect(await app.run(['review', 'D1', ...answers], { today: '2027-06-01' })).toMatchObject({
    exitCode: 2,
    err: 'error: Every look at Alder & Sons is made.\ntry:   Read it: lossdebrief show D1\n',
  });
});

test('a deal without a debrief gets its two minutes first', async () => {
  const app = await testApp();
  await app.does(['log', 'Contoso', 'call', 'hello']);
  expect(await app.run(['review', 'D1', '--set', 'hours=to-20'])).toMatchObject({
    exitCode: 2,
    err: 'error: D1 (Contoso) has no debrief yet. The two minutes come first.\ntry:   Debrief it: lossdebrief new D1\n',
  });
});

test('a deal that nobody knows is not there', async () => {
  const app = await testApp();
  expect(await app.run(['review', 'D9'])).toMatchObject({ exitCode: 3 });
});

describe('`new --deep`', () => {
  const QUICK: Script = [
    ['offer', '148k EUR'],
    ['decided-on', ''],
    ['forecast', '8'],
    ['outcome', 'd'],
    ['said', 'Not now.'],
    ['reason', 'g'],
    ['steps', 'bbbdby'],
    ['turning-point', 'c'],
    ['own-it', 'took their word for it'],
    ['next-time', 'ask for a date'],
    ['again', 'y'],
    ['door', 'n'],
    ['contact', ''],
    ['call-next', 'Contoso'],
    ['review', ''],
  ];

  test('goes straight on with the deep look', async () => {
    const app = await testApp();
    const deep = DEEP.filter(([id]) => !/^(weakness|regret|real-decider)/.test(id));
    const ran = await app.does(['new', 'Northwind Logistics', '--deep'], { script: [...QUICK, ...deep], isTTY: true });
    expect(ran.out).toContain('Now call Contoso.\n');
    expect(ran.out).toContain('Northwind Logistics: the deep look is kept.');
    expect(app.store.record('D1')?.reviews).toHaveLength(1);
  });

  test('keeps the debrief where the deep look is left', async () => {
    const app = await testApp();
    const ran = await app.run(['new', 'Northwind Logistics', '--deep'], {
      script: [...QUICK, ['feeling-before', 'c']],
    });
    expect(ran).toMatchObject({ exitCode: 130 });
    expect(ran.err).toContain('Go on with: lossdebrief review D1');
    expect(app.store.record('D1')?.debrief).toBeDefined();
  });

  test('is refused before anything is asked where nobody can be asked, or JSON is wanted', async () => {
    const app = await testApp();
    expect(await app.run(['new', 'Contoso', '--deep', '--set', 'outcome=postponed'])).toMatchObject({ exitCode: 2 });
    expect(await app.run(['new', 'Contoso', '--deep', '--json'], { script: [] })).toMatchObject({ exitCode: 2 });
    expect(app.store.counts().deals).toBe(0);
  });
});
