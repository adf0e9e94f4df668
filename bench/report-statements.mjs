import Database from 'better-sqlite3';
import { shippedCatalog } from '../dist/catalog/shipped.js';
import { comparableFields, stepsOf } from '../dist/core/figures/figure-scope.js';
import { FIGURES } from '../dist/core/figures/index.js';
import { makeReport } from '../dist/core/report/make-report.js';
import { DEFAULT_SETTINGS } from '../dist/core/settings/settings.js';
import { connect } from '../dist/store/connect.js';
import { storeOn } from '../dist/store/open-store.js';

/** The statements that a report on all of a file runs, with the values in place of their parameters, for the sqlite3 shell. */
export async function reportStatements(path, today) {
  const said = [];
  class Telling extends Database {
    constructor(file, options) {
      super(file, { ...options, verbose: (statement) => said.push(`${String(statement)};`) });
    }
  }
  const store = storeOn(connect(Telling, { path, purpose: 'read', today, now: () => `${today}T12:00:00.000Z` }, {}));
  said.length = 0;
  const { frameworks, reasons } = await shippedCatalog('en');
  const scope = {
    today,
    period: {},
    every: 'quarter',
    steps: stepsOf(frameworks),
    fields: comparableFields(frameworks, store.customFields()),
    stages: DEFAULT_SETTINGS.stages,
    reasons,
    edges: {},
  };
  await makeReport(FIGURES, scope, 'too-few', (requests) => store.tallies(requests, { today }));
  store.close();
  return said.filter((statement) => /^(SELECT|WITH) /.test(statement)).join('\n');
}
