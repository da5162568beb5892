import { failure, type Result, success } from '../../../app/base/result.ts';
import type { DrawnFigure } from '../../../app/brief/figure/drawn-figure.ts';

/** Dots to a pixel of the page. */
const density = 2;
const longestSide = 6_000;
/** What a picture's record may hold of each form, in characters; some room is left for what stands around a photo. */
const mostCharacters = 2_000_000;
const mostOfPhoto = 1_950_000;
/** Of a file that is pasted or dropped, in bytes. */
const mostOfFile = 30_000_000;
/** Of its dots: 400 MB when they are unpacked. */
const mostDots = 100_000_000;
/** Of a photo on the page, in pixels. */
const photoWidth = 900;

/** A drawing as PNG in base64, as dense as its limit allows. Fails where even the coarsest is too large. */
export async function rasterised(
  figure: Pick<DrawnFigure, 'svg' | 'width' | 'height'>,
): Promise<Result<string, 'too-large'>> {
  if (figure.svg.length > mostCharacters) return tooLarge;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(figure.svg)}`;
  await image.decode();
  const { width, height } = figure;
  const most = Math.min(density, longestSide / width, longestSide / height);
  for (const ratio of [most, most * 0.7, most * 0.5, most * 0.35]) {
    const png = await pngOf(image, width * ratio, height * ratio);
    if (png.length <= mostCharacters) return success(png);
  }
  return tooLarge;
}

/** A picture that was pasted or dropped, as a figure: as PNG, and an SVG that holds it. As large as the limit allows. */
export async function pictureOfFile(
  file: Blob,
): Promise<Result<DrawnFigure & { readonly png: string }, 'too-large' | 'unreadable'>> {
  if (file.size > mostOfFile) return tooLarge;
  if (file.type === 'image/svg+xml') return drawing;
  // Known before its dots are unpacked: a small file can hold more of them than there is memory.
  const sides = await sidesOf(file);
  if (sides === null) return unreadable;
  if (sides.width * sides.height > mostDots) return tooLarge;
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) return unreadable;
  try {
    const onPage = Math.min(1, photoWidth / bitmap.width);
    const width = Math.max(1, Math.round(bitmap.width * onPage));
    const height = Math.max(1, Math.round(bitmap.height * onPage));
    for (const ratio of [1, 0.75, 0.55, 0.4, 0.3, 0.2, 0.12]) {
      const scale = Math.min(ratio, longestSide / Math.max(bitmap.width, bitmap.height));
      const png = await pngOf(bitmap, bitmap.width * scale, bitmap.height * scale);
      if (png.length > mostOfPhoto) continue;
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${png}"/></svg>`;
      return success({ svg, png, width, height, description: '' });
    }
    return tooLarge;
  } finally {
    bitmap.close();
  }
}

const tooLarge = failure(
  'too-large',
  'The picture is too large for a brief. Show less of it, or make it smaller first.',
);

const unreadable = failure(
  'unreadable',
  'The picture can not be read. Save it as PNG or JPEG first.',
);

const drawing = failure(
  'unreadable',
  'A drawing in SVG can hold programs and addresses, so none is taken. Save it as PNG first.',
);

/** Width and height of a picture as it is shown, read from its head; `null`: it is none. */
async function sidesOf(
  file: Blob,
): Promise<{ readonly width: number; readonly height: number } | null> {
  const image = new Image();
  const loaded = new Promise<boolean>((resolve) => {
    image.addEventListener('load', () => resolve(true), { once: true });
    image.addEventListener('error', () => resolve(false), { once: true });
  });
  const bytes = new Uint8Array(await file.arrayBuffer());
  image.src = `data:${file.type || 'image/png'};base64,${base64Of(bytes)}`;
  if (!(await loaded)) return null;
  return { width: image.naturalWidth, height: image.naturalHeight };
}

async function pngOf(source: CanvasImageSource, width: number, height: number): Promise<string> {
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(width)),
    Math.max(1, Math.round(height)),
  );
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The window gave no canvas to draw on.');
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return base64Of(new Uint8Array(await blob.arrayBuffer()));
}

function base64Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  }
  return btoa(parts.join(''));
}
