/** How a deal ended. Every closed deal has exactly one; an open deal has none. */
export const OUTCOME_GROUPS = {
  someone: ['lost-competitor', 'lost-incumbent', 'in-house'],
  nobody: ['postponed', 'no-decision-indecision', 'no-decision-status-quo', 'cancelled', 'unknown'],
  us: ['we-walked-away', 'disqualified'],
  won: ['won'],
  undebriefed: ['lost-unspecified'],
} as const;

export type OutcomeGroup = keyof typeof OUTCOME_GROUPS;

/** The code of an outcome, as it stands in the file, in JSON and after `--set outcome=`. */
export type Outcome = (typeof OUTCOME_GROUPS)[OutcomeGroup][number];

/** Every outcome, group by group. */
export const OUTCOMES: readonly Outcome[] = Object.values(OUTCOME_GROUPS).flat();

/** Who has the business now: someone, nobody, or we ended it; undefined for a code that is no outcome. */
export function outcomeGroup(outcome: unknown): OutcomeGroup | undefined {
  return GROUP_OF.get(outcome);
}

const GROUP_OF = new Map<unknown, OutcomeGroup>(
  Object.entries(OUTCOME_GROUPS).flatMap(([group, outcomes]) =>
    outcomes.map((outcome) => [outcome, group as OutcomeGroup] as const),
  ),
);

/** The outcomes that the report counts together, by the word for them. */
export const COUNTED_TOGETHER: Readonly<Record<'lost' | 'no-decision' | 'ended-by-us', readonly Outcome[]>> = {
  lost: [...OUTCOME_GROUPS.someone, ...OUTCOME_GROUPS.undebriefed],
  'no-decision': OUTCOME_GROUPS.nobody,
  'ended-by-us': OUTCOME_GROUPS.us,
};
