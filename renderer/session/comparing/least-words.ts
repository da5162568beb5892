export { usualLeastWords } from '../../../app/compare/shared-passages.ts';

/** How many words a parallel passage must have at least: what can be chosen. */
export const leastWordsOffered = [4, 6, 8, 12, 20] as const;
