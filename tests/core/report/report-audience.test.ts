import { describe, expect, test } from 'vitest';
import { FURTHER_FIGURES } from '../../../src/core/figures/further.ts';
import { FIGURES } from '../../../src/core/figures/index.ts';
import { AUDIENCES } from '../../../src/core/report/audience.ts';
import { isShared, reportFor } from '../../../src/core/report/report-audience.ts';
import { row, sampleFigure, sampleReport } from '../../support/sample-report.ts';

function columnsFor(audience: 'manager' | 'marketing', figure: string): readonly string[] | undefined {
  const { figures } = reportFor(sampleReport([sampleFigure(figure)]), audience);
  return figures[0]?.columns.map(({ key }) => key);
}

/** A sentence of the one thing, as a manager reads it. */
function told(sentence: string): unknown {
  const figure = {
    ...sampleFigure('scope'),
    id: 'one-thing',
    rows: [row('role', 'their role', 'counts', { sentence })],
  };
  const columns = [{ key: 'sentence', title: 'in a sentence', kind: 'text' }] as const;
  return reportFor(sampleReport([{ ...figure, columns }]), 'manager').figures[0]?.rows[0]?.values['sentence'];
}

describe('what an audience gets', () => {
  test('is nothing of a figure that is not on its list', () => {
    const unknown = { ...sampleFigure('reasons'), id: 'feelings' };
    for (const audience of AUDIENCES) expect(reportFor(sampleReport([unknown]), audience).figures).toEqual([]);
  });

  test('is nothing of a column that is not on its list, not even its values', () => {
    const { figures } = reportFor(sampleReport([sampleFigure('scope')]), 'manager');
    expect(figures[0]?.columns.map(({ key }) => key)).not.toContain('nothingInControl');
    expect(Object.keys(figures[0]?.rows[0]?.values ?? {})).not.toContain('nothingInControl');
  });

  test('is no chart of a column that it does not get', () => {
    const chart = { kind: 'bars', column: 'nothingInControl' } as const;
    const { figures } = reportFor(sampleReport([{ ...sampleFigure('scope'), chart }]), 'manager');
    expect(figures[0]?.chart).toBeUndefined();
  });
});

test('what the salesperson means to do is told as theirs, and so is their view', () => {
  expect(told('Next time, when a demo is asked for, I will ask who decides. Missing it went with 5 of 9 losses.')).toBe(
    '“Next time, when a demo is asked for, I will ask who decides.” Missing it went with 5 of 9 losses.',
  );
  expect(told('A price you could not meet went with 5 of 9 losses, in my own view.')).toBe(
    "A price we could not meet went with 5 of 9 losses, in the salesperson's view.",
  );
});

/** The label of a row, as a manager reads it. */
function labelTold(id: string, label: string): string | undefined {
  const figure = { ...sampleFigure('reasons'), id, rows: [row('it', label, 'counts', {})] };
  return reportFor(sampleReport([figure]), 'manager').figures[0]?.rows[0]?.label;
}

test('what is said to the salesperson is told of us, and what others wrote stays as it is', () => {
  expect(labelTold('reasons', 'a price you could not meet')).toBe('a price we could not meet');
  expect(labelTold('drivers', 'before the demo: what your contact was')).toBe('before the demo: what our contact was');
  expect(labelTold('time-lost', 'because of only one person on your side')).toBe(
    'because of only one person on our side',
  );
  expect(labelTold('people', 'people of theirs I met: one')).toBe('people of theirs the salesperson met: one');
  expect(labelTold('detours', 'off my way: they led me off it')).toBe(
    "off the salesperson's way: “they led me off it”",
  );
  expect(labelTold('by', 'thank you for your call')).toBe('thank you for your call');
  expect(labelTold('competitors', 'you and your friends')).toBe('you and your friends');
});

test('an answer that speaks of oneself stands in quotes, also among those of a field', () => {
  const level = { key: 'slipped', won: 0, total: 2, rate: null, low: null, high: null };
  const levels = ['I let a step slip', 'they led me off it', 'Ivory', 'I'].map((label) => ({ ...level, label }));
  const figure = { ...sampleFigure('reasons'), id: 'drivers', rows: [row('it', 'off my way', 'counts', { levels })] };
  const columns = [{ key: 'levels', title: 'won, of all', kind: 'levels' }] as const;
  const told = reportFor(sampleReport([{ ...figure, columns }]), 'manager').figures[0]?.rows[0]?.values['levels'];
  expect(told).toMatchObject([
    { label: '“I let a step slip”' },
    { label: '“they led me off it”' },
    { label: 'Ivory' },
    { label: 'I' },
  ]);
});

test('a manager sees what deals were worth, and marketing does not', () => {
  expect(columnsFor('manager', 'win-rates')).toContain('wonValue');
  expect(columnsFor('marketing', 'win-rates')).toBeUndefined();
});

test('how often my own reason was right is for nobody else', () => {
  expect(FIGURES.filter(({ id }) => !isShared(id, 'manager')).map(({ id }) => id)).toEqual(['agreement']);
});

test('of the further figures, what rests on reflections and how I debrief are for nobody else', () => {
  const kept = FURTHER_FIGURES.filter(({ id }) => !isShared(id, 'manager')).map(({ id }) => id);
  expect(kept).toEqual(['rivals', 'played', 'trials', 'habit']);
  expect(FURTHER_FIGURES.filter(({ id }) => isShared(id, 'marketing')).map(({ id }) => id)).toEqual([
    'triggers',
    'personas',
  ]);
});
