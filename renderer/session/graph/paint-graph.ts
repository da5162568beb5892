import { type Canvas2D, faded, type GraphPicture } from './graph-picture.ts';
import { paintEdges } from './paint-edges.ts';
import { paintGuides } from './paint-guides.ts';
import { paintLabels, paintRelations, placeLabels } from './paint-labels.ts';
import { paintNodes } from './paint-nodes.ts';

/** More lines than these are a pixel wide and step back behind the points: what is drawn broader costs ten times as much. */
const mostBroad = 1_200;

/** Draws a picture over all of a canvas whose unit is a pixel of the page. Cost: what is in view. */
export function paintGraph(context: Canvas2D, picture: GraphPicture): void {
  const { colors, width, height, centre, figures } = picture;
  context.fillStyle = colors.paper;
  context.fillRect(0, 0, width, height);
  paintGuides(context, picture);
  const { graph } = figures;
  const inQuestion = new Set(centre === null ? [] : graph.edgesAt[centre]);
  const near = new Set<number>();
  for (const index of inQuestion) {
    const edge = graph.edges[index];
    if (edge !== undefined) near.add(edge.from).add(edge.to);
  }
  if (centre !== null) near.add(centre);
  const seenThrough = Math.max(0.18, Math.min(1, mostBroad / graph.edges.length));
  context.globalAlpha = seenThrough * (centre === null ? 1 : faded);
  paintEdges(context, picture, (index) => !inQuestion.has(index), graph.edges.length > mostBroad);
  context.globalAlpha = 1;
  if (centre !== null) {
    paintEdges(context, picture, (index) => inQuestion.has(index), inQuestion.size > mostBroad);
  }
  paintNodes(context, picture, centre === null ? null : near);
  const labels = placeLabels(picture, centre === null ? null : near);
  if (centre !== null && !picture.isMoving) paintRelations(context, picture, inQuestion, labels);
  paintLabels(context, picture, centre === null ? null : near, labels);
}
