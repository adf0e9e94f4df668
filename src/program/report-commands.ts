import { Option, type Command } from 'commander';
import type { ReportOptions } from '../commands/report.ts';
import { AUDIENCES } from '../core/report/audience.ts';
import { REPORT_FORMATS } from '../core/report/report-format.ts';
import { periodOption } from './period-option.ts';
import type { Run } from './run.ts';

/** The words of the report. */
export function addReportCommands(program: Command, run: Run): void {
  program
    .command('report')
    .description('what you lose to, what your wins have, and the one thing to change')
    .argument('[figure]', 'only this one, such as reasons; report --help lists them all')
    .option('--from <day>', 'only decided on or after this day')
    .option('--to <day>', 'only decided on or before this day')
    .addOption(periodOption())
    .option('--by <field>', 'the win rate by a field, such as segment, role or field:Region')
    .addOption(
      new Option('--every <span>', 'the length of the periods that trend compares, a quarter if none is given').choices(
        ['month', 'quarter', 'year'],
      ),
    )
    .option('--currency <code>', 'only deals with an amount in this currency')
    .addOption(
      new Option('--min-evidence <level>', 'hide what has fewer deals behind it: 5, 15 or 30').choices([
        'counts',
        'pattern',
        'rate',
      ]),
    )
    .addOption(new Option('--for <audience>', 'only facts, to share with them').choices(AUDIENCES))
    .addOption(
      new Option('--format <format>', "how to print it; the file's ending says so too").choices(REPORT_FORMATS),
    )
    .option('--output <file>', 'the file to write, - for standard output')
    .option('--open', 'open it in the browser; in a temporary file if none is named')
    .addHelpText('after', FIGURES)
    .action(async (figure: string | undefined, options: ReportOptions, command: Command) => {
      await run(command, async (app) => (await import('../commands/report.ts')).report(app, figure, options));
    });
}

/** As `core/figures/` has them, which would be too much to load for a page of help. */
const FIGURES = `
Figures, in the order of the report:
  scope, win-rates, reasons, competitors, stages, steps, drivers, by, cycle,
  trend, agreement, calibration, follow-through, repeats, one-thing
And where deep looks, the log or what is being tried have something for them:
  time-lost, quarter-end, triggers, touches, people, preparation, handling,
  detours, process, fit, beliefs, personas, sizes, rivals, played, trials, habit
And those that a report for marketing has besides:
  valued, valued-by, by-persona, by-segment, by-source`;
