import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { OPEN } from '../store/northwind.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { NORTHWIND } from './built-program.ts';
import { ENTER, type Keys } from './debrief-keys.ts';
import { MUCH_SAID, onFullDisk } from './full-disk.ts';
import { type Heard, readAloud } from './read-aloud.ts';
import { type Setting, testApp, type TestApp } from './test-app.ts';

/** Commands that ask, answered to their end. */
export interface Scene {
  readonly name: string;
  readonly play: () => Promise<readonly Heard[]>;
}

type Step = readonly [args: readonly string[], keys: Keys, setting?: Setting];

/** Enter at each of these questions, as it comes. */
const enterAt = (...questions: readonly string[]): Keys => questions.map((words) => [words, ENTER] as const);

const WIN = scene('win', [
  [
    ['new', 'Contoso', '--won'],
    [
      ['What did they agree to?', `48k EUR 24m${ENTER}`],
      ['When did they say yes?', ENTER],
      ['how sure were you', `8${ENTER}`],
      ['Whom did you win it against?', `Globex${ENTER}`],
      ['What decided it', `You asked first.${ENTER}`],
      ['What nearly lost it?', ENTER],
      ['1 of 6', `1${ENTER}`],
      ['2 of 6', `5${ENTER}`],
      ['Type a number from 1 to 4', `before${ENTER}`],
      ...enterAt('3 of 6', '4 of 6', '5 of 6', '6 of 6'),
      ['What will you do again', `ask why now${ENTER}`],
      ['What one thing will you try', ENTER],
      ['This is what you answered.', ENTER],
    ],
  ],
]);

const DRAFT: Scene = {
  name: 'draft',
  play: async () => {
    const app = await testApp();
    await app.run(['new', 'Contoso'], { script: [['offer', '48k EUR 12m']] });
    return heardIn(app, [
      [
        ['new'],
        [
          ['unfinished', `?${ENTER}`],
          ['still', ENTER],
          ['When did it end?', ENTER],
          ['how sure were you', ENTER],
          ['Who has it now?', `they are happy as they are${ENTER}`],
          ...enterAt(
            'What did they say',
            'what do you think it was?',
            '1 of 6',
            '2 of 6',
            '3 of 6',
            '4 of 6',
            '5 of 6',
          ),
          ...enterAt(
            '6 of 6',
            'last moment',
            'I lost this because I',
            'next time?',
            'Would you want',
            'when they could buy?',
          ),
          ...enterAt('Whom will you call?', 'whom do you call next?', 'This is what you answered.'),
        ],
      ],
    ]);
  },
};

const FULL_DISK: Scene = {
  name: 'full-disk',
  play: async () =>
    heardIn(await onFullDisk(2), [
      [
        ['new', 'Northwind Logistics'],
        [
          ...enterAt('What did you offer?', 'When did it end?', 'how sure were you'),
          ['Who has it now?', `9${ENTER}`],
          ['What did they say', `${MUCH_SAID}${ENTER}`],
          ['The disk is full', `?${ENTER}`],
          ['What you have just answered', `1${ENTER}`],
          ['The disk is full', ENTER],
          ...enterAt(
            'what do you think it was?',
            '1 of 6',
            '2 of 6',
            '3 of 6',
            '4 of 6',
            '5 of 6',
            '6 of 6',
            'the first moment',
          ),
          ...enterAt('I stayed in too long', 'next time?', 'Would you want', 'when they could buy?'),
          ...enterAt('Whom will you call?', 'whom do you call next?', 'This is what you answered.'),
        ],
      ],
    ]),
};

const DEEP_LOOK = scene(
  'deep-look',
  [
    [
      ['review', 'D1'],
      [
        ['How does it feel today?', `4${ENTER}`],
        ['1 of 4', `1${ENTER}`],
        ...enterAt('2 of 4', '3 of 4', '4 of 4'),
        ['What mattered most to them', `calm${ENTER}`],
        ['How do you know?', `1${ENTER}`],
        ['What did you believe', ENTER],
        ['Next: what happened', `1${ENTER}`],
        ['Next: why it went otherwise', `1${ENTER}`],
        ['Next: what to keep', ENTER],
        ['What did you do well', `kept every promise${ENTER}`],
        ['how well did you play it?', `4${ENTER}`],
        ['Next: what to change', `1${ENTER}`],
        ['That was all of it.', `4${ENTER}`],
        ['What to keep', ENTER],
        ['That was all of it.', ENTER],
      ],
    ],
  ],
  NORTHWIND,
);

