/**
 * How long a test waits for what must come in any case, and how often it looks, in milliseconds: no test fails because a machine
 * is busy, and one that waits in vain still ends before the test does.
 */
export const PATIENCE = { timeout: 60_000, interval: 20 };
