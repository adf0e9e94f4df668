import type { App } from '../app.ts';
import type { ColumnMap, Wishes } from '../crm/column-map.ts';
import { type CrmFile, sampleRows } from '../crm/crm-file.ts';
import { isBlankCell } from '../crm/blank-cell.ts';
import { readCrmAmount } from '../crm/crm-amount.ts';
import { readCrmDay } from '../crm/crm-day.ts';
import { headingKey } from '../crm/plain-key.ts';
import { type Answers, type Read } from '../core/answers.ts';
import { APART, type Asked } from '../core/asked.ts';
import type { CrmRole } from '../core/exchange/crm-book.ts';
import { firstCharacters } from '../core/text/first-characters.ts';
import { line, quiet } from '../core/page.ts';
import { listed } from '../core/text/sentence.ts';
import { shellWord } from '../core/text/shell-word.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { unlessStopped } from '../debriefing/confirm.ts';

/** Asks which columns hold what no heading tells, showing some values of each. An empty heading: there is none. */
export async function askColumns(
  app: App,
  file: CrmFile,
  columns: ColumnMap,
  missing: readonly CrmRole[],
): Promise<Wishes> {
  await app.tell([
    line('No known CRM writes these headings, so please say which column is what.'),
    line(quiet('A number or a heading; the values are the first ones in the file. Nothing is written yet.')),
  ]);
  const terminal = await app.terminal();
  const wanted = [...missing, ...OFFERED.filter((role) => !columns.roles.has(role) && !missing.includes(role))];
  const told: [CrmRole, string][] = [];
  while (told.length < wanted.length) {
    const role = wanted[told.length] ?? 'outcome';
    const reply = await unlessStopped(() => terminal.ask(askedFor(role, file, told)));
    if (reply.kind === 'back') told.pop();
    else told.push([role, headingIn(reply.answers[role])]);
  }
  return new Map(told);
}

function headingIn(answer: Answers[string] | undefined): string {
  return typeof answer === 'string' ? answer : '';
}

/** What to say where nobody can be asked. */
export function noColumns({ input, layout }: CrmFile, missing: readonly CrmRole[]): UserError {
  const example = missing.map((role) => `--map ${role}=COLUMN`).join(' ');
  return new UserError(
    `No known CRM writes these headings, and no column tells ${listed(missing.map((role) => MISSING[role] ?? role))}. ` +
      `The columns are: ${layout.headings.slice(0, MOST_NAMED).join(', ')}.`,
    `lossdebrief import ${shellWord(input.argument)} ${example}`,
    EXIT.inputRefused,
  );
}

const MOST_NAMED = 40;
const MISSING: Readonly<Partial<Record<CrmRole, string>>> = {
  outcome: 'how a deal ended',
  closedOn: 'when it closed',
  name: 'which deal it is',
};

/** What is asked besides, where no heading tells it. */
const OFFERED: readonly CrmRole[] = ['id', 'amount'];

const QUESTIONS: Readonly<Partial<Record<CrmRole, readonly [ask: string, why: string]>>> = {
  outcome: ['Which column says how a deal ended?', 'A status, a stage, or a yes and no: won, lost, or still open.'],
  closedOn: ['Which column has the day it closed?', 'All dates of contact, and every report, count from there.'],
  name: ['Which column has the name of the deal?', 'By it you will know the deal again.'],
  id: [
    'Which column has the number that the CRM gives a deal?',
    'By it a deal is known when you import it again. Without one its name, account and closing day are taken.',
  ],
  amount: ['Which column has its value?', 'For what was at stake. Unknown is fine.'],
};

/** Every question has all columns, so that each keeps its number; those that are taken say so. */
function askedFor(role: CrmRole, file: CrmFile, told: readonly (readonly [CrmRole, string])[]): Asked {
  const [ask, why] = QUESTIONS[role] ?? [`Which column has the ${role}?`, ''];
  const headings = file.layout.headings.filter((heading) => heading !== '');
  const taken = new Set(told.map(([, heading]) => heading));
  const suggestions = headings.map(
    (heading) => `${heading}: ${taken.has(heading) ? TAKEN : sayExamples(valuesOf(file, heading))}`,
  );
  const read = (text: string): Read<Answers> => {
    const place = suggestions.indexOf(text);
    const found = place >= 0 ? headings[place] : headings.find((heading) => headingKey(heading) === headingKey(text));
    const problem = problemWith(role, found, taken, file);
    if (found === undefined || problem !== undefined) return { problem: problem ?? `There is no column ${text}.` };
    return { value: { [role]: found }, understood: found };
  };
  return {
    id: role,
    ...APART,
    ask,
    hint: undefined,
    why: [why],
    enter:
      role === 'outcome' ? { label: '', answers: undefined } : { label: 'there is none', answers: { [role]: null } },
    form: { form: 'line', suggestions, read },
    canGoBack: told.length > 0,
  };
}

const TAKEN = '(taken already)';

/** Why a column cannot be what is asked for. Nothing is said of one without any value in the beginning of the file. */
function problemWith(
  role: CrmRole,
  heading: string | undefined,
  taken: ReadonlySet<string>,
  file: CrmFile,
): string | undefined {
  if (heading === undefined) return undefined;
  if (taken.has(heading)) return `${heading} is taken already. Type the number of another, or < to go back.`;
  const values = valuesOf(file, heading);
  const [what, fits] = MUST_FIT[role] ?? ['', () => true];
  return values.length === 0 || values.some(fits)
    ? undefined
    : `No value of ${heading} reads as ${what}. Type the number of another column.`;
}

const MUST_FIT: Readonly<Partial<Record<CrmRole, readonly [what: string, fits: (value: string) => boolean]>>> = {
  closedOn: ['a day', (value) => readCrmDay(value).kind !== 'unread'],
  amount: ['an amount', (value) => readCrmAmount(value, undefined) !== undefined],
};

/** What the beginning of the file has in a column, each value once. */
function valuesOf(file: CrmFile, heading: string): readonly string[] {
  const column = file.layout.headings.indexOf(heading);
  const cells = sampleRows(file).map((row) => (row[column] ?? '').trim());
  return [...new Set(cells.filter((cell) => !isBlankCell(cell)))];
}

/** Some of them, so that a column can be told from its neighbours. */
function sayExamples(values: readonly string[]): string {
  return values.length === 0 ? '(empty)' : values.slice(0, EXAMPLES).map(shortened).join(' · ');
}

const EXAMPLES = 3;
const LONGEST_EXAMPLE = 20;

function shortened(cell: string): string {
  return cell.length > LONGEST_EXAMPLE ? `${firstCharacters(cell, LONGEST_EXAMPLE - 1)}…` : cell;
}
