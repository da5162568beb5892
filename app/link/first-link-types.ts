/** The link types that every project begins with: name, name from the other end, whether both ends say the same. */
export const firstLinkTypes: readonly (readonly [
  name: string,
  inverseName: string,
  symmetric: boolean,
])[] = [
  ['supports', 'is supported by', false],
  ['contradicts', 'contradicts', true],
  ['repeats', 'is repeated by', false],
  ['paraphrases', 'is paraphrased by', false],
  ['elaborates', 'is elaborated by', false],
  ['updates', 'is updated by', false],
  ['quotes', 'is quoted by', false],
];
