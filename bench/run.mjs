// What lossdebrief costs, each time beside the least that a program doing the same could cost. `npm run bench` after a
// build, or a part of it by name: `npm run bench -- due new`. It ends with 1 if a limit is broken, and with 2 if there is
// no part of that name.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SELECT_DUE } from '../dist/store/due.js';
import { makeReportSample } from './report-sample.mjs';
import { reportStatements } from './report-statements.mjs';
import { makeSampleExport } from './sample-export.mjs';
import { makeSampleFile } from './sample-file.mjs';
import { compare, timeProgram, timeRun, timeUntilShown } from './stopwatch.mjs';

const PAIRS = 15;
const WARM_UPS = 2;
const FOLLOW_UPS = 10_000;
const REPORT_DEALS = 100_000;
const IMPORTED_DEALS = 78_000;
/** What takes seconds is long enough to be timed in a few runs. */
const FEW = { pairs: 3, warmUps: 1 };
/** About as many deals as a salesperson closes in a year. */
const USUAL_DEALS = 60;
const FEW_DEALS = 50;
/** In days. */
const YEAR = 365;
const TEN_YEARS = 3650;
/** Megabytes. */
const MOST_MEMORY = 150;
const FIRST_QUESTION = 'Which deal did you lose?';
const TODAY = '2026-11-20';
/** 36,500 days after today. */
const LAST_DAY = '2126-10-27';

/**
 * Has Node say at the end how much memory the program took at most, in kilobytes. Linux counts what started a program in with
 * what it took itself, but for the number in its `status`.
 */
const TELLS_MEMORY = `--import data:text/javascript,${encodeURIComponent(
  `import { existsSync, readFileSync } from 'node:fs';
  const status = '/proc/self/status';
  const most = () =>
    existsSync(status) ? /VmHWM:\\s+(\\d+)/.exec(readFileSync(status, 'utf8'))[1] : process.resourceUsage().maxRSS;
  process.on('exit', () => process.stderr.write('memory ' + most()));`,
)}`;

const PROGRAM = pathOf('../bin/lossdebrief.js');

/** What can be measured, each part by its name. */
const PARTS = { help, due, new: firstQuestion, import: importing, 'report-small': smallReport, report, memory };

