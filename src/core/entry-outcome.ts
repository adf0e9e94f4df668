/** How a call went, or whether a condition has come true. */
export const ENTRY_OUTCOMES = ['reopened', 'won-back', 'still-lost', 'no-answer', 'happened', 'not-yet'] as const;
export type EntryOutcome = (typeof ENTRY_OUTCOMES)[number];
