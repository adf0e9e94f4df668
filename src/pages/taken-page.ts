import { indented, line, type Page, quiet } from '../core/page.ts';
import type { TakenRecords } from '../core/exchange/portable.ts';
import { counted, listed } from '../core/text/sentence.ts';

/** What an export of our own comes to when it is taken in. */
export function takenPage({ deals, differing, deleted, others, keepsIds }: TakenRecords): Page {
  const counts = [
    ...(deals.new > 0 ? [`${counted(deals.new, 'deal')} new`] : []),
    ...(deals.extended > 0 ? [`${counted(deals.extended, 'deal')} with something new`] : []),
    ...(deals.unchanged > 0 ? [`${counted(deals.unchanged, 'deal')} on file already`] : []),
    ...(others.new > 0 ? [`${counted(others.new, 'other record')} new`] : []),
  ];
  return [
    line({
      text: `Read as an export of lossdebrief: ${counts.length === 0 ? 'nothing new' : listed(counts)}.`,
      as: 'strong',
    }),
    ...(keepsIds || deals.new === 0 ? [] : [line('What is new gets ids of this file.')]),
    ...idLines('What is on file stands, where the export says something else', differing),
    ...idLines('Deleted here, and left so', deleted),
    ...(others.left > 0
      ? [line(`${counted(others.left, 'setting or other record')} left out, as another one stands here.`)]
      : []),
  ];
}

const SHOWN = 12;

function idLines(label: string, ids: readonly string[]): Page {
  if (ids.length === 0) return [];
  const more = ids.length - SHOWN;
  return [
    line(`${label}:`),
    indented(2, ids.slice(0, SHOWN).join(', '), ...(more > 0 ? [quiet(` and ${more} more`)] : [])),
  ];
}
