import type { FigureTable } from '../report/report-table.ts';
import type { Tally, TallyRequest } from '../report/tally.ts';
import type { FigureScope } from './figure-scope.ts';

/**
 * One figure of the report: which counts it needs, and the table it makes of them. The store counts in SQL; a figure is
 * arithmetic on the few rows that come back, and knows nothing of the store or of how it is printed.
 */
export interface Figure {
  readonly id: string;
  readonly needs: (scope: FigureScope) => readonly TallyRequest[];
  /** What else it needs, once it has seen the first counts. */
  readonly thenNeeds?: (tallies: Tallies, scope: FigureScope) => readonly TallyRequest[];
  /** Undefined where there is nothing that could honestly be shown; `unless` then says what it takes. */
  readonly table: (tallies: Tallies, scope: FigureScope) => FigureTable | undefined;
  readonly unless?: string;
  /** Its rows are no shares, so `--min-evidence` hides none of them. */
  readonly isWhole?: boolean;
  /** The flag that it alone looks at. */
  readonly takes?: 'by' | 'every';
}

/** The rows that came back for a request. */
export type Tallies = (request: TallyRequest) => Tally;
