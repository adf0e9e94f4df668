import { describe, expect, test } from 'vitest';
import { readAmount } from '../../../src/core/money/read-amount.ts';
import { readDay } from '../../../src/core/days/read-day.ts';
import { german } from '../../../src/core/speech/german.ts';
import { spanish } from '../../../src/core/speech/spanish.ts';
import { day } from '../../support/days.ts';

const SPEECHES = { de: german('de-DE'), es: spanish('es-ES') };
/** A Friday. */
const TODAY = day('2026-11-20');

describe('a day', () => {
  test.each<[keyof typeof SPEECHES, string, string]>([
    ['de', 'heute', '2026-11-20'],
    ['de', 'Gestern', '2026-11-19'],
    ['de', 'vorgestern', '2026-11-18'],
    ['de', 'letzten Freitag', '2026-11-13'],
    ['de', 'Montag', '2026-11-16'],
    ['de', 'am Mo', '2026-11-16'],
    ['de', 'vor 2 Wochen', '2026-11-06'],
    ['de', 'vor einem Monat', '2026-10-20'],
    ['de', 'vor 3 Tagen', '2026-11-17'],
    ['de', 'vor einem Jahr', '2025-11-20'],
    ['de', '20. November', '2026-11-20'],
    ['de', '20 nov', '2026-11-20'],
    ['de', '3. März 2026', '2026-03-03'],
    ['de', '1. Dezember', '2025-12-01'],
    ['de', '20.11.2026', '2026-11-20'],
    ['de', '1.2.26', '2026-02-01'],
    ['de', '20.11.', '2026-11-20'],
    ['es', '25/11', '2025-11-25'],
    ['de', 'yesterday', '2026-11-19'],
    ['de', 'last friday', '2026-11-13'],
    ['es', 'hoy', '2026-11-20'],
    ['es', 'ayer', '2026-11-19'],
    ['es', 'anteayer', '2026-11-18'],
    ['es', 'el viernes pasado', '2026-11-13'],
    ['es', 'lunes', '2026-11-16'],
    ['es', 'el miércoles', '2026-11-18'],
    ['es', 'hace 2 semanas', '2026-11-06'],
    ['es', 'hace un mes', '2026-10-20'],
    ['es', 'hace 2 meses', '2026-09-20'],
    ['es', 'hace 3 días', '2026-11-17'],
    ['es', '20 nov', '2026-11-20'],
    ['es', '3 de marzo de 2026', '2026-03-03'],
    ['es', '20.11.2026', '2026-11-20'],
    ['es', '31/12/2025', '2025-12-31'],
  ])('in %s, %j that is over is %s', async (language, typed, expected) => {
    expect(await readDay(typed, TODAY, 'past', SPEECHES[language])).toMatchObject({ value: expected });
  });

  test.each<[keyof typeof SPEECHES, string, string]>([
    ['de', 'morgen', '2026-11-21'],
    ['de', 'übermorgen', '2026-11-22'],
    ['de', 'nächsten Freitag', '2026-11-27'],
    ['de', 'in 3 Monaten', '2027-02-20'],
    ['de', 'in einer Woche', '2026-11-27'],
    ['de', 'nächste Woche', '2026-11-23'],
    ['de', 'Ende nächster Woche', '2026-11-27'],
    ['de', 'nächsten Monat', '2026-12-01'],
    ['de', 'im März', '2027-03-01'],
    ['de', 'Ende März 2027', '2027-03-31'],
    ['de', 'Mitte April', '2027-04-15'],
    ['de', 'Anfang Mai', '2027-05-03'],
    ['de', 'Q2 2027', '2027-04-01'],
    ['de', 'zweites Quartal', '2027-04-01'],
    ['de', 'Mitte nächsten Monats', '2026-12-15'],
    ['de', 'Ende des Jahres', '2026-12-31'],
    ['de', 'kommendes Jahr', '2027-01-01'],
    ['de', 'Ende der Woche', '2026-11-20'],
    ['de', 'diese Woche', '2026-11-20'],
    ['de', 'in diesem Monat', '2026-11-30'],
    ['de', 'dieses Jahr', '2026-12-31'],
    ['de', 'nächsten März', '2027-03-01'],
    ['de', 'nächsten Frühling', '2027-03-01'],
    ['de', 'im Frühjahr', '2027-03-01'],
    ['de', 'Ende Sommer 2027', '2027-08-31'],
    ['de', 'kommenden Herbst', '2027-09-01'],
    ['de', 'im Winter', '2026-12-01'],
    ['de', 'diesen Herbst', '2026-11-30'],
    ['de', 'zu Ostern', '2027-03-30'],
    ['de', 'nach Ostern 2028', '2028-04-18'],
    ['de', 'vor Weihnachten', '2026-12-23'],
    ['de', 'Weihnachten', '2026-12-28'],
    ['de', 'Anfang des neuen Jahres', '2027-01-04'],
    ['de', 'nach dem Jahreswechsel', '2027-01-04'],
    ['de', 'bis Neujahr', '2026-12-31'],
    ['es', 'la semana que viene', '2026-11-23'],
    ['es', 'esta semana', '2026-11-20'],
    ['es', 'a finales de esta semana', '2026-11-20'],
    ['es', 'este mes', '2026-11-30'],
    ['es', 'la primavera que viene', '2027-03-01'],
    ['es', 'en primavera', '2027-03-01'],
    ['es', 'el próximo verano', '2027-06-01'],
    ['es', 'otoño de 2027', '2027-09-01'],
    ['es', 'este invierno', '2026-12-01'],
    ['es', 'después de Semana Santa', '2027-03-30'],
    ['es', 'antes de Semana Santa', '2027-03-19'],
    ['es', 'Pascua', '2027-03-30'],
    ['es', 'antes de Navidad', '2026-12-23'],
    ['es', 'en Navidades', '2026-12-28'],
    ['es', 'Año Nuevo', '2027-01-04'],
    ['es', 'finales de la próxima semana', '2026-11-27'],
    ['es', 'el mes que viene', '2026-12-01'],
    ['es', 'en marzo', '2027-03-01'],
    ['es', 'finales de marzo de 2027', '2027-03-31'],
    ['es', 'a mediados de abril', '2027-04-15'],
    ['es', 'principios de mayo', '2027-05-03'],
    ['es', 'T2 de 2027', '2027-04-01'],
    ['es', 'segundo trimestre', '2027-04-01'],
    ['es', 'el próximo año', '2027-01-01'],
    ['es', 'finales de año', '2026-12-31'],
    ['es', 'mañana', '2026-11-21'],
    ['es', 'el próximo viernes', '2026-11-27'],
    ['es', 'el viernes que viene', '2026-11-27'],
    ['es', 'en 3 meses', '2027-02-20'],
    ['es', 'dentro de una semana', '2026-11-27'],
  ])('in %s, %j that is to come is %s', async (language, typed, expected) => {
    expect(await readDay(typed, TODAY, 'future', SPEECHES[language])).toMatchObject({ value: expected });
  });

  test.each<[keyof typeof SPEECHES, string]>([
    ['de', 'Wochenende'],
    ['de', 'am Wochenende'],
    ['es', 'fin de semana'],
    ['es', 'este fin de semana'],
  ])('in %s, %j is none: nobody is called then', async (language, typed) => {
    expect(await readDay(typed, TODAY, 'future', SPEECHES[language])).toHaveProperty('problem');
  });

  test.each<[keyof typeof SPEECHES, string, string]>([
    ['de', 'zu Ostern', 'Dienstag, 30. März 2027, nach den Feiertagen'],
    ['es', 'antes de Navidad', 'miércoles, 23 de diciembre de 2026, antes de los festivos'],
  ])('in %s, %j is said to be taken as %s', async (language, typed, understood) => {
    expect(await readDay(typed, TODAY, 'future', SPEECHES[language])).toMatchObject({ understood });
  });

  test.each<[keyof typeof SPEECHES, string, string]>([
    [
      'de',
      '03/04/2026',
      '03/04/2026 kann Freitag, 3. April 2026 (2026-04-03) oder Mittwoch, 4. März 2026 (2026-03-04)',
    ],
    ['de', '31.2.2026', 'Einen Tag 31.2.2026 gibt es im Kalender nicht.'],
    ['de', '3/4', '3/4 kann Freitag, 3. April 2026 (2026-04-03) oder Mittwoch, 4. März 2026 (2026-03-04)'],
    ['es', '3/4', '3/4 puede ser el viernes, 3 de abril de 2026 (2026-04-03)'],
    ['de', 'bald', '"bald" lässt sich nicht als Tag lesen.'],
    ['es', '03/04/2026', '03/04/2026 puede ser el viernes, 3 de abril de 2026 (2026-04-03)'],
    ['es', 'pronto', '"pronto" no se entiende como día.'],
  ])('in %s, %j is refused in that language', async (language, typed, problem) => {
    expect(await readDay(typed, TODAY, 'past', SPEECHES[language])).toEqual({
      problem: expect.stringContaining(problem),
    });
  });
});

