import { canonicalText } from '../../../app/article/canonical-text.ts';
import type { RevisionHash } from '../../../app/base/brand.ts';
import type { BlockKind, RevisionText } from '../../../app/record/text.ts';
import { findStatements } from '../../../app/statement/find-statements.ts';
import type { Statement } from '../../../app/statement/statement.ts';

/** A text of these blocks: paragraphs, or what stands before a bar: "quotation| …". */
export function textOf(...blocks: readonly string[]): RevisionText {
  const drafts = blocks.map((block) => {
    const [, kind = 'paragraph', text = ''] =
      /^(?:(heading|quotation|caption)\| )?([\s\S]*)$/u.exec(block) ?? [];
    return kind === 'heading'
      ? { kind: 'heading' as const, level: 1, text }
      : { kind: kind as Exclude<BlockKind, 'heading'>, text };
  });
  return { hash: '0'.repeat(64) as RevisionHash, ...canonicalText(drafts) };
}

/** What is found in a text of these blocks, one line each: `direct Smith!: “A,” | “b.”`; `?` an unsure speaker. */
export function said(...blocks: readonly string[]): string[] {
  return saidIn('en', ...blocks);
}

/** `said` in a language. */
export function saidIn(language: string, ...blocks: readonly string[]): string[] {
  const text = textOf(...blocks);
  return findStatements(text, { language }).map((statement) => describe(text, statement));
}

function describe({ text }: RevisionText, { form, speaker, parts }: Statement): string {
  const who = speaker === null ? '-' : speaker.name + (speaker.sure ? '!' : '?');
  return `${form} ${who}: ${parts.map(({ start, end }) => text.slice(start, end)).join(' | ')}`;
}

/** Quotations only, as `said` gives them. */
export function quoted(...blocks: readonly string[]): string[] {
  return said(...blocks).filter((line) => !line.startsWith('reported'));
}

/** The reported statements of a text of one paragraph: their words, without those of the cue, and who says them. */
export function reported(
  text: string,
): readonly { readonly words: string; readonly speaker: string | null }[] {
  return findStatements(textOf(text), { language: 'en' })
    .filter(({ form }) => form === 'reported')
    .map(({ parts, speaker }) => ({
      words: parts.map(({ start, end }) => text.slice(start, end)).join(' '),
      speaker: speaker?.name ?? null,
    }));
}
