import fc from 'fast-check';

/** Any text at all: words, controls, every script, and halves of characters. */
export function anyText(): fc.Arbitrary<string> {
  const units = fc.array(fc.oneof(fc.integer({ min: 0, max: 0x2f }), fc.integer({ min: 0, max: 0xffff })));
  return fc.oneof(
    fc.string(),
    units.map((codes) => String.fromCharCode(...codes)),
  );
}
