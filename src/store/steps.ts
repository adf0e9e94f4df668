import type Database from 'better-sqlite3';

import type { Steps } from '../core/answers.ts';

/** Makes these the steps of a debrief: beside their answer they stand in rows of their own, where SQL can count them. */
export function writeSteps(db: Database.Database, debrief: number, counted: Steps): void {
  const steps = Object.entries(counted);
  const write = db.prepare(
    `INSERT INTO step (debrief_id, step, value) VALUES (?, ?, ?)
     ON CONFLICT (debrief_id, step) DO UPDATE SET value = excluded.value WHERE value <> excluded.value`,
  );
  for (const [step, value] of steps) write.run(debrief, step, value);
  db.prepare('DELETE FROM step WHERE debrief_id = ? AND step NOT IN (SELECT value FROM json_each(?))').run(
    debrief,
    JSON.stringify(steps.map(([step]) => step)),
  );
}
