import { BLANK, heading, indented, type Line, line, type Page, quiet } from '../core/page.ts';
import { shellWord } from '../core/text/shell-word.ts';
import { counted } from '../core/text/sentence.ts';

/** A sample file that was made, and where to look in it. */
export interface Demo {
  readonly path: string;
  readonly deals: number;
  readonly showcase: `D${number}`;
  /** The day that was named for today, if one was; a command without it would look at the file from another day. */
  readonly today: string | undefined;
}

/** The place of the sample file, and the commands to try, each on a line of its own that can be pasted. */
export function demoPage(demo: Demo): Page {
  return [
    line(heading('A sample file'), `: ${counted(demo.deals, 'invented deal')} over two years.`),
    { ...indented(2, demo.path), isWhole: true },
    line(quiet('It stands apart from your own file. Change what you like in it, and delete it when you are done.')),
    ...commandsToTry(demo).flatMap(({ asks, command }) => [BLANK, line(asks), commandLine(command)]),
  ];
}

/** What to try, in the order in which it tells the story. */
function commandsToTry({ path, showcase, today }: Demo): readonly { asks: string; command: string }[] {
  const program = `lossdebrief --db ${shellWord(path)}${today === undefined ? '' : ` --today ${today}`}`;
  const tries = [
    ['What are they lost to, and what do the wins have?', 'report'],
    ['Whom to call today, and what was decided to do?', 'due'],
    ['How did they all end?', 'list'],
    ['What is kept about one deal?', `show ${showcase}`],
    ['What did they teach?', 'lessons'],
    ['Is the one area in work getting better?', 'focus'],
  ];
  return tries.map(([asks = '', words = '']) => ({ asks, command: `${program} ${words}` }));
}

function commandLine(command: string): Line {
  return { ...indented(2, command), isWhole: true };
}
