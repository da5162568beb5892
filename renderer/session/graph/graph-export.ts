import { drawingBounds, type GraphColors, graphSvg } from '../../../app/link/graph-svg.ts';
import { countOf } from '../article-list.ts';
import { showFailure } from '../project.ts';
import type { Session } from '../session.ts';
import type { GraphScene } from './graph-scene.ts';
import { paintGraph } from './paint-graph.ts';

/** Of a picture made of dots: dots to a unit of the layout, and how many there are at most on a side. */
const density = 2;
const longestSide = 8_000;
/** Dots at most in all: some 200 MB while it is drawn. */
const mostDots = 48_000_000;

/** Exports all of the graph as it is laid out, whatever of it is in view, in the colours that are shown. */
export async function exportGraph(
  session: Session,
  scene: GraphScene,
  colors: GraphColors,
  kind: 'svg' | 'png',
): Promise<void> {
  const suggestedName = `${session.store.project.name} graph`;
  try {
    const written =
      kind === 'svg'
        ? await session.host.exportFile({
            suggestedName,
            kind,
            content: graphSvg(scene.graph, scene.layout, scene.kind, colors, suggestedName),
          })
        : await session.host.exportFile({
            suggestedName,
            kind,
            bytes: await pngOf(scene, colors),
          });
    if (written === null) return;
    const points = countOf(scene.graph.nodes.length, 'point');
    session.say(`Exported a graph of ${points} to ${written.fileName}.`);
  } catch (error) {
    showFailure(session, 'The graph could not be exported', error);
  }
}

async function pngOf(scene: GraphScene, colors: GraphColors): Promise<Uint8Array> {
  const { left, top, right, bottom } = drawingBounds(scene.layout);
  const [width, height] = [right - left, bottom - top];
  const ratio = Math.min(
    density,
    longestSide / width,
    longestSide / height,
    Math.sqrt(mostDots / (width * height)),
  );
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(width * ratio)),
    Math.max(1, Math.round(height * ratio)),
  );
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('The window gave no canvas to draw on. Try the SVG.');
  context.scale(ratio, ratio);
  paintGraph(context, {
    figures: scene.figures,
    layout: scene.layout,
    transform: { scale: 1, x: -left, y: -top },
    colors,
    width,
    height,
    centre: null,
    active: null,
    isMoving: false,
  });
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await blob.arrayBuffer());
}
