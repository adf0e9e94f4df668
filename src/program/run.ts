import type { Command } from 'commander';
import type { App } from '../app.ts';

/** Opens the app by the flags of a command and does its work; a number that comes back is the exit code. */
export type Run = (command: Command, work: (app: App) => Promise<number | void>) => Promise<void>;
