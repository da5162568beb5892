import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '../../../renderer/reader/reader.css';
import '../../../renderer/views/styles/contrast.css';
import '../../../renderer/views/styles/tokens.css';

const themes = [
  { name: 'light', text: 4.5, line: 3 },
  { name: 'dark', text: 4.5, line: 3 },
  { name: 'contrast-light', text: 7, line: 4.5 },
  { name: 'contrast-dark', text: 7, line: 4.5 },
] as const;

/** 0 is the neutral colour of annotations without a tag. */
const colors = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** Every stack of up to three different tints, the outermost first. */
const stacks = colors.flatMap((a) => [
  [a],
  ...others([a]).flatMap((b) => [[a, b], ...others([a, b]).map((c) => [a, b, c])]),
]);

function others(taken: readonly number[]): readonly number[] {
  return colors.filter((color) => !taken.includes(color));
}

/** What is drawn over the text without being part of it, and what may lie over that. */
const overlays: readonly (readonly string[])[] = [
  ...['search-hit', 'search-hit-current', 'pair-current', 'passage-lit', 'passage-lit-part'].map(
    (name) => [`::highlight(${name})`],
  ),
  ['::highlight(passage-lit)', '::highlight(passage-lit-part)'],
].flatMap((drawn) => [drawn, [...drawn, '::selection']]);

