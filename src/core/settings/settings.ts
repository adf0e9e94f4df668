import { KNOWN_SETTINGS, type SettingName, type SettingValues } from './known-settings.ts';
import { idFor, type Named, named } from './named.ts';

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
  /** What is asked beside ours or in its place, as ids with commas between; undefined is nothing. */
  readonly framework: string | undefined;
  /** The language of the questions; undefined goes by the locale. */
  readonly language: string | undefined;
}

/** The lists of names that a question can have as its rows, by the name of the setting. */
const OWN_NAMES = {
  'process-steps': ({ processSteps }) => processSteps,
  'ideal-customer': ({ idealCustomer }) => idealCustomer,
  'non-negotiables': ({ nonNegotiables }) => nonNegotiables,
  'red-flags': ({ redFlags }) => redFlags,
} as const satisfies Partial<Record<SettingName, (settings: Settings) => readonly Named[]>>;

export type OwnNames = keyof typeof OWN_NAMES;

/** The names of those lists. */
export const OWN_NAME_LISTS = Object.keys(OWN_NAMES) as readonly OwnNames[];

/** The names in one of the person's lists, in their order. */
export function ownNames(settings: Settings, list: OwnNames): readonly Named[] {
  return OWN_NAMES[list](settings);
}

/** A stage of a sale; of several, one is that of the demo. */
export interface Stage extends Named {
  /** Steps done before this stage count as done in time. */
  readonly isDemo?: boolean;
}

/** The settings that values come to, each with its default where none is given. */
export function settingsFrom(values: SettingValues): Settings {
  const known = KNOWN_SETTINGS;
  return {
    currency: values.currency,
    stages: stagesFrom(values.stages ?? known.stages.default, values['demo-stage'] ?? known['demo-stage'].default),
    callTime: values['call-time'] ?? known['call-time'].default,
    channel: values.channel ?? known.channel.default,
    contractLeadMonths: values['contract-lead'] ?? known['contract-lead'].default,
    processSteps: named(values['process-steps'] ?? []),
    idealCustomer: named(values['ideal-customer'] ?? []),
    nonNegotiables: named(values['non-negotiables'] ?? []),
    redFlags: named(values['red-flags'] ?? []),
    resources: values.resources ?? [],
    framework: values.framework,
    language: values.language,
  };
}

/** The stage before which the first questions belong; undefined if none is marked. */
export function demoStage(stages: readonly Stage[]): Stage | undefined {
  return stages.find(({ isDemo }) => isDemo);
}

/** What that stage is called; a demo where none is marked. */
export function demoStageName(stages: readonly Stage[]): string {
  return demoStage(stages)?.name ?? KNOWN_SETTINGS['demo-stage'].default;
}

/** A sale without the stage that steps belong before has none that is marked. */
function stagesFrom(names: readonly string[], demoStage: string): readonly Stage[] {
  const demo = idFor(demoStage);
  return named(names).map((stage) => (stage.id === demo ? { ...stage, isDemo: true } : stage));
}

/** What holds where nothing is set. */
export const DEFAULT_SETTINGS: Settings = settingsFrom({});
