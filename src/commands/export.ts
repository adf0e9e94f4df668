import type { App } from '../app.ts';
import { writeCalendar } from '../exporting/calendar-file.ts';

export interface ExportOptions {
  readonly format: 'ics';
  readonly output: string;
}

/** Takes what is kept out of the file, in a format that other programs read: `ics` is everything open, for a calendar. */
export async function exportRecords(app: App, { output }: ExportOptions): Promise<void> {
  await writeCalendar(app, await app.store('read'), undefined, output);
}
