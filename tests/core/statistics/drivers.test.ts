import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjusted, type Candidate, type Driver, driversOf } from '../../../src/core/statistics/drivers.ts';
import type { Level } from '../../../src/core/statistics/level.ts';

/** Whether the decision maker's role was asked: done in 20 deals, missed in 24. */
const ROLE = candidate('role', ['done', 15, 5], ['missed', 6, 18]);
const BUDGET = candidate('budget', ['done', 11, 9], ['missed', 10, 14]);

describe('a step', () => {
  test('goes with winning when it was done more often in what was won', () => {
    const [driver] = driversOf([ROLE]);
    expect(driver).toMatchObject({ id: 'role', deals: 44, verdict: 'with-winning', strength: 'medium' });
    expect(driver?.p).toBeCloseTo(0.002, 3);
    expect(driver?.q).toBe(driver?.p);
  });

  test('goes with losing when it was done more often in what was lost', () => {
    expect(driversOf([candidate('discount', ['done', 6, 18], ['missed', 15, 5])])[0]?.verdict).toBe('with-losing');
  });

  test('shows no sign where chance would do as much', () => {
    expect(driversOf([BUDGET])[0]).toMatchObject({ verdict: 'no-sign', deals: 44 });
  });

  test.each<[string, Candidate]>([
    ['fewer than five deals on one side', candidate('role', ['done', 4, 0], ['missed', 2, 20])],
    ['nothing but wins', candidate('role', ['done', 9, 0], ['missed', 8, 0])],
    ['one level', candidate('role', ['done', 9, 9])],
    ['no deals', candidate('role')],
  ])('is too few to say with %s', (_, few) => {
    expect(driversOf([few])[0]).toMatchObject({
      verdict: 'too-few',
      p: undefined,
      q: undefined,
      association: undefined,
    });
  });
});

describe('a field', () => {
  const SOURCE = candidate('source', ['cold call', 3, 17], ['partner', 4, 0], ['referral', 16, 4], ['fair', 8, 9]);

  test('varies where its levels differ, for there is no one direction', () => {
    expect(driversOf([SOURCE])[0]).toMatchObject({ verdict: 'varies', deals: 57, strength: 'large' });
  });

  test('lists its levels by win rate, and those with fewer than five deals last and without one', () => {
    const levels = driversOf([SOURCE])[0]?.levels.map(({ id, rate }) => [id, rate?.rate]);
    expect(levels).toEqual([
      ['referral', 16 / 20],
      ['fair', 8 / 17],
      ['cold call', 3 / 20],
      ['partner', undefined],
    ]);
  });

  test('is not swayed by a level that is not ranked', () => {
    const [withIt] = driversOf([SOURCE]);
    const [without] = driversOf([{ ...SOURCE, levels: SOURCE.levels.filter(({ id }) => id !== 'partner') }]);
    expect(withIt?.p).toBe(without?.p);
    expect(withIt?.association).toBe(without?.association);
  });

  test('that goes with nearly nothing is called tiny, however sure it is', () => {
    const [driver] = driversOf([candidate('region', ['north', 20_900, 29_100], ['south', 20_000, 30_000])]);
    expect(driver?.p).toBeLessThan(1e-6);
    expect(driver).toMatchObject({ verdict: 'varies', strength: 'tiny' });
  });

  test('of two answers has a direction where one of them is a yes, whichever stands first', () => {
    const levels = [level('no', 1, 14), level('yes', 14, 1)];
    expect(driversOf([{ id: 'decider-met', levels, about: 'yes' }])[0]?.verdict).toBe('with-winning');
    expect(driversOf([{ id: 'decider-met', levels, about: 'no' }])[0]?.verdict).toBe('with-losing');
    expect(driversOf([{ id: 'decider-met', levels }])[0]?.verdict).toBe('varies');
  });
});

