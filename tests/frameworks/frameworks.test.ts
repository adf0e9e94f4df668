import { describe, expect, test } from 'vitest';
import type { PlannedEntry } from '../../src/core/debrief.ts';
import { casesOf, frameworkWithId, outcomeOf } from './cases.ts';

describe.each(['loss', 'win', 'deep', 'deep-win', 'second-look'])('the framework %s', (id) => {
  const framework = frameworkWithId(id);
  const cases = casesOf(id);

  test.each(cases)('$name', async (one) => {
    const { plan, lessons } = await outcomeOf(framework, one);
    const texts = Object.fromEntries(plan.actions.map(({ rule, text }) => [rule, text]));
    const reasons = Object.fromEntries(plan.actions.map(({ rule, because }) => [rule, because]));
    // What a case does not name is free, and is held against itself.
    expect(plan.actions.map(({ rule }) => rule)).toEqual(one.actions ?? plan.actions.map(({ rule }) => rule));
    expect(headlineOf(plan.followUp)).toMatchObject(headlineOf(one['follow-up'] ?? plan.followUp));
    const contact = plan.otherEntries.map(sayEntry);
    expect(contact.toSorted()).toEqual((one['contact-plan'] ?? contact).toSorted());
    expect(texts).toMatchObject(one.says ?? {});
    expect(reasons).toMatchObject(one.because ?? {});
    expect(lessons).toMatchObject(one.closing ?? {});
  });

  test.each(framework.rules.map((rule) => rule.id))('the rule %s makes an action in some case', async (rule) => {
    const plans = await Promise.all(cases.map((one) => outcomeOf(framework, one)));
    expect(plans.flatMap(({ plan }) => plan.actions.map((action) => action.rule))).toContain(rule);
  });

  test('every plan has at most five actions, and that of a quick pass begins with the one call', async () => {
    for (const one of cases) {
      const { plan } = await outcomeOf(framework, one);
      expect(plan.actions.map(({ rule }) => rule).indexOf('next-call')).toBe(framework.pass === 'quick' ? 0 : -1);
      expect(plan.actions.length).toBeLessThanOrEqual(5);
    }
  });

  test('no text of a plan has a hole where words are missing', async () => {
    for (const one of cases) {
      const { plan } = await outcomeOf(framework, one);
      const texts = plan.actions.flatMap(({ text, because, message }) => [text, because, message ?? '']);
      expect(texts.filter((text) => /[{}]|\s\s|\s[.,]|""/.test(text))).toEqual([]);
    }
  });
});

function headlineOf(followUp: 'none' | Partial<PlannedEntry> | Readonly<Record<string, string>> | undefined): object {
  return followUp === undefined || followUp === 'none' ? { on: 'never' } : followUp;
}

function sayEntry({ kind, on }: PlannedEntry): string {
  return `${kind} ${on}`;
}
