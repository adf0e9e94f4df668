import type { Day } from '../days/day.ts';
import { listed } from '../text/sentence.ts';
import { intlDays, intlNumbers } from './intl-words.ts';
import { SPANISH_AMOUNTS, spanishDays } from './spanish-grammar.ts';
import type { AnswerWords, AskingWords, ClosingWords, DayWords, PlanWords, PromptWords, Speech } from './speech.ts';

/** Spanish as one colleague speaks to another: tú, short, and warm. */
export function spanish(tag: string): Speech {
  const days = intlDays(tag);
  const { money, number } = intlNumbers(tag);
  return {
    language: 'es',
    prompt,
    asking: asking(days),
    answers: answers(days),
    plan: plan(days, number),
    closing: closing(days),
    days,
    dayGrammar: spanishDays(days),
    amountGrammar: SPANISH_AMOUNTS,
    money,
    number,
    listed: (items) => listed(items, 'y'),
    stages: {
      lead: 'lead',
      qualified: 'cualificación',
      discovery: 'descubrimiento',
      demo: 'demo',
      evaluation: 'evaluación',
      proposal: 'propuesta',
      negotiation: 'negociación',
      contract: 'contrato',
    },
    credits: {
      article: (author, title, passage) => `De ${author}, "${title}", ${passage}.`,
      method: (method, whose, words) =>
        `${method}: ${whose}. Las palabras son ${words === 'ours' ? 'nuestras' : 'tuyas'}.`,
      own: (whose) => (whose === 'ours' ? 'Esto es nuestro.' : 'Esto es tuyo.'),
    },
  };
}

function counted(count: number | string, one: string, many: string): string {
  return `${count} ${String(count) === '1' ? one : many}`;
}

const prompt: PromptWords = {
  enter: (label) => `Intro: ${label}`,
  clear: '- borrar',
  why: '? por qué',
  back: '< atrás',
  rowAbove: '< línea anterior',
  editorKey: 'Ctrl-G editor',
  emptyKey: 'Ctrl-U vacía la línea.',
  skip: 'saltar',
  pick: 'elegir',
  nextPage: 'seguir',
  page: (at, count) => `Página ${at} de ${count}`,
  nextRow: 'línea siguiente',
  keepMine: 'dejar la mía',
  cleared: 'borrado',
  leftOpen: 'sin responder',
  counts: '(vale esta)',
  firstQuestion: 'Esta es la primera pregunta.',
  needed: 'Esta hace falta, lo demás parte de ella. Ctrl-C hace una pausa; lo respondido queda guardado.',
  neededHere: 'Aquí hace falta; < vuelve a las opciones.',
  unknownKey: (key, keys) => `En “${key}” no hay nada. Las teclas de aquí: ${keys}`,
  looksPasted: 'Llegaron varias teclas a la vez y se han dejado fuera. Una tecla elige.',
  tooEarly: 'Lo que se tecleó antes de esta pregunta se ha dejado fuera.',
  joined: (lines) => `${lines} líneas unidas en una.`,
  lines: (count) => `${count} líneas`,
  noEditor: 'No hay editor elegido. VISUAL o EDITOR dicen cuál prefieres.',
  editorChangedNothing: 'El editor no ha cambiado nada.',
  backFromEditor: 'De vuelta del editor. Intro termina.',
  yourEditor: 'Tu editor.',
  editorWaits: 'Si no se abre: Ctrl-C vuelve a la pregunta.',
  plain: {
    clear: 'Guion: borrar.',
    why: 'Signo de interrogación: por qué.',
    back: 'Menor que: atrás.',
    question: (place) => `Pregunta ${place}`,
    timeSpent: (minutes, seconds) =>
      [
        minutes > 0 ? counted(minutes, 'minuto', 'minutos') : '',
        seconds > 0 || minutes === 0 ? counted(seconds, 'segundo', 'segundos') : '',
      ]
        .join(' ')
        .trim(),
    understood: (text) => `Entendido: ${text}`,
    typeNumber: (count) => `Escribe un número del 1 al ${count} y pulsa Intro.`,
    numberChanges: 'Un número cambia su línea.',
    numberShows: 'Un número muestra una parte, para leerla o cambiarla.',
    pastedLeftOut: 'Parecía un texto pegado y se ha dejado fuera.',
    neededHere: 'Aquí hace falta.',
    backToChoiceKey: 'Menor que: vuelve a las opciones.',
    backToChoice: 'De vuelta a las opciones. Escribe un número y pulsa Intro.',
    row: (at, count) => `${at} de ${count}`,
    now: (label) => `Ahora: ${label}`,
  },
};

