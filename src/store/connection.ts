import type Database from 'better-sqlite3';
import type { Day } from '../core/days/day.ts';
import type { Driver } from './driver.ts';

/** The open file, and the little of the outside that goes into its rows. */
export interface Connection {
  readonly driver: Driver;
  readonly db: Database.Database;
  readonly path: string;
  readonly today: Day;
  /** The present instant in ISO form, for the change log. */
  readonly now: () => string;
}
