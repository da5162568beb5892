import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAnchored } from '../../../app/anchor/anchor-passage.ts';
import { annotationLabel } from '../../../app/annotation/annotation-label.ts';
import { effectiveMetadata } from '../../../app/article/article-metadata.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { AnnotationRecord, RevisionRecord } from '../../../app/record/records.ts';
import type { TextStore } from '../text/text-store.ts';
import type { Finding } from './findings.ts';

/**
 * Reads every text that a revision names, proves it against its hash, and compares every passage with it, byte for byte: its
 * words and what stands before and after them. Cost: the texts, one after the other.
 */
export async function verifyTexts(
  records: RecordSource,
  texts: TextStore,
  progress: (done: number, total: number) => void,
): Promise<{
  readonly findings: readonly Finding[];
  readonly texts: number;
  readonly passages: number;
}> {
  const findings: Finding[] = [];
  const byRevision = new Map<string, AnnotationRecord[]>();
  const annotations = records.list('annotation');
  for (const annotation of annotations) {
    const { revisionId } = annotation.passage;
    const known = byRevision.get(revisionId);
    if (known === undefined) byRevision.set(revisionId, [annotation]);
    else known.push(annotation);
  }
  const revisions = records.list('revision');
  for (const [index, revision] of revisions.entries()) {
    progress(index, revisions.length);
    const here = byRevision.get(revision.id) ?? [];
    byRevision.delete(revision.id);
    const read = await texts.read(revision.hash);
    if (!read.ok) {
      const where = `.variorum/texts/${revision.hash}.txt`;
      const of = titleOf(records, revision);
      findings.push({ part: 'texts', where, message: `${of}: ${read.error.message}` });
      if (here.length > 0) {
        const message = `${of}: ${here.length} passages can't be proven without its text.`;
        findings.push({ part: 'quotations', where, message });
      }
      continue;
    }
    const { text } = read.value;
    if (text.length !== revision.length) {
      findings.push({
        part: 'texts',
        where: `.variorum/texts/${revision.hash}.txt`,
        message: `${titleOf(records, revision)}: the record says ${revision.length} signs, the text has ${text.length}.`,
      });
    }
    for (const annotation of here) {
      const message = wrongWords(annotation, text);
      if (message !== null) {
        findings.push({ part: 'quotations', where: labelOf(records, annotation), message });
      }
    }
  }
  findings.push(...(await otherTexts(texts.folder, new Set(revisions.map(({ hash }) => hash)))));
  for (const left of byRevision.values()) {
    for (const annotation of left) {
      const message = 'The revision that it quotes is not among the records.';
      findings.push({ part: 'quotations', where: labelOf(records, annotation), message });
    }
  }
  return { findings, texts: revisions.length, passages: annotations.length };
}

/** Texts of revisions that were removed: what is undone, or restored, may name them again. */
async function otherTexts(folder: string, named: ReadonlySet<string>): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const files = await readdir(folder).catch(() => []);
  for (const file of files.sort()) {
    const hash = /^([0-9a-f]{64})\.txt$/.exec(file)?.[1];
    if (hash === undefined || named.has(hash)) continue;
    const bytes = await readFile(join(folder, file));
    if (createHash('sha256').update(bytes).digest('hex') === hash) continue;
    findings.push({
      part: 'texts',
      where: `.variorum/texts/${file}`,
      message:
        'It is not what was imported. No article of today has this text, but an earlier state may. Restore it from a copy of the project folder.',
    });
  }
  return findings;
}

function wrongWords({ passage }: AnnotationRecord, text: string): string | null {
  const { start, end, prefix, suffix } = passage;
  if (!isAnchored(passage, text)) {
    const there = text.slice(start, end).slice(0, 60);
    return `At ${start} to ${end} the text says “${there}”, not the quoted words.`;
  }
  const before = text.slice(Math.max(0, start - prefix.length), start);
  const after = text.slice(end, end + suffix.length);
  if (before === prefix && after === suffix) return null;
  return `Its words stand at ${start} to ${end}, but other words around them than were noted.`;
}

function titleOf(records: RecordSource, revision: RevisionRecord): string {
  const article = records.get('article', revision.articleId);
  return article === null
    ? 'An article that is gone'
    : `Article ${article.number} “${effectiveMetadata(article).title}”`;
}

function labelOf(records: RecordSource, annotation: AnnotationRecord): string {
  const article = records.get('article', annotation.articleId);
  return article === null ? annotation.id : annotationLabel(article, annotation);
}