function asking({ short }: DayWords): AskingWords {
  return {
    pace: 'Dos minutos. Cada respuesta se guarda al darla; Ctrl-C hace una pausa.',
    place: (number, last) => `${number} de ${last}`,
    part: (at, count) => `parte ${at} de ${count}`,
    skipped: 'en blanco',
    today: 'hoy',
    keep: (text) => `dejar "${text}"`,
    numberTakesName: 'Un número toma un nombre que ya está guardado.',
    forExample: (text) => `Por ejemplo: ${text}.`,
    onFile: (deal) => `Esta es ${deal}. Lo que se sabe de ella ya está puesto.`,
    namesake: (deal, command) =>
      `Ya hay otra venta llamada ${deal}. Esta se guarda al lado. Para corregir aquella: ${command}`,
    lesson: (deal, on, text) => `En ${deal} (${short(on)}) escribiste: "${text}"`,
    answers: (count) => counted(count, 'respuesta', 'respuestas'),
    stoppedAtOnce: 'Cerrado. Aún no había nada respondido.',
    paused: (count, draft, command) =>
      `En pausa. ${counted(count, 'respuesta guardada', 'respuestas guardadas')} en ${draft}. Sigue con: ${command}`,
    currencyKept: (code) => `Desde ahora, los importes sin moneda se toman en ${code}.`,
    currencyTaken: (code) =>
      `El importe se ha tomado en ${code}, porque no se dijo la moneda. Dila con: --set currency=EUR`,
    review: {
      answered: 'Esto es lo que has respondido.',
      answeredIn: (part) => `${part}: esto es lo que has respondido.`,
      letterChanges: 'Una letra cambia su línea.',
      notFinal: 'Nada es definitivo hasta pulsar Intro.',
      skipped: '(en blanco)',
      save: 'guardar',
      allParts: 'todas las partes',
      allOfIt: 'Eso era todo.',
      letterShows: 'Una letra muestra una parte, para leerla o cambiarla.',
      keepIt: 'guardar',
      notWritten: 'Todavía no hay nada escrito. Antes verás lo que cambia.',
      thatIsAll: 'eso es todo',
      keptWhole: (characters) => `(se guardan los ${characters} caracteres)`,
    },
    drafts: {
      unfinished: (count) =>
        count === 1 ? 'Hay un repaso sin terminar. ¿Seguir con él?' : `Hay ${count} repasos sin terminar.`,
      throwAway: (command, count) => `${count === 1 ? 'O tirarlo' : 'Para tirar uno'}: ${command}`,
      stillThere: 'Todo lo que habías respondido sigue ahí.',
      goOn: (deal) => `seguir con ${deal}`,
      yesKey: 's',
      beginNew: { key: 'n', label: 'empezar uno nuevo' },
    },
    parts: {
      next: (title) => `Ahora: ${title.toLowerCase()}.`,
      questions: (count) => `${counted(count, 'pregunta', 'preguntas')}, casi todas cortas.`,
      why: 'Cada parte vale por sí sola. Lo que saltes se puede completar antes de guardar.',
      goOn: 'seguir',
      skip: { key: 's', label: 'saltar esta parte' },
      later: { key: 'd', label: 'dejar el resto para después' },
    },
  };
}

