// Puts one copy after the other in the place of a file with the built program, without end, and says each time that it did.
import { writeSync } from 'node:fs';

import { ownFile } from '../../dist/store/own-file.js';

const [path, ...copies] = process.argv.slice(2);
let instant = 0;
const own = await ownFile(path, () => `2026-11-20T16:05:00.${String((instant += 1)).padStart(6, '0')}Z`);
for (let restored = 0; ; restored += 1) {
  await own.restore(copies[restored % copies.length]);
  writeSync(1, 'restored\n');
}
