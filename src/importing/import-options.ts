/** The flags of `import`. */
export interface ImportOptions extends ReadingOptions {
  readonly dryRun?: boolean;
  readonly rejects?: string;
  readonly maxMb: number;
  readonly yes?: boolean;
}

/** Those that say how a file is to be read. */
export interface ReadingOptions {
  readonly profile?: string;
  readonly map?: readonly string[];
  readonly wonStage?: readonly string[];
  readonly lostStage?: readonly string[];
  readonly dateFormat?: string;
  readonly decimal?: 'point' | 'comma';
  readonly currency?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly headerRow?: number;
  readonly footer?: number;
  readonly saveMap?: string;
  readonly maxRows: number;
}
