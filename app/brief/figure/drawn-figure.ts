import type { FigureOrigin } from '../../record/records.ts';

/** A picture of the project as it is drawn for a brief, before it is a record. */
export interface DrawnFigure {
  /** A whole SVG document that names nothing outside itself. */
  readonly svg: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** What it shows in a sentence, for those who do not see it. */
  readonly description: string;
  /** What of the project it shows, to be told when that changed. Absent: too much to be kept. */
  readonly drawnFrom?: FigureOrigin;
}
