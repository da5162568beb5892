import { type DifferencePiece, wordDifferences } from '../../../app/compare/word-differences.ts';
import type { RecordChange } from '../../../app/host/history.ts';
import { changedFields } from '../../../app/record/record-content.ts';
import type {
  AnnotationRecord,
  ArticleMetadata,
  ArticleRecord,
  ProjectRecord,
  RecordKind,
} from '../../../app/record/records.ts';
import { kindNames } from '../../../app/suggestion/kind-names.ts';
import { metadataFields } from '../corpus/metadata.ts';
import { richTextWords } from '../writing/rich-text-words.ts';

/** A record by its id, as it is or was last; `undefined`: nobody knows. */
export type Lookup = (id: string) => ProjectRecord | undefined;

/** One thing that a record says, before and after a change, in words. */
export interface FieldView {
  readonly name: string;
  /** `null`: it said nothing of it, or was not there. */
  readonly before: string | null;
  readonly after: string | null;
  /** What was cut and inserted, where both are texts. */
  readonly pieces: readonly DifferencePiece[] | null;
}

/** What a change made of one record, in words. */
export interface RecordView {
  readonly id: string;
  readonly kind: RecordKind;
  /** "Annotation 3:10", "Tag “figure”". */
  readonly label: string;
  readonly how: 'added' | 'changed' | 'removed';
  readonly fields: readonly FieldView[];
}

/** Longer texts are not compared word by word: the difference would take longer to make than to read. */
const longestCompared = 40_000;

/** What a change made of a record, field by field; fields that say the same are left out. */
export function recordView({ before, after }: RecordChange, lookup: Lookup): RecordView | null {
  const record = after ?? before;
  if (record === null) return null;
  if (before !== null && after !== null && changedFields(before, after).length === 0) return null;
  const was = before === null ? new Map<string, string>() : fieldsOf(before, lookup);
  const is = after === null ? new Map<string, string>() : fieldsOf(after, lookup);
  const names = new Set([...was.keys(), ...is.keys()]);
  const fields = [...names].flatMap((name): FieldView[] => {
    const [one, other] = [was.get(name) ?? null, is.get(name) ?? null];
    if (one === other) return [];
    const isLong = (one?.length ?? 0) + (other?.length ?? 0) > longestCompared;
    const pieces = one === null || other === null || isLong ? null : wordDifferences(one, other);
    return [{ name, before: one, after: other, pieces }];
  });
  const how = before === null ? 'added' : after === null ? 'removed' : 'changed';
  return { id: record.id, kind: record.kind, label: recordLabel(record, lookup), how, fields };
}

/** A record as people name it: "annotation 3:10", "tag “figure”", "claim C4". */
export function recordLabel(record: ProjectRecord, lookup: Lookup): string {
  switch (record.kind) {
    case 'article':
      return `article ${record.number} “${shortened(titleOf(record))}”`;
    case 'revision': {
      const article = lookup(record.articleId);
      const of = article?.kind === 'article' ? ` of article ${article.number}` : '';
      return `revision ${record.number ?? 1}${of}`;
    }
    case 'annotation':
      return `annotation ${numberOf(record, lookup)}`;
    case 'tag':
      return `tag “${shortened(record.name)}”`;
    case 'linkType':
      return `type of link “${shortened(record.name)}”`;
    case 'link':
      return `link “${shortened(nameOf(record.typeId, lookup))}”`;
    case 'speaker':
      return `speaker “${shortened(record.name)}”`;
    case 'claim':
      return `claim C${record.number}`;
    case 'evidence':
      return `evidence of ${nameOf(record.claimId, lookup)}`;
    case 'silence':
      return `silence about ${nameOf(record.claimId, lookup)}`;
    case 'decision':
      return `decision on “${shortened(record.words)}”`;
    case 'brief':
      return `brief “${shortened(record.title)}”`;
    case 'briefPart':
      return `part of ${nameOf(record.briefId, lookup)}`;
    case 'picture':
      return `picture “${shortened(record.description)}”`;
    case 'citationStyle':
      return `citation style “${shortened(record.title)}”`;
    case 'savedSearch':
      return `saved search “${shortened(record.name)}”`;
    case 'setting':
      return `setting “${shortened(record.name)}”`;
  }
}

