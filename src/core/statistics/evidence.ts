/** How much may be said of a share of so many deals: nothing yet, counts, a pattern, a rate. */
export type Evidence = (typeof BANDS)[number]['evidence'];

/** How much so many deals let one say; the bands are told in `docs/report.md`. */
export function evidenceOf(deals: number): Evidence {
  return BANDS.find(({ from }) => deals >= from)?.evidence ?? 'too-few';
}

/** Whether there is at least as much evidence as is asked for. */
export function reaches(evidence: Evidence, asked: Evidence): boolean {
  return RANKS[evidence] >= RANKS[asked];
}

// The interval of a half spans six tenths of the way from 0 to 1 at five deals, less than a half at fifteen, a third at thirty.
const BANDS = [
  { evidence: 'rate', from: 30 },
  { evidence: 'pattern', from: 15 },
  { evidence: 'counts', from: 5 },
  { evidence: 'too-few', from: 0 },
] as const;

const RANKS: Readonly<Record<Evidence, number>> = { 'too-few': 0, counts: 1, pattern: 2, rate: 3 };
