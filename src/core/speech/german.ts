import type { Day } from '../days/day.ts';
import { GERMAN_AMOUNTS, germanDays } from './german-grammar.ts';
import { intlDays, intlNumbers } from './intl-words.ts';
import { listed } from '../text/sentence.ts';
import type { AnswerWords, AskingWords, ClosingWords, DayWords, PlanWords, PromptWords, Speech } from './speech.ts';

/** German as it is spoken to a grown-up: Sie, short, and warm. */
export function german(tag: string): Speech {
  const days = intlDays(tag);
  const { money, number } = intlNumbers(tag);
  return {
    language: 'de',
    prompt,
    asking: asking(days),
    answers: answers(days),
    plan: plan(days, number),
    closing: closing(days),
    days,
    dayGrammar: germanDays(days),
    amountGrammar: GERMAN_AMOUNTS,
    money,
    number,
    listed: (items) => listed(items, 'und'),
    stages: {
      lead: 'Lead',
      qualified: 'Qualifizierung',
      discovery: 'Bedarfsanalyse',
      demo: 'Demo',
      evaluation: 'Evaluierung',
      proposal: 'Angebot',
      negotiation: 'Verhandlung',
      contract: 'Vertrag',
    },
    credits: {
      article: (author, title, passage) => `Von ${author}, "${title}", ${passage}.`,
      method: (method, whose, words) => `${method}: ${whose}. Die Worte sind ${words === 'ours' ? 'unsere' : 'Ihre'}.`,
      own: (whose) => (whose === 'ours' ? 'Das ist von uns.' : 'Das ist von Ihnen.'),
    },
  };
}

function counted(count: number | string, one: string, many: string): string {
  return `${count} ${String(count) === '1' ? one : many}`;
}

const prompt: PromptWords = {
  enter: (label) => `Enter: ${label}`,
  clear: '- löschen',
  why: '? warum',
  back: '< zurück',
  rowAbove: '< Zeile darüber',
  editorKey: 'Strg-G Editor',
  emptyKey: 'Strg-U leert die Zeile.',
  skip: 'auslassen',
  pick: 'wählen',
  nextPage: 'weiter',
  page: (at, count) => `Seite ${at} von ${count}`,
  nextRow: 'nächste Zeile',
  keepMine: 'meinen behalten',
  cleared: 'gelöscht',
  leftOpen: 'offen gelassen',
  counts: '(das gilt jetzt)',
  firstQuestion: 'Das ist die erste Frage.',
  needed:
    'Diese Antwort wird gebraucht, alles Weitere baut darauf auf. Strg-C unterbricht; was beantwortet ist, bleibt.',
  neededHere: 'Das wird hier gebraucht; < geht zurück zur Auswahl.',
  unknownKey: (key, keys) => `Auf „${key}“ liegt nichts. Die Tasten hier: ${keys}`,
  looksPasted: 'Mehrere Tasten kamen auf einmal und blieben weg. Eine Taste wählt.',
  tooEarly: 'Was vor dieser Frage getippt wurde, blieb weg.',
  joined: (lines) => `${lines} Zeilen zu einer verbunden.`,
  lines: (count) => `${count} Zeilen`,
  noEditor: 'Kein Editor ist eingestellt. VISUAL oder EDITOR nennt den, den Sie mögen.',
  editorChangedNothing: 'Der Editor hat nichts geändert.',
  backFromEditor: 'Zurück aus dem Editor. Enter schließt ab.',
  yourEditor: 'Ihr Editor.',
  editorWaits: 'Wenn er sich nicht öffnet: Strg-C geht zurück zur Frage.',
  plain: {
    clear: 'Minus: löschen.',
    why: 'Fragezeichen: warum.',
    back: 'Kleiner als: zurück.',
    question: (place) => `Frage ${place}`,
    timeSpent: (minutes, seconds) =>
      [
        minutes > 0 ? counted(minutes, 'Minute', 'Minuten') : '',
        seconds > 0 || minutes === 0 ? counted(seconds, 'Sekunde', 'Sekunden') : '',
      ]
        .join(' ')
        .trim(),
    understood: (text) => `Verstanden: ${text}`,
    typeNumber: (count) => `Geben Sie eine Zahl von 1 bis ${count} ein, dann Enter.`,
    numberChanges: 'Eine Nummer ändert ihre Zeile.',
    numberShows: 'Eine Nummer zeigt einen Teil, zum Lesen oder Ändern.',
    pastedLeftOut: 'Das sah nach eingefügtem Text aus und blieb weg.',
    neededHere: 'Das wird hier gebraucht.',
    backToChoiceKey: 'Kleiner als: zurück zur Auswahl.',
    backToChoice: 'Zurück zur Auswahl. Geben Sie eine Zahl ein, dann Enter.',
    row: (at, count) => `${at} von ${count}`,
    now: (label) => `Jetzt: ${label}`,
  },
};