function answers({ long }: DayWords): AnswerWords {
  return {
    months: (count) => counted(count, 'mes', 'meses'),
    hundredKey: 'c',
    tooLong: (most) => `Son más de ${most} caracteres. Acórtalo, por favor.`,
    readsAsDay: (typed) => `«${typed}» es un día.`,
    beginWithName: 'Empieza por el nombre, por ejemplo: Dana Reyes, CFO, +1 555 0100',
    unknownCurrency: (code) => `"${code}" no es una moneda en uso. Escribe sus tres letras, como EUR o MXN.`,
    tooManyDecimals: (amount, code) => `${amount} ${code} tiene más decimales que ${code}. Redondéalo, por favor.`,
    noAmount: 'sin importe',
    inAll: (total, rate, per) => `${total} en total (${rate} al ${per === 'month' ? 'mes' : 'año'})`,
    unlikelyTerm: (months) => `Un contrato de ${months} meses no puede ser. Compruébalo, por favor.`,
    forHowLong: '¿Durante cuánto tiempo? Añádelo, por ejemplo: 4k al mes, 12 meses',
    tooLarge: 'Ese importe es demasiado grande. Compruébalo, por favor.',
    notYet: (day, today) => `El ${long(day)} aún no ha llegado. Hoy es ${long(today)}.`,
    tenYearsAgo: (day) => `Del ${long(day)} hace más de diez años. Comprueba el año.`,
    isOver: (day) => `El ${long(day)} ya pasó.`,
    door: {
      callOn: { key: 'l', label: 'dijeron cuándo llamar' },
      decidesOn: { key: 'd', label: 'el día en que deciden o renuevan' },
      event: { key: 'e', label: 'algo que están esperando' },
      condition: { key: 'e', label: 'se cumplirá en un día que conozco' },
      notKnown: { key: 'n', label: 'no se sabe' },
      whichDay: '¿Qué día?',
      whichEvent: '¿Qué esperan?',
      eventHint: 'Por ejemplo: el nuevo presupuesto anual',
      whenIsThat: '¿Cuándo será?',
      dayHint: 'Un día o un mes: 1.3.2027, en 3 meses, finales de marzo, T2',
    },
  };
}

function plan({ long }: DayWords, number: Speech['number']): PlanWords {
  const months = (count: number): string => counted(number(count), 'mes', 'meses');
  const takenAs = (words: string, on: Day): string => `${words}, tomado como el ${long(on)}`;
  const dayOrTakenAs = (words: string | undefined, on: Day): string =>
    words === undefined ? `, el ${long(on)}` : `: ${takenAs(`"${words}"`, on)}`;
  return {
    takenAs,
    namedDay: (words, on) => (words === undefined ? 'el día que dijeron' : `dijeron ${takenAs(`"${words}"`, on)}`),
    beforeDecision: (count, on, words) =>
      `${count === undefined ? 'a mitad de la espera' : months(count)} antes de que decidan${dayOrTakenAs(words, on)}`,
    beforeEvent: (count, on, words) => `${count} días antes de lo que esperan${dayOrTakenAs(words, on)}`,
    openCondition: 'una condición sin fecha se mira cada trimestre',
    asForTerm: (count, term) => `a los ${months(count)}, como en un contrato de ${term} meses`,
    intoTerm: (count, term, follows) =>
      `a los ${months(count)} de un contrato de ${term} meses${follows ? ' que vendría después' : ''}`,
    usualWait: (count, reason) => `${count} días, la espera habitual después de: ${reason}`,
    nothingBetter: (count) => `${count} días, porque no se sabe nada mejor`,
    wasOnWeekend: (because, on) => `${because}: el ${long(on)}, pasado del fin de semana al lunes`,
    wasInThePast: (because, on) => `${because}; eso fue el ${long(on)}, así que el siguiente día laborable`,
    conditionEachQuarter: 'la condición se mira cada trimestre',
    usefulEachQuarter: 'algo útil cada trimestre, hasta la llamada',
    secondLook: (count, from) =>
      `${count} días después ${from === 'debrief' ? 'de este repaso' : 'del no'}, con algo de distancia`,
    theySaid: (text) => `Dijeron: "${text}".`,
    youWrote: (text) => `Escribiste: "${text}".`,
    openFromThen: (action) => `${action} sigue abierta desde entonces.`,
    worth: (sums) => `Esas ventas valían ${sums}.`,
    repeat: {
      again: (time, within, what) => `Van ${time} veces en ${within} días: ${what}.`,
      before: (deals) => `Antes, en ${deals}.`,
      more: (count) => `${count} más`,
      worth: (sums, unknown) =>
        `Estas ventas valían ${sums}${unknown > 0 ? `, y en ${unknown} falta el importe` : ''}.`,
      stillOpen: (action, text) => `Sigue abierta: ${action} "${text}"`,
      somethingElse: (others, of) =>
        `En ${others} de tus últimas ${of} pérdidas el motivo fue "otra cosa". Un motivo más preciso te enseñaría más.`,
      noWinSince: (losses) => `${COUNTS[losses] ?? losses} pérdidas repasadas, y ninguna venta ganada desde entonces.`,
      nextWin: (command) => `Compara la próxima que ganes: ${command}`,
      winsWait: (wins, count, command) =>
        `${count === 1 ? 'Espera esta venta ganada' : 'Esperan estas ventas ganadas'}: ${wins}. Compara una: ${command}`,
    },
  };
}

