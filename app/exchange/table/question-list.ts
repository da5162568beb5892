import type { ClaimQuestion } from '../../record/records.ts';

const arrow = ' → ';

/**
 * Questions to a claim in one cell, one a line, with their answers: `When? → In May`. One with a line end, an arrow or a
 * quotation mark at its beginning stands in quotation marks.
 */
export function writeQuestions(questions: readonly ClaimQuestion[]): string {
  return questions
    .map(({ question, answer }) =>
      answer === '' ? quoted(question) : `${quoted(question)}${arrow}${quoted(answer)}`,
    )
    .join('\n');
}

function quoted(text: string): string {
  const isPlain = text !== '' && text.trim() === text && !/[\r\n]/.test(text) && !/^"|→/.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}

/** A whole line of what `writeQuestions` writes. */
const entry =
  /(?:^|\n)(?:"((?:[^"]|"")*)"|([^\n]*?))(?: → (?:"((?:[^"]|"")*)"|([^\n]*)))?(?=\n|$)/gy;

/**
 * The questions in a cell that `writeQuestions` wrote, or that somebody typed: `When? In May` is a question with its answer in a
 * table of another program.
 */
export function readQuestions(cell: string, isOurs: boolean): readonly ClaimQuestion[] {
  const found: ClaimQuestion[] = [];
  const text = (isOurs ? cell : cell.replace(/\r\n?/g, '\n')).replace(/^[\r\n]+/, '');
  for (const [, wholeQuestion, plainQuestion = '', wholeAnswer, plainAnswer = ''] of text.matchAll(
    entry,
  )) {
    const question = wholeQuestion?.replaceAll('""', '"') ?? plainQuestion.trim();
    const answer = wholeAnswer?.replaceAll('""', '"') ?? plainAnswer.trim();
    if (question === '') continue;
    const split = isOurs || answer !== '' ? null : /^([^?？]*[?？])\s+(\S.*)$/s.exec(question);
    found.push(
      split === null
        ? { question, answer }
        : { question: split[1] ?? question, answer: split[2] ?? '' },
    );
  }
  return found;
}
