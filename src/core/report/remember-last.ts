/** The same pure function, which does not work out again what it was asked last: for what several figures of a report share. */
export function rememberLast<Given extends readonly unknown[], Found>(
  find: (...given: Given) => Found,
): (...given: Given) => Found {
  let last: { readonly given: Given; readonly found: Found } | undefined;
  return (...given) => {
    if (last === undefined || given.some((one, place) => one !== last?.given[place])) {
      last = { given, found: find(...given) };
    }
    return last.found;
  };
}
