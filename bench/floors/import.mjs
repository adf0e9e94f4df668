// The least that taking in a table costs: its rows as csv-parse reads them, into a table of their columns, in one transaction.
import { createReadStream } from 'node:fs';
import Database from 'better-sqlite3';
import { parse } from 'csv-parse';

const [, , path, file] = process.argv;
const db = new Database(path);
let insert;
let rows = 0;
db.exec('BEGIN');
for await (const row of createReadStream(file).pipe(parse())) {
  if (insert) rows += insert.run(row).changes;
  else insert = tableFor(row);
}
db.exec('COMMIT');
db.close();
process.stdout.write(JSON.stringify({ new: rows }));

function tableFor(headings) {
  db.exec(`CREATE TABLE deal (${headings.map((_, index) => `c${index} TEXT`).join(', ')})`);
  return db.prepare(`INSERT INTO deal VALUES (${headings.map(() => '?').join(', ')})`);
}
