import { addAnnotations } from '../../app/annotation/add-annotations.ts';
import {
  addAnnotation,
  addTag,
  movePassage,
  removeAnnotations,
  removeTag,
  setNote,
} from '../../app/annotation/annotation-diffs.ts';
import { tagAll, untagAll } from '../../app/annotation/batch-diffs.ts';
import { deleteTags } from '../../app/annotation/delete-tags.ts';
import { mergeTags } from '../../app/annotation/merge-tags.ts';
import { splitTag } from '../../app/annotation/split-tag.ts';
import { editTag, newTag } from '../../app/annotation/tag-diffs.ts';
import { markArticles, restoreArticles, trashArticles } from '../../app/article/article-state.ts';
import { confirmField, correctArticles } from '../../app/article/correct-article.ts';
import { removeArticles } from '../../app/article/remove-article.ts';
import { tagArticles, untagArticles } from '../../app/article/tag-articles.ts';
import type { Maker } from '../../app/base/maker.ts';
import {
  addClaim,
  claimStatuses,
  editClaim,
  removeClaim,
  setStance,
  stances,
} from '../../app/claim/claim-diffs.ts';
import { askQuestion, editQuestion, removeQuestion } from '../../app/claim/claim-questions.ts';
import { fileAll } from '../../app/claim/file-all.ts';
import { mergeClaims } from '../../app/claim/merge-claims.ts';
import { moveClaim } from '../../app/claim/place-claims.ts';
import {
  editSpeaker,
  mergeSpeakers,
  removeSpeaker,
  setSpeaker,
} from '../../app/claim/speaker-diffs.ts';
import { splitClaim } from '../../app/claim/split-claim.ts';
import { editLinks } from '../../app/link/edit-links.ts';
import { addLink, setLinkNote } from '../../app/link/link-diffs.ts';
import {
  addLinkType,
  editLinkType,
  linkTypeDraft,
  removeLinkTypes,
} from '../../app/link/link-types.ts';
import { claimsMade, withoutCounters } from '../../app/record/counters.ts';
import type { Diff } from '../../app/record/diff.ts';
import { emptyDiff, squashDiffs } from '../../app/record/diff.ts';
import type { RevisionId } from '../../app/record/ids.ts';
import { newRecord, nextRecord } from '../../app/record/record-factory.ts';
import type { RecordSource } from '../../app/record/record-source.ts';
import type { ProjectRecord } from '../../app/record/records.ts';
import type { RichTextNode } from '../../app/record/rich-text.ts';
import { addSavedSearch, renameSavedSearch } from '../../app/search/saved-search-diffs.ts';
import { sampleArticle, samplePassage } from './records.ts';

/** A number from 0 up to but without 1, the same row of them for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What every project of these tests begins with: articles with revisions, types of links. */
export function firstRecords(maker: Maker, articles: number): readonly ProjectRecord[] {
  const made = Array.from({ length: articles }, (_, index) => {
    const article = sampleArticle(maker, index + 1);
    const revision = newRecord(maker, 'revision', {
      articleId: article.id,
      hash: String(index).padStart(64, '0') as never,
      length: 10_000,
      blockCount: 1,
      wordCount: 1_000,
    });
    return [article, { ...revision, id: article.revisionId }];
  });
  const types = ['repeats', 'contradicts'].map((name) =>
    newRecord(maker, 'linkType', { name, inverseName: name, symmetric: name === 'contradicts' }),
  );
  const counter = newRecord(maker, 'setting', { name: claimsMade, value: 0 });
  return [...made.flat(), ...types, counter];
}

/** A change as an analyst could make it now, and its name. */
export interface RandomCommand {
  readonly name: string;
  readonly diff: Diff;
}

type Make = (source: RecordSource, maker: Maker, random: () => number) => Diff;

