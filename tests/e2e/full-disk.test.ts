import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtProgram, NORTHWIND, PROGRAM } from '../support/built-program.ts';
import { onTerminal, type PseudoTerminal } from '../support/pseudo-terminal.ts';
import { smallDisk } from '../support/small-disk.ts';

const ENTER = '\r';
/** Longer than the room that SQLite may still have in its pages. */
const TERMS = `onboarding free${', and training'.repeat(600)}`;

describe('on a disk that fills up during a debrief', () => {
  test('an answer is saved once there is room again', async (context) => {
    const { disk, terminal, list } = await debriefOnFullDisk(context);
    disk.free();
    terminal.write('a');
    await terminal.shows('When did it end?');
    terminal.kill('SIGKILL');
    await terminal.ended;
    const again = onTerminal(PROGRAM, ['new', '--resume', 'R1', '--db', join(disk.folder, 'own.db')]);
    await again.shows('When did it end?');
    again.kill('SIGKILL');
    expect(list().stdout).toContain('Northwind Logistics');
  });

  test('somebody who stops gets every answer as text, and what was saved before is whole', async (context) => {
    const { terminal, list } = await debriefOnFullDisk(context);
    terminal.write('s');
    expect(await terminal.ended).toBe(6);
    expect(terminal.text()).toContain('"deal": "Contoso"');
    expect(terminal.text().includes(`"terms": "${TERMS}"`)).toBe(true);
    await terminal.shows('Go on with: lossdebrief new --resume R1');
    expect(list()).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Northwind Logistics') as unknown });
  });
});

/** A second debrief, at the moment at which its second answer cannot be saved. */
async function debriefOnFullDisk(context: Parameters<typeof smallDisk>[1]) {
  const disk = smallDisk(4096, context);
  const { env, run } = builtProgram();
  const around = { ...env, LOSSDEBRIEF_DB: join(disk.folder, 'own.db') };
  expect(run(NORTHWIND, { env: around }).exitCode).toBe(0);
  const terminal: PseudoTerminal = onTerminal(PROGRAM, ['new'], { env: around });
  await terminal.shows('Which deal did you lose?');
  terminal.write(`Contoso${ENTER}`);
  await terminal.shows('What did you offer?');
  disk.fill();
  terminal.write(`9k EUR 12m, ${TERMS}${ENTER}`);
  await terminal.shows('The disk is full');
  return { disk, terminal, list: () => run(['list'], { env: around }) };
}

test.skipIf(process.platform === 'win32')(
  'where a file may grow no further, what does not fit is refused as a whole, and the rest stays',
  () => {
    const { db, env, folder, run } = builtProgram();
    run(NORTHWIND);
    const said = `said=${'x'.repeat(60_000)}`;
    // Blocks of 1 KiB in bash; a little more than the file has.
    const limit = Math.ceil(Number(spawnSync('stat', ['-c', '%s', db], { encoding: 'utf8' }).stdout) / 1024) + 8;
    const limited = spawnSync(
      'bash',
      ['-c', `ulimit -f ${limit}; exec "$@"`, 'bash', process.execPath, PROGRAM, 'new', 'Contoso'].concat([
        '--set',
        'outcome=postponed',
        '--set',
        said,
      ]),
      { env, cwd: folder, encoding: 'utf8', input: '' },
    );
    expect(limited).toMatchObject({ status: 6, stdout: '' });
    expect(limited.stderr).toMatch(/^error: .+Nothing of this was saved/);
    expect(limited.stderr).not.toContain('xxx');
    expect(JSON.parse(run(['list', '--json']).stdout).deals).toHaveLength(1);
    expect(run(['doctor']).exitCode).toBe(0);
  },
);
