/** A story in two states, made so that an annotation can fare in every way when the second one takes its place. */
export const ferryTitle = 'Ferry fares to rise in June';

const lead =
  'The island council voted on Tuesday to let the ferry company raise its fares, after a debate that lasted until midnight.';
const minister =
  'Minister Hanna Orlo said that nobody would have to pay more than eight crowns for a crossing in winter.';
const company =
  'The company had asked for a rise of eleven per cent and pointed to the price of fuel, which has doubled in two years.';
const notice = 'Timetables are printed without guarantee and may change at short notice.';
const fishermen =
  'The fishermen of the north coast called the decision a tax on living where they were born.';
const opposition =
  'The opposition wants the company to publish its accounts before another crown is paid.';
const harbour =
  'A new harbour wall, promised for the spring, has not been begun, and the old one leaks at every high tide.';
const school =
  'Schoolchildren travel free of charge until the end of the school year, as they did before.';

/** What the file says first. */
export const ferryFirst = story([
  lead,
  fishermen,
  minister,
  company,
  notice,
  opposition,
  harbour,
  school,
]);

/**
 * What it says then: the minister says something else, the notice stands twice, the fishermen's words stand at the end,
 * the harbour wall is gone.
 */
export const ferrySecond = story([
  lead,
  'Minister Hanna Orlo said that hardly anybody would have to pay more than nine crowns for a crossing in summer.',
  company,
  notice,
  notice,
  opposition,
  school,
  fishermen,
]);

/** Words to be annotated in the first state, by what becomes of them in the second one. */
export const ferryWords = {
  unchanged: 'raise its fares',
  changed: 'nobody would have to pay more than eight crowns',
  moved: 'a tax on living where they were born',
  uncertain: 'without guarantee',
  lost: 'the old one leaks at every high tide',
} as const;

/** What the minister's words have become. */
export const ferryChanged = 'hardly anybody would have to pay more than nine crowns';

function story(paragraphs: readonly string[]): string {
  return `${[ferryTitle, ...paragraphs].join('\n\n')}\n`;
}
