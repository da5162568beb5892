import { Schema } from 'prosemirror-model';
import { textMarks, textNodes } from './text-nodes.ts';

/** What a note may hold: text in paragraphs, lists and quotations, with references. See `RichTextNode` for the stored form. */
export const noteSchema = new Schema({ nodes: textNodes, marks: textMarks });