const SECOND_LOOK = scene(
  'second-look',
  [
    [
      ['review', 'D1'],
      [
        ['Seen from today, what was it?', `4${ENTER}`],
        ['last moment', `3${ENTER}`],
        ['Finish the sentence', `waited for them to call${ENTER}`],
        ['what would you do?', ENTER],
        ['This is what you answered.', ENTER],
      ],
      { today: '2027-03-01' },
    ],
  ],
  NORTHWIND,
);

const EDIT = scene(
  'edit',
  [
    [
      ['edit', 'D1'],
      [
        ['This is what you answered.', `2${ENTER}`],
        ['What did you offer?', `148k EUR 24m${ENTER}`],
        ['This is what you answered.', ENTER],
        ['Enter:', `1${ENTER}`],
      ],
    ],
  ],
  NORTHWIND,
);

const DUE = scene(
  'due',
  [
    [
      ['due', '-i', '--within', '400d'],
      [
        ['Question 1 of 8', `2${ENTER}`],
        ['Until when?', `<${ENTER}`],
        ['Back to the choice', `2${ENTER}`],
        ['Until when?', `someday${ENTER}`],
        ['>', `2027-03-05${ENTER}`],
        ['Question 2 of 8', `3${ENTER}`],
        ['Why?', `nothing useful to send${ENTER}`],
        ['Question 3 of 8', ENTER],
        ['Question 4 of 8', `1${ENTER}`],
        ['how did the call go?', `4${ENTER}`],
        ...enterAt('Question 5 of 8', 'Question 6 of 8', 'Question 7 of 8', 'Question 8 of 8'),
      ],
    ],
    [['due'], []],
  ],
  NORTHWIND,
);

const RECORDS_KEPT = scene(
  'done-delete-undo',
  [
    [['done', 'F1'], [['how did the call go?', `3${ENTER}`]]],
    [
      ['drop', 'A1'],
      [
        ['Why give it up?', ENTER],
        ['>', `no longer the right thing${ENTER}`],
      ],
    ],
    [['delete', 'D1'], [['Enter: keep it', `1${ENTER}`]]],
    [['undo'], [['Enter: take it back', ENTER]]],
    [['list'], []],
    [['report', 'reasons'], []],
  ],
  NORTHWIND,
);

const VIEWS = scene(
  'views',
  [
    [
      ['opinion', 'D1'],
      [
        ['Whose view is it?', ENTER],
        ['needed', `Priya Nair${ENTER}`],
        ['in their own words?', `You never met the CFO.${ENTER}`],
        ['Which reason do they see?', `3${ENTER}`],
        ['deserve a deeper look?', `2${ENTER}`],
        ['Why not now?', `first the call with Contoso${ENTER}`],
      ],
    ],
    [
      ['opinion', 'D1', '--from', 'Priya Nair', '--saw', '-'],
      [
        ['What did they see', `You talked over Dana.${ENTER}`],
        ['What will you try?', `one question, then wait${ENTER}`],
      ],
    ],
    [
      ['feedback', 'D1', '--reply', '-'],
      [
        ['What did they answer', `We chose the vendor we knew.${ENTER}`],
        ['Which reason do they give', `10${ENTER}`],
      ],
    ],
  ],
  NORTHWIND,
);

const FOCUS = scene(
  'focus',
  [
    [
      ['focus', 'role'],
      [['Will you learn it', `1${ENTER}`]],
      { settings: { resources: ['SPIN Selling, chapter 4', 'Monday call review'] } },
    ],
  ],
  NORTHWIND,
);

