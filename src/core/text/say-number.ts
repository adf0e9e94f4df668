/**
 * A number as it is written in English, with up to three decimals: `1,234.5`. The platform says the same, and takes longer
 * to get ready for its first number than the whole list of what is due.
 */
export function sayNumber(value: number): string {
  const [whole = '', decimals = ''] = String(Number(Math.abs(value).toFixed(3))).split('.');
  return `${value < 0 ? '-' : ''}${inThousands(whole)}${decimals === '' ? '' : `.${decimals}`}`;
}

/** Digits in groups of three: `12,345`. */
export function inThousands(digits: string): string {
  return digits.replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
