import type { Answers } from './answers.ts';
import { holds } from './condition.ts';
import { factsOf } from './facts.ts';
import type { Framework, Rule, Slot } from './framework.ts';
import type { Context } from './questions/kind.ts';
import { filled } from './text/template.ts';
import { wordsOf } from './words.ts';

/** The sentence that stands ready for "next time": that of the heaviest rule which has one and fires. */
export function readyMade(framework: Framework, answers: Answers, context: Context): string | undefined {
  return readySentences(framework, answers, context)[0];
}

/** Every sentence that could stand ready, that of the heaviest rule first. */
export function readySentences(framework: Framework, answers: Answers, context: Context): readonly string[] {
  const words = wordsOf(framework, answers, context);
  return byWeight(firingRules(framework, answers, context), 'learn').flatMap((rule) =>
    rule['next-time'] === undefined ? [] : [filled(rule['next-time'], words)],
  );
}

/** Every rule whose condition holds. */
export function firingRules(framework: Framework, answers: Answers, context: Context): readonly Rule[] {
  const facts = factsOf(framework, answers, context);
  return framework.rules.filter((rule) => holds(rule.when, facts));
}

/** The rule that a slot goes to. */
export function heaviest(rules: readonly Rule[], slot: Slot): Rule | undefined {
  return byWeight(rules, slot)[0];
}

function byWeight(rules: readonly Rule[], slot: Slot): readonly Rule[] {
  return rules.filter((rule) => rule.slot === slot).toSorted((one, other) => other.weight - one.weight);
}
