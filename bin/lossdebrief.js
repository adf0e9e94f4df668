#!/usr/bin/env node
import { main } from '../dist/bundle/main.js';

process.exitCode = await main(process.argv, (how) => {
  if (typeof how === 'number') process.exit(how);
  process.kill(process.pid, how);
});
