/** What Node's keypress parser makes of input. Keys that tests press may have no sequence. */
export interface KeyPress {
  readonly name?: string | undefined;
  readonly sequence?: string | undefined;
  readonly ctrl?: boolean | undefined;
  readonly meta?: boolean | undefined;
}

/** The keys that are no text, named for what they do. */
export type Key =
  | 'enter'
  | 'up'
  | 'down'
  | 'page-up'
  | 'page-down'
  | 'left'
  | 'right'
  | 'word-left'
  | 'word-right'
  | 'line-start'
  | 'line-end'
  | 'erase'
  | 'erase-next'
  | 'erase-word'
  | 'erase-to-start'
  | 'erase-to-end'
  | 'editor';

/** The text that a press stands for, line breaks and tabs included; undefined for a key that is no text. */
export function textOf(press: KeyPress): string | undefined {
  const { name, sequence } = press;
  if (name === 'return' || name === 'enter') return sequence ?? '\n';
  if (sequence === undefined || press.ctrl === true || press.meta === true) return undefined;
  return sequence === '\t' || !CONTROL.test(sequence) ? sequence : undefined;
}

/** The key that a press is; undefined for text and for keys that do nothing here. */
export function keyOf(press: KeyPress): Key | undefined {
  const { name = '' } = press;
  if (press.ctrl === true) return WITH_CTRL[name];
  if (press.meta === true) return WITH_META[name];
  return ALONE[name];
}

/** Never text. */
const CONTROL = /\p{Cc}/u;

const ALONE: Readonly<Record<string, Key>> = {
  up: 'up',
  down: 'down',
  pageup: 'page-up',
  pagedown: 'page-down',
  left: 'left',
  right: 'right',
  home: 'line-start',
  end: 'line-end',
  backspace: 'erase',
  delete: 'erase-next',
};

// As in every shell.
const WITH_CTRL: Readonly<Record<string, Key>> = {
  a: 'line-start',
  b: 'left',
  d: 'erase-next',
  e: 'line-end',
  f: 'right',
  g: 'editor',
  h: 'erase',
  k: 'erase-to-end',
  left: 'word-left',
  n: 'down',
  p: 'up',
  right: 'word-right',
  u: 'erase-to-start',
  w: 'erase-word',
};

const WITH_META: Readonly<Record<string, Key>> = {
  b: 'word-left',
  backspace: 'erase-word',
  f: 'word-right',
  left: 'word-left',
  right: 'word-right',
};
