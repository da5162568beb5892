import type { TagColor } from '../record/records.ts';

/** A tint of the palette with its name in tables and its colour in files of other programs. */
interface NamedTint {
  readonly color: TagColor;
  readonly name: string;
  readonly hex: string;
}

/**
 * The eight tints as other programs see them. In the window a tint is behind text and pale, and each theme has its own; in a
 * file it is one full colour of the same hue. Reading such a colour again gives the same tint.
 */
export const tints: readonly NamedTint[] = [
  { color: 1, name: 'yellow', hex: '#E8C800' },
  { color: 2, name: 'green', hex: '#6BA32D' },
  { color: 3, name: 'blue', hex: '#2A8DBD' },
  { color: 4, name: 'red', hex: '#C8484E' },
  { color: 5, name: 'violet', hex: '#7E57C2' },
  { color: 6, name: 'orange', hex: '#D97B1E' },
  { color: 7, name: 'teal', hex: '#1F9484' },
  { color: 8, name: 'grey', hex: '#6B7890' },
];

export function tintOf(color: TagColor): NamedTint {
  const tint = tints.find((one) => one.color === color);
  if (tint === undefined) throw new RangeError(`No tint ${color}.`);
  return tint;
}

/** Below this chroma (OKLCH) nobody sees a hue. */
const grey = 0.04;

/**
 * The tint of a written colour: its name, or `#RRGGBB` or `#RGB`, of which the tint with the nearest hue is taken (OKLCH,
 * Ottosson 2020), grey where there is hardly any. `exact`: whether it is a tint's own colour. `null`: it is no colour.
 */
export function readTint(
  written: string,
): { readonly color: TagColor; readonly exact: boolean } | null {
  const text = written.trim().toLowerCase();
  const named = tints.find(({ name, hex }) => name === text || hex.toLowerCase() === text);
  if (named !== undefined) return { color: named.color, exact: true };
  const hex = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/.exec(text)?.[1];
  if (hex === undefined) return null;
  const { chroma, hue } = hueOf(hex);
  if (chroma < grey) return { color: 8, exact: false };
  const [nearest] = tints
    .filter(({ color }) => color !== 8)
    .map(({ color, hex: own }) => ({ color, away: between(hue, hueOf(own.slice(1)).hue) }))
    .sort((one, other) => one.away - other.away);
  return nearest === undefined ? null : { color: nearest.color, exact: false };
}

/** How far two hues are from each other, in degrees, at most 180. */
function between(one: number, other: number): number {
  const turn = Math.abs(one - other) % 360;
  return Math.min(turn, 360 - turn);
}

/** Chroma, and hue in degrees. `hex`: three or six digits. */
function hueOf(hex: string): { readonly chroma: number; readonly hue: number } {
  const digits = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) =>
    linear(Number.parseInt(digits.slice(at, at + 2), 16) / 255),
  );
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short;
  const b = 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short;
  return { chroma: Math.hypot(a, b), hue: (Math.atan2(b, a) * 180) / Math.PI + 360 };
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
