import type { GraphColors } from '../../../app/link/graph-svg.ts';
import { stanceTones } from './graph-looks.ts';

/** The colours of the theme that is shown, from its tokens. Cost: a reading of styles. */
export function graphColors(element: Element): GraphColors {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const scale = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  return {
    paper: token('paper'),
    ink: token('ink'),
    soft: token('soft'),
    line: token('line-strong'),
    rubric: token('rubric'),
    focus: token('focus'),
    tints: scale.map((number) => token(`t${number}`)),
    tones: scale.map((number) => token(`u${number}`)),
    stances: {
      asserts: token(stanceTones.asserts),
      denies: token(stanceTones.denies),
      reports: token(stanceTones.reports),
      qualifies: token(stanceTones.qualifies),
      questions: token(stanceTones.questions),
    },
  };
}
