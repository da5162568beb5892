import type { CodebookDraft } from '../codebook-draft.ts';
import {
  ExchangeFault,
  type ExchangeReader,
  type ImportContext,
  type ImportFile,
} from '../exchange-format.ts';
import type { ImportDraft, TagDraft } from '../import-draft.ts';
import { readCodes } from '../read-qdc.ts';
import { elementsIn, readXml, textIn, type XmlElement } from '../xml/read-xml.ts';
import { plainGuid } from './guid.ts';
import { tellUnknown } from './known-parts.ts';
import { projectFiles } from './project-files.ts';
import { ProjectNotes } from './project-notes.ts';
import { ProjectReading } from './project-reading.ts';
import { readCases } from './read-cases.ts';
import { readRelations } from './read-relations.ts';
import { readTextSource } from './read-text-source.ts';
import { transcriptSource } from './transcript-source.ts';

/**
 * Reads projects of REFI-QDA 1.5 (QDPX, or the XML of one alone) and codebooks (QDC), by rules J10 to J14: lenient, since no two
 * programs write it alike.
 */
export const refiReader: ExchangeReader = {
  id: 'refi-qda',
  recognise({ name, text, names }) {
    if (names.some((one) => /\.qde$/i.test(one))) return 1;
    if (/<(?:\w+:)?(?:Project|CodeBook)\b[^>]*urn:QDA-XML/.test(text)) return 1;
    if (/\.(?:qde|qdc)$/i.test(name)) return /^\s*</.test(text) ? 0.8 : 0.5;
    return /\.qdpx$/i.test(name) ? 0.7 : 0;
  },
  async *read(input, context) {
    const files = await projectFiles(input, context);
    const xml = readXml(files.xml);
    if (!xml.ok) {
      throw new ExchangeFault(
        `${xml.error.message} Export the project again in the program that it comes from, and import that.`,
      );
    }
    const project = xml.value;
    if (project.name === 'CodeBook') {
      const codebook = readCodes(project, () => null);
      if (!codebook.ok) throw new ExchangeFault(codebook.error.message);
      yield* tagDrafts(codebook.value, context);
      return;
    }
    if (project.name !== 'Project') {
      throw new ExchangeFault(
        `This is no project of REFI-QDA: its first element is “${project.name.slice(0, 60)}”. Choose another file.`,
      );
    }
    tellUnknown(project, context.report);
    const notes = new ProjectNotes();
    await notes.load(project, files, context.report);
    const tags = [...codeDrafts(project, notes, context)];
    yield* tags;
    const codes = new Map(tags.map(({ key, name }) => [key, name]));
    const sources = elementsIn(project, 'Sources').flatMap((all) => elementsIn(all));
    const total = sources.reduce((sum, source) => sum + elementsIn(source).length, 0);
    const reading = new ProjectReading(project, files, notes, codes, context, total);
    for (const source of sources) yield* readSource(source, reading);
    yield* readCases(project, reading);
    yield* readRelations(project, reading);
    tellRest(project, context);
    notes.tellUnused(context.report);
  },
};

function* codeDrafts(
  project: XmlElement,
  notes: ProjectNotes,
  context: ImportContext,
): Generator<TagDraft> {
  const [codebook] = elementsIn(project, 'CodeBook');
  const hasCodes = elementsIn(codebook ?? project, 'Codes').some(
    (codes) => elementsIn(codes).length > 0,
  );
  if (codebook === undefined || !hasCodes) return;
  const read = readCodes(codebook, (guid) => notes.text(guid));
  if (!read.ok) throw new ExchangeFault(read.error.message);
  yield* tagDrafts(read.value, context);
}

function* tagDrafts(codebook: CodebookDraft, { report }: ImportContext): Generator<TagDraft> {
  for (const remark of codebook.remarks) report.remark(remark);
  const keys = codebook.tags.map(({ guid }, index) => guid ?? `code ${index + 1}`);
  for (const [index, tag] of codebook.tags.entries()) {
    yield {
      kind: 'tag',
      key: keys[index] ?? '',
      name: tag.name,
      parentKey: tag.parent === null ? null : (keys[tag.parent] ?? null),
      color: tag.color,
      description: tag.description,
    };
  }
}

