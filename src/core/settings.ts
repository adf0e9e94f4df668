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
  /** The steps of their own process, in order; as all lists below, empty until they name some. */
  readonly processSteps: readonly Named[];
  /** What a customer has who fits. */
  readonly idealCustomer: readonly Named[];
  /** Terms they never give up. */
  readonly nonNegotiables: readonly Named[];
  /** Signs of trouble, beside those that every deep look asks about. */
  readonly redFlags: readonly Named[];
  /** Books, courses and videos they mean to learn from. */
  readonly resources: readonly string[];
  /** The step framework that is asked beside ours; undefined is none. */
  readonly framework: string | undefined;
  /** The language of the questions; undefined goes by the locale. */
  readonly language: string | undefined;
}

/** Something that the person has named, and the id that answers keep it by. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Stage extends Named {
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
  processSteps: [],
  idealCustomer: [],
  nonNegotiables: [],
  redFlags: [],
  resources: [],
  framework: undefined,
  language: undefined,
};