/** What commands do, by name, each by the functions that the program's own commands call. */
const commands: Readonly<Record<string, Make>> = {
  Highlight(source, maker, random) {
    const article = one(source.list('article'), random);
    const tag = one(source.list('tag'), random);
    if (article === null) return emptyDiff;
    const passage = samplePassage(article.revisionId, Math.floor(random() * 9_000), words(random));
    return addAnnotation(maker, article, passage, tag === null ? [] : [tag.id]).diff;
  },
  'Highlight 3 passages'(source, maker, random) {
    const article = one(source.list('article'), random);
    if (article === null) return emptyDiff;
    const passages = [1, 2, 3].map((at) =>
      samplePassage(article.revisionId, at * 100, words(random)),
    );
    return addAnnotations(maker, [{ article, passages }], []).diff;
  },
  Tag(source, maker, random) {
    const annotation = one(source.list('annotation'), random);
    const tag = one(source.list('tag'), random);
    return annotation === null || tag === null ? emptyDiff : addTag(maker, annotation, tag.id);
  },
  'Tag with a new tag'(source, maker, random) {
    const annotation = one(source.list('annotation'), random);
    if (annotation === null || source.list('tag').length > 40) return emptyDiff;
    const tag = newTag(maker, words(random), source.list('tag'));
    const diff = addTag(maker, annotation, tag.id);
    return { ...diff, added: [tag, ...diff.added] };
  },
  'Take off a tag'(source, maker, random) {
    const tagged = source.list('annotation').filter(({ tagIds }) => tagIds.length > 0);
    const annotation = one(tagged, random);
    const tagId = one(annotation?.tagIds ?? [], random);
    return annotation === null || tagId === null ? emptyDiff : removeTag(maker, annotation, tagId);
  },
  'Tag many'(source, maker, random) {
    const tag = one(source.list('tag'), random);
    if (tag === null) return emptyDiff;
    const some = source.list('annotation').filter(() => random() < 0.3);
    return random() < 0.5 ? tagAll(maker, some, tag.id) : untagAll(maker, some, tag.id);
  },
  'Edit note'(source, maker, random) {
    const annotation = one(source.list('annotation'), random);
    const text = random() < 0.2 ? null : note(words(random));
    return annotation === null ? emptyDiff : setNote(maker, annotation, text);
  },
  'Move the edges'(source, maker, random) {
    const annotation = one(source.list('annotation'), random);
    if (annotation === null) return emptyDiff;
    const { revisionId } = annotation.passage;
    const start = Math.floor(random() * 9_000);
    return movePassage(maker, annotation, samplePassage(revisionId, start, words(random)));
  },
  'Remove highlights'(source, _maker, random) {
    const annotation = one(source.list('annotation'), random);
    return annotation === null ? emptyDiff : removeAnnotations(source, [annotation]);
  },
  'Edit tag'(source, maker, random) {
    const tag = one(source.list('tag'), random);
    const key = 1 + Math.floor(random() * 9);
    return tag === null
      ? emptyDiff
      : editTag(maker, source.list('tag'), tag, { name: words(random), key });
  },
  'Merge tags'(source, maker, random) {
    const [survivor, gone] = [one(source.list('tag'), random), one(source.list('tag'), random)];
    return survivor === null || gone === null || survivor === gone
      ? emptyDiff
      : mergeTags(maker, source, survivor, [gone]);
  },
  'Split a tag'(source, maker, random) {
    const tag = one(source.list('tag'), random);
    if (tag === null || source.list('tag').length > 40) return emptyDiff;
    const some = source.list('annotation').filter(() => random() < 0.5);
    const ids = some.map(({ id }) => id);
    return splitTag(maker, source, tag, words(random), ids).diff;
  },
  'Remove tags'(source, maker, random) {
    const tag = one(source.list('tag'), random);
    if (tag === null) return emptyDiff;
    return deleteTags(maker, source, new Set([tag.id]), {
      below: random() < 0.5 ? 'remove' : 'move-up',
      annotations: random() < 0.7 ? 'take-off' : 'remove',
    });
  },
  Link(source, maker, random) {
    const from = one(source.list('annotation'), random);
    const to = one(source.list('annotation'), random);
    const type = one(source.list('linkType'), random);
    if (from === null || to === null || type === null) return emptyDiff;
    const made = addLink(maker, source, from, to, type.id);
    return made.ok ? made.value.diff : emptyDiff;
  },
  'Link claims'(source, maker, random) {
    const from = one(source.list('claim'), random);
    const to = one([...source.list('claim'), ...source.list('annotation')], random);
    const type = one(source.list('linkType'), random);
    if (from === null || to === null || type === null) return emptyDiff;
    const made = addLink(maker, source, from, to, type.id);
    return made.ok ? made.value.diff : emptyDiff;
  },
  'Change links'(source, maker, random) {
    const links = source.list('link').filter(() => random() < 0.4);
    const type = one(source.list('linkType'), random);
    const typed = type === null || random() < 0.4 ? {} : { typeId: type.id };
    return editLinks(maker, source, links, { ...typed, reverse: random() < 0.5 }).diff;
  },
  'Write a note on a link'(source, maker, random) {
    const link = one(source.list('link'), random);
    return link === null
      ? emptyDiff
      : setLinkNote(maker, link, random() < 0.8 ? words(random) : '');
  },
  'Make type of link'(source, maker, random) {
    const types = source.list('linkType');
    const draft = { ...linkTypeDraft(null), name: words(random), symmetric: random() < 0.3 };
    const made = addLinkType(maker, types, { ...draft, inverseName: words(random) });
    return made.ok && types.length < 8 ? made.value.diff : emptyDiff;
  },
  'Edit type of link'(source, maker, random) {
    const type = one(source.list('linkType'), random);
    if (type === null) return emptyDiff;
    const draft = { ...linkTypeDraft(type), symmetric: random() < 0.5, color: 2 } as const;
    const edited = editLinkType(maker, source, type, draft);
    return edited.ok ? edited.value.diff : emptyDiff;
  },
  'Merge types of links'(source, maker, random) {
    const [type, to] = [one(source.list('linkType'), random), one(source.list('linkType'), random)];
    if (type === null || to === null || type === to) return emptyDiff;
    const fate =
      random() < 0.6
        ? ({ kind: 'move', to: to.id, reverse: random() < 0.5 } as const)
        : ({ kind: 'remove' } as const);
    return removeLinkTypes(maker, source, [type], fate).diff;
  },
  'Remove link': (source, _maker, random) => removal(one(source.list('link'), random)),
  'Make claim'(source, maker, random) {
    const annotation = one(source.list('annotation'), random);
    const draft = { wording: words(random), speaker: null, status: 'open' } as const;
    const made = addClaim(maker, source, draft);
    if (annotation === null) return made.diff;
    return squashDiffs(made.diff, fileAll(maker, source, made.claim, [annotation], 'asserts'));
  },
  'File as evidence'(source, maker, random) {
    const claim = one(source.list('claim'), random);
    const stance = one(stances, random);
    return claim === null || stance === null
      ? emptyDiff
      : fileAll(maker, source, claim, source.list('annotation').slice(0, 2), stance);
  },
  'Change stance'(source, maker, random) {
    const evidence = one(source.list('evidence'), random);
    const stance = one(stances, random);
    return evidence === null || stance === null ? emptyDiff : setStance(maker, evidence, stance);
  },
  'Remove evidence': (source, _maker, random) => removal(one(source.list('evidence'), random)),
  'Edit claim'(source, maker, random) {
    const claim = one(source.list('claim'), random);
    const status = one(claimStatuses, random);
    return claim === null || status === null
      ? emptyDiff
      : editClaim(maker, claim, { status, wording: words(random) });
  },
  'Move a claim'(source, maker, random) {
    const claim = one(source.list('claim'), random);
    const parent = random() < 0.7 ? one(source.list('claim'), random) : null;
    if (claim === null) return emptyDiff;
    const place = { parentId: parent?.id ?? null, before: null };
    const moved = moveClaim(maker, source.list('claim'), claim, place);
    return moved.ok ? moved.value : emptyDiff;
  },
  'Say who makes a claim'(source, maker, random) {
    const claim = one(source.list('claim'), random);
    const name = random() < 0.2 ? '' : `Speaker ${Math.floor(random() * 8)}`;
    return claim === null ? emptyDiff : setSpeaker(maker, source, claim, name);
  },
  'Edit a speaker'(source, maker, random) {
    const speaker = one(source.list('speaker'), random);
    if (speaker === null) return emptyDiff;
    const patch = { name: `Speaker ${Math.floor(random() * 8)}`, description: words(random) };
    const edited = editSpeaker(maker, source, speaker, patch);
    return edited.ok ? edited.value : emptyDiff;
  },
  'Merge speakers'(source, maker, random) {
    const survivor = one(source.list('speaker'), random);
    const gone = source.list('speaker').filter(() => random() < 0.3);
    return survivor === null ? emptyDiff : mergeSpeakers(maker, source, survivor, gone);
  },
  'Remove a speaker'(source, maker, random) {
    const speaker = one(source.list('speaker'), random);
    return speaker === null ? emptyDiff : removeSpeaker(maker, source, speaker);
  },
  'Merge claims'(source, maker, random) {
    const survivor = one(source.list('claim'), random);
    const gone = source.list('claim').filter(({ id }) => id !== survivor?.id && random() < 0.2);
    return survivor === null || gone.length === 0
      ? emptyDiff
      : mergeClaims(maker, source, survivor, gone);
  },
  'Split a claim'(source, maker, random) {
    const claim = one(source.list('claim'), random);
    if (claim === null || source.list('claim').length > 40) return emptyDiff;
    const some = source.evidenceOf(claim.id).filter(() => random() < 0.5);
    return splitClaim(maker, source, claim, new Set(some.map(({ id }) => id)), words(random)).diff;
  },
  'Ask, answer or give up a question'(source, maker, random) {
    const claim = one(source.list('claim'), random);
    if (claim === null) return emptyDiff;
    if (random() < 0.5) return askQuestion(maker, claim, words(random));
    return random() < 0.5
      ? editQuestion(maker, claim, 0, { answer: words(random) })
      : removeQuestion(maker, claim, 0);
  },
  'Confirm silence'(source, maker, random) {
    const claim = one(source.list('claim'), random);
    const article = one(source.list('article'), random);
    if (claim === null || article === null) return emptyDiff;
    const fields = { claimId: claim.id, articleId: article.id, search: words(random) };
    return { added: [newRecord(maker, 'silence', fields)], updated: [], removed: [] };
  },
  'Dismiss a suggestion'(source, maker, random) {
    const articles = source.list('article').filter(() => random() < 0.4);
    const fields = {
      suggestion: 'parallel',
      key: `parallel:${words(random)}`,
      outcome: 'dismissed',
      articleIds: articles.map(({ id }) => id),
      score: 0.5,
      words: words(random),
    } as const;
    return { added: [newRecord(maker, 'decision', fields)], updated: [], removed: [] };
  },
  'Remove claim'(source, maker, random) {
    const claim = one(source.list('claim'), random);
    return claim === null ? emptyDiff : removeClaim(maker, source, claim);
  },
  'New brief'(_source, maker, random) {
    const fields = { title: words(random), content: note(words(random)) };
    return { added: [newRecord(maker, 'brief', fields)], updated: [], removed: [] };
  },
  'Edit brief'(source, maker, random) {
    const brief = one(source.list('brief'), random);
    if (brief === null) return emptyDiff;
    const after = nextRecord(maker, brief, { content: note(words(random)) });
    return { added: [], updated: [[brief, after]], removed: [] };
  },
  'Remove brief': (source, _maker, random) => removal(one(source.list('brief'), random)),
  'Correct articles'(source, maker, random) {
    const some = source.list('article').filter(() => random() < 0.3);
    return correctArticles(maker, some, { outlet: words(random), title: words(random) });
  },
  'Confirm a fact'(source, maker, random) {
    const article = one(source.list('article'), random);
    return article === null ? emptyDiff : confirmField(maker, article, 'published');
  },
  'Mark articles'(source, maker, random) {
    const some = source.list('article').filter(() => random() < 0.3);
    return markArticles(maker, some, random() < 0.5 ? 'starred' : 'archived', random() < 0.6);
  },
  'Tag articles'(source, maker, random) {
    const some = source.list('article').filter(() => random() < 0.3);
    const tag = one(source.list('tag'), random);
    if (tag === null) return emptyDiff;
    return random() < 0.6 ? tagArticles(maker, some, tag.id) : untagArticles(maker, some, tag.id);
  },
  'Move to the trash, or back'(source, maker, random) {
    const some = source.list('article').filter(() => random() < 0.2);
    return random() < 0.5 ? trashArticles(maker, some) : restoreArticles(maker, some);
  },
  'Empty the trash'(source, _maker, random) {
    const articles = source.list('article');
    if (articles.length < 6 || random() < 0.7) return emptyDiff;
    return removeArticles(source, articles.slice(0, 1));
  },
  'Import an article'(source, maker) {
    const number = source.list('article').length + 100;
    const article = sampleArticle(maker, number);
    const revision = newRecord(maker, 'revision', {
      articleId: article.id,
      hash: String(number).padStart(64, '0') as never,
      length: 10_000,
      blockCount: 1,
      wordCount: 1,
    });
    const shown = { ...revision, id: article.revisionId as RevisionId };
    return { added: [article, shown], updated: [], removed: [] };
  },
  'Save a search'(_source, maker, random) {
    return addSavedSearch(maker, words(random), { query: 'q', mode: 'words', view: 'articles' });
  },
  'Rename a search'(source, maker, random) {
    const search = one(source.list('savedSearch'), random);
    return search === null ? emptyDiff : renameSavedSearch(maker, search, words(random));
  },
};

/** A command that changes something now. */
export function randomCommand(
  source: RecordSource,
  maker: Maker,
  random: () => number,
): RandomCommand {
  for (;;) {
    const [name, make] = one(Object.entries(commands), random) ?? ['', () => emptyDiff];
    const diff = make(source, maker, random);
    const { added, updated, removed } = diff;
    if (added.length + updated.length + removed.length > 0) return { name, diff };
  }
}

/** What every record says, as a text: who and when, and counters, set aside (rules D5, D6). */
export function contentsOf(records: ReadonlyMap<string, ProjectRecord>): string {
  return [...records.values()]
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map((record) => {
      const { rev, modifiedAt, author, ...said } = withoutCounters(record);
      return JSON.stringify(said, sortedKeys);
    })
    .join('\n');
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function one<Item>(items: readonly Item[], random: () => number): Item | null {
  return items[Math.floor(random() * items.length)] ?? null;
}

function words(random: () => number): string {
  return `words ${Math.floor(random() * 1e9)}`;
}

function note(text: string): RichTextNode {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
}

function removal(record: ProjectRecord | null): Diff {
  return record === null ? emptyDiff : { added: [], updated: [], removed: [record] };
}
