import type { Asked, ChoiceForm, GridForm, LineForm, ParagraphsForm } from '../../src/core/asked.ts';

type AskedIn<Form> = Omit<Asked, 'form'> & { readonly form: Form };

export const said: AskedIn<ParagraphsForm>;
export const winner: AskedIn<LineForm>;
export const offer: AskedIn<LineForm>;
export const ownIt: AskedIn<LineForm>;
export const sure: AskedIn<ChoiceForm>;
export const outcome: AskedIn<ChoiceForm>;
export const callOn: AskedIn<ChoiceForm>;
export const steps: AskedIn<GridForm>;
