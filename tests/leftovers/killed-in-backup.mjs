// Backs a file up with the built program, and is killed when the copy is written but has not got its name yet.
import Database from 'better-sqlite3';

import { backUp } from '../../dist/store/backups.js';

class KillingDriver extends Database {
  constructor(...args) {
    super(...args);
    process.kill(process.pid, 'SIGKILL');
  }
}

const [path] = process.argv.slice(2);
backUp(KillingDriver, new Database(path), path, 'backup-20261120T090000000Z');