describe.each(themes)('In the theme $name', ({ name, text, line }) => {
  let reader: HTMLElement;

  beforeAll(() => {
    document.documentElement.dataset.theme = name;
    document.documentElement.classList.toggle('dark', name.endsWith('dark'));
    document.documentElement.classList.toggle('more-contrast', name.startsWith('contrast'));
    reader = document.body.appendChild(document.createElement('div'));
    reader.className = 'reader';
    reader.innerHTML = '<div class="reader-text"><p><mark></mark></p></div>';
  });

  afterAll(() => {
    reader.remove();
    delete document.documentElement.dataset.theme;
    document.documentElement.classList.remove('dark', 'more-contrast');
  });

  /** What the browser makes of a colour in the style sheets, on a mark with those classes. */
  function colorOf(value: string, classes = 'reader-mark'): Rgb {
    const mark = reader.querySelector('mark');
    if (mark === null) throw new Error('There is no mark.');
    mark.className = classes;
    mark.style.color = value;
    const painted = paintedColor(getComputedStyle(mark).color);
    mark.removeAttribute('style');
    return painted;
  }

  const tintOf = (stack: readonly number[]): Rgb => {
    const places = stack.map((color, index) => `reader-${'abc'[index]}${color}`);
    return colorOf('var(--tint)', `reader-mark reader-mix-${stack.length} ${places.join(' ')}`);
  };

  test(`A20 the ink and the paler ink of captions keep ${text}:1 on every stack of tints`, () => {
    expect(stacks).toHaveLength(9 + 9 * 8 + 9 * 8 * 7);
    const seen = new Set<string>();
    for (const ink of ['var(--ink)', 'var(--soft)']) {
      const written = colorOf(ink);
      for (const stack of stacks) {
        const tint = tintOf(stack);
        seen.add(tint.join());
        const ratio = contrast(written, tint);
        expect(ratio, `${ink} on ${stack.join(' and ')}`).toBeGreaterThanOrEqual(text);
      }
    }
    // Not one colour that stands for all because a class has no rule.
    expect(seen.size).toBeGreaterThanOrEqual(9 + 36 + 84);
  });

  test(`A20 what is found, lit or selected keeps ${text}:1 on every stack of tints, captions too`, () => {
    const mark = reader.querySelector('mark');
    if (mark === null) throw new Error('There is no mark.');
    mark.className = 'reader-mark';
    for (const drawn of [['::selection'], ...overlays]) {
      const styles = drawn.map((pseudo) => {
        const { color, backgroundColor } = getComputedStyle(mark, pseudo);
        expect(backgroundColor, `${pseudo} has no ground`).not.toBe('rgba(0, 0, 0, 0)');
        return { color, backgroundColor };
      });
      const written = paintedColor(styles.at(-1)?.color ?? '');
      for (const stack of [null, ...stacks]) {
        const tint = stack === null ? colorOf('var(--paper)') : tintOf(stack);
        const ground = paintedColor(
          `rgb(${tint.join()})`,
          ...styles.map(({ backgroundColor }) => backgroundColor),
        );
        const ratio = contrast(written, ground);
        expect(
          ratio,
          `${drawn.join(' under ')} on ${stack?.join(' and ') ?? 'paper'}`,
        ).toBeGreaterThanOrEqual(text);
      }
    }
    // The ink of a highlight is its own: that of a caption would be too pale.
    reader.style.color = 'rgb(1, 2, 3)';
    for (const pseudo of new Set(overlays.flat())) {
      expect(getComputedStyle(mark, pseudo).color, pseudo).not.toBe('rgb(1, 2, 3)');
    }
    reader.removeAttribute('style');
  });

  test(`A20 every underline, and what frames an annotation, keeps ${line}:1 against the paper`, () => {
    const paper = colorOf('var(--paper)');
    for (const lane of [1, 2, 3, 4]) {
      const seen = new Set<string>();
      for (const color of colors) {
        const drawn = colorOf(`var(--l${lane})`, `reader-mark reader-l${lane}-${color}`);
        seen.add(drawn.join());
        expect(contrast(drawn, paper), `underline ${lane}, ${color}`).toBeGreaterThanOrEqual(line);
      }
      expect(seen.size).toBe(colors.length);
    }
    for (const frame of ['--focus', '--rubric', '--soft']) {
      expect(contrast(colorOf(`var(${frame})`), paper), frame).toBeGreaterThanOrEqual(line);
    }
  });

  test('A20 an underline is told from the tint of its own colour, and from the paper, by 3:1', () => {
    for (const color of colors) {
      const drawn = colorOf('var(--l1)', `reader-mark reader-l1-${color}`);
      expect(contrast(drawn, tintOf([color])), `colour ${color}`).toBeGreaterThanOrEqual(3);
    }
  });

  test('A20 what is set off has a frame, unbroken or broken, whatever its colours', () => {
    const look = (classes: string): string => {
      const mark = reader.querySelector('mark');
      if (mark === null) throw new Error('There is no mark.');
      mark.className = `reader-mark reader-mix-1 reader-a1 ${classes}`;
      const { borderTopStyle, borderTopWidth, borderLeftStyle, borderRightStyle } =
        getComputedStyle(mark);
      return [borderTopStyle, borderLeftStyle, borderRightStyle, borderTopWidth].join(' ');
    };
    const width = name.startsWith('contrast') ? '3px' : '2px';
    expect(look('')).toBe('none none none 0px');
    expect(look('reader-focus reader-focus-start reader-focus-end')).toBe(
      `solid solid solid ${width}`,
    );
    expect(look('reader-focus')).toBe(`solid none none ${width}`);
    expect(look('reader-pending reader-pending-start reader-pending-end')).toMatch(
      /^dashed dashed dashed [23]px$/,
    );
  });
});

type Rgb = readonly [red: number, green: number, blue: number];

const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

/** The colour that a screen shows, whichever way it is written; what lies over it may let it through. */
function paintedColor(css: string, ...over: readonly string[]): Rgb {
  if (canvas === null) throw new Error('There is no canvas.');
  canvas.clearRect(0, 0, 1, 1);
  for (const layer of [css, ...over]) {
    canvas.fillStyle = layer;
    canvas.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  expect(alpha, `${css} hides what is behind it`).toBe(255);
  return [red, green, blue];
}

/** The contrast ratio of WCAG 2.2, 1 to 21. */
function contrast(one: Rgb, other: Rgb): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
