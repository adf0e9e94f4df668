// Holds the file as a program does that is about to save, until it is killed.
import Database from 'better-sqlite3';

const db = new Database(process.argv[2]);
db.exec('BEGIN IMMEDIATE');
process.stdout.write('holding\n');
setInterval(() => undefined, 1000);
