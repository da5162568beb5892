import { tagTree } from '../../annotation/tag-tree.ts';
import { effectiveMetadata } from '../../article/article-metadata.ts';
import { mentionName } from '../../brief/mention-name.ts';
import type { TagId } from '../../record/ids.ts';
import type { RecordBase } from '../../record/record-base.ts';
import type { RecordSource } from '../../record/record-source.ts';
import type {
  AnnotationRecord,
  ArticleRecord,
  ClaimRecord,
  EvidenceRecord,
  LinkRecord,
  RevisionRecord,
} from '../../record/records.ts';
import type { RichTextNode } from '../../record/rich-text.ts';
import type { CodePointOffsets } from '../code-point-offsets.ts';
import { writeNoteHtml } from '../notes/write-note-html.ts';
import type { Json, JsonObject } from './json.ts';

/** The context that stands at the head of the file. */
export const annotationContext = 'http://www.w3.org/ns/anno.jsonld';

/** Records as Web Annotations: the form that `read-web-annotations.ts` reads back (rule J5). */
export class AnnotationJson {
  readonly #records: RecordSource;

  constructor(records: RecordSource) {
    this.#records = records;
  }

  /** An annotation of a revision whose text counts by `offsets`. */
  annotation(
    record: AnnotationRecord,
    article: ArticleRecord,
    revision: RevisionRecord,
    offsets: CodePointOffsets,
  ): JsonObject {
    const { quote, prefix, suffix, start, end } = record.passage;
    const body = [...record.tagIds.map((id) => this.#tag(id)), ...this.#note(record.note)];
    return {
      ...head(record, body.length === record.tagIds.length ? 'highlighting' : 'commenting'),
      'dcterms:identifier': `${article.number}:${record.number}`,
      ...(body.length === 0 ? {} : { body }),
      target: {
        type: 'SpecificResource',
        source: source(article, revision),
        selector: [
          {
            type: 'TextQuoteSelector',
            exact: quote,
            ...(prefix === '' ? {} : { prefix }),
            ...(suffix === '' ? {} : { suffix }),
          },
          {
            type: 'TextPositionSelector',
            start: offsets.toCodePoints(start),
            end: offsets.toCodePoints(end),
          },
        ],
        state: {
          type: 'TimeState',
          sourceDate: revision.createdAt,
          cached: textName(revision.hash),
        },
      },
    };
  }

  /** A claim, about the passages that are its evidence. */
  claim(claim: ClaimRecord, evidence: readonly EvidenceRecord[]): JsonObject {
    return {
      ...head(claim, 'describing'),
      'dcterms:identifier': `C${claim.number}`,
      body: [
        { type: 'TextualBody', purpose: 'describing', value: claim.wording },
        { type: 'TextualBody', purpose: 'classifying', value: claim.status },
        ...claim.tagIds.map((id) => this.#tag(id)),
        ...this.#note(claim.note),
      ],
      target: evidence.map(({ annotationId }) => name(annotationId)),
    };
  }

  /** What a passage does with a claim. */
  evidence(evidence: EvidenceRecord): JsonObject {
    return {
      ...head(evidence, 'assessing'),
      body: [
        { type: 'TextualBody', purpose: 'assessing', value: evidence.stance },
        { type: 'SpecificResource', purpose: 'identifying', source: name(evidence.claimId) },
      ],
      target: name(evidence.annotationId),
    };
  }

  /** A link, from its first target to its second. */
  link(link: LinkRecord): JsonObject {
    const type = this.#records.get('linkType', link.typeId);
    const note = link.note ?? '';
    return {
      ...head(link, 'linking'),
      body: [
        {
          id: name(link.typeId),
          type: 'TextualBody',
          purpose: 'classifying',
          value: type?.name ?? 'is linked with',
        },
        ...(note === ''
          ? []
          : [{ type: 'TextualBody', purpose: 'commenting', value: note, format: 'text/plain' }]),
      ],
      target: [name(link.from), name(link.to.id)],
    };
  }

  /** A tag by its name, part of the tags above it. */
  #tag(id: TagId): Json {
    const path = tagTree(this.#records.list('tag')).path(id);
    let above: JsonObject | null = null;
    for (const tag of path.slice(0, -1)) above = tagBody(tag.id, tag.name, above);
    const last = path.at(-1);
    return { ...tagBody(id, last?.name ?? id, above), purpose: 'tagging' };
  }

  #note(note: RichTextNode | null): readonly Json[] {
    if (note === null) return [];
    const value = writeNoteHtml(note, (kind, id) =>
      mentionName(this.#records, { kind, id } as Parameters<typeof mentionName>[1]),
    );
    return [{ type: 'TextualBody', purpose: 'commenting', value, format: 'text/html' }];
  }
}

/** How a text is named that has no address: by the SHA-256 of its UTF-8. */
function textName(hash: string): string {
  return `urn:sha256:${hash}`;
}

function tagBody(id: string, value: string, above: JsonObject | null): JsonObject {
  return { id: name(id), type: 'TextualBody', value, ...(above === null ? {} : { partOf: above }) };
}

function name(id: string): string {
  return `urn:uuid:${id}`;
}

function head(record: RecordBase<string, string>, motivation: string): JsonObject {
  return {
    id: name(record.id),
    type: 'Annotation',
    motivation,
    creator: { type: 'Person', name: record.author },
    created: record.createdAt,
    modified: record.modifiedAt,
  };
}

/** The article, by its address or else by its text; what is known of it in terms of Dublin Core, which the context has. */
function source(article: ArticleRecord, revision: RevisionRecord): JsonObject {
  const { title, outlet, published, url, language, byline } = effectiveMetadata(article);
  const address = url !== null && /^https?:\/\/[^\s<>"{}|\\^`]+$/i.test(url) ? url : null;
  return {
    id: address ?? textName(revision.hash),
    type: 'Text',
    'dcterms:title': title,
    ...(byline === null ? {} : { 'dcterms:creator': byline }),
    ...(outlet === null ? {} : { 'dcterms:publisher': outlet }),
    ...(published === null ? {} : { 'dcterms:issued': published }),
    ...(language === null ? {} : { language }),
  };
}