function asking({ short }: DayWords): AskingWords {
  return {
    pace: 'Zwei Minuten. Jede Antwort ist sofort gesichert; Strg-C unterbricht.',
    place: (number, last) => `${number} von ${last}`,
    part: (at, count) => `Teil ${at} von ${count}`,
    skipped: 'ausgelassen',
    today: 'heute',
    keep: (text) => `"${text}" behalten`,
    numberTakesName: 'Eine Zahl nimmt einen Namen, der schon da ist.',
    forExample: (text) => `Zum Beispiel: ${text}.`,
    onFile: (deal) => `Das ist ${deal}. Was davon bekannt ist, steht schon da.`,
    namesake: (deal, command) =>
      `Ein anderer Deal namens ${deal} ist schon da. Dieser kommt daneben. Stattdessen jenen berichtigen: ${command}`,
    lesson: (deal, on, text) => `Zu ${deal} (${short(on)}) haben Sie geschrieben: "${text}"`,
    answers: (count) => counted(count, 'Antwort', 'Antworten'),
    stoppedAtOnce: 'Beendet. Noch war nichts beantwortet.',
    paused: (count, draft, command) =>
      `Unterbrochen. ${counted(count, 'Antwort', 'Antworten')} in ${draft} gesichert. Weiter mit: ${command}`,
    currencyKept: (code) => `Beträge ohne Währung gelten ab jetzt als ${code}.`,
    currencyTaken: (code) =>
      `Der Betrag gilt als ${code}, weil keine Währung genannt ist. Nennen Sie sie mit: --set currency=EUR`,
    review: {
      answered: 'Das sind Ihre Antworten.',
      answeredIn: (part) => `${part}: Das sind Ihre Antworten.`,
      letterChanges: 'Ein Buchstabe ändert seine Zeile.',
      notFinal: 'Vor Enter ist nichts endgültig.',
      skipped: '(ausgelassen)',
      save: 'speichern',
      allParts: 'alle Teile',
      allOfIt: 'Das war alles.',
      letterShows: 'Ein Buchstabe zeigt einen Teil, zum Lesen oder Ändern.',
      keepIt: 'behalten',
      notWritten: 'Noch ist nichts geschrieben. Was sich dadurch ändert, sehen Sie vorher.',
      thatIsAll: 'das ist alles',
      keptWhole: (characters) => `(alle ${characters} Zeichen sind gesichert)`,
    },
    drafts: {
      unfinished: (count) =>
        count === 1
          ? 'Eine Nachbesprechung ist nicht fertig. Weiter damit?'
          : `${count} Nachbesprechungen sind nicht fertig.`,
      throwAway: (command, count) => `${count === 1 ? 'Oder verwerfen' : 'Eine verwerfen'}: ${command}`,
      stillThere: 'Alles, was Sie beantwortet hatten, ist noch da.',
      goOn: (deal) => `weiter mit ${deal}`,
      yesKey: 'j',
      beginNew: { key: 'n', label: 'neu beginnen' },
    },
    parts: {
      next: (title) => `Als Nächstes: ${title}.`,
      questions: (count) => `${counted(count, 'Frage', 'Fragen')}, die meisten kurz.`,
      why: 'Jeder Teil steht für sich. Was Sie auslassen, können Sie vor dem Speichern noch nachtragen.',
      goOn: 'weiter',
      skip: { key: 'a', label: 'diesen Teil auslassen' },
      later: { key: 's', label: 'den Rest für später lassen' },
    },
  };
}

