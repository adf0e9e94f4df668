// Brings a file up to date with the built program, but never comes to the end of one step, and says when it has begun with it.
import { writeSync } from 'node:fs';

import Database from 'better-sqlite3';

import { connect } from '../../dist/store/connect.js';
import { MIGRATIONS } from '../../dist/store/migrations.js';

const [path, last] = process.argv.slice(2);
const FOR_EVER = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n;';
const migrations = MIGRATIONS.map(({ name, sql }) =>
  name === last
    ? {
        name,
        get sql() {
          writeSync(1, name);
          return sql + FOR_EVER;
        },
      }
    : { name, sql },
);
const now = () => '2026-11-22T09:00:00.000Z';
connect(Database, { path, purpose: 'write', today: '2026-11-22', now }, { migrations });
