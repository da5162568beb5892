import { readUuid } from '../../base/derived-id.ts';
import type { RichTextNode } from '../../record/rich-text.ts';
import type { DraftTagRef, TagDraft } from '../import-draft.ts';
import { joinNotes, plainNote } from '../notes/plain-note.ts';
import { readNoteHtml } from '../notes/read-note-html.ts';
import { readNoteMarkdown } from '../notes/read-note-markdown.ts';
import { isObject, type Json, type JsonObject, listOfJson, textOf } from './json.ts';

/** A tag with what has to be made for it: from the top down to itself; none if it is known by its name alone. */
export interface BodyTag {
  readonly ref: DraftTagRef;
  readonly above: readonly TagDraft[];
}

/** What the bodies of an annotation say. */
export interface AnnotationBodies {
  readonly tags: readonly BodyTag[];
  readonly note: RichTextNode | null;
  /** Words that comment, as plain text; empty: none. */
  readonly plain: string;
  /** What it is said to be: types of links, statuses, stances. */
  readonly classes: readonly {
    readonly id: string | null;
    readonly value: string;
    readonly purpose: string;
  }[];
  readonly described: string | null;
  /** What it is said to be about, by an address. */
  readonly identified: string | null;
  readonly lost: readonly { readonly what: string; readonly why: string }[];
}

/** Properties of annotations that no record has a place for. */
const withoutPlace: Readonly<Record<string, string>> = {
  rights: 'Licences of annotations',
  audience: 'Audiences of annotations',
  accessibility: 'Notes on accessibility',
  stylesheet: 'Style sheets of annotations',
};

const noPlace = 'There is no place for it here.';

/** Takes the bodies of an annotation apart by their purposes; one without has the annotation's motivation. */
export function annotationBodies(item: JsonObject): AnnotationBodies {
  const found = new Bodies(listOfJson(item.motivation).map(String));
  const bodyValue = textOf(item.bodyValue);
  if (bodyValue !== null) found.takeText({ value: bodyValue }, bodyValue);
  for (const body of listOfJson(item.body)) found.take(body);
  for (const [name, what] of Object.entries(withoutPlace)) {
    if (item[name] !== undefined) found.lost.push({ what, why: noPlace });
  }
  return found.bodies();
}

class Bodies {
  readonly lost: { what: string; why: string }[] = [];
  readonly #motivations: readonly string[];
  readonly #tags: BodyTag[] = [];
  readonly #notes: (RichTextNode | null)[] = [];
  readonly #plain: string[] = [];
  readonly #classes: { id: string | null; value: string; purpose: string }[] = [];
  #described: string | null = null;
  #identified: string | null = null;

  constructor(motivations: readonly string[]) {
    this.#motivations = motivations;
  }

  bodies(): AnnotationBodies {
    return {
      tags: this.#tags,
      note: joinNotes(this.#notes),
      plain: this.#plain.join('\n'),
      classes: this.#classes,
      described: this.#described,
      identified: this.#identified,
      lost: this.lost,
    };
  }

  take(body: Json): void {
    if (typeof body === 'string') this.#takeAddress(body, this.#purposeOf({}));
    else if (isObject(body)) {
      const value = textOf(body.value);
      const items = listOfJson(body.items);
      if (value !== null) this.takeText(body, value);
      else if (items.length > 0) this.#takeSet(body, items);
      else this.#takeResource(body);
    }
  }

  takeText(body: JsonObject, value: string): void {
    const purpose = this.#purposeOf(body);
    if (purpose === 'tagging') {
      this.#tags.push(tagOf(body, value));
      return;
    }
    if (purpose === 'classifying' || purpose === 'assessing') {
      this.#classes.push({ id: textOf(body.id), value, purpose });
      if (this.#motivations.includes(purpose) || this.#isOurs) return;
    }
    if (purpose === 'describing' && this.#described === null) {
      this.#described = value;
      return;
    }
    this.#plain.push(value);
    this.#notes.push(noteOf(value, textOf(body.format)));
  }

  /** Whether it may be a claim, evidence or a link of this program: what classifies it is no note then. */
  get #isOurs(): boolean {
    return ['linking', 'describing', 'assessing'].some((one) => this.#motivations.includes(one));
  }

  #takeSet(body: JsonObject, items: readonly Json[]): void {
    if (listOfJson(body.type).includes('Choice')) {
      this.lost.push({ what: 'Further choices of a body', why: 'The first one is taken.' });
      const [first] = items;
      if (first !== undefined) this.take(first);
    } else for (const item of items) this.take(item);
  }

  #takeResource(body: JsonObject): void {
    const { source } = body;
    const address = textOf(source) ?? (isObject(source) ? textOf(source.id) : textOf(body.id));
    if (address !== null) this.#takeAddress(address, this.#purposeOf(body));
    if (body.selector !== undefined) {
      this.lost.push({ what: 'Parts of what a body leads to', why: 'The whole of it is linked.' });
    }
  }

  #takeAddress(address: string, purpose: string): void {
    if (purpose === 'identifying') this.#identified ??= address;
    if (readUuid(address) !== null) return;
    if (purpose === 'tagging') {
      this.#tags.push({ ref: { path: [lastName(address)] }, above: [] });
      this.lost.push({ what: 'Addresses of tags', why: 'A tag is its name here.' });
      return;
    }
    const isLink = /^(?:https?:\/\/|mailto:)/i.test(address);
    const marks = isLink ? { marks: [{ type: 'link', attrs: { href: address } }] } : {};
    const text = { type: 'text', text: address, ...marks };
    this.#notes.push({ type: 'doc', content: [{ type: 'paragraph', content: [text] }] });
  }

  #purposeOf(body: JsonObject): string {
    return textOf(body.purpose) ?? this.#motivations[0] ?? 'commenting';
  }
}

function noteOf(value: string, format: string | null): RichTextNode | null {
  if (format !== null && /html/i.test(format)) return readNoteHtml(value);
  if (format !== null && /markdown/i.test(format)) return readNoteMarkdown(value);
  return plainNote(value);
}

/** A tag with those above it, as this program writes them; of another program its name. */
function tagOf(body: JsonObject, value: string): BodyTag {
  const key = readUuid(textOf(body.id) ?? '');
  if (key === null) return { ref: { path: [value] }, above: [] };
  const path: { readonly key: string; readonly name: string }[] = [{ key, name: value }];
  let above = body.partOf;
  while (isObject(above) && path.length < 100) {
    const id = readUuid(textOf(above.id) ?? '');
    const name = textOf(above.value);
    if (id === null || name === null) break;
    path.unshift({ key: id, name });
    above = above.partOf;
  }
  return {
    ref: { key },
    above: path.map((tag, index) => ({
      kind: 'tag',
      ...tag,
      parentKey: path[index - 1]?.key ?? null,
    })),
  };
}

function lastName(address: string): string {
  const name = address.split(/[/#]/).findLast((part) => part !== '') ?? address;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
