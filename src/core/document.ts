import type { Appointment } from './appointment.ts';

/** What leaves for another program, by its format. To add a format: a member here, and its file and line in `formats/`. */
export type Document = { readonly format: 'ics'; readonly appointments: readonly Appointment[] };
