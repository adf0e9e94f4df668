import { spawnSync } from 'node:child_process';
import { spawn } from '@lydell/node-pty';

/** Milliseconds that a whole run of a script takes in a pipe, and what it printed. */
export function timeRun(args, env) {
  return timeProgram(process.execPath, args, { env });
}

/** The same of any program, which may be given something to read. */
export function timeProgram(program, args, options) {
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(program, args, { ...options, maxBuffer: 2 ** 27, encoding: 'utf8' });
  const milliseconds = performance.now() - begun;
  if (status !== 0) throw new Error(`${program} ${args[0]} ended with ${status}: ${stderr}`);
  return { milliseconds, stdout, stderr };
}

/** Milliseconds until a script shows these words on a terminal of its own. It is ended then. */
export function timeUntilShown(args, env, words) {
  return new Promise((resolve, reject) => {
    let shown = '';
    const begun = performance.now();
    const terminal = spawn(process.execPath, args, { name: 'xterm-256color', cols: 100, rows: 30, env });
    let milliseconds;
    terminal.onData((data) => {
      shown += data;
      if (milliseconds !== undefined || !shown.includes(words)) return;
      milliseconds = performance.now() - begun;
      terminal.kill('SIGKILL');
    });
    terminal.onExit(() => {
      if (milliseconds === undefined) reject(new Error(`${args[0]} ended before it showed "${words}": ${shown}`));
      else resolve({ milliseconds });
    });
  });
}

/**
 * Runs two things in turn, each pair in the other order than the one before, so that whatever slows the machine down
 * slows both. The ratio is the median of the ratios within the pairs.
 */
export async function compare({ ours, floor, pairs, warmUps }) {
  for (let run = 0; run < warmUps; run += 1) {
    await ours();
    await floor();
  }
  const timed = [];
  for (let pair = 0; pair < pairs; pair += 1) timed.push(await onePair(ours, floor, pair % 2 === 0));
  return {
    ours: median(timed.map((pair) => pair.ours)),
    floor: median(timed.map((pair) => pair.floor)),
    ratio: median(timed.map((pair) => pair.ours / pair.floor)),
  };
}

async function onePair(ours, floor, oursFirst) {
  const first = await (oursFirst ? ours() : floor());
  const second = await (oursFirst ? floor() : ours());
  const [one, other] = oursFirst ? [first, second] : [second, first];
  return { ours: one.milliseconds, floor: other.milliseconds };
}

function median(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