describe('several together', () => {
  test('are judged by q, so that what stands out alone may not among many', () => {
    const urgency = candidate('why-now', ['done', 15, 6], ['missed', 7, 15]);
    const others = Array.from({ length: 9 }, (_, index) => ({ ...BUDGET, id: `step-${index}` }));
    const [alone] = driversOf([urgency]);
    const among = driversOf([urgency, ...others]).find(({ id }) => id === 'why-now');
    expect([alone?.verdict, among?.verdict]).toEqual(['with-winning', 'no-sign']);
  });

  test('stand by strength: signs first, then what shows none, then what is too few', () => {
    const price = candidate('price', ['named', 20, 1], ['not named', 2, 22]);
    const trial = candidate('trial', ['done', 3, 0], ['missed', 9, 9]);
    expect(driversOf([trial, BUDGET, ROLE, price]).map(({ id }) => id)).toEqual(['price', 'role', 'budget', 'trial']);
  });

  test('count only what was tested', () => {
    const untested = candidate('trial', ['done', 2, 1], ['missed', 1, 1]);
    expect(driversOf([untested, ROLE, untested])[0]?.q).toBe(driversOf([ROLE])[0]?.q);
  });

  test('are judged the same in whatever order they come', () => {
    const one = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (counts) => {
        const candidates = counts.map(([a, b, c, d], index) =>
          candidate(`c${index}`, ['done', a, b], ['missed', c, d]),
        );
        expect(byId(driversOf(candidates.toReversed()))).toEqual(byId(driversOf(candidates)));
      }),
    );
  });
});

describe('another field', () => {
  /** Referrals are won, whether the role was asked or not; and with referrals it is asked. */
  const REFERRALS = [
    [level('done', 16, 4), level('missed', 4, 1)],
    [level('done', 1, 4), level('missed', 4, 16)],
  ];
  const CONFOUNDED = candidate('role', ['done', 17, 8], ['missed', 8, 17]);

  test('is named where the effect is gone within its levels', () => {
    expect(movedBy(CONFOUNDED, { source: REFERRALS })).toBe('source');
  });

  test('is not named where the effect is the same within its levels', () => {
    const half = [level('done', 8, 3), level('missed', 3, 8)];
    expect(movedBy(candidate('role', ['done', 16, 6], ['missed', 6, 16]), { region: [half, half] })).toBeUndefined();
  });

  test('is not named where it moves the effect by less than a third', () => {
    const nearly = [
      [level('done', 12, 3), level('missed', 4, 5)],
      [level('done', 4, 3), level('missed', 2, 11)],
    ];
    expect(movedBy(candidate('role', ['done', 16, 6], ['missed', 6, 16]), { region: nearly })).toBeUndefined();
  });

  test('is named where it leaves nothing to compare, because the two always go together', () => {
    const apart = [[level('done', 15, 5)], [level('missed', 6, 18)]];
    expect(movedBy(ROLE, { owner: apart })).toBe('owner');
  });

  test('is the one that moves the effect most', () => {
    const partly = [
      [level('done', 14, 4), level('missed', 5, 4)],
      [level('done', 3, 4), level('missed', 3, 13)],
    ];
    expect(movedBy(CONFOUNDED, { size: partly, source: REFERRALS })).toBe('source');
  });

  test('does not adjust by levels that are too few to be ranked', () => {
    const scattered = [
      [level('done', 3, 1)],
      [level('missed', 1, 3)],
      [level('done', 2, 1), level('missed', 0, 1)],
      [level('done', 12, 6), level('missed', 7, 13)],
    ];
    expect(movedBy(CONFOUNDED, { winner: scattered })).toBeUndefined();
  });

  test('is not named where none of its levels has enough deals', () => {
    const everyDeal = [...deals('done', 15, 5), ...deals('missed', 6, 18)];
    expect(movedBy(ROLE, { 'named by': everyDeal.map((one) => [one]) })).toBeUndefined();
  });

  test('is looked for at a field too: the level that stands out, beside all others', () => {
    const source = candidate('source', ['cold call', 4, 18], ['fair', 10, 10], ['referral', 18, 4]);
    const bySize = [
      [level('cold call', 1, 0), level('fair', 5, 1), level('referral', 17, 3)],
      [level('cold call', 3, 18), level('fair', 5, 9), level('referral', 1, 1)],
    ];
    expect(movedBy(source, { size: bySize })).toBe('size');
  });

  test('is not named for moving a level that does not stand out', () => {
    const source = candidate('source', ['cold call', 20, 56], ['fair', 40, 56], ['referral', 44, 44]);
    const bySize = [
      [level('cold call', 12, 28), level('fair', 32, 28), level('referral', 24, 8)],
      [level('cold call', 8, 28), level('fair', 8, 28), level('referral', 20, 36)],
    ];
    expect(movedBy(source, { size: bySize })).toBeUndefined();
  });

  test('is told by the ranked levels alone', () => {
    const unsure = candidate('role', ['done', 9, 6], ['missed', 8, 32], ['unsure', 4, 0]);
    const bySource = [
      [level('done', 4, 5), level('missed', 1, 12), level('unsure', 4, 0)],
      [level('done', 5, 1), level('missed', 7, 20)],
    ];
    expect(movedBy(unsure, { source: bySource })).toBe('source');
  });

  test('is not named for what shows no sign', () => {
    const apart = [[level('done', 11, 9)], [level('missed', 10, 14)]];
    expect(movedBy(BUDGET, { owner: apart })).toBeUndefined();
  });

  test.each([
    ['less', REFERRALS],
    [
      'more',
      [
        [level('done', 10, 10), level('missed', 1, 9)],
        [level('done', 9, 1), level('missed', 14, 6)],
      ],
    ],
    [
      'the-opposite',
      [
        [level('done', 16, 6), level('missed', 5, 0)],
        [level('done', 1, 2), level('missed', 3, 17)],
      ],
    ],
    ['apart', [[level('done', 17, 8)], [level('missed', 8, 17)]]],
  ] as const)('is told by what is left of the effect: %s', (leaves, strata) => {
    const drivers = adjusted(driversOf([CONFOUNDED]), new Map([['role', [{ field: 'source', strata }]]]));
    expect(drivers[0]?.movedBy).toEqual({ field: 'source', leaves });
  });

  test('is looked for in the five strongest', () => {
    const seven = Array.from({ length: 7 }, (_, index) =>
      candidate(`step-${index}`, ['done', 40 + index, 10], ['missed', 10, 40]),
    );
    const byOwner = seven.map(
      ({ id, levels }) => [id, [{ field: 'owner', strata: levels.map((one) => [one]) }]] as const,
    );
    const moved = adjusted(driversOf(seven), new Map(byOwner)).filter((driver) => driver.movedBy?.field === 'owner');
    expect(moved).toHaveLength(5);
  });

  test('moves the effect as far whether winning is counted or losing', () => {
    const count = fc.nat(30);
    const side = fc.tuple(count, count, count, count);
    fc.assert(
      fc.property(side, side, (one, other) => {
        const strata = [one, other].map(([a, b, c, d]) => [level('done', a, b), level('missed', c, d)]);
        const turned = strata.map((levels) => levels.map(turn));
        const whole = strata[0]?.map(({ id }) => sumOf(id, strata)) ?? [];
        const there = movedBy({ id: 'role', levels: whole }, { source: strata });
        expect(movedBy({ id: 'role', levels: whole.map(turn) }, { source: turned })).toBe(there);
      }),
    );
  });
});

