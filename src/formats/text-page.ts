import type wrapAnsi from 'wrap-ansi';
import type { Line, Meaning, Page } from '../core/page.ts';
import { shownText } from '../core/text/shown-text.ts';
import { UNBROKEN } from '../core/text/unbroken.ts';
import { withWholeCommands } from '../core/text/whole-commands.ts';
import { keptTogether } from './kept-together.ts';
import { spokenLine } from './spoken-line.ts';

/** How a page is laid out. */
export interface Layout {
  /** In columns; infinity where nothing is to be wrapped. */
  readonly width: number;
  /** Turns text into what the terminal shows for its meaning. */
  readonly paint: (text: string, meaning: Meaning | undefined) => string;
  readonly ascii: boolean;
  /** For somebody who hears it. */
  readonly isSpoken?: boolean;
}

/** A page as text: every span cleaned, wrapped by words under its own indent, and painted. */
export async function textPage(drawn: Page, layout: Layout): Promise<string> {
  const page = layout.isSpoken === true ? drawn.map(spokenLine) : drawn;
  // What it takes to wrap costs more to load than the first question, so it comes with the first line that needs it.
  const wrap = page.every((line) => fits(line, layout)) ? undefined : (await import('wrap-ansi')).default;
  return page
    .map((line) => `${wrap && !fits(line, layout) ? wrappedLine(line, layout, wrap) : uncutLine(line, layout)}\n`)
    .join('');
}

/** Whether a line stands as it is: nothing may break it, or its plain characters are no more than the columns. */
function fits({ spans, indent = 0, isWhole }: Line, layout: Layout): boolean {
  const { width } = layout;
  if (isWhole || !Number.isFinite(width)) return true;
  const text = spans.map((span) => shownText(span.text, layout.ascii)).join('');
  return indent <= width / 3 && NARROW.test(text) && indent + text.length <= width;
}

/** Characters of one column each. */
const NARROW = /^[\x20-\x7e\u00a0-\u00ff\u2010-\u2027]*$/;

type Wrap = typeof wrapAnsi;

function uncutLine({ spans, indent = 0 }: Line, layout: Layout): string {
  return (' '.repeat(indent) + painted(spans, layout)).trimEnd();
}

function wrappedLine({ spans, indent = 0, hang = 0 }: Line, layout: Layout, wrap: Wrap): string {
  const { width } = layout;
  // On a narrow screen the indents give way to the words.
  const before = Math.min(indent, Math.floor(width / 3));
  const beside = Math.min(indent + hang, Math.floor(width / 3));
  const paint: Layout['paint'] = (part, as) => layout.paint(withWholeCommands(part, width - beside), as);
  const text = ' '.repeat(before) + keptTogether(painted(spans, { ...layout, paint }));
  const hard = !PLACE.test(text);
  const [first = '', ...rest] = wrap(text, width, { hard, trim: false }).split('\n');
  // Untrimmed parts have every space, so that together they are the text again, also where a long word was broken.
  const left = rest.join('').replace(SPACE_BEFORE, '$1');
  const tail = rest.length === 0 ? [] : wrap(left, width - beside, { hard }).split('\n');
  return [first, ...tail.map((part) => ' '.repeat(beside) + part)]
    .map((part) => part.replace(SPACE_AFTER, '$1').replaceAll(UNBROKEN, ' '))
    .join('\n');
}

/** A path or an address. One that is broken can be neither copied nor clicked, so the terminal is left to break its line. */
const PLACE = /(?:^|[\s'"(])(?:~?\/|[a-z]:[\\/]|\\\\|https?:|mailto:)\S/iu;

/** Space at an end of a line, which a colour may begin before or end after. */
const SPACE_BEFORE = /^((?:\p{Cc}\[[\d;]*m)*) +/u;
const SPACE_AFTER = / +((?:\p{Cc}\[[\d;]*m)*)$/u;

/** Colours take no columns, so painted text wraps where plain text would. */
function painted(spans: Line['spans'], { paint, ascii }: Layout): string {
  return spans.map((span) => paint(shownText(span.text, ascii), span.as)).join('');
}