const folder = mkdtempSync(join(tmpdir(), 'lossdebrief-bench-'));
const env = { PATH: process.env.PATH, HOME: folder, TERM: 'xterm-256color', LOSSDEBRIEF_TODAY: TODAY };
try {
  process.exitCode = await run(process.argv.slice(2));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function run(names) {
  const unknown = names.filter((name) => !Object.hasOwn(PARTS, name));
  if (unknown.length > 0) {
    process.stderr.write(`Unknown: ${unknown.join(', ')}. The parts are ${Object.keys(PARTS).join(', ')}.\n`);
    return 2;
  }
  const rows = await measured(names.length > 0 ? names : Object.keys(PARTS));
  process.stdout.write(tableOf(rows));
  return rows.every(({ ratio, limit }) => ratio <= limit) ? 0 : 1;
}

async function measured(names) {
  const rows = [];
  for (const name of names) {
    const comparison = await PARTS[name]();
    if (comparison === undefined) continue;
    const { what, limit, unit = 'ms', ...pair } = comparison;
    const compared = pair.ratio === undefined ? await compare({ pairs: PAIRS, warmUps: WARM_UPS, ...pair }) : pair;
    rows.push({ part: name, what, limit, unit, ...compared });
  }
  return rows;
}

function help() {
  return {
    what: '--help, beside an empty program',
    limit: 1.5,
    ours: () => timeRun([PROGRAM, '--help'], env),
    floor: () => timeRun([pathOf('./floors/empty.mjs')], env),
  };
}

function due() {
  const full = join(folder, 'full.db');
  makeSampleFile(full, FOLLOW_UPS);
  return {
    what: `due with ${FOLLOW_UPS.toLocaleString('en')} open follow-ups, beside its bare query`,
    limit: 1.25,
    ours: () => withRows(timeRun([PROGRAM, 'due', '--within', '36500d', '--db', full], env), FOLLOW_UPS + 1),
    floor: () => withRows(timeRun([pathOf('./floors/due.mjs'), full, LAST_DAY, SELECT_DUE], env), FOLLOW_UPS),
  };
}

function firstQuestion() {
  const usual = join(folder, 'usual.db');
  makeSampleFile(usual, USUAL_DEALS);
  return {
    what: 'new to its first question, beside a bare prompt',
    limit: 1.4,
    ours: () => timeUntilShown([PROGRAM, 'new', '--db', usual], env, FIRST_QUESTION),
    floor: () => timeUntilShown([pathOf('./floors/prompt.mjs'), FIRST_QUESTION], env, FIRST_QUESTION),
  };
}

/** An import into a new file each time, as a second one of the same deals would write nothing. */
function importing() {
  const file = join(folder, 'deals.csv');
  makeSampleExport(file, IMPORTED_DEALS);
  const intoNewFile = (run) => {
    const path = join(mkdtempSync(join(folder, 'import-')), 'new.db');
    const timed = run(path);
    if (JSON.parse(timed.stdout).new !== IMPORTED_DEALS) throw new Error('Not all deals were imported.');
    rmSync(dirname(path), { recursive: true });
    return timed;
  };
  return {
    what: `import of ${IMPORTED_DEALS.toLocaleString('en')} rows of 19 columns, beside csv-parse and one table`,
    limit: 3,
    ...FEW,
    ours: () => intoNewFile((path) => timeRun([PROGRAM, 'import', file, '--yes', '--json', '--db', path], env)),
    floor: () => intoNewFile((path) => timeRun([pathOf('./floors/import.mjs'), path, file], env)),
  };
}

/** The report of few deals, beside the list that is read daily, on the same file. */
function smallReport() {
  const small = join(folder, 'small.db');
  makeReportSample(small, FEW_DEALS, YEAR);
  return {
    what: `report on ${FEW_DEALS} deals with 20 answers each, beside due`,
    limit: 1.5,
    ours: () => timeRun([PROGRAM, 'report', '--db', small], env),
    floor: () => timeRun([PROGRAM, 'due', '--db', small], env),
  };
}

/** The report, beside the sqlite3 shell running the same statements. */
async function report() {
  if (spawnSync('sqlite3', ['--version']).status !== 0) {
    process.stderr.write('The report is not timed: the sqlite3 shell is not installed.\n');
    return undefined;
  }
  const large = largeFile();
  const statements = await reportStatements(large, TODAY);
  return {
    what: `report on ${REPORT_DEALS.toLocaleString('en')} deals with 20 answers each, beside its statements in sqlite3`,
    limit: 1.5,
    ...FEW,
    ours: () => timeRun([PROGRAM, 'report', '--json', '--db', large], env),
    floor: () => timeProgram('sqlite3', ['-batch', large], { env, input: statements }),
  };
}

/** What the same report takes in memory at most, beside what it may take. */
function memory() {
  const large = largeFile();
  const { stderr } = timeRun([PROGRAM, 'report', '--json', '--db', large], { ...env, NODE_OPTIONS: TELLS_MEMORY });
  const ours = Number(/memory (\d+)$/.exec(stderr)?.[1]) / 1024;
  return {
    what: `memory of a report on ${REPORT_DEALS.toLocaleString('en')} deals, beside ${MOST_MEMORY} MB`,
    limit: 1,
    unit: 'MB',
    ours,
    floor: MOST_MEMORY,
    ratio: ours / MOST_MEMORY,
  };
}

/** Made once for all that is measured on it. */
function largeFile() {
  const large = join(folder, 'large.db');
  if (!existsSync(large)) makeReportSample(large, REPORT_DEALS, TEN_YEARS);
  return large;
}

/** A run that was quick because it printed less is no run. */
function withRows(run, count) {
  const lines = run.stdout.split('\n').length - 1;
  if (lines !== count) throw new Error(`${lines} rows were printed instead of ${count}.`);
  return run;
}

function tableOf(rows) {
  const cells = [
    ['part', 'what', 'ours', 'floor', 'ratio', 'limit', 'ok'],
    ...rows.map((row) => [
      row.part,
      row.what,
      `${row.ours.toFixed(0)} ${row.unit}`,
      `${row.floor.toFixed(0)} ${row.unit}`,
      row.ratio.toFixed(2),
      row.limit.toFixed(2),
      row.ratio <= row.limit ? 'yes' : 'no',
    ]),
  ];
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  return cells
    .map((row) => `${row.map((cell, column) => aligned(cell, widths[column], column)).join('  ')}\n`)
    .join('');
}

function aligned(cell, width, column) {
  return column <= 1 ? cell.padEnd(width) : cell.padStart(width);
}

function pathOf(script) {
  return fileURLToPath(new URL(script, import.meta.url));
}
