import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, type Day, daysBetween } from '../../src/core/days/day.ts';
import { day } from '../support/days.ts';
import { setting } from '../support/debriefs.ts';
import { testApp, type TestApp } from '../support/test-app.ts';
import { type DealOfTheYear, YEAR_OF_DEALS } from '../support/year-of-deals.ts';

interface Item {
  readonly id: string;
  readonly kind: string;
  readonly on: Day;
  readonly rule: string;
  readonly deal: { readonly id: string; readonly name: string };
}

/** What happened with Sam's deals after they were lost, in the order in which Sam asked. Everybody else says no again. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  'Northwind Logistics': ['reopened', 'won-back'],
  Contoso: ['no-answer'],
  Wingtip: ['not-yet', 'happened', 'reopened', 'still-lost'],
};

/** Every Monday Sam does what the week holds; the month's last look at what is due is noted. */
async function liveThrough(app: TestApp): Promise<ReadonlyMap<string, readonly string[]>> {
  const months = new Map<string, readonly string[]>();
  const asked = new Map<string, number>();
  for (let today = day('2026-01-01'); today <= '2026-12-31'; today = addDays(today, 1)) {
    for (const deal of YEAR_OF_DEALS.filter(({ on }) => on === today)) await debrief(app, deal);
    if (isMonday(today)) await workThrough(app, today, asked);
    if (addDays(today, 1).endsWith('-01')) months.set(today.slice(0, 7), await comingUp(app, today));
  }
  return months;
}

async function debrief(app: TestApp, { on, name, won, answers }: DealOfTheYear): Promise<void> {
  await app.does(['new', name, ...(won ? ['--won'] : []), ...setting(answers), '--today', on]);
}

async function workThrough(app: TestApp, today: Day, asked: Map<string, number>): Promise<void> {
  for (const { id, kind, deal } of await itemsDue(app, today, 6)) {
    const outcome = kind === 'follow-up' || kind === 'check' ? nextAnswer(deal.name, kind, asked) : undefined;
    await app.does(['done', id, ...(outcome === undefined ? [] : ['--outcome', outcome]), '--today', today]);
  }
}

function nextAnswer(deal: string, kind: string, asked: Map<string, number>): string {
  const times = asked.get(deal) ?? 0;
  asked.set(deal, times + 1);
  return ANSWERS[deal]?.[times] ?? (kind === 'check' ? 'not-yet' : 'still-lost');
}

async function comingUp(app: TestApp, today: Day): Promise<readonly string[]> {
  const items = await itemsDue(app, today, 31);
  return items
    .filter(({ kind }) => kind !== 'action' && kind !== 'second-look')
    .toSorted((one, other) => one.on.localeCompare(other.on) || one.deal.name.localeCompare(other.deal.name))
    .map(({ kind, on, deal, rule }) => `${on} ${kind} ${deal.name} (${rule})`);
}

async function itemsDue(app: TestApp, today: Day, within: number): Promise<readonly Item[]> {
  return (await app.does(['due', '--json', '--within', `${within}d`, '--today', today])).json().items;
}

function isMonday(on: Day): boolean {
  return daysBetween(day('2026-01-05'), on) % 7 === 0;
}

