import { InvalidArgumentError, Option, type Command } from 'commander';
import type { DemoOptions } from '../commands/demo.ts';
import type { ExportOptions } from '../commands/export.ts';
import type { ImportOptions } from '../importing/import-options.ts';
import { EXPORT_FORMATS } from '../core/exchange/export-format.ts';
import { gathered } from './gathered.ts';
import type { Run } from './run.ts';

/** The words of the commands that take records in and out, and of the one that makes some up. */
export function addExchangeCommands(program: Command, run: Run): void {
  program
    .command('import')
    .description("take in deals from a CRM's export (CSV), or what export wrote (JSONL)")
    .argument('<file>', 'its path, or - for standard input')
    .option(
      '--profile <name>',
      'whose export it is: hubspot, salesforce, pipedrive, dynamics, zoho, generic, or a map of yours',
    )
    .option('--map <fact=column>', 'read a column as a fact, or as field:NAME; again for each', gathered)
    .option('--won-stage <name>', 'a stage or status that means won, such as a bare number; again for each', gathered)
    .option('--lost-stage <name>', 'a stage or status that means lost; again for each', gathered)
    .option('--save-map <name>', 'keep what the columns, stages and currency are for the next time')
    .option('--dry-run', 'say what it would do, and write nothing')
    .option('--rejects <file>', 'write the rows that are refused to a file, - for standard output')
    .option('--date-format <order>', 'the order in dates such as 03/04/2026: DD/MM/YYYY or MM/DD/YYYY')
    .addOption(new Option('--decimal <sign>', 'the decimal sign of amounts').choices(['point', 'comma']))
    .option('--currency <code>', 'the currency of amounts that name none, such as EUR')
    .option('--encoding <name>', 'utf-8, utf-16le, utf-16be or windows-1252')
    .option('--delimiter <mark>', 'what separates columns: comma, semicolon, tab or pipe')
    .option('--header-row <number>', 'the row with the headings', whole)
    .option('--footer <rows>', 'how many rows at the end are no deals', whole)
    .option('--max-rows <number>', 'refuse a file with more rows', positive, 200_000)
    .option('--max-mb <number>', 'refuse a file that is larger', positive, 50)
    .option('--yes', 'import without asking, as where there is no keyboard')
    .action(async (file: string, options: ImportOptions, command: Command) => {
      await run(command, async (app) => (await import('../commands/import.ts')).importFile(app, file, options));
    });
  program
    .command('export')
    .description('take everything out: complete, for other programs, to read, or for your calendar')
    .addOption(
      new Option(
        '--format <format>',
        "jsonl is complete, and import takes it in; the file's ending says so too",
      ).choices(EXPORT_FORMATS),
    )
    .option('--output <file>', 'the file to write, - for standard output', '-')
    .option('--excel', 'csv as Excel opens it on this machine')
    .option('--redact', 'facts alone: nothing that anybody said or thought, and nobody by name')
    .action(async (options: ExportOptions, command: Command) => {
      await run(command, async (app) => (await import('../commands/export.ts')).exportRecords(app, options));
    });
  program
    .command('demo')
    .description('make a sample file to explore, apart from your own')
    .option('--output <file>', 'where to make it; a new temporary folder if not given')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<DemoOptions>();
      await run(command, async (app) => (await import('../commands/demo.ts')).demo(app, options));
    });
}

function whole(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('is not a whole number.');
}

function positive(text: string): number {
  if (/^0*[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('is not a whole number above 0.');
}
