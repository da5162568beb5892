const between =
  '(?:[\\s,.()/-]{1,3}(?:\\d{1,4}(?:st|nd|rd|th)?|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)(?:[a-z]{2,6})?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|appended|added|issued|published|posted|updated|notice|on|of|to|this|the|article|story)\\b){0,8}[\\s,.()]{0,3}';
const sorts =
  'amendments?|corrections?(?:\\s*(?:&|and)\\s*clarifications?)?|clarifications?|errat(?:um|a)|rectificatif|berichtigung|korrektur|corrección';
/** A block that calls itself one: "Correction: …", "Correction, 13 May: …", but not "Corrections chief Jo Smith: …". */
const label = new RegExp(`^\\W*(?:an?\\s+)?(?:${sorts})\\b(?:${between}[:—–]|\\s*[.|])`, 'iu');
const note = new RegExp(`^\\W*(?:editor[’']s\\s+)?note\\b${between}[:—–]`, 'iu');
const noteAmends =
  /\b(?:correct(?:ed|s|ion)|in error|errors?|wrongly|incorrectly|misstated|misquoted|misidentified|updated|amended|earlier version|should have)\b/iu;
const heading = new RegExp(`^\\W*(?:${sorts})${between}:?\\s*$`, 'iu');
const earlierVersion =
  /\b(?:earlier|previous|prior|original|initial)\s+versions?\s+of\s+(?:this|the|our)\s+(?:\p{L}+\s+)?(?:article|story|report|page|post|headline|caption|column|dispatch|piece)\b/iu;
const wrongly = '(?:incorrectly|wrongly|mistakenly|erroneously|inaccurately)';
const ourselves =
  '(?:we|this (?:article|story|report|page|post|column)|(?:the|an|our|a) (?:[\\p{L}-]+ )?(?:article|story|headline|caption|column))';
const wronglySaid = new RegExp(
  `^\\W*(?:[^.!?,]{0,60},\\s+)?${ourselves}\\b[^.!?]{0,80}\\b${wrongly}\\b`,
  'iu',
);
const weSaid = /^\W*(?:[^.!?]{0,60},\s+)?we\s+(?:stated|said|reported|wrote|published)\b/iu;
const amends =
  /\b(?:in fact|should have|(?:is|was) (?:wrong|incorrect|inaccurate|not the case|an error)|in error|happy to (?:clarify|correct)|(?:we )?(?:regret|apologi[sz]e))\b/iu;

/** Whether a block, or what the heading above it opens, corrects what the same paper said before. */
export function isCorrectionNotice(block: string, headingAbove: string | null): boolean {
  const start = block.slice(0, 400);
  if (label.test(start) || (headingAbove !== null && heading.test(headingAbove))) return true;
  if (note.test(start) && noteAmends.test(start)) return true;
  return weSaid.test(start) && amends.test(block.slice(0, 2_000));
}

/** Whether a sentence gives what the paper itself had wrong: "An earlier version of this article said that …". */
export function correctsEarlier(sentence: string): boolean {
  const start = sentence.slice(0, 400);
  return earlierVersion.test(start) || wronglySaid.test(start);
}
