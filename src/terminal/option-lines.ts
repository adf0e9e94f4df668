import type { Option } from '../core/asked.ts';
import { indented, line, quiet, type Span } from '../core/page.ts';
import { leavesRoom, type Look, type MarkedLine, roomFor, together, unpaintedRows, widthOf } from './drawn-page.ts';
import { textWidth } from './text-width.ts';

/** One option a line under its heading; on a screen too low for that, one paragraph for each heading. */
export function optionLines(
  options: readonly Option[],
  highlighted: number | undefined,
  look: Look,
): readonly MarkedLine[] {
  const groups = grouped(markedOptions(options, highlighted));
  const lines = groups.flatMap(({ heading, members }) => [...headingLines(heading), ...members.map(optionLine)]);
  if (leavesRoom(lines, look)) return lines;
  const room = widthOf(look) - 2;
  return groups.flatMap(({ heading, members }) => [
    ...headingLines(heading),
    indented(2, ...members.flatMap((member) => inARow(member, room))),
  ]);
}

/** Options that are on the screen together, and which of them have their first line there. */
export interface OptionPage {
  readonly lines: readonly MarkedLine[];
  readonly begins: readonly number[];
}

/**
 * Each option on lines of its own and whole, in as many pages as the screen needs. An option is parted only where it is longer
 * than a page.
 */
export function optionPages(
  options: readonly Option[],
  highlighted: number | undefined,
  look: Look,
): readonly OptionPage[] {
  const lines = markedOptions(options, highlighted).map(optionLine);
  const room = leavesRoom(lines, look) ? Number.POSITIVE_INFINITY : roomFor(look) - ROWS_FOR_PAGE;
  const pages: { readonly lines: MarkedLine[]; readonly begins: number[] }[] = [{ lines: [], begins: [] }];
  for (const [index, whole] of lines.entries()) {
    const rows = unpaintedRows(whole, look);
    const open = pages.at(-1)?.lines.length ?? 0;
    if (open > 0 && open + rows.length > room) pages.push({ lines: [], begins: [] });
    pages.at(-1)?.begins.push(index);
    for (const row of rows) {
      if ((pages.at(-1)?.lines.length ?? 0) >= room) pages.push({ lines: [], begins: [] });
      pages.at(-1)?.lines.push(row);
    }
  }
  return pages;
}

/** The line that says which page it is. */
const ROWS_FOR_PAGE = 1;

interface MarkedOption {
  readonly option: Option;
  readonly isHighlighted: boolean;
}

function markedOptions(options: readonly Option[], highlighted: number | undefined): readonly MarkedOption[] {
  return options.map((option, index) => ({ option, isHighlighted: index === highlighted }));
}

interface Group {
  readonly heading: string | undefined;
  readonly members: readonly MarkedOption[];
}

function grouped(marked: readonly MarkedOption[]): readonly Group[] {
  const groups: Group[] = [];
  for (const member of marked) {
    const heading = member.option.group;
    const last = groups.at(-1);
    if (last !== undefined && last.heading === heading)
      groups.splice(-1, 1, { heading, members: [...last.members, member] });
    else groups.push({ heading, members: [member] });
  }
  return groups;
}

function headingLines(heading: string | undefined): readonly MarkedLine[] {
  return heading === undefined ? [] : [line(quiet(heading))];
}

function optionLine({ option: { key, label }, isHighlighted }: MarkedOption): MarkedLine {
  return {
    mark: [{ text: isHighlighted ? '> ' : '  ' }, { text: key, as: 'id' }],
    indent: key.length + 4,
    spans: [isHighlighted ? { text: label, as: 'strong' } : { text: label }],
  };
}

/** A key and its words are on one line, so that every key is seen at once; words that are longer than a line may break. */
function inARow({ option: { key, label }, isHighlighted }: MarkedOption, room: number): readonly Span[] {
  const whole = together(`${key} ${label}`);
  const text = textWidth(whole) < room ? whole : `${together(`${key} `)}${label}`;
  return [isHighlighted ? { text: `>${text}`, as: 'strong' } : { text }, { text: '   ' }];
}
