// Changes rows in the file, so many that they spill out of memory, and never commits.
import Database from 'better-sqlite3';

const db = new Database(process.argv[2]);
db.pragma('cache_size = 10');
db.pragma('foreign_keys = OFF');
db.exec('BEGIN IMMEDIATE');
db.exec(`UPDATE deal SET name = 'Half done'`);
const insert = db.prepare('INSERT INTO touch_note (touch_id, note) VALUES (?, ?)');
for (let row = 1; row <= 2000; row += 1) insert.run(row, 'A call that never was. '.repeat(20));
process.stdout.write('spilled\n');
setInterval(() => undefined, 1000);
