import { simplifiedChinese, traditionalChinese } from './letter-models.ts';

const sampleLength = 16_384;

// The commonest characters of Chinese in both ways of writing: more than half of any text.
const commonHan = new Set(
  [...simplifiedChinese, ...traditionalChinese].flatMap(({ letters }) => [...letters]),
);

/**
 * The coding of a text in units of two or four bytes that has no mark: `utf-16le`, `utf-16be`, `utf-32le`, `utf-32be`;
 * `null` if it is none of them. Such units hold bytes of zero for spaces and Latin letters, always on the same side; a
 * Chinese or Japanese text without any is known by its commonest characters. Looks at the first 16 KB.
 */
export function wideCoding(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, sampleLength - (sampleLength % 4));
  if (sample.length < 4 || bytes.length % 2 !== 0) return null;
  const hasZeros = sample.includes(0);
  // A Chinese text in UTF-16 holds far more bytes beyond ASCII; nearly all other texts are done here.
  if (!hasZeros && countBeyondAscii(sample) * 5 < sample.length) return null;
  const zeros = [0, 0, 0, 0];
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] === 0) zeros[index % 4] = (zeros[index % 4] ?? 0) + 1;
  }
  const [first = 0, second = 0, third = 0, fourth = 0] = zeros;
  const quarter = Math.floor(sample.length / 4);
  if (bytes.length % 4 === 0 && quarter > 0) {
    if (fourth === quarter && third >= quarter * 0.9 && first < quarter * 0.1) return 'utf-32le';
    if (first === quarter && second >= quarter * 0.9 && fourth < quarter * 0.1) return 'utf-32be';
  }
  const little = plausibility(sample, 1);
  const big = plausibility(sample, 0);
  const [best, name] = little >= big ? [little, 'utf-16le'] : [big, 'utf-16be'];
  // Without zeros only what is plainly Chinese or Japanese counts; see `plausibility`.
  return best >= (hasZeros ? 0.9 : 0.95) ? name : null;
}

function countBeyondAscii(sample: Uint8Array): number {
  let count = 0;
  for (let index = 0; index < sample.length; index += 1) {
    if ((sample[index] ?? 0) >= 0x80) count += 1;
  }
  return count;
}

/**
 * How much of a sample, 0 to 1, is what texts are made of when each two bytes are one unit whose higher byte is at
 * `high`, 0 or 1. An eighth of Han characters must be common ones, or kana and punctuation stand beside them (a fifth of
 * all, if there is no zero): rare ones are also what pairs of letters in a coding of one byte look like.
 */
function plausibility(sample: Uint8Array, high: 0 | 1): number {
  let usual = 0;
  let han = 0;
  let anchors = 0;
  const units = Math.floor(sample.length / 2);
  let zeros = 0;
  for (let index = 0; index < units; index += 1) {
    const unit =
      ((sample[index * 2 + high] ?? 0) << 8) | (sample[index * 2 + (high === 0 ? 1 : 0)] ?? 0);
    if (unit < 0x100) zeros += 1;
    if (unit >= 0x4e00 && unit <= 0x9fff) {
      han += 1;
      if (commonHan.has(String.fromCharCode(unit))) anchors += 1;
    } else if (isEastAsian(unit)) {
      anchors += 1;
      usual += 1;
    } else if (isUsual(unit)) usual += 1;
  }
  if (units === 0) return 0;
  if (zeros === 0 && anchors * 5 < units) return 0;
  if (han > 0 && (anchors + zeros) * 8 < han) return usual / units;
  return (usual + han) / units;
}

/** Kana and the punctuation of Chinese and Japanese. */
function isEastAsian(unit: number): boolean {
  return (
    (unit >= 0x3001 && unit <= 0x3011) ||
    (unit >= 0x3041 && unit <= 0x30fe) ||
    (unit >= 0xff01 && unit <= 0xff1f)
  );
}

/** Scripts and signs of running text, controls but for white space set aside. */
function isUsual(unit: number): boolean {
  return (
    unit === 9 ||
    unit === 10 ||
    unit === 13 ||
    (unit >= 0x20 && unit < 0x7f) ||
    (unit >= 0xa0 && unit <= 0x24f) ||
    (unit >= 0x370 && unit <= 0x6ff) ||
    (unit >= 0x900 && unit <= 0xe7f) ||
    (unit >= 0x1e00 && unit <= 0x1fff) ||
    (unit >= 0x2010 && unit <= 0x206f) ||
    (unit >= 0x20a0 && unit <= 0x2122) ||
    (unit >= 0xac00 && unit <= 0xd7a3)
  );
}
