import { setextUnderline } from 'micromark-core-commonmark';
import type { gfm } from 'micromark-extension-gfm';

type Extension = ReturnType<typeof gfm>;
type Construct = typeof setextUnderline;

/**
 * Underlined headings as micromark reads them, without going over all that stands before each one, which takes it half a
 * minute for ten thousand of them: the step that makes a paragraph a heading is given the paragraph alone.
 */
export function quickSetext(): Extension {
  const underline: Construct = {
    ...setextUnderline,
    name: 'quickSetextUnderline',
    resolveTo(events, context) {
      const start = events.findLastIndex(
        ([step, token]) => step === 'enter' && token.type === 'content',
      );
      const own = events.splice(start);
      for (const event of setextUnderline.resolveTo?.(own, context) ?? own) events.push(event);
      return events;
    },
  };
  const codes = { equalsTo: 61, dash: 45 };
  return {
    disable: { null: ['setextUnderline'] },
    flow: { [codes.equalsTo]: underline, [codes.dash]: underline },
  };
}
