import { failure, type Result, success } from '../../../app/base/result.ts';
import type { DrawnFigure } from '../../../app/brief/figure/drawn-figure.ts';
import { figureOrigin } from '../../../app/brief/figure/figure-origin.ts';
import {
  matrixFigure,
  mostFigureColumns,
  mostFigureRows,
} from '../../../app/brief/figure/matrix-figure.ts';
import { timelineFigure, timelineItems } from '../../../app/brief/figure/timeline-figure.ts';
import type { Graph } from '../../../app/link/graph.ts';
import { type GraphLayout, layoutTask } from '../../../app/link/graph-layout.ts';
import { drawingBounds, type GraphColors, graphSvg } from '../../../app/link/graph-svg.ts';
import type { PictureRecord } from '../../../app/record/records.ts';
import { countOf, presentArticles } from '../article-list.ts';
import { tagFilterOf } from '../codebook/tag-filter.ts';
import { shownGraph, wholeGraph } from '../graph/graph-shown.ts';
import { startGraphThread } from '../graph/graph-thread.ts';
import { storedGraphView } from '../graph/graph-view.ts';
import { type MatrixShown, matrixShown } from '../matrix/matrix-shown.ts';
import type { Session } from '../session.ts';

/** What can be drawn of a project. */
export type FigureKind = Exclude<PictureRecord['of'], 'other'>;

/** So many points are a picture that says something on a page. */
const mostPoints = 400;

/** Draws what the project says now, as the matrix and the graph are narrowed now. Fails with a sentence where there is nothing. */
export async function drawFigure(
  session: Session,
  kind: FigureKind,
): Promise<Result<DrawnFigure, 'nothing' | 'too-large'>> {
  await session.store.whenComplete();
  switch (kind) {
    case 'matrix': {
      const shown = matrixShown(session);
      return shown.rows.length === 0 || shown.columns.length === 0
        ? failure('nothing', 'The matrix is empty: make a claim and file evidence under it first.')
        : success({ ...matrixFigure(shown), ...matrixOrigin(session, shown) });
    }
    case 'timeline': {
      const figure = timelineFigure(timelineItems(session.store.records));
      return figure === null
        ? failure('nothing', 'No article and no claim has a date. Give them one first.')
        : success({
            ...figure,
            drawnFrom: figureOrigin(session.store.records, 'timeline', { ids: null }),
          });
    }
    case 'graph':
      return drawGraph(session);
  }
}

/** More ids than this are not kept with a picture. */
const mostKept = 2_000;

/** Of a matrix that is not narrowed nothing is named: a claim that is made later is missing in it. */
function matrixOrigin(session: Session, shown: MatrixShown): Pick<DrawnFigure, 'drawnFrom'> {
  const { records } = session.store;
  const rows = shown.rows.slice(0, mostFigureRows).map(({ claim }) => claim.id);
  const columns = shown.columns.slice(0, mostFigureColumns).flatMap(({ articleIds }) => articleIds);
  const isAll =
    rows.length === records.count('claim') && columns.length === presentArticles(records).length;
  const ids = isAll ? null : [...rows, ...columns];
  if (ids !== null && ids.length > mostKept) return {};
  return { drawnFrom: figureOrigin(records, 'matrix', { ids }) };
}

async function drawGraph(session: Session): Promise<Result<DrawnFigure, 'nothing' | 'too-large'>> {
  const { records } = session.store;
  const view = session.get().graph.view ?? storedGraphView(records);
  const accepts = tagFilterOf(session);
  const whole = wholeGraph(records, view, accepts);
  const { graph } = shownGraph(whole, session.get().graph);
  const { length } = graph.nodes;
  if (length === 0) {
    return failure('nothing', 'The graph is empty: link passages or file evidence first.');
  }
  if (length > mostPoints) {
    const most = mostPoints.toLocaleString('en');
    return failure(
      'too-large',
      `The graph has too many points for a brief. Narrow it to ${most} or fewer first.`,
    );
  }
  const layout = await laidOut(graph, view.layout);
  const { left, top, right, bottom } = drawingBounds(layout);
  const { passages, articles, claims, evidence, hiddenTypes } = view;
  const links = countOf(graph.edges.length, 'line');
  const description = `Graph of ${countOf(length, 'point')} and ${links} between passages, articles and claims.`;
  return success({
    // An SVG within a page: without the declaration of a file.
    svg: graphSvg(graph, layout, view.layout, paperColors, description).replace(/^<\?xml.*\n/, ''),
    width: Math.round(right - left),
    height: Math.round(bottom - top),
    description,
    drawnFrom: figureOrigin(records, 'graph', {
      ids: graph === whole && accepts === null ? null : graph.nodes.map(({ id }) => id),
      graph: { passages, articles, claims, evidence, hiddenTypes },
    }),
  });
}

function laidOut(graph: Graph, kind: Parameters<typeof layoutTask>[0]): Promise<GraphLayout> {
  return new Promise((resolve, reject) => {
    const thread = startGraphThread((message) => {
      reject(new Error(`The graph could not be laid out: ${message}`));
    });
    thread.layOut(
      layoutTask(kind, graph, () => null),
      (layout, isSettled) => {
        if (!isSettled) return;
        thread.end();
        resolve(layout);
      },
    );
  });
}

/** The colours of the light theme (`tokens.css`) on white: a brief is printed, whatever theme it is written in. */
const paperColors: GraphColors = {
  paper: '#ffffff',
  ink: '#211e19',
  soft: '#5f584e',
  line: '#8f8777',
  rubric: '#a2361f',
  focus: '#1f5fbf',
  tints: [
    '#e4e1d9',
    '#f5dd9a',
    '#cfe3b4',
    '#bcdcec',
    '#f3c9c9',
    '#d9cdf0',
    '#f3d3b0',
    '#b9e2d8',
    '#d5d9e2',
  ],
  tones: [
    '#6f675b',
    '#9b7000',
    '#4f7a1f',
    '#1f6e93',
    '#a8383d',
    '#6a48a8',
    '#a65c10',
    '#17786a',
    '#4d5a73',
  ],
  stances: {
    asserts: '#4f7a1f',
    denies: '#a8383d',
    reports: '#1f6e93',
    qualifies: '#9b7000',
    questions: '#6a48a8',
  },
};
