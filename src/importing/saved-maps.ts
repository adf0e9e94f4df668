import { UserError } from '../core/user-error.ts';
import type { Store } from '../store/store.ts';

/** What columns are read as, kept under a name. It travels with the file. */
export interface SavedMap {
  /** The profile that it adds to. */
  readonly profile: string;
  /** As `--map` takes them. */
  readonly maps: readonly string[];
  /** Stages that mean won and lost, where the person named some. */
  readonly won?: readonly string[];
  readonly lost?: readonly string[];
  /** Of amounts that name none, where the person named one with the map. */
  readonly currency?: string;
}

/** All that are kept in the file, by their names. */
export function savedMaps(store: Store): ReadonlyMap<string, SavedMap> {
  const kept = store.setting(SETTING);
  return new Map(kept === undefined ? [] : Object.entries(JSON.parse(kept) as Record<string, SavedMap>));
}

/** Keeps one under its name, in place of the one before. */
export function saveMap(store: Store, name: string, map: SavedMap): void {
  store.keepSetting(SETTING, JSON.stringify(Object.fromEntries([...savedMaps(store), [name, map]])));
}

/** Throws `UserError` for a name that could not be typed after `--profile`, or that a shipped profile has. */
export function checkMapName(name: string, shipped: readonly string[]): void {
  if (!/^[a-z0-9][\w-]{0,40}$/i.test(name) || name === 'constructor') {
    throw new UserError(`--save-map ${name} is not a name.`, 'Use letters, digits and dashes.');
  }
  if (shipped.includes(name.toLowerCase())) {
    throw new UserError(`${name} is a profile that comes with lossdebrief.`, 'Choose another name.');
  }
}

const SETTING = 'import-maps';
