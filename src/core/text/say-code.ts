/** What a code of the file system means to a person; a rare one stays as it is, for whoever they ask. */
export function sayCode(code: string | undefined): string {
  return code === undefined ? 'nobody knows why' : (WORDS.get(code) ?? code);
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission is missing'],
  ['EPERM', 'permission is missing'],
  ['EISDIR', 'it is a folder'],
  ['ENOENT', 'its folder is not there'],
  ['ENOTDIR', 'a part of its path is no folder'],
  ['EROFS', 'the disk may only be read'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk is full'],
]);
