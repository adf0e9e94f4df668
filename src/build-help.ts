import { mkdirSync, writeFileSync } from 'node:fs';
import { VERSION } from './files/version.ts';
import { helpTexts } from './program/help-texts.ts';
import { manPage } from './program/man-page.ts';
import { createProgram } from './program/program.ts';

// A step of `npm run build`: help that is written down need not be made from all commands each time somebody asks for it.
const folder = new URL('./data/', import.meta.url);
mkdirSync(folder, { recursive: true });
const program = createProgram(
  () => Promise.reject(new Error('Nothing is run while help is written.')),
  () => {},
);
writeFileSync(new URL('help.json', folder), JSON.stringify(helpTexts(program)));

const manual = new URL('./man/', import.meta.url);
mkdirSync(manual, { recursive: true });
writeFileSync(new URL('lossdebrief.1', manual), manPage(program, VERSION));
