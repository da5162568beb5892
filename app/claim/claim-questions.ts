import type { Maker } from '../base/maker.ts';
import { type Diff, emptyDiff } from '../record/diff.ts';
import { nextRecord } from '../record/record-factory.ts';
import type { ClaimQuestion, ClaimRecord } from '../record/records.ts';

/** The analyst's own questions to a claim, in the order of their asking. */
export function questionsOf(claim: ClaimRecord): readonly ClaimQuestion[] {
  return claim.questions ?? [];
}

/** Asks another question (rule Q5); an empty one, or one that is asked already, is no change. */
export function askQuestion(maker: Maker, claim: ClaimRecord, text: string): Diff {
  const question = text.trim();
  const known = questionsOf(claim);
  if (question === '' || known.some((one) => one.question === question)) return emptyDiff;
  return withQuestions(maker, claim, [...known, { question, answer: '' }]);
}

/** Changes a question's words or its answer; a question without words is removed. `index` counts from 0. */
export function editQuestion(
  maker: Maker,
  claim: ClaimRecord,
  index: number,
  patch: Partial<ClaimQuestion>,
): Diff {
  const known = questionsOf(claim);
  const before = known[index];
  if (before === undefined) return emptyDiff;
  const question = (patch.question ?? before.question).trim();
  const answer = (patch.answer ?? before.answer).trim();
  if (question === '') return removeQuestion(maker, claim, index);
  if (question === before.question && answer === before.answer) return emptyDiff;
  return withQuestions(maker, claim, known.with(index, { question, answer }));
}

export function removeQuestion(maker: Maker, claim: ClaimRecord, index: number): Diff {
  const known = questionsOf(claim);
  if (known[index] === undefined) return emptyDiff;
  return withQuestions(maker, claim, known.toSpliced(index, 1));
}

function withQuestions(
  maker: Maker,
  claim: ClaimRecord,
  questions: readonly ClaimQuestion[],
): Diff {
  return { added: [], updated: [[claim, nextRecord(maker, claim, { questions })]], removed: [] };
}
