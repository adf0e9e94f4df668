/* oxlint-disable unicorn/no-thenable -- what is asked after an option is called `then` */

// One question of each form, as the interview of an imaginary sales team would ask them.

const common = {
  position: '7 of 13',
  elapsed: () => 48,
  tag: 'No ego',
  hint: undefined,
  why: [
    'Pedone: own it within two minutes, then get back on the phone.',
    'From "How to Recover After Losing a Sales Deal".',
  ],
  canGoBack: true,
};

export const said = {
  ...common,
  id: 'said',
  ask: 'What did they say, in their own words?',
  hint: 'Paste or type; Enter ends it.',
  enter: { label: 'skip', answers: { said: null } },
  form: { form: 'paragraphs', read: (text) => ({ value: { said: text } }), current: 'The CFO felt Globex was safer.' },
};

export const sure = {
  ...common,
  id: 'sure',
  position: undefined,
  ask: 'Delete it?',
  enter: { label: 'keep it', answers: { delete: 'no' } },
  onlyOnceShown: true,
  form: {
    form: 'choice',
    options: [
      { key: 'y', label: 'delete it', answers: { delete: 'yes' } },
      { key: 'n', label: 'keep it', answers: { delete: 'no' } },
    ],
  },
};

export const winner = {
  ...common,
  id: 'winner',
  position: '6 of 13',
  ask: 'Who has it now?',
  enter: { label: 'unknown', answers: { winner: null }, clears: { winner: null } },
  form: {
    form: 'line',
    read: (text) => ({ value: { winner: text } }),
    suggestions: ['Globex', 'Contoso'],
  },
};

export const offer = {
  ...common,
  id: 'offer',
  position: '2 of 13',
  tag: undefined,
  ask: 'What did you offer?',
  hint: 'For example: 148k 12m, onboarding free',
  enter: { label: 'skip', answers: { amount: null } },
  canGoBack: false,
  form: {
    form: 'line',
    read: async (text) =>
      /\d/.test(text)
        ? { value: { amount: 148_000 }, understood: '148,000.00 EUR, 12 months, onboarding free' }
        : { problem: 'There is no amount in that. Try: 148k 12m' },
  },
};

export const ownIt = {
  ...common,
  id: 'own-it',
  position: '11 of 13',
  ask: 'I lost this because I …',
  enter: { label: 'skip', answers: { 'own-it': null } },
  form: {
    form: 'line',
    read: (text) => ({ value: { 'own-it': text } }),
    secondTry: (text) => (text.startsWith('They') ? 'That sentence is about them. What was yours in it?' : undefined),
  },
};

export const outcome = {
  ...common,
  id: 'outcome',
  position: '5 of 13',
  tag: undefined,
  ask: 'Who has it now?',
  enter: { label: 'needed', answers: undefined },
  form: {
    form: 'choice',
    options: [
      { key: 'a', label: 'another vendor', group: 'Someone has it', answers: { outcome: 'lost-competitor' } },
      { key: 'b', label: 'their present vendor', group: 'Someone has it', answers: { outcome: 'lost-incumbent' } },
      { key: 'c', label: 'they build it themselves', group: 'Someone has it', answers: { outcome: 'in-house' } },
      {
        key: 'd',
        label: 'they named a later date or event',
        group: 'Nobody has it',
        answers: { outcome: 'postponed' },
      },
      { key: 'e', label: 'we walked away', group: 'We ended it', answers: { outcome: 'we-walked-away' } },
    ],
  },
};

export const callOn = {
  ...common,
  id: 'call-on',
  position: '13a',
  tag: 'Door open',
  ask: 'When is the next good day to call?',
  enter: { label: 'do not know', answers: { 'call-on': null } },
  form: {
    form: 'choice',
    options: [
      {
        key: 'c',
        label: 'they said call then',
        answers: { when: 'named-date' },
        followOns: [
          {
            ask: 'Which day?',
            hint: 'For example: 2027-08-20',
            read: (text) =>
              text.startsWith('2027')
                ? { value: { 'call-on': text }, understood: 'Friday 20 August 2027' }
                : { problem: 'That is no day. Try: 2027-08-20' },
            optional: false,
          },
        ],
      },
      {
        key: 'e',
        label: 'an event',
        answers: { when: 'trigger' },
        followOns: [
          { ask: 'Which event?', read: (text) => ({ value: { trigger: text } }), optional: false },
          { ask: 'Is a day known?', read: (text) => ({ value: { 'trigger-on': text } }), optional: true },
        ],
      },
    ],
  },
};

const timing = [
  { key: 'b', label: 'before', value: 'before' },
  { key: 'l', label: 'late', value: 'late' },
  { key: 'n', label: 'never', value: 'never' },
  { key: 'u', label: 'not sure', value: 'unknown' },
];

export const steps = {
  ...common,
  id: 'steps',
  position: '9 of 13',
  tag: 'Qualifying',
  ask: 'Before the demo, did you know:',
  enter: { label: 'leave open', answers: {} },
  form: {
    form: 'grid',
    rows: [
      {
        tag: 'Qualifying',
        ask: 'their time frame?',
        why: ['Pedone: the first of four.'],
        options: timing,
        current: undefined,
      },
      {
        tag: 'Qualifying',
        ask: 'their reason for a solution now?',
        why: ['The second.'],
        options: timing,
        current: 'late',
      },
      {
        tag: 'Discovery',
        ask: 'what mattered most to them?',
        why: ['Volas: discovery.'],
        options: timing,
        current: undefined,
      },
    ],
    gather: (values) => ({
      steps: Object.fromEntries(values.map((value, index) => [`row-${index + 1}`, value ?? 'unknown'])),
    }),
  },
};
