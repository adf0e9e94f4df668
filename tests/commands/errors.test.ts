import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NORTHWIND_SCRIPT, setting } from '../support/debriefs.ts';
import { EXIT } from '../../src/core/user-error.ts';
import { commandsToTry, isUnderstood } from '../support/commands-to-try.ts';
import { errorWords } from '../support/error-words.ts';
import { type Setting, testApp, type TestApp } from '../support/test-app.ts';

/** What goes wrong, as it is typed, and what differs from a run in a pipe. */
type Slip = readonly [args: readonly string[], setting?: Setting];

/** Private words that stand in answers, and in no error. */
const CANARY = 'canary-in-the-mine';
const CRM = 'tests/fixtures/crm';
/** The first line of what export wrote; the rest is lost. */
const RECORDS =
  '{"kind":"lossdebrief","schemaVersion":1,"contents":"complete","records":3,"lastIds":{"D":1,"A":1,"F":1,"P":1}}\n';

const SLIPS: Readonly<Record<string, readonly Slip[]>> = {
  'The command line': [
    [['lst']],
    [['help', 'lst']],
    [['Northwind Logistics']],
    [['--bar']],
    [['--db']],
    [['list', '--srot', 'day']],
    [['list', `--txet=${CANARY}`]],
    [['log', 'D1', 'call', `- ${CANARY}`]],
    [['show']],
    [['show', 'Northwind', 'Logistics']],
    [['due', 'all']],
    [['export', 'csv']],
    [['export', CANARY]],
    [['config', 'gte', 'currency']],
    [['config', 'currency']],
    [['config', 'set', 'currency']],
    [['phrases', 'used', 'P1']],
    [['completion']],
    [['completion', 'tcsh']],
    [['opinion', 'D1', '--to']],
    [['opinion', 'D1', '--look-deeper', `${CANARY} and more than fits into a code`]],
    [['list', '--sort', 'luck']],
    [['report', '--min-evidence', 'many']],
    [['import', 'deals.csv', '--max-rows', '0']],
    [['import', 'deals.csv', '--footer', 'two']],
    [['report', '--period', 'last-year', '--from', '2026-01-01']],
    [['snooze', 'A1']],
    [['drop']],
    [['opinion', 'D1', '--to', 'lunch']],
    [['feedback', 'D1', '--mailto', '--sent']],
  ],
  Debriefs: [
    [['new']],
    [['new', '--won']],
    [['new', 'Contoso']],
    [['new', 'Contoso', '--set', 'outcome']],
    [['new', 'Contoso', '--set', 'outcome=stolen']],
    [['new', 'Contoso', '--set', 'mood=low', '--set', `own-it=${CANARY}`]],
    [['new', 'Contoso', '--set', 'outcome=postponed', '--set', 'decided-on=03/04/2026']],
    [['new', 'Contoso', '--set', 'outcome=postponed', '--set', 'forecast=200']],
    [['new', 'Contoso', '--set', 'outcome=postponed', '--set', 'amount=a lot']],
    [['new', '--answers', '-'], { stdin: `{ "said": "${CANARY}" ` }],
    [['new', '--answers', '-'], { stdin: '[1]' }],
    [['new', 'D99']],
    [['new', 'D1']],
    [['new', 'D4']],
    [['new', 'Tailspin']],
    [['new', '--resume', 'R9']],
    [['new', '--resume', 'R2']],
    [['new', '--resume', 'R1', '--won']],
    [['new', '--resume', 'R1', '--won', '--set', 'forecast=20']],
    [['new', '--discard-draft', 'R9']],
    [['new', 'Contoso', '--deep']],
    [['new', 'Contoso', '--deep', '--json'], { script: [] }],
    [['new', 'O"Hara `rm` $HOME']],
    [['review', 'D99']],
    [['review', 'D3']],
    [['review', 'D1']],
    [['review', 'D2', '--set', 'mood=low']],
    [['review', 'D2']],
    [['review', 'D1'], { script: [['feeling-before', '']] }],
    [['review', 'D1']],
    [['new', '--resume', 'R2']],
    [['review', 'D1', '--set', `do-over=${CANARY}`]],
    [['review', 'D1']],
    [['review', 'D1', '--set', `next-time=${CANARY}`], { today: '2027-03-01' }],
    [['review', 'D1'], { today: '2027-03-02' }],
    [['new', '--discard-draft', 'R1']],
    [['new', '--resume']],
    [['edit', 'D99']],
    [['edit', 'D3']],
    [['edit', 'D1']],
    [['edit', 'D1', '--set', 'outcome=stolen']],
  ],
  'What is due': [
    [['due', '--within', 'soon']],
    [['due', '-i']],
    [['due', '--ics', '-', '--json']],
    [['done', 'A99']],
    [['done', 'Litwar']],
    [['done', 'Tailspin']],
    [['done', 'D5']],
    [['done', 'Fabrikam']],
    [['done', 'A1', '--outcome', 'no-answer']],
    [['done', 'F1', '--outcome', 'happened']],
    [['snooze', 'tomorrow', 'morning']],
    [['snooze', 'A1', 'whenever', 'it', 'suits']],
    [['snooze', 'A1', '2026-11-01']],
    [['snooze', 'A2', 'tomorrow']],
    [['drop', 'A1']],
    [['drop', 'A1', '--why', ' ']],
  ],
  Records: [
    [['list', '--outcome', 'stolen']],
    [['list', '--with', 'segment']],
    [['list', '--with', 'segment=Banks']],
    [['list', '--from', 'whenever']],
    [['show', 'D99']],
    [['show', 'D4']],
    [['show', 'Tailspin']],
    [['delete', 'D99']],
    [['delete', 'D1']],
    [['delete', 'D99', '--purge']],
    [['delete', 'D1', '--purge']],
    [['undo', 'D1']],
    [['undo']],
    [['log', 'D1', 'telegraph', CANARY]],
    [['log', 'D1', 'email', '--missed']],
    [['log', 'D1', 'call', '--at', 'whenever']],
    [['log', 'D1', 'email', '--reply-took', 'ages']],
    [['log', ' ', 'call']],
    [['log', 'D99', 'call']],
  ],
  'The report': [
    [['report', 'luck']],
    [['report', 'people', '--for', 'marketing']],
    [['report', '--period', 'lately']],
    [['report', '--from', '2026-11-02', '--to', '2026-11-01']],
    [['report', '--from', 'whenever']],
    [['report', '--currency', 'euros']],
    [['report', 'by', '--by', 'luck']],
    [['report', 'scope', '--by', 'segment']],
    [['report', '--for', 'marketing', '--by', 'segment']],
    [['report', 'reasons', '--every', 'month']],
    [['report', 'scope', '--min-evidence', 'rate']],
    [['report', '--json', '--format', 'html']],
    [['report', '--output', 'report.doc']],
    [['report', '--open', '--output', '-']],
  ],
  'Lessons, focus and experiments': [
    [['lessons', 'add', 'D1', ' ']],
    [['lessons', 'add', 'D99', CANARY]],
    [['focus', 'why-now', '--stop']],
    [['focus', '--for', '30d']],
    [['focus', '--by', 'friday']],
    [['focus', 'why-now', '--for', 'ever']],
    [['focus', CANARY]],
    [['focus', 'why-now']],
    [['focus', '--stop']],
    [['focus', '--stop']],
    [['focus', '--learn', 'SPIN Selling']],
    [['focus', '--learn', ' ']],
    [['focus', '--learn', 'SPIN Selling', '--by', '2026-11-01']],
    [['focus', '--learn', 'SPIN Selling', '--by', 'whenever']],
    [['focus', '--experiment', ' ']],
    [['focus', '--keep']],
    [['focus', '--experiment', CANARY]],
    [['focus', '--experiment', 'Ask who signs.']],
  ],
  'What others see': [
    [['feedback', 'D99']],
    [['feedback', 'D2']],
    [['feedback', 'D3']],
    [['feedback', 'D1', '--reason', 'trust-risk']],
    [['feedback', 'D1', '--reply', CANARY, '--reason', 'luck']],
    [['feedback', 'D1', '--reply', ' ']],
    [['feedback', 'D1', '--sent', 'whenever']],
    [['feedback', 'D3', '--reply', CANARY]],
    [['opinion', 'D1']],
    [['opinion', 'D1', '--from', 'Priya Nair']],
    [['opinion', 'D1', '--saw', CANARY, '--words', CANARY]],
    [['opinion', 'Northwind Logistics', '--ask', 'Priya Nair', '--reason', 'trust-risk', '--saw', CANARY]],
    [['opinion', 'D1', '--to', 'look']],
    [['opinion', 'D1', '--try', CANARY]],
    [['opinion', 'D1', '--from', 'Priya Nair', '--words', CANARY, '--look-deeper', 'not-now']],
    [['opinion', 'D1', '--ask', 'Priya Nair', '--to', 'look', '--by', 'whenever']],
    [['opinion', 'D3', '--from', 'Priya Nair', '--words', CANARY, '--reason', 'trust-risk']],
    [['brief', 'D99']],
    [['phrases', 'add', ' ']],
    [['phrases', 'add', CANARY, '--stage', 'luck']],
    [['phrases', 'used', 'P99', '--deal', 'D1']],
    [['phrases', 'used', 'P1', '--deal', 'D99']],
    [['phrases', 'used', 'P1', '--deal', 'D1', '--on', 'whenever']],
  ],
  Import: [
    [['import', 'gone.csv']],
    [['import', '.']],
    [['import', '-'], { stdin: '' }],
    [['import', '-'], { stdin: '{ "deals": [] }' }],
    [['import', '-'], { stdin: '<html><body>Deals</body></html>' }],
    [['import', '-'], { stdin: 'PK\u0003\u0004' }],
    [['import', '-'], { stdin: '%PDF-1.7' }],
    [['import', '-', '--header-row', '9'], { stdin: 'Deal Name,Stage\nContoso,Closed Won\n' }],
    [['import', `${CRM}/pivot-without-headings.csv`]],
    [['import', `${CRM}/unknown-headings.csv`]],
    [['import', `${CRM}/unclear-days.csv`]],
    [['import', `${CRM}/hubspot.csv`, '--profile', 'sugar']],
    [['import', `${CRM}/hubspot.csv`, '--map', 'luck=Deal Name']],
    [['import', `${CRM}/hubspot.csv`, '--map', 'name']],
    [['import', `${CRM}/hubspot.csv`, '--map', 'name=Luck']],
    [['import', `${CRM}/hubspot.csv`, '--save-map', 'my map']],
    [['import', `${CRM}/hubspot.csv`, '--save-map', 'hubspot']],
    [['import', `${CRM}/hubspot.csv`, '--date-format', 'sideways']],
    [['import', `${CRM}/hubspot.csv`, '--currency', 'euro']],
    [['import', `${CRM}/hubspot.csv`, '--won-stage', ' ']],
    [['import', `${CRM}/hubspot.csv`, '--won-stage', '17', '--lost-stage', '17 ']],
    [['import', `${CRM}/hubspot.csv`, '--encoding', 'klingon']],
    [['import', `${CRM}/portuguese-utf16.csv`, '--encoding', 'utf-8']],
    [['import', `${CRM}/hubspot.csv`, '--delimiter', 'semi']],
    [['import', `${CRM}/hubspot.csv`, '--max-rows', '1']],
    [['import', '-'], { stdin: 'Deal Name,Stage,constructor\nContoso,Closed Won,x\n' }],
    [['import', '-'], { stdin: `${Array.from({ length: 600 }, (_, at) => `c${at}`).join(',')}\n` }],
    [['import', '-'], { stdin: `Deal Name,Stage,Close Date\n"${CANARY},Closed Won,2026-11-20\n` }],
    [['import', '-'], { stdin: `Deal Name,Stage,Close Date\n"${CANARY.repeat(70_000)}\n` }],
    [['import', '-', '--yes'], { stdin: 'Deal Name,Deal Stage,Close Date\n,,\nx,Closed Won,never\n' }],
    [['import', '-', '--profile', 'hubspot'], { stdin: RECORDS }],
    [['import', '-'], { stdin: RECORDS }],
    [['import', '-'], { stdin: RECORDS.replace('complete', 'redacted') }],
    [['import', '-'], { stdin: RECORDS.replace('"schemaVersion":1', '"schemaVersion":9') }],
    [['import', '-'], { stdin: `{"lossdebrief":"export","schemaVersion":1}\n{"deal":"${CANARY}"\n` }],
  ],
  Files: [
    [['export', '--format', 'csv', '--json']],
    [['export', '--format', 'ics', '--json']],
    [['export', '--format', 'jsonl', '--excel']],
    [['export', '--output', 'deals.doc']],
    [['export', '--output', 'README.md']],
    [['export', '--format', 'csv', '--output', 'src', '--force']],
    [['export', '--format', 'csv', '--output', 'gone/deals.csv']],
    [['backup', '-']],
    [['doctor', '--salvage', '-']],
    [['demo', '--db', 'own.db']],
  ],
  'Settings and frameworks': [
    [['config', 'get', 'curency']],
    [['config', 'get', 'mood']],
    [['config', 'set', 'currency', 'euros']],
    [['config', 'set', 'currency', 'EUR', 'USD']],
    [['config', 'add', 'currency', 'EUR']],
    [['frameworks', 'show', 'luck']],
    [['frameworks', 'new', 'My Steps']],
    [['frameworks', 'new', 'bant']],
    [['frameworks', 'new', 'con']],
    [['frameworks', 'check', 'gone.yaml']],
  ],
};

