import type { Canvas2D, GraphPicture } from './graph-picture.ts';

const headingFont = '600 12px "Inter Variable", system-ui, sans-serif';

/** Draws the headings of lanes and the marks of time. */
export function paintGuides(context: Canvas2D, picture: GraphPicture): void {
  const { layout, transform, colors, width } = picture;
  const { scale } = transform;
  context.font = headingFont;
  context.textBaseline = 'alphabetic';
  let freeFrom = Number.NEGATIVE_INFINITY;
  for (const guide of layout.guides) {
    const x = guide.x * scale + transform.x;
    if (guide.kind === 'heading') {
      const y = guide.y * scale + transform.y;
      context.fillStyle = colors.soft;
      // Headings of lanes stay in sight when their beginning is not.
      const stays = layout.guides.some(({ kind }) => kind === 'mark');
      const left = stays ? Math.max(8, x) : x;
      if (!stays && left < freeFrom) continue;
      context.fillText(guide.text, left, y);
      if (!stays) freeFrom = left + context.measureText(guide.text).width + 12;
      continue;
    }
    if (x < -60 || x > width + 60) continue;
    const [top, bottom] = [guide.top * scale + transform.y, guide.bottom * scale + transform.y];
    context.strokeStyle = colors.line;
    context.globalAlpha = 0.5;
    context.lineWidth = 1;
    context.setLineDash([]);
    context.beginPath();
    context.moveTo(Math.round(x) + 0.5, top);
    context.lineTo(Math.round(x) + 0.5, bottom);
    context.stroke();
    context.globalAlpha = 1;
    const half = context.measureText(guide.text).width / 2;
    if (x - half < freeFrom) continue;
    freeFrom = x + half + 10;
    context.fillStyle = colors.soft;
    context.textAlign = 'center';
    context.fillText(guide.text, x, Math.max(16, top - 6));
    context.textAlign = 'start';
  }
}
