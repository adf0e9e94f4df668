import { describe, expect, test } from 'vitest';
import { FURTHER_FIGURES } from '../../../src/core/figures/further.ts';
import { FIGURES } from '../../../src/core/figures/index.ts';
import { AUDIENCES, isShared, reportFor } from '../../../src/core/report/report-audience.ts';
import { sampleFigure, sampleReport } from '../../support/sample-report.ts';

function columnsFor(audience: 'manager' | 'marketing', figure: string): readonly string[] | undefined {
  const { figures } = reportFor(sampleReport([sampleFigure(figure)]), audience);
  return figures[0]?.columns.map(({ key }) => key);
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