const IMPORT = scene('import', [
  [
    ['import', 'tests/fixtures/crm/unclear-days.csv'],
    [
      ['which day is meant?', `3${ENTER}`],
      ['from 1 to 2', `1${ENTER}`],
      ['Import it?', `2${ENTER}`],
    ],
  ],
  [
    ['import', 'tests/fixtures/crm/unknown-headings.csv'],
    [
      ['how a deal ended?', `3${ENTER}`],
      ['the day it closed?', `1${ENTER}`],
      ['reads as a day', `<${ENTER}`],
      ['how a deal ended?', `Fate${ENTER}`],
      ['the day it closed?', `4${ENTER}`],
      ['the name of the deal?', `2${ENTER}`],
      ['that the CRM gives', ENTER],
      ['Which column has its value?', `5${ENTER}`],
      ['Which currency', `?${ENTER}`],
      ['needs its own', `pesos${ENTER}`],
      ['is not a currency', `EUR${ENTER}`],
      ['Import it?', `1${ENTER}`],
    ],
  ],
]);

const DELETED_IN_CRM = scene('deleted-in-crm', [
  [
    ['import', '-'],
    [['Import it?', `1${ENTER}`]],
    { stdin: 'Deal ID,Deal,Stage,Closed on\n7,Northwind Logistics,Closed Lost,2026-10-02\n' },
  ],
  [
    ['import', '-'],
    [
      ['Delete it here too?', `?${ENTER}`],
      ['counts it', `1${ENTER}`],
    ],
    { stdin: 'Deal ID,Deal,Stage,Closed on\n7,Northwind Logistics,Deleted,2026-10-02\n' },
  ],
]);

/** What is heard in each of these is kept as a transcript. */
export const SCENES: readonly Scene[] = [
  WIN,
  DRAFT,
  FULL_DISK,
  DEEP_LOOK,
  SECOND_LOOK,
  EDIT,
  DUE,
  RECORDS_KEPT,
  VIEWS,
  FOCUS,
  IMPORT,
  DELETED_IN_CRM,
];

/** Their paths are as long as this machine makes them, so their lines break elsewhere each time. */
export const SCENES_WITH_PATHS: readonly Scene[] = [
  {
    name: 'records',
    play: async () => {
      const path = join(temporaryFolder(), 'records.jsonl');
      const elsewhere = await testApp();
      await elsewhere.does(NORTHWIND);
      await elsewhere.does(['export', '--output', path]);
      return heardIn(await testApp(), [[['import', path], [['Import it?', ENTER]]]]);
    },
  },
  {
    name: 'restore',
    play: async () => {
      const { app, folder } = await onFile();
      const copy = join(folder, 'copy.db');
      await app.does(['backup', copy]);
      return heardIn(app, [[['restore', copy], [['in the place of', `1${ENTER}`]]]]);
    },
  },
  {
    name: 'purge',
    play: async () => {
      const { app } = await onFile();
      return heardIn(app, [
        [
          ['delete', 'D1', '--purge'],
          [
            ['type its name: Northwind Logistics', `yes${ENTER}`],
            ['That is not the name of D1.', `Northwind Logistics${ENTER}`],
          ],
        ],
      ]);
    },
  },
];

/** With Northwind Logistics in a file on the disk. */
async function onFile(): Promise<{ readonly app: TestApp; readonly folder: string }> {
  const folder = temporaryFolder();
  const store = await openStore({ ...OPEN, path: join(folder, 'lossdebrief.db'), purpose: 'write' });
  onTestFinished(() => store.close());
  const app = await testApp(store);
  await app.does(NORTHWIND);
  return { app, folder };
}

/** On a new file, on which something was done before. */
function scene(name: string, steps: readonly Step[], before?: readonly string[]): Scene {
  return {
    name,
    play: async () => {
      const app = await testApp();
      if (before) await app.does(before);
      return heardIn(app, steps);
    },
  };
}

async function heardIn(app: TestApp, steps: readonly Step[]): Promise<readonly Heard[]> {
  const heard: Heard[] = [];
  for (const [args, keys, setting] of steps) heard.push(await readAloud(app, args, keys, setting));
  return heard;
}
