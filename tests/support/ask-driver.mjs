// Asks the named questions on this terminal and writes each reply as a line, for tests through a pseudo-terminal.
//   node ask-driver.mjs said,winner [accessible] [ascii] [colour]
import { createPaint } from '../../dist/terminal/paint.js';
import { createTerminal } from '../../dist/terminal/terminal.js';
import { callOn, offer, outcome, ownIt, said, steps, sure, winner } from './asked-questions.mjs';

const questions = { callOn, offer, outcome, ownIt, said, steps, sure, winner };
const [names = '', ...flags] = process.argv.slice(2);
const terminal = createTerminal({
  input: process.stdin,
  output: process.stderr,
  accessible: flags.includes('accessible'),
  ascii: flags.includes('ascii'),
  paint: await createPaint(flags.includes('colour') ? 1 : 0),
});

try {
  for (const name of names.split(',')) {
    const reply = await terminal.ask(questions[name]);
    process.stdout.write(`REPLY ${JSON.stringify(reply)}\n`);
  }
  process.stdout.write('END\n');
} catch (error) {
  const held = error.held === undefined ? '' : ` with ${JSON.stringify(error.held)}`;
  process.stdout.write(`${error.name} ${error.exitCode ?? error.stack}${held}\n`);
} finally {
  terminal.close();
}
