import { Fragment, Slice } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';

/** Has what is copied out of a long text be its blocks alone: the sections around them are ours and mean nothing elsewhere. */
export function plainCopy(): Plugin {
  return new Plugin({
    props: {
      transformCopied(slice) {
        const { content, openStart, openEnd } = slice;
        if (content.firstChild?.type.name !== 'section') return slice;
        const blocks = content.content.flatMap((section) => [...section.content.content]);
        return new Slice(
          Fragment.from(blocks),
          Math.max(0, openStart - 1),
          Math.max(0, openEnd - 1),
        );
      },
    },
  });
}
