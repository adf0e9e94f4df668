import type { ImportConflict, ImportedDeal, ImportVerdict } from '../core/exchange/imported-deal.ts';
import { sayMoney } from '../core/money/money.ts';
import type { Outcome } from '../core/outcome.ts';
import { fold } from './connect.ts';
import { IMPORTED } from './imported-columns.ts';
import type { OnFile } from './known-deals.ts';

/** What a row changes of the deal on file, and what it says otherwise than its debrief. */
export function compared(deal: ImportedDeal, onFile: OnFile): ImportVerdict {
  const known = { row: deal.row, deal: { id: `D${onFile.id}` as const, name: onFile.name } };
  // Somebody deleted it here on purpose.
  if (onFile.isDeleted) return { kind: 'unchanged', isRepeated: false, conflicts: [], stayDeleted: known };
  const columns = merged(deal, onFile);
  const isNamed = onFile.foundBy !== deal.key;
  const isSame = !isNamed && IMPORTED.every((column) => columns[column] === onFile[column]);
  const conflicts = onFile.isDebriefed ? conflictsBetween(deal, onFile) : [];
  return {
    kind: isSame ? 'unchanged' : 'changed',
    isRepeated: false,
    conflicts,
    ...(isNamed && { named: known }),
  };
}

type Columns = Readonly<Record<(typeof IMPORTED)[number], string | number | null>>;

/** What is on file after the import: what the CRM says where it says something, and of a debriefed deal what the debrief does not. */
export function merged(deal: ImportedDeal, onFile: OnFile | undefined): Columns {
  const settled = onFile?.isDebriefed ? onFile : undefined;
  const isOpen = deal.outcome === undefined;
  return {
    name: settled?.name ?? deal.name,
    account: deal.account ?? onFile?.account ?? null,
    owner: deal.owner ?? onFile?.owner ?? null,
    outcome: settled ? settled.outcome : outcomeOf(deal, onFile),
    minor: settled ? settled.minor : (deal.amount?.minor ?? onFile?.minor ?? null),
    currency: settled ? settled.currency : (deal.amount?.currency ?? onFile?.currency ?? null),
    createdOn: deal.createdOn ?? onFile?.createdOn ?? null,
    decidedOn: settled ? settled.decidedOn : isOpen ? null : (deal.decidedOn ?? onFile?.decidedOn ?? null),
    winner: settled ? settled.winner : (deal.winner ?? onFile?.winner ?? null),
    stage: settled ? settled.stage : (deal.stage ?? onFile?.stage ?? null),
    segment: deal.segment ?? onFile?.segment ?? null,
    persona: deal.persona ?? onFile?.persona ?? null,
    source: deal.source ?? onFile?.source ?? null,
    product: deal.product ?? onFile?.product ?? null,
    fields: mergedFields(deal.fields, onFile?.fields ?? null),
  };
}

/** Lost is lost: a more exact outcome that is on file stays. */
function outcomeOf({ outcome }: ImportedDeal, onFile: OnFile | undefined): Outcome | null {
  const before = onFile?.outcome ?? null;
  return outcome === 'lost-unspecified' && before !== null && before !== 'won' ? before : (outcome ?? null);
}

function mergedFields(fields: string | undefined, before: string | null): string | null {
  if (fields === undefined || before === null || fields === before) return fields ?? before;
  const [kept, added] = [before, fields].map((text) => JSON.parse(text) as Record<string, string>);
  return JSON.stringify({ ...kept, ...added });
}

/** What the CRM says otherwise than the debrief, as far as both say something. */
function conflictsBetween(deal: ImportedDeal, onFile: OnFile): readonly ImportConflict[] {
  const { minor, currency } = onFile;
  const amount = minor === null || currency === null ? undefined : sayMoney({ minor, currency }, 'short');
  const ended = endingsOnFile(onFile);
  const pairs = [
    ['name', fold(onFile.name) === fold(deal.name) ? undefined : onFile.name, deal.name],
    ['outcome', ended.includes(endingOf(deal.outcome ?? null)) ? undefined : ended[0], endingOf(deal.outcome ?? null)],
    ['amount', amount, deal.amount && sayMoney(deal.amount, 'short')],
    ['decidedOn', onFile.decidedOn ?? undefined, deal.decidedOn],
    ['winner', onFile.winner === null ? undefined : fold(onFile.winner), deal.winner && fold(deal.winner)],
  ] as const;
  return pairs.flatMap(([field, kept, crm]) =>
    kept === undefined || crm === undefined || kept === crm
      ? []
      : [{ row: deal.row, deal: { id: `D${onFile.id}` as const, name: onFile.name }, field, kept, crm }],
  );
}

function endingOf(outcome: Outcome | null): string {
  if (outcome === null) return 'open';
  return outcome === 'won' ? 'won' : 'lost';
}

/** A deal that was won back is won for the CRM; one that is open again may be told either way until it has caught up. */
function endingsOnFile({ outcome, reopenedOn, wonBackOn }: OnFile): readonly string[] {
  if (wonBackOn !== null) return ['won'];
  return reopenedOn === null ? [endingOf(outcome)] : [endingOf(outcome), 'open'];
}
