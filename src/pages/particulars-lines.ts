import { textIn } from '../core/answers.ts';
import type { DealRecord } from '../core/debrief.ts';
import { sayDay } from '../core/days/say-day.ts';
import { GENERIC } from '../core/exchange/crm-book.ts';
import { BLANK, heading, indented, type Line, line, type Page, quiet } from '../core/page.ts';
import { type CrmKey, standsForId } from '../core/particulars.ts';
import type { Stage } from '../core/settings/settings.ts';

/** What is known of a deal besides its debrief, so that a number of a report can be traced to rows of the CRM. Empty if nothing is. */
export function particularsLines(record: DealRecord, stages: readonly Stage[]): Page {
  const known = [...factsOf(record, stages), ...fieldsOf(record), ...record.particulars.crm.flatMap(sayKey)];
  if (known.length === 0) return [];
  return [BLANK, line(heading('What else is known')), ...known.map(([name, value]) => knownLine(name, value))];
}

type Known = readonly [name: string, value: string];

function factsOf(record: DealRecord, stages: readonly Stage[]): readonly Known[] {
  const { account, owner, createdOn, segment, persona, source, product } = record.particulars;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Account', account],
    ['Owner', owner],
    ['Created', createdOn && sayDay(createdOn)],
    ['Stage', stageOf(record, stages)],
    ['Competitor', record.deal.outcome === undefined ? record.deal.winner : undefined],
    ['Segment', segment],
    ['Persona', persona],
    ['Source', source],
    ['Product', product],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

/** The stage where nobody has been asked for it: a debrief tells its own. */
function stageOf({ deal, debrief }: DealRecord, stages: readonly Stage[]): string | undefined {
  if (textIn(debrief?.answers ?? {}, 'turning-point') !== undefined) return undefined;
  return stages.find(({ id }) => id === deal.stage)?.name ?? deal.stage;
}

function fieldsOf({ particulars }: DealRecord): readonly Known[] {
  return Object.entries(particulars.fields).map(([name, value]) => [FIELD_NAMES.get(name) ?? name, value]);
}

/** Fields that have a name of ours. */
const FIELD_NAMES: ReadonlyMap<string, string> = new Map([['crm-reason', 'Reason in the CRM']]);

/** `hubspot 8001`; a plain table is nobody's in particular. */
function sayKey(key: CrmKey): readonly Known[] {
  const parts = [...(key.source === GENERIC ? [] : [key.source]), ...(standsForId(key) ? [] : [key.id])];
  return parts.length === 0 ? [] : [['In the CRM', parts.join(' ')]];
}

function knownLine(name: string, value: string): Line {
  return { ...indented(2, quiet(`${name}: `), value), hang: 2 };
}
