import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Takes one question, row, rule, figure or command away at a time and runs the test of the practice that lives there. A test that
// goes on passing shows nothing. Prints a table, keeps it in docs/practices.md, and ends with 1 if any test did not notice.
const HEADING = '## Taken away';
const SAMPLE = [
  ['V3', 'question deep/priority-from'],
  ['V3', 'rule deep/ask-what-they-would-give-up'],
  ['V4', 'question deep/unchecked'],
  ['V5', 'row deep/way-of-working'],
  ['V6', 'rule loss/ask-again'],
  ['V7', 'question deep/hours'],
  ['V7', 'figure time-lost'],
  ['V8', 'figure quarter-end'],
  ['V10', 'rule loss/find-their-trigger'],
  ['V11', 'figure triggers'],
  ['V16', 'rule loss/thank-and-ask'],
  ['V17', 'question deep/fit'],
  ['V18', 'figure fit'],
  ['V19', 'question deep/pressed-on'],
  ['V21', 'row deep/commitment'],
  ['V22', 'row deep/reviews-checked'],
  ['V23', 'rule deep/look-them-up'],
  ['V24', 'question deep/warnings'],
  ['V25', 'question deep/regret'],
  ['V26', 'question loss/winner-edge'],
  ['V27', 'figure trend'],
  ['V28', 'rule loss/compensate'],
  ['V30', 'rule loss/try-one-thing'],
  ['V31', 'command lessons'],
  ['V32', 'row deep/people-met'],
  ['M1', 'question win/steps'],
  ['M3', 'question deep/stage-by-stage'],
  ['M4', 'figure preparation'],
  ['M6', 'rule deep/log-from-day-one'],
  ['M7', 'command log'],
  ['M8', 'question deep/detour-note'],
  ['M10', 'rule deep/keep-to-my-process'],
  ['M10', 'figure process'],
  ['M11', 'question deep/smallest'],
  ['M16', 'figure sizes'],
  ['E1', 'question deep/tipped-by'],
  ['E4', 'question deep/experiment'],
  ['E8', 'figure handling'],
  ['E9', 'question deep/slowest-reply'],
  ['E14', 'row deep/right-buyer'],
  ['E17', 'question deep/stopped-on'],
  ['I1', 'question loss/own-it'],
  ['I2', 'question loss/underneath'],
  ['I4', 'question deep/trail'],
  ['I5', 'rule deep/start-over'],
  ['I3', 'figure played'],
  ['I6', 'step meddpicc/champion'],
  ['I8', 'command opinion'],
  ['I12', 'command feedback'],
  ['I17', 'command focus'],
  ['I20', 'rule loss/watch-the-best'],
  ['P1', 'figure calibration'],
  ['P2', 'rule deep/rescue'],
  ['P6', 'rule loss/ask-why-now'],
  ['P7', 'row loss/timeframe'],
  ['P10', 'question deep/real-decider'],
  ['P12', 'rule loss/next-call'],
  ['P14', 'rule loss/deep-review'],
  ['P15', 'question deep/quota-gap'],
];
const FILES = { V: 'volas', M: 'metler', E: 'agency', I: 'sales-blog', P: 'pedone' };
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const RESULTS = join(tmpdir(), `taken-away-${process.pid}.json`);

const untouched = run([], '');
const outcomes = SAMPLE.map(([id, taken]) => {
  const shows = untouched.filter(({ title }) => title.startsWith(`${id}: `));
  const without = run([`tests/practices/${FILES[id[0]]}.test.ts`, '-t', `^${id}: `], taken);
  const passed = shows.length > 0 && shows.every(({ status }) => status === 'passed');
  const isNoticed = passed && without.some(({ status }) => status === 'failed');
  process.stdout.write(`${isNoticed ? 'noticed  ' : 'NOT      '} ${id}  ${taken}\n`);
  return { id, taken, isNoticed };
});

const noticed = outcomes.filter(({ isNoticed }) => isNoticed).length;
keepTable();
process.exitCode = noticed === outcomes.length ? 0 : 1;

/** The tests that ran, each with its title and how it ended, without what is taken away. */
function run(which, taken) {
  const args = ['vitest', 'run', ...(which.length > 0 ? which : ['tests/practices']), '--reporter=json'];
  const env = { ...process.env, TAKEN_AWAY: taken };
  spawnSync('npx', [...args, `--outputFile=${RESULTS}`], { cwd: ROOT, env, stdio: 'ignore' });
  const { testResults } = JSON.parse(readFileSync(RESULTS, 'utf8'));
  return testResults.flatMap(({ assertionResults }) => assertionResults);
}

function keepTable() {
  const page = join(ROOT, 'docs', 'practices.md');
  const rows = outcomes.map(
    ({ id, taken, isNoticed }) => `| ${id} | ${taken.replace(' ', ' `')}\` | ${isNoticed ? 'yes' : 'no'} |`,
  );
  const section = [
    HEADING,
    '',
    `\`npm run test:long\` takes these away, one at a time. Of ${outcomes.length}, ${noticed} made the test of their row fail.`,
    '',
    '| row | taken away | noticed |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
  const before = readFileSync(page, 'utf8').split(HEADING)[0].trimEnd();
  writeFileSync(page, `${before}\n\n${section}`);
}
