import { BLANK, heading, indented, item, type Line, line, type Page, quiet } from '../core/page.ts';
import { SETTING_NAMES } from '../core/settings/known-settings.ts';
import { type Origin, type SetValue, valuesIn } from '../core/settings/set-values.ts';

/** Every setting on a line, with where its value comes from. */
export function configPage(settings: readonly SetValue[], path: string): Page {
  return [
    line(heading('Your settings')),
    ...settings.map((setting) => ({ ...settingLine(setting), indent: 2 })),
    BLANK,
    line('The file: ', quiet('an editor will do as well')),
    { ...indented(2, path), isWhole: true },
    line(quiet('Change one: lossdebrief config set call-time 08:30. What each is for: lossdebrief config --help')),
  ];
}

/** One setting: its name, its value, and where that comes from. */
export function settingLine(setting: SetValue): Line {
  const value = valuesIn(setting).join(', ');
  return item(
    0,
    { text: setting.name },
    LABEL,
    value === '' ? quiet('none') : value,
    quiet(originWords(setting.origin)),
  );
}

const LABEL = Math.max(...SETTING_NAMES.map((name) => name.length)) + 2;

function originWords(origin: Origin): string {
  switch (origin.from) {
    case 'default':
      return '';
    case 'deals':
      return '  kept with your deals';
    case 'file':
      return `  line ${origin.line}`;
    case 'environment':
      return `  ${origin.variable}`;
    case 'flag':
      return `  ${origin.flag}`;
  }
}
