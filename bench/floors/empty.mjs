// The least that any program of Node costs.
process.exitCode = 0;
