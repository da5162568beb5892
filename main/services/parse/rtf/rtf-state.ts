/** Where the text of a group goes. */
export type RtfDestination =
  | 'body'
  /** Nothing of it is text. */
  | 'skipped'
  | 'fonts'
  | 'styles'
  | 'info'
  /** A drawing: its text boxes are text, the rest is not. */
  | 'shape';

/** What holds inside a group and comes back at its end. */
export interface RtfState {
  readonly destination: RtfDestination;
  /** Of `info`: which property. */
  readonly property: string;
  /** How many bytes stand in for a letter behind `\u`. */
  readonly substitutes: number;
  readonly codePage: number;
  readonly hidden: boolean;
  readonly deleted: boolean;
  /** What ends with the group. */
  readonly ends: 'note' | 'frame' | null;
}

/** Destinations with nothing of the text in them, whether or not they are marked as ignorable. */
export const skippedDestinations: ReadonlySet<string> = new Set(
  (
    'colortbl pict objdata objclass objname header headerl headerr headerf footer footerl footerr footerf ' +
    'annotation atnid atnauthor atntime atnref atnicn atnparent atndate atrfstart atrfend xe tc tcn rxe fldinst ' +
    'datafield listtable listoverridetable listtext pntext pn pntxta pntxtb revtbl rsidtbl generator bkmkstart ' +
    'bkmkend filetbl themedata colorschememapping latentstyles datastore template private nonshppict shppict ' +
    'userprops xmlnstbl mmathPr ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn do background sp sn sv passwordhash ' +
    'protusertbl wgrffmtfilter pgdsctbl pgptbl upr shprslt'
  ).split(' '),
);

/** Words that are one sign of text. */
export const signs: ReadonlyMap<string, string> = new Map([
  ['emdash', '\u2014'],
  ['endash', '\u2013'],
  ['lquote', '\u2018'],
  ['rquote', '\u2019'],
  ['ldblquote', '\u201c'],
  ['rdblquote', '\u201d'],
  ['bullet', '\u2022'],
  ['tab', '\t'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['zwj', '\u200d'],
  ['zwnj', '\u200c'],
  ['ltrmark', '\u200e'],
  ['rtlmark', '\u200f'],
  ['~', '\u00a0'],
  ['_', '\u2011'],
  ['\\', '\\'],
  ['{', '{'],
  ['}', '}'],
]);
