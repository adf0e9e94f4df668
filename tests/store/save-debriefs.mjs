// Saves one debrief after another with the built program, as many as asked for or without end, and names each deal once it
// was told that it is saved.
import { writeSync } from 'node:fs';

import { openStore } from '../../dist/store/open-store.js';

const [path, entry, count = 'Infinity'] = process.argv.slice(2);
const store = await openStore({
  path,
  purpose: 'write',
  today: '2026-11-20',
  now: () => '2026-11-20T16:05:00.000Z',
});
const debrief = JSON.parse(entry);
for (let saved = 0; saved < Number(count); saved += 1) {
  const draft = store.drafts.begin({ framework: 'loss', version: 1, answers: debrief.debrief.answers, seconds: 1 });
  const { deal } = store.saveDebrief({ ...debrief, draft: draft.id });
  writeSync(1, `${deal.id}\n`);
}
