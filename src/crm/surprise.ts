/**
 * What the beginning of a file did not show came up further on. The file is read again, with all of it looked at first:
 * that is rare, so most files are read once.
 */
export class Surprise extends Error {
  readonly about: 'encoding' | 'formats';

  constructor(about: Surprise['about']) {
    super(`The beginning of the file did not show its ${about}.`);
    this.name = 'Surprise';
    this.about = about;
  }
}
