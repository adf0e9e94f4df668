/** Whom a report may be made for besides oneself. */
export const AUDIENCES = ['manager', 'marketing'] as const;
export type Audience = (typeof AUDIENCES)[number];
