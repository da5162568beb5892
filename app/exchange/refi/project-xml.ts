import { annotationLabel } from '../../annotation/annotation-label.ts';
import { effectiveMetadata } from '../../article/article-metadata.ts';
import { claimTree } from '../../claim/claim-tree.ts';
import { speakerName } from '../../claim/speakers.ts';
import { linkStart } from '../../link/link-ends.ts';
import type { ClaimRecord, LinkRecord } from '../../record/records.ts';
import type { RichTextNode } from '../../record/rich-text.ts';
import { codesPart } from '../codebook-qdc.ts';
import type { ExportContext } from '../exchange-format.ts';
import type { ExportPlan, PlannedSource } from '../export-plan.ts';
import { mentionName } from '../table/mention-name.ts';
import { noteWords } from '../table/note-words.ts';
import { tintOf } from '../tag-colors.ts';
import { openXml, writeXml, type XmlPart } from '../xml/write-xml.ts';
import { type ClaimVariable, claimVariables, evidenceLink } from './claim-variables.ts';
import {
  codings,
  made,
  note,
  noteGuid,
  ref,
  typeOf,
  userGuid,
  variableGuid,
  variableValue,
  within,
} from './project-parts.ts';
import { articleNumber, metadataVariables } from './source-metadata.ts';

const namespace = 'urn:QDA-XML:project:1.0';

/**
 * The XML of a REFI-QDA project, valid after Project.xsd of 1.5, piece by piece. Guids are the records' ids; what has none here
 * (users, codings, variables, notes) gets one that is derived, so that the same records are the same bytes.
 */
export function* projectXml(context: ExportContext, plan: ExportPlan): Generator<string> {
  const writer = new ProjectXml(context, plan);
  yield '<?xml version="1.0" encoding="utf-8"?>\n';
  yield openXml({
    name: 'Project',
    attributes: { xmlns: namespace, name: context.title, origin: 'Variorum' },
  });
  yield* writer.content();
  yield '</Project>\n';
}

class ProjectXml {
  readonly #context: ExportContext;
  readonly #plan: ExportPlan;
  readonly #links: readonly LinkRecord[];