function closing({ long }: DayWords): ClosingWords {
  return {
    won: 'ganada',
    lostTo: (winner) => `perdida frente a ${winner}`,
    ends: {
      'lost-competitor': ['perdida frente a otro proveedor'],
      'lost-incumbent': ['perdida frente a su proveedor de siempre'],
      'in-house': ['perdida', ', lo hacen ellos mismos'],
      postponed: ['aplazada'],
      'no-decision-indecision': ['terminada', ', no supieron decidirse'],
      'no-decision-status-quo': ['terminada', ', se quedan como están'],
      cancelled: ['cancelada'],
      unknown: ['sin respuesta, anotada'],
      'we-walked-away': ['dejada por nosotros'],
      disqualified: ['cerrada', ', nunca encajó'],
      won: ['ganada'],
      'lost-unspecified': ['perdida', ', sin repasar'],
    },
    open: 'abierta',
    on: (day) => ` el ${long(day)}`,
    over: (months) => ` por ${counted(months, 'mes', 'meses')}`,
    kept: (deal) => `${deal} queda guardada.`,
    streak: (losses) => `${COUNTS[losses] ?? losses} en dos semanas es duro. Por eso, solo esto:`,
    more: (count, command) => `${count === 1 ? 'Espera 1 más' : `Esperan ${count} más`} en: ${command}`,
    withCare: 'Lo que dijeron, con cuidado:',
    onRecord: (counts) => `Anotado: ${counts}.`,
    contacts: (count) => counted(count, 'contacto', 'contactos'),
    missedCalls: (count) => counted(count, 'llamada perdida', 'llamadas perdidas'),
    slowestReply: (count, unit) => `respuesta más lenta: ${counted(count, UNITS[unit].one, UNITS[unit].many)}`,
    now: 'Ahora',
    next: 'Después',
    door: 'La puerta',
    fromBefore: 'De antes',
    message: 'El mensaje, listo para pegar',
    doorClosed: 'Cerrada. Nadie te recordará a este cliente.',
    sameTerms: (terms) => `Ofrece lo mismo: ${terms}.`,
    lastOffer: (terms, makesUpForIt) =>
      `Última oferta: ${terms}. El obstáculo fue el precio; ${makesUpForIt === undefined ? 'pregunta qué ha cambiado desde entonces' : `esto podría compensarlo: ${makesUpForIt}`}.`,
    whyThen: (because, rule) => `Por qué entonces: ${because} (${rule}).`,
    touchBefore: (on) => `Antes, el ${long(on)}: mándales algo útil, sin pedir nada.`,
    checkBefore: (on) => `Antes, el ${long(on)}: mira si la condición se ha cumplido.`,
    contactAt: (deal) => `tu contacto en ${deal}`,
    call: (who) => `llama a ${who}`,
    reach: (who, channel) =>
      MEETING.has(channel)
        ? `reúnete con ${who} (${CHANNELS[channel]})`
        : `escribe a ${who} (${CHANNELS[channel] ?? channel})`,
    askForChange: (who) => `pregunta a ${who} si algo ha cambiado`,
    askWhether: (who, condition) => `pregunta a ${who} si ya se cumple esto: ${condition}`,
    done: 'Hecho.',
    dropped: 'Descartado.',
    dueToday: 'Hoy.',
    late: (due) => `Con retraso: era para el ${long(due)}.`,
    dueBy: (due) => `Para el ${long(due)}.`,
    noted: (note) => `Tu nota: "${note}"`,
    nextCall: (name) => (name === undefined ? 'Ahora llama al siguiente.' : `Ahora llama a ${name}.`),
  };
}

const COUNTS: Readonly<Record<number, string>> = { 3: 'Tres', 4: 'Cuatro', 5: 'Cinco', 6: 'Seis' };
const UNITS = {
  day: { one: 'día', many: 'días' },
  hour: { one: 'hora', many: 'horas' },
  minute: { one: 'minuto', many: 'minutos' },
} as const;
const MEETING: ReadonlySet<string> = new Set(['video', 'meeting']);
const CHANNELS: Readonly<Record<string, string>> = { email: 'correo', video: 'vídeo', meeting: 'reunión' };
