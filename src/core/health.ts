import type { Inspection } from './own-file.ts';
import { counted, listed } from './text/sentence.ts';

/** One thing that was looked at: well, something to see to, or wrong. */
export interface Check {
  readonly id: 'file' | 'place' | 'permissions' | 'schema' | 'journal' | 'content' | 'seals' | 'backups';
  readonly state: 'good' | 'care' | 'wrong';
  readonly say: string;
  /** What to do. */
  readonly hint?: string;
}

/**
 * What an inspection comes to, fit to be shown to anybody: no name and no text of the file is in it, and the person's own
 * folder is shortened. `shown` does that with a path.
 */
export function checksOf(inspection: Inspection, shown: (path: string) => string): readonly Check[] {
  if (inspection.size === undefined) {
    return [fileCheck(inspection, shown), placeCheck(inspection), backupCheck(inspection, shown)];
  }
  return [
    fileCheck(inspection, shown),
    placeCheck(inspection),
    permissionCheck(inspection, shown),
    ...schemaChecks(inspection),
    journalCheck(inspection),
    ...contentChecks(inspection, shown),
    backupCheck(inspection, shown),
  ];
}

/** A path with the person's own folder shortened, as a shell reads it. */
export function shortPath(path: string, home: string | undefined): string {
  const isInside =
    home !== undefined && home.length > 1 && (path.startsWith(`${home}/`) || path.startsWith(`${home}\\`));
  return isInside ? `~${path.slice(home.length)}` : path;
}

/** The service that keeps a folder in step elsewhere, by what its folders are called. */
export function syncedBy(path: string): string | undefined {
  const folders = path.split(/[/\\]/).slice(0, -1);
  return SERVICES.find(([pattern]) => folders.some((folder) => pattern.test(folder)))?.[1];
}

const SERVICES: readonly (readonly [RegExp, string])[] = [
  [/^Dropbox/i, 'Dropbox'],
  [/^OneDrive/i, 'OneDrive'],
  [/^(Mobile Documents|iCloud ?Drive)$/i, 'iCloud'],
  [/^(Google ?Drive|My Drive)/i, 'Google Drive'],
  [/^Nextcloud/i, 'Nextcloud'],
  [/^ownCloud/i, 'ownCloud'],
  [/^pCloud ?Drive/i, 'pCloud'],
  [/^(Sync|Syncthing)$/, 'Syncthing'],
  [/^Box( Sync)?$/, 'Box'],
  [/^CloudStorage$/, 'a cloud service'],
];

/** File systems over a network, by the numbers that statfs gives them on Linux. */
const NETWORKS: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0x01021997, '9P'],
  [0x5346414f, 'AFS'],
]);

function fileCheck({ size, maker, path }: Inspection, shown: (path: string) => string): Check {
  if (size === undefined) return good('file', 'There is no file yet; the first debrief makes it.');
  if (size === 0) return wrong('file', 'The file is empty.', 'lossdebrief restore brings a backup back.');
  if (maker === 'ours') return good('file', `It is a lossdebrief file of ${sayBytes(size)}.`);
  return maker === 'other'
    ? wrong('file', 'Another program made this file.', `Name another file with --db: ${shown(path)} stays as it is.`)
    : wrong('file', 'Its beginning is damaged, or it is no lossdebrief file.', SALVAGE);
}

const SALVAGE = 'Restore a backup, or read what is left: lossdebrief doctor --salvage salvaged.db';

function placeCheck({ path, fileSystem }: Inspection): Check {
  const service = syncedBy(path);
  const network = fileSystem === undefined ? undefined : NETWORKS.get(fileSystem >>> 0);
  if (service === undefined && network === undefined) return good('place', 'It is on a disk of this machine.');
  return care(
    'place',
    service === undefined
      ? `It is on a network disk (${network}).`
      : `It is in a folder that ${service} keeps in step.`,
    'A copy taken in the middle of a save is damaged: keep the file elsewhere, and put backups there.',
  );
}

