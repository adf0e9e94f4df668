import { isoDay } from '../core/days/day.ts';
import { dayOfInstant, type Effect, type FieldBack, type LoggedChange, type Thing } from '../core/logged-change.ts';
import { idSpan, indented, item, line, type Line, type Page, quiet } from '../core/page.ts';
import { sayDay } from '../core/days/say-day.ts';
import { brief, counted, listed } from '../core/text/sentence.ts';
import { ID_WIDTH } from './action-lines.ts';
import { ENTRY_WORDS } from './deal-page.ts';

/** What is taken back, and what becomes of each thing by it. */
export function undoPage(change: LoggedChange): Page {
  const { shown, along } = summedUp(change.effects);
  const rest = shown.length - SHOWN;
  const theOnly = onlyDeal(change.effects);
  return [
    line({ text: `To take back: ${sayChange(change)}`, as: 'heading' }),
    ...(rest > 0 ? shown.slice(0, SHOWN) : shown).map((effect) => effectLine(effect, along, theOnly === undefined)),
    ...(rest > 0 ? [indented(2, quiet(`and ${rest} more like these`))] : []),
  ];
}

/** That nothing answered is lost with a debrief, for whoever has to decide. */
export function answersKeptLines({ effects }: LoggedChange): Page {
  const looks = effects.filter(
    ({ thing, becomes }) => (thing === 'debrief' || thing === 'review') && becomes === 'gone',
  );
  return looks.length === 1 ? [indented(2, quiet('What you answered is kept, so that you can go on with it.'))] : [];
}

/** A change by its command, its deal and its day: `done F7 (Contoso), Wednesday 20 January 2027`. */
export function sayChange({ what, at, effects }: LoggedChange): string {
  const day = dayOfInstant(at);
  const deal = onlyDeal(effects);
  const command = `${COMMANDS[what] ?? what}${deal === undefined ? '' : ` (${deal})`}`;
  return day === undefined ? command : `${command}, ${sayDay(day)}`;
}

/** The deal that all of it is about, if it is one. */
function onlyDeal(effects: readonly Effect[]): string | undefined {
  const names = new Set(effects.map(({ thing, text, deal }) => (thing === 'deal' ? text : deal?.name)));
  const [name] = names;
  return names.size === 1 ? name : undefined;
}

/** Commands whose change goes by another name in the log. */
const COMMANDS: Readonly<Record<string, string>> = { 'save-debrief': 'new' };

/** An import can be long. */
const SHOWN = 12;

/** What goes with a deal that goes is only counted, and what answers gave a deal is said by the answers. */
function summedUp(effects: readonly Effect[]): {
  readonly shown: readonly Effect[];
  readonly along: readonly Effect[];
} {
  const deals = effects.filter(({ thing, becomes }) => thing === 'deal' && becomes === 'gone');
  const gone = new Set(deals.map(({ id }) => id));
  const goesAlong = ({ deal }: Effect): boolean => deal !== undefined && gone.has(deal.id);
  const hasAnswers = effects.some(({ thing }) => thing === 'answer');
  const isSaid = ({ thing, becomes }: Effect): boolean =>
    hasAnswers && (thing === 'contact' || (thing === 'deal' && becomes === 'as-before'));
  return {
    shown: effects.filter((effect) => !goesAlong(effect) && !isSaid(effect)),
    along: effects.filter(goesAlong),
  };
}

function effectLine(effect: Effect, along: readonly Effect[], saysDeal: boolean): Line {
  const { id, becomes } = effect;
  const own = along.filter(({ deal }) => deal?.id === id);
  const label = id === undefined ? quiet('') : idSpan(id);
  const [verb, name] = [VERBS[becomes](effect), nameOf(effect, saysDeal)];
  // Under the question as it was asked, what it goes back to.
  const words = effect.thing === 'answer' ? `${name} ${verb}` : `${verb}: ${name}`;
  return item(2, label, ID_WIDTH, words + sayAlong(own));
}

