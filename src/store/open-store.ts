import { latestChange } from './change-log.ts';
import { backUp, copyInto, labelOf } from './backups.ts';
import { connect, connectMemory, type OpenOptions, type Tuning } from './connect.ts';
import type { Connection } from './connection.ts';
import { countRecords, dealNames, deleteDeal, isDeleted, isPurged, segmentOf } from './deals.ts';
import { contactOf } from './contacts.ts';
import { allDrafts, beginDraft, discardDraft, findDraft, keepDraft } from './drafts.ts';
import { loadDriver } from './driver.ts';
import type { Day } from '../core/days/day.ts';
import { eachDueUntil, isAnyDueUntil } from './due.ts';
import { saveEdit } from './edit-debrief.ts';
import { allExperiments, beginExperiment, endExperiment, openExperiment, resultsSince } from './experiments.ts';
import { askedSteps } from './asked-steps.ts';
import { customFields } from './custom-fields.ts';
import { fileDeal } from './filed-deals.ts';
import { allFocuses, beginFocus, openFocus, scoreOfStep, stopFocus } from './focus.ts';
import { addLesson, countWithoutLesson, lessonsWith } from './lessons.ts';
import { sayingFaults, sayingFaultsLater, sayingFaultsOf, sayingFaultsOfCopy } from './faults.ts';
import { calendarUntil } from './calendar.ts';
import { applyChanges } from './changes.ts';
import { itemsOf } from './items.ts';
import { historyUntil } from './history.ts';
import { exportedRecords } from './export-records.ts';
import { hasMoreThanQuickPasses } from './more-than-quick.ts';
import { allPhrases, keepPhrase, usePhrase } from './phrases.ts';
import { eachRecord, oneRecord, recordsBy } from './records.ts';
import { saveDebrief } from './save-debrief.ts';
import { saveReview } from './save-review.ts';
import { keepSetting, settingOf } from './settings.ts';
import { latestSting } from './stings.ts';
import type { Store } from './store.ts';
import { logTouch } from './touches.ts';
import { changeToUndo, undoChange } from './undo.ts';
import { keepFeedback, keepOpinion } from './views.ts';
import { balance, eachWaitingDeal, waitingDeals } from './waiting-deals.ts';
import { wonBack } from './won-back.ts';

/** Opens the person's file. Expected faults, on opening and later, are `UserError`s. */
export async function openStore(options: OpenOptions, tuning: Tuning = {}): Promise<Store> {
  return storeOn(connect(await loadDriver(), options, tuning));
}

/** A store that is gone when it is closed, for tests. */
export async function openMemoryStore(options: Pick<OpenOptions, 'today' | 'now'>): Promise<Store> {
  return storeOn(connectMemory(await loadDriver(), options));
}

/** A file as bytes, filled in memory, so that it can be written whole or not at all. */
export async function filledFile<Told>(
  options: Pick<OpenOptions, 'today' | 'now'>,
  fill: (store: Store) => Promise<Told>,
): Promise<{ readonly bytes: Uint8Array; readonly told: Told }> {
  const connection = connectMemory(await loadDriver(), options);
  try {
    const told = await fill(storeOn(connection));
    return { bytes: connection.db.serialize(), told };
  } finally {
    connection.db.close();
  }
}

/** The store on an open file: each of its methods says faults in words. */
export function storeOn(connection: Connection): Store {
  const { db, path } = connection;
  const on = sayingFaultsOn(connection);
  return {
    path,
    drafts: {
      all: on(allDrafts),
      find: on(findDraft),
      begin: on(beginDraft),
      keep: on(keepDraft),
      discard: on(discardDraft),
    },
    fileDeal: on(fileDeal),
    saveDebrief: on(saveDebrief),
    saveReview: on(saveReview),
    saveEdit: on(saveEdit),
    deleteDeal: on(deleteDeal),
    isDeleted: on(isDeleted),
    isPurged: on(isPurged),
    purge: purging(connection),
    undo: { next: on(changeToUndo), take: on(undoChange) },
    record: on(oneRecord),
    records: on(recordsBy),
    history: on(historyUntil),
    dealNames: on(dealNames),
    segmentOf: on(segmentOf),
    contactOf: on(contactOf),
    due: on((open, until: Day) => [...eachDueUntil(open, until)]),
    eachDue: (until) => sayingFaultsOf(path, eachDueUntil(connection, until)),
    isAnyDue: on(isAnyDueUntil),
    waiting: on(waitingDeals),
    eachWaiting: () => sayingFaultsOf(path, eachWaitingDeal(connection)),
    balance: on(balance),
    calendar: on(calendarUntil),
    wonBack: on(wonBack),
    items: on(itemsOf),
    apply: on(applyChanges),
    keepFeedback: on(keepFeedback),
    keepOpinion: on(keepOpinion),
    logTouch: on(logTouch),
    ...learning(connection),
    setting: on(settingOf),
    keepSetting: on(keepSetting),
    ...counting(connection),
    ...wholeFile(connection),
    latestChange: on(latestChange),
    counts: on(countRecords),
    close: () => db.close(),
  };
}