function answers({ long }: DayWords): AnswerWords {
  return {
    months: (count) => counted(count, 'Monat', 'Monate'),
    hundredKey: 'h',
    tooLong: (most) => `Das ist länger als ${most} Zeichen. Bitte kürzen Sie es.`,
    readsAsDay: (typed) => `„${typed}“ ist ein Tag.`,
    beginWithName: 'Bitte beginnen Sie mit dem Namen, etwa so: Dana Reyes, CFO, +1 555 0100',
    unknownCurrency: (code) =>
      `"${code}" ist keine gültige Währung. Bitte schreiben Sie drei Buchstaben wie EUR oder CHF.`,
    tooManyDecimals: (amount, code) => `${amount} ${code} hat mehr Nachkommastellen als ${code}. Bitte runden Sie.`,
    noAmount: 'kein Betrag',
    inAll: (total, rate, per) => `${total} insgesamt (${rate} im ${per === 'month' ? 'Monat' : 'Jahr'})`,
    unlikelyTerm: (months) => `Ein Vertrag über ${months} Monate kann nicht stimmen. Bitte prüfen Sie das.`,
    forHowLong: 'Für wie lange? Bitte ergänzen Sie es, etwa so: 4k im Monat, 12 Monate',
    tooLarge: 'Der Betrag ist zu groß. Bitte prüfen Sie ihn.',
    notYet: (day, today) => `${long(day)} kommt erst noch. Heute ist ${long(today)}.`,
    tenYearsAgo: (day) => `${long(day)} ist über zehn Jahre her. Bitte prüfen Sie das Jahr.`,
    isOver: (day) => `${long(day)} ist vorbei.`,
    door: {
      callOn: { key: 'a', label: 'sie haben gesagt, wann ich anrufen soll' },
      decidesOn: { key: 'd', label: 'den Tag, an dem sie entscheiden oder verlängern' },
      event: { key: 'e', label: 'ein Ereignis, auf das sie warten' },
      condition: { key: 'e', label: 'es soll an einem Tag eintreten, den ich kenne' },
      notKnown: { key: 'n', label: 'nicht bekannt' },
      whichDay: 'An welchem Tag?',
      whichEvent: 'Welches Ereignis?',
      eventHint: 'Zum Beispiel: das neue Haushaltsjahr',
      whenIsThat: 'Wann ist das?',
      dayHint: 'Ein Tag oder Monat: 1.3.2027, in 3 Monaten, Ende März, Q2',
    },
  };
}

function plan({ long }: DayWords, number: Speech['number']): PlanWords {
  const months = (count: number): string => counted(number(count), 'Monat', 'Monate');
  const takenAs = (words: string, on: Day): string => `${words}, angenommen: ${long(on)}`;
  const dayOrTakenAs = (words: string | undefined, on: Day): string =>
    words === undefined ? long(on) : takenAs(`"${words}"`, on);
  return {
    takenAs,
    namedDay: (words, on) =>
      words === undefined ? 'der Tag, den sie genannt haben' : `sie nannten ${takenAs(`"${words}"`, on)}`,
    beforeDecision: (count, on, words) =>
      `${count === undefined ? 'die Hälfte der Wartezeit' : months(count)} vor ihrer Entscheidung (${dayOrTakenAs(words, on)})`,
    beforeEvent: (count, on, words) => `${count} Tage vor dem Ereignis (${dayOrTakenAs(words, on)})`,
    openCondition: 'eine Bedingung ohne Datum wird jedes Quartal geprüft',
    asForTerm: (count, term) => `nach ${monthsOn(count, number)}, wie bei ${term} Monaten Laufzeit`,
    intoTerm: (count, term, follows) =>
      `nach ${monthsOn(count, number)} von ${term} Monaten Laufzeit${follows ? ', die darauf folgen würde' : ''}`,
    usualWait: (count, reason) => `${count} Tage, so lange wartet man meist nach: ${reason}`,
    nothingBetter: (count) => `${count} Tage, weil nichts Besseres bekannt ist`,
    wasOnWeekend: (because, on) => `${because}: ${long(on)}, vom Wochenende auf den Montag verlegt`,
    wasInThePast: (because, on) => `${because}; das war ${long(on)}, darum der nächste Werktag`,
    conditionEachQuarter: 'die Bedingung wird jedes Quartal geprüft',
    usefulEachQuarter: 'jedes Quartal etwas Nützliches, bis zum Anruf',
    secondLook: (count, from) =>
      `${count} Tage nach ${from === 'debrief' ? 'dieser Nachbesprechung' : 'dem Nein'}, mit etwas Abstand`,
    theySaid: (text) => `Der Kunde sagte: "${text}".`,
    youWrote: (text) => `Sie schrieben: "${text}".`,
    openFromThen: (action) => `${action} ist seitdem offen.`,
    worth: (sums) => `Diese Deals waren ${sums} wert.`,
    repeat: {
      again: (time, within, what) => `Zum ${time}. Mal in ${within} Tagen: ${what}.`,
      before: (deals) => `Davor bei ${deals}.`,
      more: (count) => `${count} weiteren`,
      worth: (sums, unknown) =>
        `Diese Deals waren ${sums} wert${unknown > 0 ? `; bei ${unknown} fehlt der Betrag` : ''}.`,
      stillOpen: (action, text) => `Noch offen: ${action} "${text}"`,
      somethingElse: (others, of) =>
        `Bei ${others} Ihrer letzten ${of} Verluste war der Grund "etwas anderes". Ein genauerer lehrt Sie mehr.`,
      noWinSince: (losses) => `${COUNTS[losses] ?? losses} verlorene Deals angesehen und seither keinen gewonnenen.`,
      nextWin: (command) => `Vergleichen Sie den nächsten, den Sie gewinnen: ${command}`,
      winsWait: (wins, count, command) =>
        `${count === 1 ? 'Dieser Gewinn wartet' : 'Diese Gewinne warten'}: ${wins}. Einen vergleichen: ${command}`,
    },
  };
}

