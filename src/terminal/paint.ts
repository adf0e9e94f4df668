import type { Meaning } from '../core/page.ts';
import type { ColourLevel } from './colour-level.ts';

/** Gives text the look of what it means. Words say the same without it: colour never carries meaning alone. */
export type Paint = (text: string, meaning: Meaning | undefined) => string;

/** The paint for so many colours. Chalk is loaded only where there is something to paint. */
export async function createPaint(level: ColourLevel): Promise<Paint> {
  if (level === 0) return unpainted;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level });
  const brushes: Readonly<Record<Meaning, (text: string) => string>> = {
    heading: chalk.bold,
    strong: chalk.bold,
    late: chalk.red,
    good: chalk.green,
    quiet: chalk.dim,
    id: chalk.cyan,
    bar: chalk.cyan,
  };
  return (text, meaning) => (meaning === undefined ? text : brushes[meaning](text));
}

/** No colour at all. */
const unpainted: Paint = (text) => text;