/** Makes methods of the store of what works on its connection. */
function sayingFaultsOn(connection: Connection) {
  return <Args extends readonly unknown[], Result>(work: (open: Connection, ...args: Args) => Result) =>
    (...args: Args): Result =>
      sayingFaults(connection.path, () => work(connection, ...args));
}

/** What is learned from deals, and what is tried. */
function learning(
  connection: Connection,
): Pick<Store, 'phrases' | 'latestSting' | 'lessons' | 'withoutLesson' | 'addLesson' | 'focus' | 'experiment'> {
  const on = sayingFaultsOn(connection);
  return {
    phrases: { all: on(allPhrases), keep: on(keepPhrase), use: on(usePhrase) },
    latestSting: on(latestSting),
    lessons: on(lessonsWith),
    withoutLesson: on(countWithoutLesson),
    addLesson: on(addLesson),
    focus: {
      open: on(openFocus),
      all: on(allFocuses),
      begin: on(beginFocus),
      stop: on(stopFocus),
      score: on(scoreOfStep),
    },
    experiment: {
      open: on(openExperiment),
      all: on(allExperiments),
      begin: on(beginExperiment),
      end: on(endExperiment),
      results: on(resultsSince),
    },
  };
}

// What waits anyway is loaded only when it is asked for: most commands count nothing and take nothing in.

/** What a report counts. */
function counting(
  connection: Connection,
): Pick<Store, 'tallies' | 'dealsWith' | 'hasMoreThanQuickPasses' | 'customFields' | 'askedSteps'> {
  const on = sayingFaultsOn(connection);
  return {
    tallies: (requests, scope) =>
      sayingFaultsLater(connection.path, async () =>
        (await import('./tallies.ts')).countTallies(connection, requests, scope),
      ),
    dealsWith: (traits) =>
      sayingFaultsLater(connection.path, async () =>
        (await import('./deals-with-traits.ts')).dealsWithTraits(connection, traits),
      ),
    hasMoreThanQuickPasses: on(hasMoreThanQuickPasses),
    customFields: on(customFields),
    askedSteps: on(askedSteps),
  };
}

/** What leaves the file for good. */
function purging(connection: Connection): Store['purge'] {
  const later = <Result>(run: () => Promise<Result>): Promise<Result> => sayingFaultsLater(connection.path, run);
  return {
    find: (id) => later(async () => (await import('./purge.ts')).findPurgeable(connection, id)),
    take: (id) => later(async () => (await import('./purge.ts')).purgeDeal(connection, id)),
    since: (change) => later(async () => (await import('./purge.ts')).purgedSince(connection, change)),
    finish: (id) => later(async () => (await import('./purge.ts')).writeAnew(connection, id)),
  };
}

/** What leaves or enters as a whole. */
function wholeFile(
  connection: Connection,
): Pick<Store, 'importDeals' | 'eachRecord' | 'exported' | 'takeRecords' | 'backUp' | 'copyTo'> {
  const { driver, db, path, now } = connection;
  return {
    importDeals: (deals, how) =>
      sayingFaultsLater(path, async () => (await import('./import-deals.ts')).importDeals(connection, deals, how)),
    eachRecord: () => sayingFaultsOf(path, eachRecord(connection)),
    exported: (reach) => sayingFaultsOf(path, exportedRecords(connection, reach)),
    takeRecords: (lines, how) =>
      sayingFaultsLater(path, async () => (await import('./import-records.ts')).takeRecords(connection, lines, how)),
    backUp: () => sayingFaultsOfCopy(path, () => backUp(driver, db, path, labelOf('backup', now()))),
    copyTo: (empty) => sayingFaultsOfCopy(path, () => copyInto(driver, db, path, empty)),
  };
}
