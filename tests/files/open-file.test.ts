import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openFile, openerOn } from '../../src/files/open-file.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { PATIENCE } from '../support/patience.ts';

const NOTE = 'fs.writeFileSync(process.argv[1], process.argv[2])';

test('the file is handed to the program that opens files, whatever it is called', async () => {
  const note = join(temporaryFolder(), 'opened');
  const name = '/tmp/Q3 & $(Q4) "North".html';
  await openFile(name, [process.execPath, '-e', NOTE, note]);
  await vi.waitFor(() => expect(existsSync(note) && readFileSync(note, 'utf8')).toBe(name), PATIENCE);
});

test('where nothing opens files, the person is told where it is', async () => {
  await expect(openFile('/tmp/report.html', ['northwind-has-no-such-opener'])).rejects.toMatchObject({
    exitCode: 8,
    message: 'Nothing could be opened, because there is no northwind-has-no-such-opener here.',
    hint: 'It is written; open it yourself: /tmp/report.html',
  });
});

test.each([
  ['linux', 'xdg-open'],
  ['darwin', 'open'],
  ['win32', 'rundll32'],
] as const)('on %s that is %s', (platform, command) => {
  expect(openerOn(platform)[0]).toBe(command);
});
