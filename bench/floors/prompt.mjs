// The least that a question costs: one prompt of Inquirer, with nothing around it.
import { input } from '@inquirer/prompts';

await input({ message: process.argv[2] }, { output: process.stderr });