/** The test of each file whose other errors take another window, a broken file or a full disk, and words from its name. */
const SHOWN_ELSEWHERE: Readonly<Record<string, readonly [test: string, name: string]>> = {
  'src/catalog/read-yaml.ts': ['tests/catalog/read-catalog.test.ts', 'Mend small.yaml, then try again.'],
  'src/catalog/translations.ts': ['tests/catalog/translations.test.ts', 'lost.de.yaml translates lost.yaml'],
  'src/commands/config.ts': ['tests/commands/config.test.ts', 'is changed. Something else'],
  'src/commands/edit.ts': ['tests/commands/frameworks.test.ts', 'not here any more'],
  'src/commands/new.ts': ['tests/commands/frameworks.test.ts', 'a draft whose framework is gone is kept as it is'],
  'src/commands/restore.ts': ['tests/commands/backup.test.ts', 'without a keyboard it needs --yes'],
  'src/commands/undo.ts': ['tests/commands/purge.test.ts', 'without being asked takes back nothing'],
  'src/core/framework-choice.ts': ['tests/commands/frameworks.test.ts', 'The setting framework names'],
  'src/crm/encoding.ts': ['tests/crm/encoding.test.ts', 'that shows further on is a surprise'],
  'src/debriefing/deal-on-file.ts': ['tests/commands/purge.test.ts', 'D2 was deleted for good'],
  'src/debriefing/learn-from.ts': ['tests/commands/focus.test.ts', 'There is no debriefed loss yet'],
  'src/debriefing/until-saved.ts': [
    'tests/commands/full-disk.test.ts',
    'is printed with all others for somebody who stops',
  ],
  'src/exporting/report-fields.ts': ['tests/commands/report-flags.test.ts', 'An import reads sales_rep_id as owner'],
  'src/files/own-config.ts': ['tests/commands/config.test.ts', 'a file that is a link stays one'],
  'src/files/spooled.ts': ['tests/files/spooled.test.ts', 'says where there is no room for it'],
  'src/files/write-output.ts': ['tests/e2e/exchange-faults.test.ts', 'for which there is no room at all'],
  'src/real-output.ts': ['tests/e2e/command-line.test.ts', 'What was saved is saved.'],
  'src/store/drafts.ts': ['tests/commands/drafts.test.ts', 'There is no draft'],
  'src/store/edit-debrief.ts': [
    'tests/store/edit-debrief.test.ts',
    'has changed since it was looked at is not written over',
  ],
  'src/store/migrate.ts': ['tests/store/open-store.test.ts', 'made by a newer lossdebrief'],
  'src/store/put-back.ts': ['tests/store/undo.test.ts', 'changed once more behind the back of the log is not put back'],
  'src/store/restore.ts': ['tests/store/restore.test.ts', 'of another program'],
  'src/store/undo.ts': ['tests/store/undo.test.ts', 'no longer the latest is not taken back'],
};

