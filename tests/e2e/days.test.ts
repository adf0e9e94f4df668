import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtProgram, NORTHWIND } from '../support/built-program.ts';

/** The ends of the world, half hours, and places that change their clocks, Brazil at midnight until 2019. */
const ZONES = ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Europe/Berlin'];

/** A day without a two o'clock in Berlin, one without a midnight in São Paulo, and a leap day. */
const DAYS = ['2026-03-29', '2018-11-04', '2024-02-29'];

/** Everything that counts days or tells them. */
const COMMANDS = [
  [...NORTHWIND, '--set', 'decided-on=yesterday', '--json'],
  ['new', 'Contoso', '--set', 'outcome=postponed', '--set', 'call-on=in 3 months', '--json'],
  ['log', 'Fabrikam', 'call', '--at', 'last friday', '--json'],
  ['snooze', 'A1', 'in', '2', 'weeks', '--json'],
  ['due', '--all', '--within', '400d'],
  ['show', 'D1', '--plain'],
  ['report', 'cycle', '--from', '2 months ago', '--json'],
];

test.each(DAYS)('on %s, all commands say the same in every time zone', (today) => {
  const [first, ...others] = ZONES.map((zone) => saidIn(zone, today));
  for (const said of others) expect(said).toEqual(first);
});

test.each(ZONES)('in %s, today is what the calendar on the wall says', (zone) => {
  const { run } = builtProgram();
  const onTheWall = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
  const before = onTheWall();
  const { today } = JSON.parse(run(['due', '--json'], { env: { TZ: zone, LOSSDEBRIEF_TODAY: '' } }).stdout);
  // A midnight may come in between.
  expect([before, onTheWall()]).toContain(today);
});

/** What the commands say one after the other, without what is different each time. */
function saidIn(zone: string, today: string): readonly string[] {
  const { folder, run } = builtProgram();
  const env = { TZ: zone, LOSSDEBRIEF_TODAY: today };
  const said = COMMANDS.map((args) => {
    const { exitCode, stdout, stderr } = run(args, { env });
    expect({ exitCode, args, stderr }).toMatchObject({ exitCode: 0 });
    return stdout.replaceAll(/"uuid": "[^"]*"/g, '');
  });
  run(['due', '--all', '--ics', 'calls.ics'], { env });
  const calendar = readFileSync(join(folder, 'calls.ics'), 'utf8');
  return [...said, calendar.replaceAll(/^(?:UID|DTSTAMP|LAST-MODIFIED|CREATED):.*\r\n/gm, '')];
}
