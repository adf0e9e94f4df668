import { idSpan, indented, line, type Page, quiet, whole } from '../core/page.ts';
import type { Purged, PurgeableDeal, PurgedAlong } from '../core/purge.ts';
import { counted, listed } from '../core/text/sentence.ts';

/** What was deleted for good, and where it is still. */
export function purgedPage(deal: PurgeableDeal, { kept, copies, named, drafts }: Purged): Page {
  const { id, isFromCrm } = deal;
  return [
    line('Deleted for good: ', sayPurgeable(deal), '.'),
    line(`It is still in ${counted(copies.length, 'backup')}:`),
    ...copies.map(({ path, isRead }) =>
      indented(
        2,
        ...whole(path).spans,
        quiet(path === kept ? '  made just now' : isRead ? '' : '  may have it, but cannot be read'),
      ),
    ),
    line(
      `Once you are sure, delete ${copies.length === 1 ? 'this file' : 'these files'}. Then lossdebrief backup makes one without it.`,
    ),
    line(quiet('Exports, reports, calendars and backups that you keep elsewhere may have it too.')),
    ...(named.length === 0
      ? []
      : [line(`Its name stands in other records, which stay as they are: ${sayNamed(named)}.`)]),
    ...drafts.map((draft) =>
      line(
        'An unfinished debrief has its name: ',
        idSpan(draft),
        '. If it is of this deal, throw it away and do this once more:',
        quiet(` lossdebrief new --discard-draft ${draft}`),
      ),
    ),
    ...(isFromCrm ? [line(`Your CRM has it still, so an import would bring ${id} back as a new deal.`)] : []),
  ];
}

/** `D2 Contoso, with its debrief, its log and 4 actions`. */
export function sayPurgeable({ id, name, along }: PurgeableDeal): string {
  const words = listed(sayAlong(along));
  return `${id} ${name}${words === '' ? '' : `, with ${words}`}`;
}

function sayAlong(along: PurgedAlong): readonly string[] {
  const said: readonly (readonly [keyof PurgedAlong, (count: number) => string])[] = [
    ['debriefs', () => 'its debrief'],
    ['reviews', (count) => counted(count, 'later look')],
    ['touches', () => 'its log'],
    ['actions', (count) => counted(count, 'action')],
    ['schedule', (count) => `${counted(count, 'day')} in the schedule`],
    ['contacts', (count) => counted(count, 'contact')],
    ['feedback', () => 'the feedback'],
    ['opinions', (count) => counted(count, 'opinion')],
    ['lessons', (count) => counted(count, 'lesson')],
    ['experiments', () => 'the experiment that began with it'],
    ['drafts', () => 'what is unfinished of it'],
  ];
  return said.flatMap(([thing, say]) => (along[thing] === 0 ? [] : [say(along[thing])]));
}

function sayNamed(named: readonly string[]): string {
  const shown = named.slice(0, SHOWN).map((id) => KINDS[id] ?? id);
  return named.length > SHOWN ? `${shown.join(', ')} and ${named.length - SHOWN} more` : listed(shown);
}

const SHOWN = 12;

/** Records without an id. */
const KINDS: Readonly<Record<string, string>> = {
  focus: 'an area in work',
  experiment: 'an experiment',
  setting: 'a setting',
};
