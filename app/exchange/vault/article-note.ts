import { effectiveMetadata } from '../../article/article-metadata.ts';
import { linkStart } from '../../link/link-ends.ts';
import type { AnnotationRecord } from '../../record/records.ts';
import type { Block, RevisionText } from '../../record/text.ts';
import type { ExportContext } from '../exchange-format.ts';
import type { PlannedSource } from '../export-plan.ts';
import { frontMatter } from './front-matter.ts';
import { escapeMarkdown, joinLines } from './markdown-text.ts';
import { noteLines } from './note-lines.ts';
import type { VaultParts } from './vault-parts.ts';

/** The comments between which an article's text stands. */
export const textStart = '%% text %%';
export const textEnd = '%% end of text %%';

/** The note of an article: its facts, its text with block ids at what is annotated, its annotations. Piece by piece. */
export function* articleNote(
  context: ExportContext,
  parts: VaultParts,
  source: PlannedSource,
  text: RevisionText,
): Generator<string> {
  const { article, isPresent } = source;
  const metadata = effectiveMetadata(article);
  const known = Object.entries(metadata).filter(([, value]) => value !== null);
  yield frontMatter({
    variorum: 'article',
    id: source.guid,
    number: article.number,
    ...Object.fromEntries(known),
    tags: isPresent ? parts.tagsOf(article.tagIds ?? []) : [],
    author: article.author,
    created: article.createdAt,
  });
  yield `\n${textStart}\n`;
  yield* textBlocks(source, text, parts);
  yield `\n${textEnd}\n`;
  if (source.annotations.length === 0) return;
  yield '\n## Annotations\n\n';
  const note = parts.places.noteOf(source);
  for (const annotation of source.annotations)
    yield* annotationItem(context, parts, annotation, note);
}

function* textBlocks(
  { annotations }: PlannedSource,
  { text, blocks }: RevisionText,
  parts: VaultParts,
): Generator<string> {
  let next = 0;
  for (const block of blocks) {
    let id = '';
    for (; next < annotations.length; next += 1) {
      const annotation = annotations[next];
      if (annotation === undefined || annotation.passage.start >= block.end) break;
      if (id === '') id = ` ^${parts.places.of(annotation.id)?.block}`;
    }
    const kind = plainKinds.has(block.kind) ? ` %%${block.kind}%%` : '';
    const line = `${blockMark(block)}${escapeMarkdown(text.slice(block.start, block.end))}${kind}`;
    // The id of a quotation stands behind it; everything else has it at its end.
    yield block.kind === 'quotation' && id !== ''
      ? `\n${line}\n\n${id.trim()}\n`
      : `\n${line}${id}\n`;
  }
}

const plainKinds: ReadonlySet<string> = new Set(['caption', 'table-cell', 'footnote']);

function blockMark({ kind, level = 1 }: Block): string {
  if (kind === 'heading') return `${'#'.repeat(level)} `;
  if (kind === 'list-item') return '- ';
  return kind === 'quotation' ? '> ' : '';
}

function* annotationItem(
  context: ExportContext,
  parts: VaultParts,
  annotation: AnnotationRecord,
  note: string,
): Generator<string> {
  const { records } = context;
  const { id, passage, tagIds, author, createdAt } = annotation;
  const tags = parts.tagsOf(tagIds).map((tag) => ` #${tag}`);
  const made = `${id} ${passage.start} ${passage.end} ${createdAt} ${escapeMarkdown(author)}`;
  yield `- ${parts.places.link(id, note)}${tags.join('')} “${joinLines(passage.quote)}” %%${made}%%\n`;
  if (annotation.note !== null) {
    yield* noteLines(annotation.note, context, parts.places.of(id)?.label ?? id);
  }
  for (const link of records.linksAt(id)) {
    if (linkStart(link).kind !== 'annotation' || link.from !== id) continue;
    yield* parts.linkItem(link, note);
  }
}
