import { tagTerm } from '../../../app/annotation/tag-names.ts';
import { tagTree } from '../../../app/annotation/tag-tree.ts';
import { isTrashed } from '../../../app/article/article-state.ts';
import { mentionName } from '../../../app/brief/mention-name.ts';
import { type MentionTarget, mentionOf } from '../../../app/brief/mentions.ts';
import { speakerName } from '../../../app/claim/speakers.ts';
import type { TagId } from '../../../app/record/ids.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { AnnotationRecord } from '../../../app/record/records.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import {
  kindWords,
  type ReferenceSource,
  type ShownRecord,
} from '../../editor/reference-source.ts';
import { listArticle } from '../article-list.ts';
import { showClaim } from '../claims/claim.ts';
import { setTagFilter } from '../codebook/tag-filter.ts';
import { labelOf } from '../reading/describe-annotation.ts';
import type { Session } from '../session.ts';
import { searchReferences } from './reference-search.ts';

/** What a reference may name, and what names it. */
const mentionedKinds = ['article', 'annotation', 'tag', 'claim', 'speaker', 'revision'] as const;

/** What references in a note or a brief show, find and open. `owner`: the record that is written, no mention of itself. */
export function referenceSource(session: Session, owner: string): ReferenceSource {
  return {
    shown: (target) => shownRecord(session.store.records, target),
    search: (typed, onFound) =>
      searchReferences(session, typed, owner, (found, isDone) =>
        onFound(
          found.flatMap((target) => shownRecord(session.store.records, target) ?? []),
          isDone,
        ),
      ),
    subscribe(listener) {
      const { records } = session.store;
      let seen = records.changesOf(mentionedKinds);
      return records.subscribe(() => {
        const now = records.changesOf(mentionedKinds);
        if (now === seen) return;
        seen = now;
        listener();
      });
    },
    open: (target) => openMention(session, target),
    say: (text) => session.say(text),
  };
}

/** How much of an annotation's words a reference shows, in UTF-16 code units. */
const wordsShown = 60;

/** A record as references show it; `null`: it was removed. */
export function shownRecord(records: RecordSource, target: MentionTarget): ShownRecord | null {
  switch (target.kind) {
    case 'article': {
      const article = records.get('article', target.id);
      if (article === null) return null;
      const { metadata, outlet, date } = listArticle(article);
      const detail = [outlet, date].filter(Boolean).join(' · ');
      const label = String(article.number);
      const trashed = isTrashed(article);
      return { target, label, name: metadata.title, detail, color: null, trashed };
    }
    case 'annotation': {
      const annotation = records.get('annotation', target.id);
      return annotation === null ? null : shownAnnotation(records, target, annotation);
    }
    case 'tag': {
      const tag = records.get('tag', target.id);
      if (tag === null) return null;
      const above = tagTree(records.list('tag')).path(tag.id).slice(0, -1);
      const detail = above.map(({ name }) => name).join(' / ');
      return { target, label: '', name: tag.name, detail, color: tag.color, trashed: false };
    }
    case 'claim': {
      const claim = records.get('claim', target.id);
      if (claim === null) return null;
      const { wording: name, number } = claim;
      return {
        target,
        label: `C${number}`,
        name,
        detail: speakerName(records, claim) ?? '',
        color: null,
        trashed: false,
      };
    }
  }
}

function shownAnnotation(
  records: RecordSource,
  target: MentionTarget,
  annotation: AnnotationRecord,
): ShownRecord | null {
  const article = records.get('article', annotation.articleId);
  if (article === null) return null;
  const { metadata, outlet } = listArticle(article);
  const tag = records.get('tag', annotation.tagIds[0] ?? '');
  return {
    target,
    label: `${article.number}:${annotation.number}`,
    name: clipped(annotation.passage.quote),
    detail: outlet ?? metadata.title,
    color: tag?.color ?? null,
    trashed: isTrashed(article),
  };
}

function clipped(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= wordsShown) return line;
  const cut = beginning(line, wordsShown);
  return `${cut.replace(/\s+\S*$/u, '') || cut}…`;
}

/** Shows the record that a reference names: where it is read, or what it marks. */
function openMention(session: Session, target: MentionTarget): void {
  const { records } = session.store;
  session.flushDrafts();
  if (shownRecord(records, target) === null) {
    session.say(
      `This ${kindWords[target.kind].toLowerCase()} was removed. Undo may bring it back.`,
    );
    return;
  }
  switch (target.kind) {
    case 'article': {
      const beside = session.get().view === 'read' && session.activeArticle()?.id !== target.id;
      session.panes.open(target.id, { focus: true, beside });
      break;
    }
    case 'annotation': {
      const annotation = records.get('annotation', target.id);
      if (annotation === null) return;
      const beside =
        session.get().view === 'read' && session.activeArticle()?.id !== annotation.articleId;
      session.panes.openAnnotation(annotation, { beside });
      session.say(`Annotation ${labelOf(session, target.id)}: ${annotation.passage.quote}`);
      break;
    }
    case 'tag':
      filterByTag(session, target.id);
      break;
    case 'claim':
      showClaim(session, target.id);
      session.say(`Claim C${records.get('claim', target.id)?.number}.`);
      break;
  }
}

/** Lists and readers show only what has the tag, or one below it; the filter's chip takes that back. */
function filterByTag(session: Session, id: TagId): void {
  const { records } = session.store;
  const tag = records.get('tag', id);
  if (tag === null) return;
  setTagFilter(session, tagTerm(records.list('tag'), tag));
  session.say(`Shown is what has the tag “${tag.name}”.`);
}

/** The first words of a note, for a list: references as their names, blocks set apart by spaces. */
export function noteBeginning(records: RecordSource, note: RichTextNode | null): string {
  const parts: string[] = [];
  let length = 0;
  const walk = (node: RichTextNode): void => {
    if (length > noteShown) return;
    const target = mentionOf(node);
    const words = target === null ? (node.text ?? '') : mentionName(records, target);
    parts.push(words);
    length += words.length;
    for (const child of node.content ?? []) walk(child);
    if (node.content !== undefined) parts.push(' ');
  };
  if (note !== null) walk(note);
  const line = parts.join('').replace(/\s+/g, ' ').trim();
  return line.length <= noteShown ? line : `${beginning(line, noteShown)}…`;
}

/** The first code units of a text, without half a character at the end. */
function beginning(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

/** How much of a note lists show, in UTF-16 code units. */
const noteShown = 120;
