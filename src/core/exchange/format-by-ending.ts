import { refuseEmptyName } from '../text/empty-name.ts';
import { UserError } from '../user-error.ts';

/** The format that a file's ending stands for. Throws `UserError` 2 for a name with none of these, and names them. */
export function formatByEnding<Format>(file: string, formats: ReadonlyMap<string, Format>): Format {
  refuseEmptyName(file);
  const [, ending = ''] = /\.([^./\\]+)$/.exec(file.toLowerCase()) ?? [];
  const found = formats.get(ending);
  if (found !== undefined) return found;
  throw new UserError(
    `The name ${file} does not say which format to write.`,
    `End it in ${[...formats.keys()].map((known) => `.${known}`).join(', ')}, or name one with --format`,
  );
}
