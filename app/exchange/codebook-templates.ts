import type { TagColor } from '../record/records.ts';
import type { CodebookDraft, DraftTag } from './codebook-draft.ts';

/** A codebook to begin with. */
export interface CodebookTemplate {
  readonly name: string;
  /** What it is for, in a sentence. */
  readonly about: string;
  readonly draft: CodebookDraft;
}

/** A tag of a template: its name, tint, description, and the tags below it. */
type Shape = readonly [
  name: string,
  color: TagColor,
  description: string,
  below?: readonly Shape[],
];

const factChecking: readonly Shape[] = [
  [
    'check',
    1,
    'A statement that can be true or false and matters: to be checked.',
    [
      ['checked', 2, 'Found to be right, with the source in the note.'],
      ['wrong', 4, 'Found to be wrong, with the source in the note.'],
      ['unclear', 8, 'Could not be told either way; say in the note what was tried.'],
    ],
  ],
  ['figure', 3, 'A number, an amount, a share, a comparison of numbers.'],
  ['date or place', 7, 'When or where something is said to have happened.'],
  ['quotation', 5, 'Words of somebody, as the article gives them.'],
  ['source', 6, 'Where the article says that it has something from: a person, a paper, an agency.'],
  ['loaded wording', 4, 'Words that judge where they seem to report.'],
];

const actorsAndPositions: readonly Shape[] = [
  [
    'actor',
    3,
    'Somebody who acts or speaks. Put the kind on, and the name in the note.',
    [
      ['government', 3, 'Ministers, offices, the state as a whole.'],
      ['opposition', 5, 'Parties and politicians out of government.'],
      ['company', 6, 'Firms and their spokespeople.'],
      ['association', 7, 'Unions, societies, initiatives, churches.'],
      ['expert', 2, 'Who is asked because of what they know.'],
      ['affected', 1, 'Who lives with it: residents, workers, witnesses.'],
    ],
  ],
  [
    'position',
    2,
    'What an actor wants or thinks of the matter.',
    [
      ['for', 2, 'Speaks for it.'],
      ['against', 4, 'Speaks against it.'],
      ['both sides', 8, 'Weighs up, or has not decided.'],
    ],
  ],
  ['reason', 1, 'Why an actor holds a position.'],
  ['demand', 6, 'What an actor wants done, by whom.'],
];

const quotationsAndFigures: readonly Shape[] = [
  [
    'quotation',
    5,
    'Words of somebody in quotation marks.',
    [['paraphrase', 8, 'In other words than were said.']],
  ],
  [
    'figure',
    3,
    'A number with what it counts.',
    [
      ['amount', 3, 'Money, people, things counted or measured.'],
      ['share', 7, 'A part of a whole: per cent, one in five.'],
      ['change', 6, 'More or less than before, and since when.'],
      ['estimate', 1, 'About, up to, at least: not counted.'],
    ],
  ],
  ['date', 2, 'When something happened or is to happen.'],
];

/** The templates that come with the program. */
export const codebookTemplates: readonly CodebookTemplate[] = [
  {
    name: 'Fact checking',
    about: 'Statements to be checked, what became of them, and what they rest on.',
    draft: draftOf(factChecking),
  },
  {
    name: 'Actors and positions',
    about: 'Who speaks, what they want, and why.',
    draft: draftOf(actorsAndPositions),
  },
  {
    name: 'Quotations and figures',
    about: 'Who is quoted, which numbers are given, and how sure they are.',
    draft: draftOf(quotationsAndFigures),
  },
];

/** The first nine tags get the keys 1 to 9 in their order, as the tags that are made one by one do. */
function draftOf(shapes: readonly Shape[]): CodebookDraft {
  const tags: DraftTag[] = [];
  const add = (list: readonly Shape[], parent: number | null): void => {
    for (const [name, color, description, below = []] of list) {
      const index = tags.length;
      const key = index < 9 ? index + 1 : null;
      tags.push({ guid: null, name, parent, color, description, key });
      add(below, index);
    }
  };
  add(shapes, null);
  return { tags, remarks: [] };
}
