/** What a terminal may obey, and what must not come through to it. */
export const CONTROL = /\p{Cc}/u;

/** The same on a page of several lines, where the line break belongs. */
export const CONTROL_BUT_BREAKS = /(?!\n)\p{Cc}/u;

/** Lines of plain ASCII. */
export const PLAIN_LINES = /^[\n -~]*$/;