async function* readSource(
  source: XmlElement,
  reading: ProjectReading,
): AsyncGenerator<ImportDraft> {
  const { report } = reading;
  const name = source.attributes.name ?? source.attributes.path ?? 'a source without a name';
  switch (source.name) {
    case 'TextSource':
      yield* readTextSource(source, reading);
      return;
    case 'PDFSource': {
      const [representation] = elementsIn(source, 'Representation');
      if (representation !== undefined) {
        const key = yield* readTextSource(representation, reading, source);
        if (key === null) {
          refuseSelections(source, 'PDFSelection', 'The text of its PDF is missing.', reading);
        } else yield* readAreas(source, name, key, reading);
      } else yield* readPdf(source, name, reading);
      return;
    }
    case 'PictureSource': {
      const [description] = elementsIn(source, 'TextDescription');
      if (description === undefined) {
        report.refuse(name, 'It is a picture: only texts are read here.');
      } else {
        report.lose('Pictures', 'Only the texts that describe them came.', name);
        yield* readTextSource(description, reading, source);
      }
      refuseSelections(source, 'PictureSelection', 'It is an area of a picture.', reading);
      return;
    }
    case 'AudioSource':
    case 'VideoSource':
      yield* readRecording(source, name, reading);
      return;
    default:
      report.refuse(name, `“${source.name.slice(0, 60)}” is no kind of source that is known here.`);
  }
}

/** A recording comes as its transcripts, if it has some. */
async function* readRecording(
  source: XmlElement,
  name: string,
  reading: ProjectReading,
): AsyncGenerator<ImportDraft> {
  const { report } = reading;
  const kind = source.name === 'AudioSource' ? 'a sound recording' : 'a film';
  const transcripts = elementsIn(source, 'Transcript');
  if (transcripts.length === 0)
    report.refuse(name, `It is ${kind} without a transcript: only texts are read here.`);
  else report.lose('Sound and film', 'Only their transcripts came: texts are read here.', name);
  for (const transcript of transcripts)
    yield* readTextSource(transcriptSource(transcript), reading, source);
  const selections = source.name.replace('Source', 'Selection');
  refuseSelections(source, selections, `It is a stretch of ${kind}.`, reading);
}

/** A PDF without its text in the project: the file itself, and those selections whose words the project has. */
async function* readPdf(
  source: XmlElement,
  name: string,
  reading: ProjectReading,
): AsyncGenerator<ImportDraft> {
  const path = source.attributes.path ?? source.attributes.currentPath;
  const file: ImportFile | null = path === undefined ? null : reading.files.find(path);
  if (file === null) {
    reading.report.refuse(name, 'The PDF is not in the package, and neither is its text.');
    refuseSelections(source, 'PDFSelection', 'Its PDF is not in the package.', reading);
    return;
  }
  const key = reading.key(source.attributes.guid, 'source');
  yield {
    kind: 'article',
    key,
    metadata: {},
    text: { fileName: file.name, bytes: await file.bytes() },
    tags: [...reading.tagsOf(source), ...reading.setsOf(source)],
    ...reading.origin(source),
  };
  yield* readAreas(source, name, key, reading);
}

/** Areas of a PDF's pages whose words the project has, in the article of a key. */
function* readAreas(
  source: XmlElement,
  name: string,
  key: string,
  reading: ProjectReading,
): Generator<ImportDraft> {
  for (const [index, selection] of elementsIn(source, 'PDFSelection').entries()) {
    const where = `${selection.attributes.name ?? `selection ${index + 1}`} in ${name}`;
    const words = elementsIn(selection, 'Representation')
      .flatMap((text) => elementsIn(text, 'PlainTextContent'))
      .map(textIn)
      .join('\n')
      .trim();
    if (words === '') {
      reading.report.refuse(
        where,
        `It is an area of a page without its words. ${reading.codesInWords(selection)}`.trim(),
      );
      continue;
    }
    yield reading.annotation(selection, {
      where,
      target: { key },
      selector: { quote: words },
      words,
    });
  }
}

function refuseSelections(
  source: XmlElement,
  kind: string,
  reason: string,
  reading: ProjectReading,
): void {
  for (const [index, selection] of elementsIn(source, kind).entries()) {
    const where = `${selection.attributes.name ?? `selection ${index + 1}`} in ${source.attributes.name ?? kind}`;
    reading.report.refuse(where, `${reason} ${reading.codesInWords(selection)}`.trim());
  }
}

function tellRest(project: XmlElement, { report }: ImportContext): void {
  const graphs = elementsIn(project, 'Graphs').flatMap((all) => elementsIn(all, 'Graph'));
  for (const graph of graphs) {
    report.lose(
      'Drawn graphs',
      'The graph here is made of links and never stored.',
      graph.attributes.name ?? null,
    );
  }
  const description = elementsIn(project, 'Description').map(textIn).join('\n').trim();
  if (description !== '') {
    report.lose(
      'The description of the project',
      'Projects have none here.',
      description.slice(0, 120),
    );
  }
  const hidden = elementsIn(project, 'NoteRef').filter(
    (note) => plainGuid(note.attributes.targetGUID) !== null,
  );
  report.lose('Memos of the whole project', 'Projects have none here.', null, hidden.length);
}
