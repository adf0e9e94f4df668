import { type Answers, contactIn, textIn } from './answers.ts';
import type { SecondTry } from './framework.ts';
import { begins, without } from './text/sentence.ts';

/**
 * The friendly sentence that offers a second try, if a sentence about a loss is about somebody else: it begins, after its
 * lead-in, with a word for them, the price, the market, or the name of the deal, the winner or the contact. Undefined if it is the person's own.
 */
export function secondTry(tries: SecondTry, sentence: string, answers: Answers): string | undefined {
  const afterLeadIn = without(sentence, tries['lead-in']);
  // "because that they …" carries two lead-ins.
  const subject = without(afterLeadIn, tries['lead-in']);
  return begins(subject, [...tries['starts-with'], ...namesIn(answers)]) ? tries.say : undefined;
}

function namesIn(answers: Answers): readonly string[] {
  const person = contactIn(answers)?.name;
  return [textIn(answers, 'deal'), textIn(answers, 'winner'), person, person?.split(' ')[0]].filter(
    (name): name is string => name !== undefined && name !== '',
  );
}