/** A loss and a win with their debriefs, an open deal, a deleted one, two of one name, and two drafts. */
async function filled(): Promise<TestApp> {
  const app = await testApp();
  const loss = {
    deal: 'Northwind Logistics',
    outcome: 'lost-competitor',
    winner: 'Globex',
    said: CANARY,
    'own-it': CANARY,
  };
  await app.does(['new', '--answers', '-'], { stdin: JSON.stringify({ ...loss, 'decided-on': '2026-11-18' }) });
  await app.does(['new', 'Contoso', '--won', '--set', `said=${CANARY}`]);
  await app.does(['log', 'Fabrikam', 'call']);
  await app.does(['new', 'Litware', ...setting({ outcome: 'postponed' })]);
  await app.does(['delete', 'D4', '--yes']);
  for (const _ of [1, 2]) await app.does(['new', 'Tailspin', ...setting({ outcome: 'postponed' })]);
  await app.run(['new', 'Proseware'], { script: NORTHWIND_SCRIPT.slice(0, 3) });
  await app.does(['phrases', 'add', CANARY]);
  await app.does(['done', 'A2']);
  return app;
}

let written: Promise<string> | undefined;

/** Everything that is said in all these runs, one after the other. */
function transcript(): Promise<string> {
  return (written ??= write());
}

