import fc from 'fast-check';

/** One thing that happens to a file. */
type Damage = (bytes: Uint8Array) => Uint8Array;

const place = fc.double({ min: 0, max: 1, noNaN: true });

/** What goes wrong with files on their way, and what people do who want them to. */
function damage(pieces: readonly Uint8Array[]): fc.Arbitrary<Damage> {
  const at = (bytes: Uint8Array, where: number) => Math.floor(where * bytes.length);
  const splice = (bytes: Uint8Array, from: number, to: number, inner: Uint8Array) =>
    Uint8Array.from([...bytes.subarray(0, from), ...inner, ...bytes.subarray(to)]);
  const piece = fc.constantFrom(...pieces);
  return fc.oneof(
    // A byte turned into another.
    fc.tuple(place, fc.nat(255)).map(
      ([where, byte]): Damage =>
        (bytes) => {
          const copy = Uint8Array.from(bytes);
          if (copy.length > 0) copy[Math.min(copy.length - 1, at(copy, where))] = byte;
          return copy;
        },
    ),
    // Cut off.
    place.map(
      (where): Damage =>
        (bytes) =>
          bytes.subarray(0, at(bytes, where)),
    ),
    // A part lost, or doubled.
    fc.tuple(place, place).map(
      ([one, other]): Damage =>
        (bytes) => {
          const [from, to] = [at(bytes, one), at(bytes, other)];
          return splice(bytes, from, to, new Uint8Array());
        },
    ),
    // A piece of another file or of nonsense put in, once or very often.
    fc.tuple(place, piece, fc.constantFrom(1, 1, 2, 300)).map(
      ([where, inner, times]): Damage =>
        (bytes) => {
          const from = at(bytes, where);
          const whole = Uint8Array.from(
            { length: inner.length * times },
            (_, index) => inner[index % inner.length] ?? 0,
          );
          return splice(bytes, from, from, whole);
        },
    ),
  );
}

const nonsense = [
  '\0',
  '\ufeff',
  '"',
  '\r',
  '\n\n',
  '--b\r\n',
  '<div>',
  '<!--',
  '{"a":',
  '[[',
  '> ',
  '=?utf-8?q?=',
  '%PDF-',
  'PK\x03\x04',
  'From a 2024\n',
  'Content-Type: multipart/mixed; boundary=b\n\n',
].map((text) => new TextEncoder().encode(text));

/** Damaged copies of a file: up to four kinds of damage each, among them pieces of `others`. */
export function mutated(file: Uint8Array, others: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const pieces = [
    ...nonsense,
    ...others.map((other) => other.subarray(0, 400)),
    Uint8Array.of(0xff, 0xfe, 0xe9, 0x80),
  ];
  return fc
    .array(damage(pieces), { minLength: 1, maxLength: 4 })
    .map((list) => list.reduce((bytes, one) => one(bytes), file));
}