const VERBS: Readonly<Record<Effect['becomes'], (effect: Effect) => string>> = {
  gone: ({ thing }) => (thing === 'answer' ? 'Left out again' : 'is taken out'),
  back: ({ thing }) => (thing === 'answer' ? 'Answered again' : 'comes back'),
  'as-before': ({ thing, fields }) =>
    thing === 'contact' ? 'is as before' : listed([...new Set(fields.map(fieldAgain))]),
};

/** `its debrief, 5 actions and 3 days in the schedule`. */
function sayAlong(effects: readonly Effect[]): string {
  if (effects.length === 0) return '';
  const actions = effects.filter(({ thing }) => thing === 'action').length;
  const entries = effects.filter(({ id }) => id?.startsWith('F')).length;
  const words = [
    ...(effects.some(({ thing }) => thing === 'debrief') ? ['its debrief'] : []),
    ...(actions === 0 ? [] : [counted(actions, 'action')]),
    ...(entries === 0 ? [] : [`${counted(entries, 'day')} in the schedule`]),
  ];
  return words.length === 0 ? ', with all that belongs to it' : `, with ${listed(words)}`;
}

/** `Contoso`, `the call, Friday 20 August 2027 (Contoso)`, `the contact Dana Reyes (Contoso)`. */
function nameOf({ thing, text, deal, fields }: Effect, saysDeal: boolean): string {
  const noun = NOUNS[thing];
  const saysIt = text === undefined || fields.some(({ name }) => name === 'on');
  const words = saysIt && isEntry(thing) ? undefined : text && (sayIfDay(text) ?? inOwnWords(thing, brief(text)));
  const name = [noun, words].filter((part) => part !== undefined && part !== '').join(isEntry(thing) ? ', ' : ' ');
  return deal === undefined || !saysDeal ? name : `${name} (${deal.name})`;
}

/** What somebody wrote stands in quotes. */
function inOwnWords(thing: Thing, text: string): string {
  return thing === 'lesson' || thing === 'phrase' || thing === 'experiment' ? `"${text}"` : text;
}

const NOUNS: Readonly<Record<Thing, string>> = {
  deal: '',
  debrief: 'the debrief',
  review: 'the later look',
  answer: '',
  action: '',
  ...ENTRY_WORDS,
  contact: 'the contact',
  'log-entry': 'the entry in the log,',
  request: 'the request for feedback',
  opinion: 'the view of',
  lesson: 'the lesson',
  phrase: 'the phrase',
  'phrase-use': 'the use of a phrase',
  area: 'the area in work,',
  experiment: 'the experiment',
};

function isEntry(thing: Thing): boolean {
  return Object.hasOwn(ENTRY_WORDS, thing);
}

/** `is open again`, `moves back to Friday 20 August 2027`, `winner is Globex again`. */
function fieldAgain({ name, again }: FieldBack): string {
  const value = again === null || again === '' ? undefined : (sayIfDay(String(again)) ?? brief(String(again)));
  switch (name) {
    case 'state':
      return `is ${value} again`;
    case 'on':
      return `moves back to ${value}`;
    case 'outcome':
      return value === undefined ? 'is without an outcome again' : `outcome is ${value} again`;
    case 'said':
      return value === undefined ? 'Left out again' : `Back to "${value}"`;
    case 'text':
    case 'message':
      return 'reads as before';
    case 'amount':
      return 'the amount is as before';
    case 'won back on':
      return value === undefined ? 'is no longer won back' : `counts as won back on ${value} again`;
    case 'reopened on':
      return value === undefined ? 'is no longer open again' : `was open again on ${value}`;
    default:
      return value === undefined ? `has no "${name}" any more` : `${name} is ${value} again`;
  }
}

function sayIfDay(text: string): string | undefined {
  const day = isoDay(text);
  return day && sayDay(day);
}
