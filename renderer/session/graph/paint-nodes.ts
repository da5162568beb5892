import { type Canvas2D, faded, type GraphPicture, seen } from './graph-picture.ts';

/** Draws the points in view: articles as squares, claims as diamonds, passages as discs. `near`: those that stand out. */
export function paintNodes(
  context: Canvas2D,
  picture: GraphPicture,
  near: ReadonlySet<number> | null,
): void {
  const { figures, colors, width, height, active } = picture;
  context.setLineDash([]);
  for (const [place, node] of figures.graph.nodes.entries()) {
    const { x, y, radius } = seen(picture, place);
    if (x < -radius || x > width + radius || y < -radius || y > height + radius) continue;
    context.globalAlpha = near === null || near.has(place) ? 1 : faded * 1.6;
    context.beginPath();
    if (node.kind === 'article') {
      const side = radius * 1.8;
      context.rect(x - side / 2, y - side / 2, side, side);
      context.fillStyle = colors.soft;
      context.strokeStyle = colors.paper;
      context.lineWidth = 1;
    } else if (node.kind === 'claim') {
      const reach = radius * 1.3;
      context.moveTo(x, y - reach);
      context.lineTo(x + reach, y);
      context.lineTo(x, y + reach);
      context.lineTo(x - reach, y);
      context.closePath();
      context.fillStyle = colors.rubric;
      context.strokeStyle = colors.paper;
      context.lineWidth = 1;
    } else {
      context.arc(x, y, radius, 0, Math.PI * 2);
      context.fillStyle = colors.tints[node.color ?? 0] ?? colors.paper;
      context.strokeStyle = colors.tones[node.color ?? 0] ?? colors.ink;
      context.lineWidth = 1.5;
    }
    context.fill();
    context.stroke();
    if (place !== active) continue;
    context.globalAlpha = 1;
    context.beginPath();
    context.arc(x, y, radius * 1.3 + 4, 0, Math.PI * 2);
    context.strokeStyle = colors.focus;
    context.lineWidth = 2.5;
    context.stroke();
  }
  context.globalAlpha = 1;
}