describe('a year in the life of a rep', () => {
  let app: TestApp;
  let months: ReadonlyMap<string, readonly string[]>;

  beforeAll(async () => {
    app = await testApp();
    months = await liveThrough(app);
  });

  test('each month ends with what the next one holds', () => {
    expect(Object.fromEntries(months)).toMatchInlineSnapshot(`
      {
        "2026-01": [],
        "2026-02": [],
        "2026-03": [
          "2026-04-07 touch Northwind Logistics (quarterly)",
          "2026-04-22 touch Contoso (quarterly)",
          "2026-04-30 follow-up Fabrikam (reason)",
        ],
        "2026-04": [
          "2026-05-11 touch Litware (quarterly)",
          "2026-05-25 check Wingtip (trigger-check)",
        ],
        "2026-05": [
          "2026-06-01 follow-up Consolidated Messenger (reason)",
          "2026-06-04 touch Alpine Ski House (quarterly)",
          "2026-06-10 follow-up Blue Yonder (default)",
          "2026-06-15 follow-up Contoso (named-date)",
          "2026-06-26 follow-up Litware (contract-term)",
          "2026-06-29 touch Coho Winery (quarterly)",
        ],
        "2026-06": [
          "2026-07-06 follow-up Lamna Healthcare (reason)",
          "2026-07-07 touch Northwind Logistics (quarterly)",
          "2026-07-24 touch Humongous Insurance (quarterly)",
          "2026-07-27 touch Fabrikam (quarterly)",
          "2026-07-28 follow-up Margie Travel (reason)",
        ],
        "2026-07": [
          "2026-08-18 follow-up Nod Publishers (contract-term)",
          "2026-08-20 touch Lucerne Publishing (quarterly)",
          "2026-08-25 check Wingtip (trigger-check)",
          "2026-08-31 follow-up Lucerne Publishing (trigger)",
        ],
        "2026-08": [
          "2026-09-08 touch Blue Yonder (quarterly)",
          "2026-09-14 follow-up Wingtip (reopened)",
          "2026-09-15 touch Contoso (quarterly)",
          "2026-09-22 touch Litware (quarterly)",
          "2026-09-28 touch Coho Winery (quarterly)",
          "2026-09-30 check Lucerne Publishing (trigger)",
          "2026-09-30 follow-up Relecloud (reason)",
        ],
        "2026-09": [
          "2026-09-30 check Lucerne Publishing (trigger)",
          "2026-10-06 touch Lamna Healthcare (quarterly)",
          "2026-10-07 follow-up Northwind Logistics (contract-term)",
          "2026-10-09 touch School of Fine Art (quarterly)",
          "2026-10-27 touch Fabrikam (quarterly)",
          "2026-10-27 touch Margie Travel (quarterly)",
          "2026-10-28 touch Southbank (quarterly)",
        ],
        "2026-10": [
          "2026-11-02 follow-up Wide World Importers (named-date)",
          "2026-11-06 touch Trey Research (quarterly)",
          "2026-11-17 touch Nod Publishers (quarterly)",
          "2026-11-24 follow-up Humongous Insurance (decision-date)",
          "2026-11-30 touch Consolidated Messenger (quarterly)",
        ],
        "2026-11": [
          "2026-12-01 follow-up Humongous Insurance (decision-date)",
          "2026-12-07 touch Blue Yonder (quarterly)",
          "2026-12-09 follow-up Best For You (reason)",
          "2026-12-14 touch Contoso (quarterly)",
          "2026-12-14 touch Wingtip (quarterly)",
          "2026-12-21 touch Litware (quarterly)",
          "2026-12-24 follow-up Fincher Architects (reason)",
          "2026-12-28 follow-up Coho Winery (contract-term)",
          "2026-12-28 touch Relecloud (quarterly)",
        ],
        "2026-12": [
          "2027-01-05 touch Lamna Healthcare (quarterly)",
          "2027-01-05 check Lucerne Publishing (trigger-check)",
          "2027-01-05 follow-up School of Fine Art (reason)",
          "2027-01-18 touch Olympia (quarterly)",
          "2027-01-26 touch Fabrikam (quarterly)",
          "2027-01-26 touch Margie Travel (quarterly)",
          "2027-01-28 touch Southbank (quarterly)",
          "2027-01-29 touch Oakwood (quarterly)",
        ],
      }
    `);
  });

  test('the first loss is won back, keeps its history, and its worth is counted', async () => {
    const { deal, contactPlan } = (await app.does(['show', 'D1', '--json'])).json();
    expect(deal).toMatchObject({ outcome: 'lost-competitor', decidedOn: '2026-01-07' });
    expect(contactPlan.every(({ state }: { state: string }) => state !== 'open')).toBe(true);
    const { wonBack } = (await app.does(['due', '--json', '--today', '2026-12-31'])).json();
    expect(wonBack).toEqual({ deals: 1, value: [{ currency: 'EUR', amount: 148_000, deals: 1 }] });
  });

  test('every lost deal that was wanted again has its next contact, until two years after the no', async () => {
    const next = await itemsDue(app, day('2026-12-31'), 1000);
    const contacts = next.filter(({ kind }) => ['follow-up', 'touch', 'check'].includes(kind));
    const wanted = YEAR_OF_DEALS.filter(({ won, answers }) => !won && answers['again'] !== 'no');
    const without = wanted.filter(({ name }) => !contacts.some(({ deal }) => deal.name === name));
    expect(without.map(({ name }) => name)).toEqual(['Northwind Logistics']);
  });

  test('nothing reminds of an account that was not wanted again', async () => {
    const unwanted = new Set(YEAR_OF_DEALS.filter(({ answers }) => answers['again'] === 'no').map(({ name }) => name));
    const contacts = (await itemsDue(app, day('2026-12-31'), 1000)).filter(({ kind }) => kind !== 'action');
    expect(contacts.filter(({ deal }) => unwanted.has(deal.name))).toEqual([]);
  });

  test('forty deals are on file', async () => {
    expect((await app.does(['list', '--json'])).json().deals).toHaveLength(40);
  });
});