/** As it stands behind "nach". */
function monthsOn(count: number, number: Speech['number']): string {
  return count === 1 ? 'einem Monat' : `${number(count)} Monaten`;
}

function closing({ long }: DayWords): ClosingWords {
  return {
    won: 'gewonnen',
    lostTo: (winner) => `verloren an ${winner}`,
    ends: {
      'lost-competitor': ['verloren an einen anderen Anbieter'],
      'lost-incumbent': ['verloren an den bisherigen Anbieter'],
      'in-house': ['verloren', ', sie bauen es selbst'],
      postponed: ['verschoben'],
      'no-decision-indecision': ['beendet', ', sie konnten sich nicht entscheiden'],
      'no-decision-status-quo': ['beendet', ', sie bleiben beim Alten'],
      cancelled: ['abgesagt'],
      unknown: ['ohne Antwort, notiert'],
      'we-walked-away': ['von uns beendet'],
      disqualified: ['geschlossen', ', passte nie'],
      won: ['gewonnen'],
      'lost-unspecified': ['verloren', ', noch ohne Nachbesprechung'],
    },
    open: 'offen',
    on: (day) => ` am ${long(day)}`,
    over: (months) => ` über ${counted(months, 'Monat', 'Monate')}`,
    kept: (deal) => `${deal} ist gespeichert.`,
    streak: (losses) => `${COUNTS[losses] ?? losses} in zwei Wochen, das ist hart. Darum nur das:`,
    more: (count, command) => `${count} weitere ${count === 1 ? 'wartet' : 'warten'} in: ${command}`,
    withCare: 'Was sie sagten, mit Vorsicht:',
    onRecord: (counts) => `Notiert: ${counts}.`,
    contacts: (count) => counted(count, 'Kontakt', 'Kontakte'),
    missedCalls: (count) => counted(count, 'verpasster Anruf', 'verpasste Anrufe'),
    slowestReply: (count, unit) => `langsamste Antwort ${counted(count, UNITS[unit].one, UNITS[unit].many)}`,
    now: 'Jetzt',
    next: 'Danach',
    door: 'Die Tür',
    fromBefore: 'Von früher',
    message: 'Die Nachricht, fertig zum Einfügen',
    doorClosed: 'Zu. An diesen Kunden erinnert Sie niemand mehr.',
    sameTerms: (terms) => `Bieten Sie dasselbe an: ${terms}.`,
    lastOffer: (terms, makesUpForIt) =>
      `Letztes Angebot: ${terms}. Der Preis stand im Weg; ${makesUpForIt === undefined ? 'fragen Sie, was sich seither geändert hat' : `das könnte ihn ausgleichen: ${makesUpForIt}`}.`,
    whyThen: (because, rule) => `Warum dann: ${because} (${rule}).`,
    touchBefore: (on) => `Davor, am ${long(on)}: etwas Nützliches schicken, ohne eine Bitte daran.`,
    checkBefore: (on) => `Davor, am ${long(on)}: nachsehen, ob die Bedingung eingetreten ist.`,
    contactAt: (deal) => `Ihren Kontakt bei ${deal}`,
    call: (who) => `${who} anrufen`,
    reach: (who, channel) =>
      `${who} ${MEETING.has(channel) ? 'treffen' : 'anschreiben'} (${CHANNELS[channel] ?? channel})`,
    askForChange: (who) => `${who} fragen, ob sich etwas geändert hat`,
    askWhether: (who, condition) => `${who} fragen, ob das eingetreten ist: ${condition}`,
    done: 'Erledigt.',
    dropped: 'Aufgegeben.',
    dueToday: 'Heute.',
    late: (due) => `Überfällig: Es war am ${long(due)} dran.`,
    dueBy: (due) => `Bis ${long(due)}.`,
    noted: (note) => `Ihre Notiz: "${note}"`,
    nextCall: (name) => `Jetzt ${name ?? 'den Nächsten'} anrufen.`,
  };
}

const COUNTS: Readonly<Record<number, string>> = { 3: 'Drei', 4: 'Vier', 5: 'Fünf', 6: 'Sechs' };
const UNITS = {
  day: { one: 'Tag', many: 'Tage' },
  hour: { one: 'Stunde', many: 'Stunden' },
  minute: { one: 'Minute', many: 'Minuten' },
} as const;
const MEETING: ReadonlySet<string> = new Set(['video', 'meeting']);
const CHANNELS: Readonly<Record<string, string>> = { email: 'E-Mail', video: 'Video', meeting: 'Treffen' };
