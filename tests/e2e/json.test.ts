import { expect, test } from 'vitest';
import { builtProgram, NORTHWIND } from '../support/built-program.ts';

// Fields are added and never removed: a key that goes missing here breaks somebody's script.

const ENTRY = ['id', 'kind', 'on', 'time', 'channel', 'rule', 'because', 'state'];

const RECORD = {
  deal: [
    'id',
    'uuid',
    'name',
    'outcome',
    'amount',
    'currency',
    'contractMonths',
    'decidedOn',
    'winner',
    'forecast',
    'stage',
    'account',
    'owner',
    'createdOn',
    'segment',
    'persona',
    'source',
    'product',
    'fields',
    'crm',
  ],
  debrief: ['framework', 'version', 'seconds', 'primaryReason', 'answers'],
  reviews: undefined,
  contact: ['name', 'role', 'phone'],
  actions: ['id', 'text', 'because', 'message', 'due', 'state', 'rule'],
  followUp: ENTRY,
  contactPlan: ENTRY,
  views: ['causes', 'feedback', 'opinions'],
};

const ITEM = [
  'id',
  'kind',
  'on',
  'time',
  'daysLate',
  'text',
  'deal',
  'contact',
  'said',
  'winner',
  'terms',
  'amount',
  'currency',
  'rule',
  'because',
  'lastAttempt',
];

test('`new --json` gives the deal, its debrief, and what follows from it', () => {
  const { run } = builtProgram();
  const printed = parsed(run([...NORTHWIND, '--json']).stdout);
  expect(printed['schemaVersion']).toBe(1);
  expect(keysWithin(printed)).toEqual({ schemaVersion: undefined, ...RECORD });
  expect(printed).toMatchObject({
    deal: { id: 'D1', outcome: 'lost-competitor', amount: 148_000, currency: 'EUR', winner: 'Globex', forecast: null },
    debrief: { framework: 'loss', version: 1, primaryReason: 'access-authority' },
    followUp: { id: 'F1', kind: 'follow-up', on: '2027-08-20', time: '09:00', channel: 'phone', rule: 'contract-term' },
  });
});

test('`show --json` gives what `new --json` gave', () => {
  const { run } = builtProgram();
  expect(run([...NORTHWIND, '--json']).stdout).toBe(run(['show', 'D1', '--json']).stdout);
});

test('`list --json` gives each deal as `show` does', () => {
  const { run } = builtProgram();
  run(NORTHWIND);
  const { schemaVersion, ...record } = parsed(run(['show', 'D1', '--json']).stdout);
  expect(parsed(run(['list', '--json']).stdout)).toEqual({ schemaVersion, deals: [record] });
});

test('`due --json` gives every item with all it takes to call', () => {
  const { run } = builtProgram();
  run(NORTHWIND);
  const printed = parsed(run(['due', '--json', '--today', '2027-08-20']).stdout);
  const items = printed['items'] as readonly Record<string, unknown>[];
  expect(Object.keys(printed)).toEqual(['schemaVersion', 'today', 'wonBack', 'items']);
  expect(new Set(items.map((item) => Object.keys(item).join()))).toEqual(new Set([ITEM.join()]));
  expect(items.find(({ id }) => id === 'F1')).toMatchObject({
    kind: 'follow-up',
    daysLate: 0,
    deal: { id: 'D1', name: 'Northwind Logistics' },
    contact: { name: 'Dana Reyes', role: 'CFO', phone: '+1 555 0100' },
    said: 'The CFO felt Globex was the safer choice.',
    winner: 'Globex',
    terms: 'onboarding free',
    lastAttempt: null,
  });
});

test('`done --json` says what was closed', () => {
  const { run } = builtProgram();
  run(NORTHWIND);
  expect(parsed(run(['done', 'A1', '--json']).stdout)).toMatchObject({
    schemaVersion: 1,
    done: [{ id: 'A1', kind: 'action', deal: 'Northwind Logistics', wasClosed: false }],
  });
});

test('bad business has no follow-up, and says so with null', () => {
  const { run } = builtProgram();
  const { stdout } = run(['new', 'Contoso', '--set', 'outcome=disqualified', '--json']);
  expect(parsed(stdout)).toMatchObject({ deal: { name: 'Contoso', amount: null }, followUp: null });
});

test('whatever is in a name, JSON reads back the same and holds nothing that a terminal would obey', () => {
  const { run } = builtProgram();
  const name = 'Contoso\u001b]52;c;aGk=\u0007\u202e "Ltd" \u{1f4bc}';
  const { stdout } = run(['new', '--answers', '-', '--json'], {
    input: JSON.stringify({ deal: name, outcome: 'postponed' }),
  });
  expect(parsed(stdout)).toMatchObject({ deal: { name } });
  expect(stdout).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
});

function parsed(json: string): Record<string, unknown> {
  return JSON.parse(json) as Record<string, unknown>;
}

/** The keys of each part of a record; of a list, those of its first entry. */
function keysWithin(record: Record<string, unknown>): Record<string, readonly string[] | undefined> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => {
      const part: unknown = Array.isArray(value) ? value[0] : value;
      return [name, typeof part === 'object' && part !== null ? Object.keys(part) : undefined];
    }),
  );
}