function byId(drivers: readonly Driver[]): readonly Driver[] {
  return drivers.toSorted((one, other) => one.id.localeCompare(other.id));
}

function candidate(id: string, ...levels: readonly (readonly [string, number, number])[]): Candidate {
  return { id, levels: levels.map((one) => level(...one)), about: 'done' };
}

function level(id: string, won: number, lost: number): Level {
  return { id, won, lost };
}

/** Each deal as a level of its own. */
function deals(id: string, won: number, lost: number): readonly Level[] {
  return Array.from({ length: won + lost }, (_, index) => (index < won ? level(id, 1, 0) : level(id, 0, 1)));
}

function turn({ id, won, lost }: Level): Level {
  return level(id, lost, won);
}

function sumOf(id: string, strata: readonly (readonly Level[])[]): Level {
  const same = strata.flat().filter((one) => one.id === id);
  return level(
    id,
    same.reduce((sum, { won }) => sum + won, 0),
    same.reduce((sum, { lost }) => sum + lost, 0),
  );
}

function movedBy(one: Candidate, fields: Readonly<Record<string, readonly (readonly Level[])[]>>): string | undefined {
  const crossed = Object.entries(fields).map(([field, strata]) => ({ field, strata }));
  return adjusted(driversOf([one]), new Map([[one.id, crossed]]))[0]?.movedBy?.field;
}
