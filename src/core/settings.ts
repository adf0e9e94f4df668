/** The person's own settings, each with a value that serves until they choose another. */
export interface Settings {
  /** For amounts typed without a currency; undefined until it is known. */
  readonly currency: string | undefined;
  /** The stages of their sale, in order. */
  readonly stages: readonly Stage[];
  /** Local time of a follow-up. */
  readonly callTime: string;
  readonly channel: string;
  /** How many months before the end of a contract to call, at most. */
  readonly contractLeadMonths: number;
}

export interface Stage {
  readonly id: string;
  readonly name: string;
  /** Steps done before this stage count as done in time. */
  readonly isDemo?: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  currency: undefined,
  stages: [
    { id: 'lead', name: 'lead' },
    { id: 'qualified', name: 'qualified' },
    { id: 'discovery', name: 'discovery' },
    { id: 'demo', name: 'demo', isDemo: true },
    { id: 'evaluation', name: 'evaluation' },
    { id: 'proposal', name: 'proposal' },
    { id: 'negotiation', name: 'negotiation' },
    { id: 'contract', name: 'contract' },
  ],
  callTime: '09:00',
  channel: 'phone',
  contractLeadMonths: 3,
};
