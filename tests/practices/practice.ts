import type { Settings } from '../../src/core/settings/settings.ts';
import { setting } from '../support/debriefs.ts';
import { type Setting, type TestApp, testApp } from '../support/test-app.ts';

/** Answers of a debrief as `--set` takes them. */
export type Given = Readonly<Record<string, string>>;

/** The program on an empty file, and what the tests of the practices do with it again and again. */
export interface Practice extends TestApp {
  /** Debriefs a loss to Globex, unless the answers say otherwise; what `new --json` prints. */
  readonly lost: (deal: string, answers?: Given, today?: string) => Promise<Printed>;
  readonly won: (deal: string, answers?: Given, today?: string) => Promise<Printed>;
  /** The deep look at a deal, or the second one when it is due; what `review --json` prints. */
  readonly reviewed: (deal: string, answers: Given, today?: string) => Promise<Printed>;
  /** The rows of a figure by their keys, and its notes. */
  readonly figure: (id: string, ...flags: readonly string[]) => Promise<Figure>;
  readonly due: (today: string) => Promise<Printed>;
}

export interface Figure {
  readonly rows: Readonly<Record<string, Printed>>;
  readonly notes: readonly string[];
}

// oxlint-disable-next-line typescript/no-explicit-any -- tests look into JSON freely
type Printed = any;

/** With settings of the person's own, where a practice rests on them. */
export async function practice(settings: Partial<Settings> = {}): Promise<Practice> {
  const app = withSettings(await testApp(), settings);
  const json = async (args: readonly string[], around: Setting = {}): Promise<Printed> =>
    (await app.does([...args, '--json'], around)).json();
  return {
    ...app,
    lost: (deal, answers = {}, today) =>
      json(['new', deal, ...setting({ outcome: 'lost-competitor', ...answers })], on(today)),
    won: (deal, answers = {}, today) => json(['new', deal, '--won', ...setting(answers)], on(today)),
    reviewed: (deal, answers, today) => json(['review', deal, ...setting(answers)], on(today)),
    figure: async (id, ...flags) => {
      const { figures } = await json(['report', id, ...flags]);
      const [figure] = figures as readonly [
        { readonly rows: readonly { readonly key: string }[]; readonly notes: string[] },
      ];
      return { rows: Object.fromEntries(figure.rows.map((row) => [row.key, row])), notes: figure.notes };
    },
    due: (today) => json(['due', '--all'], { today }),
  };
}

function on(today: string | undefined): Setting {
  return today === undefined ? {} : { today };
}

function withSettings({ store, run, does }: TestApp, settings: Partial<Settings>): TestApp {
  return {
    store,
    run: (args, around) => run(args, { settings, ...around }),
    does: (args, around) => does(args, { settings, ...around }),
  };
}

/** The rules of the actions that were printed. */
export function rulesIn({ actions }: { readonly actions: readonly { readonly rule: string }[] }): readonly string[] {
  return actions.map(({ rule }) => rule);
}

/** Does something for so many deals, one after the other, each with its number. */
export async function times(count: number, work: (number: number) => Promise<unknown>): Promise<void> {
  for (let number = 1; number <= count; number++) await work(number);
}