/** A short name of a record where another one speaks of it: "3:10", "figure", "C4". */
function nameOf(id: string, lookup: Lookup): string {
  const record = lookup(id);
  if (record === undefined) return 'something that is gone';
  switch (record.kind) {
    case 'annotation':
      return numberOf(record, lookup);
    case 'claim':
      return `C${record.number}`;
    case 'tag':
    case 'linkType':
    case 'speaker':
      return record.name;
    case 'article':
      return `${record.number} “${shortened(titleOf(record))}”`;
    default:
      return recordLabel(record, lookup);
  }
}

/** Ids that a record's fields speak of: to be looked up before it is described. */
export function idsIn(record: ProjectRecord): readonly string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      if (uuid.test(value)) found.add(value);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(record);
  found.delete(record.id);
  return [...found];
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function titleOf({ corrected, detected }: ArticleRecord): string {
  return corrected.title ?? detected.title;
}

function numberOf({ articleId, number }: AnnotationRecord, lookup: Lookup): string {
  const article = lookup(articleId);
  return `${article?.kind === 'article' ? article.number : '?'}:${number}`;
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59).trimEnd().toWellFormed()}…`;
}

/** What a record says, by the names of the screen; what it says nothing of has no entry. */
function fieldsOf(record: ProjectRecord, lookup: Lookup): Map<string, string> {
  const fields = new Map<string, string>();
  const put = (name: string, value: string | number | null | undefined): void => {
    if (value !== null && value !== undefined && value !== '') fields.set(name, String(value));
  };
  const yes = (name: string, value: boolean | undefined): void => put(name, value ? 'yes' : null);
  const names = (ids: readonly string[] | undefined): string =>
    (ids ?? []).map((id) => nameOf(id, lookup)).join(', ');
  const words = (node: Parameters<typeof richTextWords>[0]): string =>
    richTextWords(node, (id) => nameOf(id, lookup));
  switch (record.kind) {
    case 'article':
      for (const [field, name] of metadataFields) {
        put(name, correctionOf(record.corrected, field));
        put(`${name}, as it was read`, record.detected[field]);
      }
      put('Tags', names(record.tagIds));
      yes('Starred', record.starred);
      yes('Read', record.read);
      yes('Archived', record.archived);
      put('In the trash since', record.trashedAt);
      put('Text', revisionWords(record.revisionId, lookup));
      put('Files', record.origins.map(({ fileName }) => fileName).join('\n'));
      break;
    case 'revision':
      put('Number', record.number);
      put('Words', record.wordCount);
      put('File', record.source?.fileName);
      put('Remarks', record.source?.remarks.join('\n'));
      break;
    case 'annotation':
      put('Passage', record.passage.quote);
      put('Place', `${record.passage.start} to ${record.passage.end}`);
      put('Made on', revisionWords(record.passage.revisionId, lookup));
      put('Tags', names(record.tagIds));
      put('Note', words(record.note));
      put('Carried over', record.carried?.outcome);
      put('Passage before it was carried over', record.carried?.from.quote);
      break;
    case 'tag':
      put('Name', record.name);
      put('Below', record.parentId === null ? null : nameOf(record.parentId, lookup));
      put('Colour', record.color);
      put('Description', record.description);
      put('Key', record.key);
      put('Place among its neighbours', record.rank);
      break;
    case 'linkType':
      put('Name', record.name);
      put('From the other end', record.inverseName);
      yes('Says the same from both ends', record.symmetric);
      put('Description', record.description);
      put('Colour', record.color);
      put('Line', record.line);
      break;
    case 'link':
      put('Says', nameOf(record.typeId, lookup));
      put('From', passageWords(record.from, lookup));
      put('To', passageWords(record.to.id, lookup));
      put('Note', record.note);
      break;
    case 'speaker':
      put('Name', record.name);
      put('Is', record.nature);
      put('Also called', record.aliases.join('\n'));
      put('Description', record.description);
      break;
    case 'claim':
      put('Wording', record.wording);
      put('Speaker', record.speakerId ? nameOf(record.speakerId, lookup) : record.speaker);
      put('Said on', record.saidOn);
      put('Said until', record.saidUntil);
      put('Place', record.place);
      put('Importance', record.importance);
      put('Part of', record.parentId ? claimWords(record.parentId, lookup) : null);
      put('Place among its neighbours', record.rank);
      put(
        'Questions',
        (record.questions ?? []).map(({ question, answer }) => `${question}\n${answer}`).join('\n'),
      );
      put('Status', record.status);
      put('Confidence', record.confidence);
      put('Tags', names(record.tagIds));
      put('Note', words(record.note));
      break;
    case 'evidence':
      put('Claim', claimWords(record.claimId, lookup));
      put('Passage', passageWords(record.annotationId, lookup));
      put('Stance', record.stance);
      break;
    case 'silence':
      put('Claim', claimWords(record.claimId, lookup));
      put('Article', nameOf(record.articleId, lookup));
      put('Search', record.search);
      put('Searched in', record.revisionId ? revisionWords(record.revisionId, lookup) : null);
      break;
    case 'decision':
      put('Suggestion', kindNames[record.suggestion][0]);
      put('Decided', record.outcome);
      put('Words', record.words);
      put('Articles', record.articleIds.map((id) => nameOf(id, lookup)).join('\n'));
      put('Score', record.score);
      break;
    case 'brief':
      put('Title', record.title);
      put('Text', record.content === undefined ? null : words(record.content));
      put('Citation style', record.citationStyle);
      put('Notes', record.notes);
      put('Bibliography', record.bibliography === undefined ? null : yesOrNo(record.bibliography));
      put('Language', record.language);
      break;
    case 'briefPart':
      put('Text', words({ type: 'doc', content: record.content }));
      put('Place in the brief', record.order);
      break;
    case 'picture':
      put('Shows', record.of);
      put('Description', record.description);
      put('Size', `${record.width} × ${record.height}`);
      break;
    case 'citationStyle':
      put('Title', record.title);
      put('Length', record.xml.length);
      break;
    case 'savedSearch':
      put('Name', record.name);
      put('Search', record.query);
      put('Shown as', record.view);
      break;
    case 'setting':
      put(
        'Value',
        typeof record.value === 'string' ? record.value : JSON.stringify(record.value, null, 1),
      );
      break;
  }
  return fields;
}

function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no';
}

function correctionOf(
  metadata: Partial<ArticleMetadata>,
  field: keyof ArticleMetadata,
): string | null {
  if (!(field in metadata)) return null;
  // An empty correction says that it is not known.
  return metadata[field] ?? (metadata[field] === null ? 'not known' : null);
}

function revisionWords(id: string, lookup: Lookup): string {
  const revision = lookup(id);
  return revision?.kind === 'revision' ? `revision ${revision.number ?? 1}` : 'a revision';
}

function passageWords(id: string, lookup: Lookup): string {
  const record = lookup(id);
  if (record?.kind === 'claim') return claimWords(id, lookup);
  const quote = record?.kind === 'annotation' ? ` “${shortened(record.passage.quote)}”` : '';
  return nameOf(id, lookup) + quote;
}

function claimWords(id: string, lookup: Lookup): string {
  const record = lookup(id);
  const wording = record?.kind === 'claim' ? ` “${shortened(record.wording)}”` : '';
  return nameOf(id, lookup) + wording;
}
