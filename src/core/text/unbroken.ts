/** A space at which no line ends. It is a plain one by the time it is shown. */
export const UNBROKEN = '\u00a0';
