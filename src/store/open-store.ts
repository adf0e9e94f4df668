import { connect, connectMemory } from './connection.ts';
import type { Connection, OpenOptions, Tuning } from './connection.ts';
import { countRecords, dealNames } from './deals.ts';
import { contactOf } from './contacts.ts';
import { allDrafts, beginDraft, discardDraft, findDraft, keepDraft } from './drafts.ts';
import { loadDriver } from './driver.ts';
import type { Day } from '../core/day.ts';
import { eachDueUntil, isAnyDueUntil } from './due.ts';
import { beginExperiment, endExperiment, openExperiment, resultsSince } from './experiments.ts';
import { beginFocus, openFocus, scoreOfStep, stopFocus } from './focus.ts';
import { addLesson, lessonsWith } from './lessons.ts';
import { sayingFaults, sayingFaultsOf } from './faults.ts';
import { calendarUntil } from './calendar.ts';
import { applyChanges } from './changes.ts';
import { itemsOf } from './items.ts';
import { historyUntil } from './history.ts';
import { allPhrases, keepPhrase, usePhrase } from './phrases.ts';
import { oneRecord, recordsBy } from './records.ts';
import { saveDebrief } from './save-debrief.ts';
import { keepSetting, settingOf } from './settings.ts';
import type { Store } from './store.ts';
import { logTouch } from './touches.ts';
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

/** The store on an open file: each of its methods says faults in words. */
export function storeOn(connection: Connection): Store {
  const { db, path } = connection;
  const on =
    <Args extends readonly unknown[], Result>(work: (connection: Connection, ...args: Args) => Result) =>
    (...args: Args): Result =>
      sayingFaults(path, () => work(connection, ...args));
  return {
    path,
    drafts: {
      all: on(allDrafts),
      find: on(findDraft),
      begin: on(beginDraft),
      keep: on(keepDraft),
      discard: on(discardDraft),
    },
    saveDebrief: on(saveDebrief),
    record: on(oneRecord),
    records: on(recordsBy),
    history: on(historyUntil),
    dealNames: on(dealNames),
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
    phrases: { all: on(allPhrases), keep: on(keepPhrase), use: on(usePhrase) },
    logTouch: on(logTouch),
    lessons: on(lessonsWith),
    addLesson: on(addLesson),
    focus: {
      open: on(openFocus),
      begin: on(beginFocus),
      stop: on(stopFocus),
      score: on(scoreOfStep),
    },
    experiment: {
      open: on(openExperiment),
      begin: on(beginExperiment),
      end: on(endExperiment),
      results: on(resultsSince),
    },
    setting: on(settingOf),
    keepSetting: on(keepSetting),
    counts: on(countRecords),
    close: () => db.close(),
  };
}