async function write(): Promise<string> {
  const app = await filled();
  let book = '';
  for (const [heading, slips] of Object.entries(SLIPS)) {
    book += `# ${heading}\n\n`;
    for (const [args, setting] of slips) {
      const { err, out, exitCode } = await app.run(args, setting);
      // What worked only leads to what comes after it.
      const said = exitCode === 0 || exitCode === EXIT.paused ? '' : `${err}${out === '' ? '' : `[printed] ${out}`}`;
      book += `$ lossdebrief ${args.map(quoted).join(' ')}\n${said}(${exitCode})\n\n`;
    }
  }
  return book.replaceAll(process.cwd(), '/home/dana');
}

function quoted(word: string): string {
  return /^[\w./=:-]+$/.test(word) ? word : `'${word}'`;
}

test('every error says what is wrong, where, and what to do now', async () => {
  await expect(await transcript()).toMatchFileSnapshot('errors.txt');
});

test('no error repeats what is private', async () => {
  const said = (await transcript()).split('\n').filter((line) => !line.startsWith('$ '));
  expect(said.filter((line) => line.includes(CANARY))).toEqual([]);
});

test('every command that an error says to try is one that the program understands', async () => {
  const commands = commandsToTry(await transcript());
  expect(commands.length).toBeGreaterThan(50);
  for (const command of commands)
    expect({ command, isUnderstood: await isUnderstood(command) }).toEqual({ command, isUnderstood: true });
});

test('an error that no transcript shows is one that its own test shows', async () => {
  const books = `${await transcript()}\n${readFileSync('tests/store/errors-of-files.txt', 'utf8')}`;
  const elsewhere = errorWords().filter(({ pattern }) => !pattern.test(books));
  expect(elsewhere.filter(({ file }) => !(file in SHOWN_ELSEWHERE))).toEqual([]);
  const list = elsewhere
    .map(({ file, words }) => `${file}: ${words.replaceAll('\n', ' ')}\n  ${shownFor(file)}\n`)
    .join('');
  await expect(list).toMatchFileSnapshot('errors-shown-elsewhere.txt');
});

test.each(Object.values(SHOWN_ELSEWHERE))('%s has the test `%s` for such an error', (file, name) => {
  expect(readFileSync(file, 'utf8')).toContain(name);
});

function shownFor(file: string): string {
  const [test, name] = SHOWN_ELSEWHERE[file] ?? [];
  return `${test} "${name}"`;
}
