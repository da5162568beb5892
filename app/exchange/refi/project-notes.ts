import { decodeText } from '../decode-text.ts';
import type { ReportBuilder } from '../report-builder.ts';
import { elementsIn, textIn, type XmlElement } from '../xml/read-xml.ts';
import { plainGuid } from './guid.ts';
import type { ProjectFiles } from './project-files.ts';

/** The notes (memos) of a project, by guid. */
export class ProjectNotes {
  readonly #texts = new Map<string, string>();
  readonly #used = new Set<string>();

  /** Reads them all. What a note has besides its text, its own codes and selections, is reported. */
  async load(project: XmlElement, files: ProjectFiles, report: ReportBuilder): Promise<void> {
    const notes = elementsIn(project, 'Notes').flatMap((all) => elementsIn(all, 'Note'));
    for (const note of notes) {
      const guid = plainGuid(note.attributes.guid);
      const name = note.attributes.name ?? guid ?? 'a note';
      const text = await noteText(note, files);
      if (text === null) {
        report.refuse(`note “${name}”`, 'Its text is not in the package.');
        continue;
      }
      // One without words says nothing: whoever refers to it has no note.
      if (guid !== null && text.trim() !== '') this.#texts.set(guid, text);
      const coded = elementsIn(note).some(({ name: part }) => /Selection$|^Coding$/.test(part));
      if (coded) report.lose('Codes of a memo', 'Notes have no tags of their own here.', name);
    }
  }

  /** The text of a note; `null`: there is none of that guid, or it has no words. */
  text(guid: string | undefined): string | null {
    const plain = plainGuid(guid);
    if (plain === null) return null;
    const text = this.#texts.get(plain) ?? null;
    if (text !== null) this.#used.add(plain);
    return text;
  }

  /** The texts of the notes that an element refers to. */
  of(element: XmlElement): readonly string[] {
    return elementsIn(element, 'NoteRef')
      .map(({ attributes }) => this.text(attributes.targetGUID))
      .filter((text) => text !== null);
  }

  /** Reports the notes that nothing that came refers to. */
  tellUnused(report: ReportBuilder): void {
    for (const [guid, text] of this.#texts) {
      if (this.#used.has(guid)) continue;
      report.lose(
        'Memos of the project or of what is not carried',
        'A note belongs to an annotation, a claim or a link here.',
        text.slice(0, 120),
      );
    }
  }
}

async function noteText(note: XmlElement, files: ProjectFiles): Promise<string | null> {
  const content = elementsIn(note, 'PlainTextContent').map(textIn).join('');
  if (content.trim() !== '') return content;
  for (const path of [note.attributes.plainTextPath, note.attributes.richTextPath]) {
    const file = path === undefined ? null : files.find(path);
    if (file !== null && !/\.(?:docx|rtf|pdf)$/i.test(file.name)) {
      return decodeText(await file.bytes()).text.replace(/^\ufeff/, '');
    }
  }
  const description = elementsIn(note, 'Description').map(textIn).join('\n');
  const isMissing = note.attributes.plainTextPath ?? note.attributes.richTextPath;
  return description.trim() === '' && isMissing !== undefined ? null : description;
}
