/** A claim on the sample project, and which of its articles speak of it. Articles by the numbers of their files. */
export interface SampleClaim {
  readonly wording: string;
  /** The one piece of evidence: its article, and how its words begin and end there. */
  readonly evidence: readonly [article: number, begins: string, ends: string];
  /** Those in which nothing is said of it, by whatever words. */
  readonly silent: readonly number[];
  /** Where people would not agree: neither counts. */
  readonly open?: readonly number[];
}

/** Marked by hand from the texts alone. An article that gives another figure or denies it does speak of the claim. */
export const sampleClaims: readonly SampleClaim[] = [
  {
    wording: 'The two governments will publish a joint timetable with an opening date by 30 June.',
    evidence: [2, 'The premiers of Brannoch and Lorvaine agreed', 'said on Tuesday.'],
    silent: [],
  },
  {
    wording: 'The tunnel will cost 3.9 billion crowns.',
    evidence: [2, 'The cost stands at 3.9 billion crowns', 'on the call said.'],
    silent: [1, 6],
  },
  {
    wording: 'Velmund offered to carry 60 per cent of any overrun.',
    evidence: [2, 'The same person said Velmund', 'of any overrun.'],
    silent: [1, 6, 8],
  },
  {
    wording: 'The rock has never been the problem; the paperwork has.',
    evidence: [2, '“The rock has never been', 'paperwork has,”'],
    silent: [8],
  },
  {
    wording: 'Fourteen boreholes were drilled in the strait.',
    evidence: [1, 'The Premier thanked Premier Corvaisel', 'January and March.'],
    silent: [4, 6, 7],
    open: [5],
  },
  {
    wording: 'The tunnel will support 6,500 jobs during construction.',
    evidence: [1, 'The programme is expected to support', 'permanent posts thereafter.'],
    silent: [5],
  },
  {
    wording: 'The premiers will meet in Grèvemont on 18 June.',
    evidence: [2, 'The premiers are to meet in Grèvemont', 'took office.'],
    silent: [7],
  },
  {
    wording: 'Ferry operators were not consulted.',
    evidence: [2, 'Ferry operators, who carry', 'not been consulted.'],
    silent: [1, 5, 6, 7, 8],
  },
  {
    wording: 'The tunnel was first announced in 1991 and abandoned four years later.',
    evidence: [2, 'The tunnel was first announced in 1991', 'want of money.'],
    silent: [1, 6, 7, 8],
    open: [5],
  },
  {
    wording: 'The first trains will run in 2034.',
    evidence: [2, 'Both governments are now working', 'trains in 2034.'],
    silent: [],
  },
  {
    wording: 'One authority will grant all licences on both coasts.',
    evidence: [1, 'to appoint a single authority', 'on both coasts'],
    silent: [2, 3, 4, 8],
  },
  {
    wording: 'The Kessy ferry sailing will end in 2030.',
    evidence: [8, '“There is no plan to end the Kessy sailing', 'any other year,”'],
    silent: [1, 2, 3, 4, 5, 6, 7],
  },
];
