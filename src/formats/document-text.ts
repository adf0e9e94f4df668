import type { Document } from '../core/exchange/document.ts';

/**
 * A document in its format, made at an instant in ISO form: a text, or one in pieces where it can be long. What a format needs
 * is loaded with it.
 */
export async function documentText(
  document: Document,
  madeAt: string,
): Promise<string | Iterable<string> | AsyncIterable<string> | ((empty: string) => void)> {
  switch (document.format) {
    case 'ics':
      return (await import('./ics.ts')).ics(document.appointments, madeAt);
    case 'records':
      return (await import('./records-jsonl.ts')).recordsJsonl(document.records);
    case 'deals-json':
      return (await import('./deals-json.ts')).dealsJson(document.deals);
    case 'deals-csv': {
      const { dealsCsv, localDecimal } = await import('./deals-csv.ts');
      return dealsCsv(document.table, { excel: document.forExcel ? { decimal: localDecimal() } : undefined });
    }
    case 'dossier':
      return (await import('./dossier-markdown.ts')).dossierMarkdown(document.pages);
    case 'copy':
      return document.copyTo;
    case 'rejected-rows':
      return (await import('./rejected-rows-csv.ts')).rejectedRowsCsv(document.headings, document.rows);
    case 'framework-start':
      return (await import('./framework-start.ts')).frameworkStart(document.id, document.schema);
    case 'shell-script':
      return (await import('./shell-script.ts')).shellScript(document.shell);
    case 'completions':
      return (await import('./completion-lines.ts')).completionLines(document.suggestions, document.isFile);
    case 'text':
      return (await import('./report-text.ts')).reportText(document.report);
    case 'json': {
      const [{ json }, { reportJson }] = await Promise.all([
        import('./json.ts'),
        import('../core/report/report-json.ts'),
      ]);
      return json(reportJson(document.report));
    }
    case 'csv':
      return (await import('./report-csv.ts')).reportCsv(document.report);
    case 'markdown':
      return (await import('./report-markdown.ts')).reportMarkdown(document.report);
    case 'html':
      return (await import('./report-html.ts')).reportHtml(document.report);
  }
}