describe('an amount', () => {
  test.each<[keyof typeof SPEECHES, string, number, string | undefined, number | undefined, string]>([
    ['de', '148.000', 148_000, undefined, undefined, ''],
    ['de', '148k', 148_000, undefined, undefined, ''],
    ['de', '148.000,00 EUR', 148_000, 'EUR', undefined, ''],
    ['de', '148 Tsd EUR 12 Monate', 148_000, 'EUR', undefined, ' 12 Monate'],
    ['de', '1,2 Mio. EUR', 1_200_000, 'EUR', undefined, ''],
    ['de', '1,5 Millionen', 1_500_000, undefined, undefined, ''],
    ['de', '4.000 € im Monat', 4000, 'EUR', 1, ''],
    ['de', '48k pro Jahr', 48_000, undefined, 12, ''],
    ['es', '148.000,00 EUR', 148_000, 'EUR', undefined, ''],
    ['es', '148 mil EUR', 148_000, 'EUR', undefined, ''],
    ['es', '1,2 millones', 1_200_000, undefined, undefined, ''],
    ['es', '4.000 € al mes', 4000, 'EUR', 1, ''],
    ['es', '48k al año', 48_000, undefined, 12, ''],
    ['es', '4k/mo', 4000, undefined, 1, ''],
    ['de', 'rund 20 Tsd. EUR', 20_000, 'EUR', undefined, ''],
    ['es', 'unos 20 mil EUR', 20_000, 'EUR', undefined, ''],
  ])('in %s, %j', (language, line, amount, currency, perMonths, rest) => {
    const { amountGrammar } = SPEECHES[language];
    expect(readAmount(line, undefined, amountGrammar)).toEqual({ amount, currency, perMonths, rest });
  });

  test.each<[keyof typeof SPEECHES, string]>([
    ['de', '12 Monate'],
    ['de', '2 Jahre'],
    ['de', '10 Plätze'],
    ['es', '12 meses'],
    ['es', '2 años'],
  ])('in %s, %j is none', (language, line) => {
    expect(readAmount(line, undefined, SPEECHES[language].amountGrammar)).toBeUndefined();
  });

  test.each<[string, string, string]>([
    ['de-DE', '148.000,50 EUR', '148.000 EUR'],
    // Which apostrophe stands there depends on the version of ICU.
    ['de-CH', "148'000.50 EUR", "148'000 EUR"],
    ['es-MX', '148,000.50 EUR', '148,000 EUR'],
  ])('is written as in %s', (tag, exact, short) => {
    const { money } = tag.startsWith('de') ? german(tag) : spanish(tag);
    expect(money({ minor: 14_800_050, currency: 'EUR' }).replaceAll('’', "'")).toBe(exact);
    expect(money({ minor: 14_800_000, currency: 'EUR' }, 'short').replaceAll('’', "'")).toBe(short);
  });
});
