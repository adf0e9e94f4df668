import { expect, test } from 'vitest';
import { reportJson } from '../../../src/core/report/report-json.ts';
import type { FigureTable } from '../../../src/core/report/report-table.ts';
import { day, TODAY } from '../../support/days.ts';

const REASONS: FigureTable = {
  id: 'reasons',
  title: 'What I think',
  columns: [
    { key: 'losses', title: 'losses', kind: 'count' },
    { key: 'share', title: 'share', kind: 'share' },
    { key: 'wonValue', title: 'won', kind: 'money' },
    { key: 'value', title: 'value', kind: 'money' },
    { key: 'control', title: 'in whose hands', kind: 'text', words: { control: 'in my control' } },
    { key: 'lastSeen', title: 'last seen', kind: 'day' },
    { key: 'quartiles', title: 'quartiles', kind: 'quartiles' },
  ],
  rows: [
    {
      key: 'no-urgency',
      label: 'no reason to act now',
      evidence: 'counts',
      values: {
        losses: 3,
        share: 0.6,
        wonValue: { sums: [], unknownAmounts: 1 },
        value: {
          sums: [
            { currency: 'EUR', minor: 14_800_050, deals: 2 },
            { currency: 'JPY', minor: 500, deals: 1 },
          ],
          unknownAmounts: 2,
        },
        control: 'control',
        lastSeen: day('2026-11-19'),
        quartiles: [1, 4.5],
      },
    },
    { key: 'other', label: 'something else', evidence: 'too-few', values: { losses: 1, share: null } },
  ],
  notes: ['One primary reason for each loss.'],
};

test('a report is figures of rows that begin with key and label; amounts are in major units, missing values null', () => {
  const period = { from: day('2026-07-01'), to: undefined };
  const json = reportJson({
    today: TODAY,
    period,
    currency: 'EUR',
    headline: '3 of 5 …',
    isEmpty: false,
    figures: [REASONS],
  });
  expect(json).toEqual({
    schemaVersion: 1,
    today: '2026-11-20',
    period: { from: '2026-07-01', to: null },
    currency: 'EUR',
    headline: '3 of 5 …',
    figures: [
      {
        id: 'reasons',
        title: 'What I think',
        columns: REASONS.columns.map(({ key, title, kind }) => ({ key, title, kind })),
        rows: [
          {
            key: 'no-urgency',
            label: 'no reason to act now',
            losses: 3,
            share: 0.6,
            wonValue: [],
            value: [
              { currency: 'EUR', amount: 148_000.5, deals: 2 },
              { currency: 'JPY', amount: 500, deals: 1 },
            ],
            control: 'control',
            lastSeen: '2026-11-19',
            quartiles: [1, 4.5],
            unknownAmounts: 2,
            evidence: 'counts',
          },
          {
            key: 'other',
            label: 'something else',
            losses: 1,
            share: null,
            wonValue: null,
            value: null,
            control: null,
            lastSeen: null,
            quartiles: null,
            evidence: 'too-few',
          },
        ],
        notes: ['One primary reason for each loss.'],
      },
    ],
  });
});

test('each row begins with its key and label', () => {
  const [figure] = reportJson({
    today: TODAY,
    period: { from: undefined, to: undefined },
    currency: undefined,
    isEmpty: false,
    headline: '',
    figures: [REASONS],
  })['figures'] as [{ rows: readonly object[] }];
  for (const row of figure.rows) expect(Object.keys(row).slice(0, 2)).toEqual(['key', 'label']);
});
