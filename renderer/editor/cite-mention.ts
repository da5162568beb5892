import type { EditorState, Transaction } from 'prosemirror-state';
import type { MentionKind, MentionTarget } from '../../app/brief/mentions.ts';
import { citationIdName } from './citation-markup.ts';
import type { CitationSource } from './citation-source.ts';
import { insertBlock } from './insert-citation.ts';
import { insertInline, type ReferenceQuery } from './reference-query.ts';

/** Citing by the list behind `@` what could be mentioned. */
export interface MentionCiting {
  /** Why something can't be cited here, as words within a sentence; `null`: it can. */
  refusal(state: EditorState, kind: MentionKind): string | null;
  /** Puts the citation in the place of what was typed. `null`: none fits here. */
  cite(state: EditorState, query: ReferenceQuery, target: MentionTarget): Transaction | null;
}

/** Of a note, which mentions and never cites. */
export const noMentionCiting: MentionCiting = {
  refusal: () => 'a note cites nothing',
  cite: () => null,
};

/**
 * Of a brief: an annotation is quoted in the line, an article cited as a whole, a claim set off below it. A footnote, which is
 * a line, cites no claim; a tag has no words of a source.
 */
export function mentionCiting(source: CitationSource): MentionCiting {
  return {
    refusal: ({ doc }, kind) => {
      if (kind === 'tag') return 'a tag can’t be cited';
      const isNote = doc.type.name === 'footnote';
      return kind === 'claim' && isNote ? 'a claim can’t be cited in a footnote' : null;
    },
    cite: (state, query, target) => {
      if (target.kind === 'tag') return null;
      const { schema } = state;
      const form = target.kind === 'annotation' ? 'inline' : target.kind;
      const accepted = source.accepted(target);
      const type = schema.nodes[`${form}_citation`];
      const node = type?.create({ [citationIdName(form)]: target.id, accepted });
      if (node === undefined) return null;
      if (node.isInline) return insertInline(state, query, node);
      const tr = withoutQuery(state, query);
      return insertBlock(tr, node) ? tr.scrollIntoView() : null;
    },
  };
}

/** What is set off parts the line: no blanks stay at its new ends. */
function withoutQuery({ doc, tr }: EditorState, { from, to }: ReferenceQuery): Transaction {
  const place = doc.resolve(from);
  const before = place.nodeBefore?.text ?? '';
  const behind = doc.resolve(to).nodeAfter?.text ?? '';
  const blanksBefore = before.length - before.trimEnd().length;
  const blanksBehind = behind.length - behind.trimStart().length;
  return tr.delete(from - blanksBefore, to + blanksBehind);
}
