/** Short texts joined to longer ones, so that writing one is worth a call, and no more than that is held. */
export async function* inPieces(texts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string, void> {
  let piece = '';
  for await (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

const PIECE = 64 * 1024;
