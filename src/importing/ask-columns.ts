import type { App } from '../app.ts';
import type { ColumnMap, Wishes } from '../crm/column-map.ts';
import { type CrmFile, sampleRows } from '../crm/crm-file.ts';
import { headingKey } from '../crm/plain-key.ts';
import type { Read } from '../core/answers.ts';
import type { Answers } from '../core/answers.ts';
import type { Asked } from '../core/asked.ts';
import type { CrmRole } from '../core/crm-book.ts';
import { line, quiet } from '../core/page.ts';
import { listed } from '../core/sentence.ts';
import { shellWord } from '../core/shell-word.ts';
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
  const told = new Map<CrmRole, string>();
  const wanted = [...missing, ...OFFERED.filter((role) => !columns.roles.has(role) && !missing.includes(role))];
  for (const role of wanted) {
    const reply = await unlessStopped(() => terminal.ask(askedFor(role, file, [...told.values()])));
    const heading = reply.kind === 'answers' ? reply.answers[role] : undefined;
    told.set(role, typeof heading === 'string' ? heading : '');
  }
  return told;
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

function askedFor(role: CrmRole, file: CrmFile, taken: readonly string[]): Asked {
  const [ask, why] = QUESTIONS[role] ?? [`Which column has the ${role}?`, ''];
  const offered = file.layout.headings.filter((heading) => heading !== '' && !taken.includes(heading));
  const suggestions = offered.map((heading) => `${heading}${examplesOf(file, heading)}`);
  return {
    id: role,
    position: undefined,
    elapsed: undefined,
    tag: undefined,
    ask,
    hint: undefined,
    why: [why],
    enter:
      role === 'outcome' ? { label: '', answers: undefined } : { label: 'there is none', answers: { [role]: null } },
    form: { form: 'line', suggestions, read: (text) => readColumn(role, text, offered, suggestions) },
    canGoBack: false,
  };
}

function readColumn(
  role: CrmRole,
  text: string,
  offered: readonly string[],
  suggestions: readonly string[],
): Read<Answers> {
  const place = suggestions.indexOf(text);
  const found = place >= 0 ? offered[place] : offered.find((heading) => headingKey(heading) === headingKey(text));
  return found === undefined
    ? { problem: `There is no column ${text}. Type its number.` }
    : { value: { [role]: found }, understood: found };
}

/** Some different values of a column, so that it can be told from its neighbours. */
function examplesOf(file: CrmFile, heading: string): string {
  const column = file.layout.headings.indexOf(heading);
  const cells = sampleRows(file).map((row) => (row[column] ?? '').trim());
  const different = [...new Set(cells.filter((cell) => cell !== ''))].slice(0, EXAMPLES);
  return different.length === 0 ? '   (empty)' : `   ${different.map(shortened).join(' · ')}`;
}

const EXAMPLES = 3;
const LONGEST_EXAMPLE = 20;

function shortened(cell: string): string {
  return cell.length > LONGEST_EXAMPLE ? `${cell.slice(0, LONGEST_EXAMPLE - 1)}…` : cell;
}
