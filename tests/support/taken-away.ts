import type { Command } from 'commander';
import type { Catalog } from '../../src/app.ts';
import type { Figure } from '../../src/core/figures/figure.ts';
import { FURTHER_FIGURES } from '../../src/core/figures/further.ts';
import { FIGURES } from '../../src/core/figures/index.ts';
import { MARKETING_FIGURES } from '../../src/core/figures/for-marketing.ts';
import type { Framework } from '../../src/core/framework.ts';

/**
 * What `TAKEN_AWAY` takes from the program for a whole run of the tests, such as `question deep/hours`, `row loss/why-now`,
 * `rule loss/next-call`, `figure time-lost` or `command log`. A test that goes on passing without it does not show it.
 */
const [kind = '', name = ''] = (process.env['TAKEN_AWAY'] ?? '').split(' ');

/** The catalog without the question, the row or the rule. */
export function catalogLeft(catalog: Catalog): Catalog {
  const [framework, id = ''] = name.split('/');
  if (kind === 'step') return { ...catalog, stepFrameworks: stepsLeft(catalog, framework, id) };
  if (!['question', 'row', 'rule'].includes(kind)) return catalog;
  const left = catalog.frameworks.map((each) => (each.id === framework ? frameworkWithout(each, id) : each));
  if (JSON.stringify(left) === JSON.stringify(catalog.frameworks)) throw new Error(`There is no ${kind} ${name}.`);
  return { ...catalog, frameworks: left };
}

/** Takes the command out of the program. */
export function leaveCommands(program: Command): void {
  if (kind === 'command') takeOut(program.commands as Command[], (command) => command.name() === name);
}

/** Takes the figure out of all reports. */
export function leaveFigures(): void {
  if (kind !== 'figure') return;
  for (const figures of [FIGURES, FURTHER_FIGURES, MARKETING_FIGURES]) {
    takeOut(figures as Figure[], ({ id }) => id === name);
  }
}

function stepsLeft({ stepFrameworks }: Catalog, list: string | undefined, id: string): Catalog['stepFrameworks'] {
  return stepFrameworks.map((each) =>
    each.id === list ? { ...each, steps: each.steps.filter((step) => step.id !== id) } : each,
  );
}

function frameworkWithout(framework: Framework, id: string): Framework {
  switch (kind) {
    case 'question':
      return { ...framework, questions: framework.questions.filter((question) => question.id !== id) };
    case 'row':
      return {
        ...framework,
        questions: framework.questions.map((question) =>
          question.rows ? { ...question, rows: question.rows.filter((row) => row.id !== id) } : question,
        ),
      };
    default:
      return { ...framework, rules: framework.rules.filter((rule) => rule.id !== id) };
  }
}

function takeOut<Item>(items: Item[], isTaken: (item: Item) => boolean): void {
  const place = items.findIndex(isTaken);
  if (place >= 0) items.splice(place, 1);
}
