/**
 * The line, from 1, of the first byte that is not of an encoding. The bytes are read once more for it, as a decoder does not say how
 * far it came; `sound` is how many of them are known to be good.
 */
export async function lineOfFault(
  bytes: () => AsyncIterable<Uint8Array>,
  encoding: string,
  sound: number,
): Promise<number> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const lines = lineCounter();
  let left = sound;
  for await (const piece of bytes()) {
    lines.add(decoder.decode(piece.subarray(0, left), { stream: true }));
    try {
      for (const byte of piece.subarray(left)) lines.add(decoder.decode(Uint8Array.of(byte), { stream: true }));
    } catch {
      return lines.current();
    }
    left = Math.max(0, left - piece.length);
  }
  return lines.current();
}

/** Counts the line ends of a text that comes in pieces, of which Windows writes each with two characters. */
function lineCounter(): { readonly add: (text: string) => void; readonly current: () => number } {
  let line = 1;
  let isAfterReturn = false;
  return {
    add: (text) => {
      if (text === '') return;
      const ends = text.match(/\r\n?|\n/g)?.length ?? 0;
      line += isAfterReturn && text.startsWith('\n') ? ends - 1 : ends;
      isAfterReturn = text.endsWith('\r');
    },
    current: () => line,
  };
}
