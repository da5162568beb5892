import { writePath } from '../../annotation/tag-paths.ts';
import { derivedId, readUuid } from '../../base/derived-id.ts';
import { decodeText } from '../decode-text.ts';
import {
  ExchangeFault,
  type ExchangeReader,
  type ImportContext,
  type ImportFile,
  type ImportInput,
} from '../exchange-format.ts';
import type { ImportDraft, TagDraft } from '../import-draft.ts';
import { articleListName, type ListedArticle, readArticleList } from './article-list.ts';
import {
  type BratConfiguration,
  noConfiguration,
  readConfiguration,
} from './read-configuration.ts';
import { readDocument } from './read-document.ts';

const isAnnotations = /\.(?:ann|a1|a2)$/i;

/** Files of one text: `a/x.txt` with `a/x.ann`, or with `x.a1` and `x.a2` of shared tasks. */
interface BratDocument {
  /** Its path without ending. */
  readonly stem: string;
  readonly text: ImportFile | null;
  readonly annotations: readonly ImportFile[];
}

/** Reads folders of brat, also packed as a ZIP, and single `.ann` files, by rule J16: leniently. */
export const bratReader: ExchangeReader = {
  id: 'brat',
  recognise({ name, names, text }) {
    if (names.some((one) => isAnnotations.test(one))) return 0.95;
    return isAnnotations.test(name) && /^(?:[TEAMNR]\d|\*|#)\S*\t/m.test(text) ? 0.9 : 0;
  },
  async *read(input, context) {
    const files = await filesOf(input, context);
    const { documents, unmarked } = documentsOf(files);
    if (documents.length === 0) {
      throw new ExchangeFault(
        'There are no annotations of brat here (.ann). Choose the folder that holds them, or a ZIP of it.',
      );
    }
    if (unmarked > 0) {
      const count = unmarked.toLocaleString('en-GB');
      context.report.remark(
        `Texts without a file of annotations (.ann) were left alone: ${count}. Import them as articles.`,
      );
    }
    const configuration = await configurationOf(files);
    yield* tagDrafts(configuration);
    const listed = await listOf(files);
    for (const [index, document] of documents.entries()) {
      context.progress(index, documents.length);
      yield* readOne(document, configuration, listed.get(document.stem) ?? null, context);
    }
  },
};

async function filesOf(input: ImportInput, context: ImportContext): Promise<readonly ImportFile[]> {
  const [only] = input.files;
  if (only === undefined || input.files.length > 1 || isAnnotations.test(only.name))
    return input.files;
  return context.unpack(only);
}

/** Texts with their annotations, and how many texts have none. */
function documentsOf(files: readonly ImportFile[]): {
  readonly documents: readonly BratDocument[];
  readonly unmarked: number;
} {
  const texts = new Map<string, ImportFile>();
  const annotations = new Map<string, ImportFile[]>();
  for (const file of files) {
    const stem = file.name.replace(/\.\w+$/, '');
    if (/\.txt$/i.test(file.name)) texts.set(stem, file);
    else if (isAnnotations.test(file.name)) {
      const others = annotations.get(stem);
      if (others === undefined) annotations.set(stem, [file]);
      else others.push(file);
    }
  }
  const documents = [...annotations].map(([stem, own]) => ({
    stem,
    text: texts.get(stem) ?? null,
    annotations: own.sort((one, other) => (one.name < other.name ? -1 : 1)),
  }));
  const unmarked = [...texts.keys()].filter((stem) => !annotations.has(stem)).length;
  return { documents, unmarked };
}

async function configurationOf(files: readonly ImportFile[]): Promise<BratConfiguration> {
  const file = files.find(({ name }) => /(?:^|\/)annotation\.conf$/i.test(name));
  return file === undefined
    ? noConfiguration
    : readConfiguration(decodeText(await file.bytes()).text);
}

async function listOf(files: readonly ImportFile[]): Promise<ReadonlyMap<string, ListedArticle>> {
  const file = files.find(({ name }) => name.split('/').at(-1) === articleListName);
  if (file === undefined) return new Map();
  const folder = file.name.slice(0, -articleListName.length);
  const listed = readArticleList(decodeText(await file.bytes()).text);
  return new Map([...listed].map(([stem, article]) => [`${folder}${stem}`, article]));
}

/** The tags of a codebook of our own, those without annotations, too. */
function* tagDrafts({ tags, isOurs }: BratConfiguration): Generator<TagDraft> {
  if (!isOurs) return;
  for (const path of tags.values()) {
    const name = path.at(-1);
    if (name === undefined) continue;
    yield {
      kind: 'tag',
      key: writePath(path),
      name,
      parentKey: path.length === 1 ? null : writePath(path.slice(0, -1)),
    };
  }
}

async function* readOne(
  { stem, text, annotations }: BratDocument,
  configuration: BratConfiguration,
  listed: ListedArticle | null,
  { report }: ImportContext,
): AsyncGenerator<ImportDraft> {
  const contents: string[] = [];
  for (const file of annotations) {
    try {
      contents.push(await decoded(file, report));
    } catch (error) {
      if (!(error instanceof ExchangeFault)) throw error;
      report.refuse(file.name, error.message);
    }
  }
  let article: string | null = null;
  try {
    article = text === null ? null : await decoded(text, report);
  } catch (error) {
    if (!(error instanceof ExchangeFault)) throw error;
    report.refuse(text?.name ?? stem, error.message);
  }
  const key = readUuid(listed?.id ?? '') ?? derivedId(['brat', stem], null);
  yield* readDocument({
    stem,
    key,
    text: article,
    content: contents.map((one) => one.replace(/^\ufeff/, '')).join('\n'),
    listed,
    configuration,
    report,
  });
}

async function decoded(file: ImportFile, report: ImportContext['report']): Promise<string> {
  const { text, isSound } = decodeText(await file.bytes());
  if (!isSound) report.remark(`${file.name} is not UTF-8; some letters may be wrong.`);
  return text;
}
