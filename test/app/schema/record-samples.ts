import type { RevisionHash, TextOffset } from '../../../app/base/brand.ts';
import type { Maker } from '../../../app/base/maker.ts';
import { newRecord } from '../../../app/record/record-factory.ts';
import type { RecordKind, RecordOf } from '../../../app/record/records.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';

const words: RichTextNode = {
  type: 'paragraph',
  content: [
    { type: 'text', text: 'Compare ' },
    {
      type: 'text',
      text: 'this',
      marks: [
        { type: 'strong' },
        { type: 'em' },
        { type: 'link', attrs: { href: 'https://example.org/a?b=c' } },
      ],
    },
    { type: 'hard_break' },
    { type: 'text', text: 'please', marks: [{ type: 'link', attrs: { href: 'mailto:a@b.c' } }] },
  ],
};

/** A note with every node that a note may have. */
export const note: RichTextNode = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Heading' }] },
    words,
    {
      type: 'bullet_list',
      content: [
        {
          type: 'list_item',
          content: [
            { type: 'ordered_list', attrs: { order: 3 }, content: [{ type: 'list_item' }] },
          ],
        },
      ],
    },
    { type: 'blockquote', content: [{ type: 'paragraph' }] },
  ],
};

/** A brief's content with every kind of citation. */
export function briefContent(maker: Maker): RichTextNode {
  const annotationId = maker.id<string>();
  return {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [{ type: 'inline_citation', attrs: { annotationId }, marks: [{ type: 'em' }] }],
      },
      { type: 'quotation_citation', attrs: { annotationId } },
      { type: 'claim_citation', attrs: { claimId: maker.id<string>() } },
      ...(note.content ?? []),
    ],
  };
}

/** A good record of each kind. */
export function goodRecords(maker: Maker): { readonly [Kind in RecordKind]: RecordOf<Kind> } {
  const metadata = {
    title: 'Ferry aground',
    outlet: 'Hesk News',
    byline: null,
    published: '2026-05-08T09:14:00+01:00',
    url: 'https://example.org/ferry',
    language: 'en',
  };
  return {
    article: newRecord(maker, 'article', {
      number: 1,
      revisionId: maker.id(),
      detected: metadata,
      corrected: { title: 'Ferry ran aground', published: '2026-05' },
      origins: [{ fileName: 'a.html', fileHash: 'a'.repeat(64), importedAt: maker.now() }],
      annotationsMade: 0,
    }),
    revision: newRecord(maker, 'revision', {
      articleId: maker.id(),
      hash: '0'.repeat(64) as RevisionHash,
      length: 120,
      blockCount: 2,
      wordCount: 20,
    }),
    annotation: newRecord(maker, 'annotation', {
      articleId: maker.id(),
      number: 10,
      passage: {
        revisionId: maker.id(),
        start: 4 as TextOffset,
        end: 9 as TextOffset,
        quote: 'ferry',
        prefix: 'The ',
        suffix: ' ran aground',
      },
      tagIds: [maker.id()],
      note,
      carried: {
        from: {
          revisionId: maker.id(),
          start: 0 as TextOffset,
          end: 5 as TextOffset,
          quote: 'Ferry',
          prefix: '',
          suffix: ' ran aground',
        },
        outcome: 'changed',
        score: 0.8,
      },
      keptFrom: maker.id(),
    }),
    tag: newRecord(maker, 'tag', {
      name: 'figure',
      parentId: null,
      color: 8,
      description: '',
      key: 9,
      rank: 'a0',
    }),
    linkType: newRecord(maker, 'linkType', {
      name: 'repeats',
      inverseName: 'is repeated by',
      symmetric: false,
      description: 'Word for word.',
      color: 3,
      line: 'dashed',
    }),
    link: newRecord(maker, 'link', {
      typeId: maker.id(),
      from: maker.id(),
      fromKind: 'claim',
      to: { kind: 'claim', id: maker.id() },
      note: 'The later one is exact.',
    }),
    speaker: newRecord(maker, 'speaker', {
      name: 'Ilse Brandt',
      nature: 'person',
      aliases: ['Brandt', 'the harbour master'],
      description: 'Harbour master',
    }),
    claim: newRecord(maker, 'claim', {
      number: 1,
      wording: 'Nobody was hurt.',
      speaker: null,
      speakerId: maker.id(),
      saidOn: '2026',
      saidUntil: '2026-05',
      place: 'Hesk',
      importance: 2,
      questions: [{ question: 'Who counted?', answer: '' }],
      parentId: maker.id(),
      rank: 'a0',
      status: 'disputed',
      confidence: 0.5,
      tagIds: [],
      note: null,
    }),
    evidence: newRecord(maker, 'evidence', {
      claimId: maker.id(),
      annotationId: maker.id(),
      stance: 'denies',
    }),
    silence: newRecord(maker, 'silence', {
      claimId: maker.id(),
      articleId: maker.id(),
      search: 'hurt OR injured',
      mode: 'words',
      revisionId: maker.id(),
    }),
    decision: newRecord(maker, 'decision', {
      suggestion: 'parallel',
      key: 'parallel-0123456789abcdef',
      outcome: 'dismissed',
      articleIds: [maker.id(), maker.id()],
      score: 0.75,
      words: 'nobody was hurt in the tunnel',
    }),
    brief: newRecord(maker, 'brief', {
      title: 'The ferry',
      content: briefContent(maker),
      citationStyle: 'chicago-notes',
      notes: 'endnotes',
      bibliography: false,
      language: 'en-GB',
    }),
    briefPart: newRecord(maker, 'briefPart', {
      briefId: maker.id(),
      order: 'a0',
      content: briefContent(maker).content ?? [],
    }),
    picture: newRecord(maker, 'picture', {
      of: 'matrix',
      svg: '<svg xmlns="http://www.w3.org/2000/svg"/>',
      png: 'iVBORw0KGgo=',
      width: 640,
      height: 480.5,
      description: 'Who says how many were hurt',
    }),
    citationStyle: newRecord(maker, 'citationStyle', { title: 'House style', xml: '<style/>' }),
    savedSearch: newRecord(maker, 'savedSearch', { name: 'Injuries', query: 'hurt' }),
    setting: newRecord(maker, 'setting', {
      name: 'keys',
      value: { h: null, list: [1, 'a', true] },
    }),
  };
}
