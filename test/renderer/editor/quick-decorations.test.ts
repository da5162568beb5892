import fc from 'fast-check';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { expect, test } from 'vitest';
import { briefSchema } from '../../../renderer/editor/brief-schema.ts';
import { quickDecorations } from '../../../renderer/editor/quick-decorations.ts';
import { doc, inline, list, p, quotation } from './mounted-editor.ts';

test('the decorations of each block are those that the package finds, also after the document was changed', () => {
  const block = fc.constantFrom(
    p('words'),
    p('It is ', inline('cost'), ', and ', inline('date'), '.'),
    quotation('cost'),
    list('bullet_list', [p('An item ', inline('sum'))], [p('none')]),
  );
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), fc.nat(), (blocks, at) => {
      const before = briefSchema.nodeFromJSON(doc(...blocks));
      const decorations: Decoration[] = [];
      before.descendants((node, from) => {
        if (node.type.name.endsWith('_citation')) {
          decorations.push(Decoration.node(from, from + node.nodeSize, {}, { id: String(from) }));
        }
      });
      const set = DecorationSet.create(before, decorations);
      const quick = quickDecorations(set);
      expect(quickDecorations(set)).toBe(quick);
      before.forEach((child, offset) => {
        expect(found(quick, offset, child)).toEqual(found(set, offset, child));
      });
      expect(quick.find()).toEqual(set.find());
      expect(found(quick, before.content.size + 7, before.child(0))).toEqual([]);
      // Taking a decoration away leaves a set that is found in as well.
      const less = set.remove(
        [decorations[at % Math.max(1, decorations.length)]].flatMap((one) => one ?? []),
      );
      before.forEach((child, offset) => {
        expect(found(quickDecorations(less), offset, child)).toEqual(found(less, offset, child));
      });
    }),
    { seed: 10, numRuns: 200 },
  );
});

function found(
  set: DecorationSet,
  offset: number,
  child: Parameters<DecorationSet['forChild']>[1],
) {
  const own = set.forChild(offset, child);
  return own instanceof DecorationSet
    ? own.find().map(({ from, to, spec }) => [from, to, spec])
    : own;
}