function permissionCheck({ path, mode, folderMode }: Inspection, shown: (path: string) => string): Check {
  if (mode === undefined) return good('permissions', 'This platform has its own permissions; they were not looked at.');
  if ((mode & 0o600) !== 0o600) {
    return care('permissions', 'You may not write it, so nothing can be saved.', `chmod u+rw ${shown(path)}`);
  }
  if ((mode & 0o077) === 0) return good('permissions', 'Nobody else on this machine may read it.');
  // Who cannot enter the folder cannot read what is in it.
  const isReachable = folderMode === undefined || (folderMode & 0o011) !== 0;
  return isReachable
    ? care('permissions', `Others on this machine may read it (${mode.toString(8)}).`, `chmod 600 ${shown(path)}`)
    : good('permissions', 'Nobody else on this machine may enter its folder.');
}

function schemaChecks({ schema, knownSchema }: Inspection): readonly Check[] {
  if (schema === undefined) return [];
  if (schema > knownSchema) {
    const say = `A newer lossdebrief made it (schema ${schema}, this program knows ${knownSchema}).`;
    return [wrong('schema', say, 'npm install -g lossdebrief@latest')];
  }
  const say =
    schema === knownSchema
      ? `Its schema is ${schema}, the newest.`
      : `Its schema is ${schema} of ${knownSchema}; the next command brings it up to date.`;
  return [good('schema', say)];
}

function journalCheck({ hasJournal, content }: Inspection): Check {
  if (!hasJournal) return good('journal', 'No save was left half done.');
  // A journal that can be read past belongs to a save that is going on.
  return content !== undefined && 'fault' in content
    ? wrong('journal', 'A save was left half done.', 'The next command puts it right: lossdebrief list')
    : care(
        'journal',
        'There is a journal: another lossdebrief is saving, or one stopped at a bad moment.',
        'Look again.',
      );
}

function contentChecks({ content }: Inspection, shown: (path: string) => string): readonly Check[] {
  if (content === undefined) return [];
  if ('fault' in content) {
    return content.fault === 'SQLITE_READONLY_ROLLBACK'
      ? []
      : [wrong('content', `It cannot be read (${content.fault}).`, SALVAGE)];
  }
  const { problems, dangling, brokenSeals } = content;
  const faults = [...problems.map(shown), ...(dangling > 0 ? [`${counted(dangling, 'row')} point nowhere`] : [])];
  return [
    faults.length === 0
      ? good('content', 'Every page and every row is sound.')
      : wrong('content', `SQLite finds: ${faults.join('; ')}.`, SALVAGE),
    brokenSeals.length === 0
      ? good('seals', 'Every answer is as it was saved.')
      : wrong(
          'seals',
          `Answers of ${listed(brokenSeals)} are not as they were saved.`,
          'Look at them, and compare with a backup.',
        ),
  ];
}

function backupCheck(inspection: Inspection, shown: (path: string) => string): Check {
  const { size, backups } = inspection;
  const { count, newest } = backups;
  const hint = canBeCopied(inspection) ? 'lossdebrief backup' : 'Look for a copy of your own.';
  if (count === 0) {
    return size === undefined
      ? good('backups', 'There are no backups yet.')
      : care('backups', 'There are no backups yet.', hint);
  }
  if (!newest) return wrong('backups', `None of ${counted(count, 'backup')} can be read.`, hint);
  return good('backups', `${counted(count, 'backup')}; the newest good one is of ${newest.on}: ${shown(newest.path)}`);
}

/** A file that is damaged is not copied: the copy would be as bad. */
function canBeCopied({ maker, content }: Inspection): boolean {
  return maker === 'ours' && content !== undefined && 'problems' in content && content.problems.length === 0;
}

function sayBytes(bytes: number): string {
  return bytes < 1024 ** 2 ? `${Math.ceil(bytes / 1024)} kB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

function good(id: Check['id'], say: string): Check {
  return { id, state: 'good', say };
}

function care(id: Check['id'], say: string, hint: string): Check {
  return { id, state: 'care', say, hint };
}

function wrong(id: Check['id'], say: string, hint: string): Check {
  return { id, state: 'wrong', say, hint };
}
