const date = /\/(CreationDate|ModDate) \(D:[^)]*\)/g;
const fileId = /\/ID\s*\[\s*<[0-9A-Fa-f]*>\s*<[0-9A-Fa-f]*>\s*\]/g;
/** The engine names itself here, with its versions and the system. */
const creator = /\/Creator \((?:[^()\\]|\\.)*(?:\((?:[^()\\]|\\.)*\)(?:[^()\\]|\\.)*)*\)/g;
/** Skia's names of the elements that a tagged file tells the structure of. */
const element = /\(node(\d{8})\)/g;

/** Where each of those elements is in the file, behind the first and the last of them; the whole list is one. */
const elementList =
  /\/Limits \[\(node\d{8}\) \(node\d{8}\)\]\n\/Names \[((?:\(node\d{8}\) \d+ 0 R ?)+)\]/;

/**
 * A PDF of Chromium's without what is of the moment it was made in: its dates, its id, the versions of the engine, and the numbers of the elements of the
 * page, which count on from what the engine showed before. Nothing changes its length, so that every offset in the file
 * stays right. The same page then gives the same bytes (rule C5). Cost: one pass over the file.
 */
export function normalisePdf(bytes: Uint8Array): Uint8Array {
  // One byte is one character, there and back.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const { places, list } = namedElements(text);
  const same = text
    .replace(date, (whole, name: string) => {
      const known = `/${name} (D:19800101000000+00'00')`;
      return known.length === whole.length ? known : whole.replace(/\d/g, '0');
    })
    .replace(creator, (whole) => {
      const known = '/Creator (Variorum';
      return whole.length > known.length ? `${known.padEnd(whole.length - 1)})` : whole;
    })
    .replace(fileId, (whole) => whole.replace(/<[^>]*>/g, (id) => `<${'0'.repeat(id.length - 2)}>`))
    .replace(element, (_, number: string) => `(${named(places.get(number) ?? 0)})`);
  return new Uint8Array(
    Buffer.from(list === null ? same : same.replace(elementList, list), 'latin1'),
  );
}

/**
 * The elements by the order in which they stand in the file: the engine numbers them as it comes to them, now and then one
 * earlier than at another time. The list of them is sorted by their new numbers, and as long as it was. Where there is no one list of all, they keep the order of their numbers.
 */
function namedElements(text: string): {
  readonly places: ReadonlyMap<string, number>;
  readonly list: string | null;
} {
  const numbers = new Set<string>();
  for (const [, number = ''] of text.matchAll(element)) numbers.add(number);
  const [, listed = ''] = elementList.exec(text) ?? [];
  const objects = new Map<string, number>();
  for (const [, number = '', object] of listed.matchAll(/\(node(\d{8})\) (\d+) 0 R/g)) {
    objects.set(number, Number(object));
  }
  const isWhole = objects.size > 0 && [...numbers].every((number) => objects.has(number));
  const sorted = [...numbers].sort();
  if (isWhole) {
    sorted.sort((one, other) => (objects.get(one) ?? 0) - (objects.get(other) ?? 0));
  }
  const places = new Map(sorted.map((number, index) => [number, index + 1]));
  const entries = sorted.map((number, index) => `(${named(index + 1)}) ${objects.get(number)} 0 R`);
  const limits = `/Limits [(${named(1)}) (${named(sorted.length)})]`;
  return { places, list: isWhole ? `${limits}\n/Names [${entries.join(' ')}]` : null };
}

function named(place: number): string {
  return `node${String(place).padStart(8, '0')}`;
}
