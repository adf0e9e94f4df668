import type { App } from '../app.ts';
import { textIn } from '../core/answers.ts';
import { APART, type Asked } from '../core/asked.ts';
import type { EntryOutcome } from '../core/entry-outcome.ts';
import { type Item, outcomesOf } from '../core/follow-through.ts';
import { keyed } from '../core/questions/option-keys.ts';
import { OUTCOME_WORDS } from '../pages/item-words.ts';

/** Asks how a call or a check went, if somebody is there and it matters for what comes next. */
export async function askOutcome(app: App, item: Item): Promise<EntryOutcome | undefined> {
  const outcomes = outcomesOf(item.kind);
  if (!app.canAsk || !isUntold(item) || item.kind === 'touch' || outcomes.length === 0) return undefined;
  const terminal = await app.terminal();
  const reply = await terminal.ask(question(item, outcomes));
  const picked = reply.kind === 'answers' ? textIn(reply.answers, PICKED) : undefined;
  return outcomes.find((outcome) => outcome === picked);
}

/** Open, or closed without a word on how it went. */
function isUntold({ state, outcome }: Item): boolean {
  return state === 'open' || (state === 'done' && outcome === null);
}

const PICKED = 'outcome';

function question({ deal, kind }: Item, outcomes: readonly EntryOutcome[]): Asked {
  const words = Object.fromEntries(outcomes.map((outcome) => [outcome, OUTCOME_WORDS[outcome]]));
  return {
    id: PICKED,
    ...APART,
    ask: `${deal}: ${QUESTIONS[kind] ?? 'how did the call go?'}`,
    hint: undefined,
    why: ['What came of it decides what comes next, and when.'],
    enter: { label: 'skip', said: 'skipped', answers: {} },
    form: {
      form: 'choice',
      options: keyed(words).map(({ value, label, key }) => ({ key, label, answers: { [PICKED]: value } })),
    },
    canGoBack: false,
  };
}

const QUESTIONS: Readonly<Partial<Record<Item['kind'], string>>> = {
  check: 'has it happened?',
  'regret-check': 'did it go wrong for them, as you expected?',
};