  constructor(context: ExportContext, plan: ExportPlan) {
    this.#context = context;
    this.#plan = plan;
    this.#links = context.records.list('link').filter((link) => {
      const { kind, id } = linkStart(link);
      return this.#goes(kind, id) && this.#goes(link.to.kind, link.to.id);
    });
  }

  *content(): Generator<string> {
    const { records, report } = this.#context;
    yield* within('Users', this.#users());
    const tags = records.list('tag');
    if (tags.length > 0) yield writeXml({ name: 'CodeBook', content: [codesPart(tags)] }, 1);
    report.carry('tag', tags.length);
    yield* within('Variables', this.#variables());
    yield* within('Cases', this.#cases());
    yield* within('Sources', this.#sources());
    yield* within('Notes', this.#notes());
    yield* within('Links', this.#linkParts());
  }

  #goes(kind: 'annotation' | 'claim', id: string): boolean {
    if (kind === 'claim') return this.#context.records.get('claim', id) !== null;
    return (this.#plan.annotationIds as ReadonlySet<string>).has(id);
  }

  *#users(): Generator<XmlPart> {
    const names = new Set<string>();
    for (const { article, annotations } of this.#plan.sources) {
      names.add(article.author);
      for (const { author } of annotations) names.add(author);
    }
    for (const name of [...names].filter((one) => one !== '').sort()) {
      yield { name: 'User', attributes: { guid: userGuid(name), name } };
    }
  }

  *#variables(): Generator<XmlPart> {
    const { records } = this.#context;
    const names = [
      ...(this.#plan.sources.length > 0 ? [...metadataVariables, articleNumber] : []),
      ...(records.count('claim') > 0 ? claimVariables : []),
    ];
    for (const name of names) {
      const attributes = { guid: variableGuid(name), name, typeOfVariable: typeOf(name) };
      yield { name: 'Variable', attributes };
    }
  }

  *#cases(): Generator<XmlPart> {
    const { records, report } = this.#context;
    for (const claim of claimTree(records.list('claim')).inOrder) {
      const evidence = records
        .evidenceOf(claim.id)
        .filter(({ annotationId }) => this.#plan.annotationIds.has(annotationId));
      report.carry('claim');
      yield {
        name: 'Case',
        attributes: { guid: claim.id, name: claim.wording },
        content: [
          ...this.#description(claim.note, `C${claim.number}`),
          ...claim.tagIds.map((id) => ref('CodeRef', id)),
          ...this.#claimValues(claim),
          ...[...new Set(evidence.map(({ annotationId }) => annotationId))].map((id) =>
            ref('SelectionRef', id),
          ),
        ],
      };
    }
  }

  *#claimValues(claim: ClaimRecord): Generator<XmlPart> {
    const { records } = this.#context;
    const values: Readonly<Record<ClaimVariable, string | number | null | undefined>> = {
      'claim: number': claim.number,
      'claim: status': claim.status,
      'claim: speaker': speakerName(records, claim),
      'claim: said on': claim.saidOn,
      'claim: said until': claim.saidUntil,
      'claim: place': claim.place,
      'claim: confidence': claim.confidence,
      'claim: importance': claim.importance,
      'claim: part of': claim.parentId,
    };
    for (const name of claimVariables) yield* variableValue(name, values[name]);
  }

  *#sources(): Generator<XmlPart> {
    const { report } = this.#context;
    for (const source of this.#plan.sources) {
      const { article, isPresent } = source;
      const metadata = effectiveMetadata(article);
      if (isPresent) report.carry('article');
      else
        report.lose(
          'Which texts are revisions of one article',
          'Each is a source of its own.',
          metadata.title,
        );
      report.carry('annotation', source.annotations.length);
      yield {
        name: 'TextSource',
        attributes: {
          guid: source.guid,
          name: metadata.title,
          plainTextPath: `internal://${source.guid}.txt`,
          ...made(article),
        },
        content: [
          ...source.annotations.map((annotation) => this.#selection(source, annotation)),
          ...(isPresent ? codings(article.id, article.tagIds ?? [], article) : []),
          ...metadataVariables.flatMap((name) => [...variableValue(name, metadata[name])]),
          ...(isPresent ? variableValue(articleNumber, article.number) : []),
        ],
      };
    }
  }

  #selection(
    { article }: PlannedSource,
    annotation: PlannedSource['annotations'][number],
  ): XmlPart {
    const { start, end } = this.#plan.position(annotation);
    return {
      name: 'PlainTextSelection',
      attributes: {
        guid: annotation.id,
        name: annotationLabel(article, annotation),
        startPosition: String(start),
        endPosition: String(end),
        ...made(annotation),
      },
      content: [
        ...codings(annotation.id, annotation.tagIds, annotation),
        ...(annotation.note === null ? [] : [ref('NoteRef', noteGuid(annotation.id))]),
      ],
    };
  }

  *#notes(): Generator<XmlPart> {
    for (const { article, annotations } of this.#plan.sources) {
      for (const annotation of annotations) {
        if (annotation.note === null) continue;
        const label = annotationLabel(article, annotation);
        const text = this.#words(annotation.note, label);
        yield note(annotation.id, label, text, made(annotation));
      }
    }
    for (const { id, note: text } of this.#links) {
      if (text !== undefined && text !== '') yield note(id, 'Link', text, {});
    }
  }

  *#linkParts(): Generator<XmlPart> {
    const { records, report } = this.#context;
    for (const link of this.#links) {
      const type = records.get('linkType', link.typeId);
      const start = linkStart(link);
      report.carry('link');
      yield {
        name: 'Link',
        attributes: {
          guid: link.id,
          name: type?.name ?? '',
          direction: type?.symmetric === true ? 'Associative' : 'OneWay',
          color: type?.color === undefined ? undefined : tintOf(type.color).hex,
          originGUID: start.id,
          targetGUID: link.to.id,
        },
        content: link.note ? [ref('NoteRef', noteGuid(link.id))] : [],
      };
    }
    for (const { id, claimId, annotationId, stance } of records.list('evidence')) {
      if (!this.#goes('claim', claimId) || !this.#goes('annotation', annotationId)) continue;
      report.carry('evidence');
      yield {
        name: 'Link',
        attributes: {
          guid: id,
          name: `${evidenceLink}${stance}`,
          direction: 'OneWay',
          originGUID: annotationId,
          targetGUID: claimId,
        },
      };
    }
  }

  #description(content: RichTextNode | null, label: string): readonly XmlPart[] {
    return content === null ? [] : [{ name: 'Description', content: this.#words(content, label) }];
  }

  #words(content: RichTextNode, label: string): string {
    const { records, report } = this.#context;
    const { text, isPoorer } = noteWords(content, (target) => mentionName(records, target));
    if (isPoorer) report.lose('The form of notes', 'Notes of REFI-QDA are plain text here.', label);
    return text;
  }
}
