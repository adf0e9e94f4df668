import { expect, test } from 'vitest';
import { line, quiet } from '../../../src/core/page.ts';
import { pageWithNamedFile, withNamedFile } from '../../../src/core/text/named-file.ts';
import { createProgram } from '../../../src/program/program.ts';

/** Those that work on no file of deals, or have one of their own. */
const OTHERS = new Set(['config', 'frameworks', 'demo', 'completion', 'complete', 'help']);

test('every command that works on the deals names the file that was named', () => {
  const program = createProgram(
    () => {
      throw new Error('Nothing runs here.');
    },
    () => {},
  );
  const names = program.commands.map((command) => command.name());
  expect(names).toContain('undo');
  for (const name of names) {
    expect(withNamedFile(`To go on: lossdebrief ${name} D1`, 'g.db')).toBe(
      OTHERS.has(name) ? `To go on: lossdebrief ${name} D1` : `To go on: lossdebrief --db g.db ${name} D1`,
    );
  }
});

test('the path is one word of a shell, whatever it holds', () => {
  expect(withNamedFile('lossdebrief undo', '/tmp/a $& b.db')).toBe("lossdebrief --db '/tmp/a $& b.db' undo");
});

test.each(['lossdebrief --db other.db list', 'The lossdebrief listing', 'lossdebrief 0.1.0', 'lossdebrief new-file'])(
  'what is no command of it, or names a file already, stays as it is: %s',
  (text) => {
    expect(withNamedFile(text, 'g.db')).toBe(text);
  },
);

test('where no file was named, nothing changes', () => {
  const page = [line('Closed deals wait: lossdebrief due')];
  expect(pageWithNamedFile(page, undefined)).toEqual(page);
});

test('a line with a path that has a space in it stays whole, and others may wrap', () => {
  expect(pageWithNamedFile([line('Back: ', quiet('lossdebrief undo')), line('Taken back.')], 'my deals.db')).toEqual([
    { spans: [{ text: 'Back: ' }, { text: 'lossdebrief --db "my deals.db" undo', as: 'quiet' }], isWhole: true },
    { spans: [{ text: 'Taken back.' }] },
  ]);
});
