import { speakerName } from '../../claim/speakers.ts';
import type { ClaimRecord } from '../../record/records.ts';
import type { ExportContext } from '../exchange-format.ts';
import { frontMatter } from './front-matter.ts';
import { joinLines } from './markdown-text.ts';
import { noteLines } from './note-lines.ts';
import type { VaultParts } from './vault-parts.ts';

/** The note of a claim: its facts, what is filed under it with links to the passages, its links. */
export function* claimNote(
  context: ExportContext,
  parts: VaultParts,
  claim: ClaimRecord,
): Generator<string> {
  const { records, report } = context;
  const facts = {
    variorum: 'claim',
    id: claim.id,
    number: claim.number,
    wording: claim.wording,
    speaker: speakerName(records, claim),
    status: claim.status,
    saidOn: claim.saidOn,
    saidUntil: claim.saidUntil,
    place: claim.place,
    importance: claim.importance,
    confidence: claim.confidence,
    parent: claim.parentId,
    tags: parts.tagsOf(claim.tagIds),
    questions: claim.questions?.map(({ question, answer }) => ({ question, answer })),
    author: claim.author,
    created: claim.createdAt,
  };
  const known = Object.entries(facts).filter(([, value]) => value !== null && value !== undefined);
  yield frontMatter(Object.fromEntries(known));
  yield `\n# ${joinLines(claim.wording)}\n`;
  const parent = claim.parentId ? parts.claimLink(claim.parentId) : null;
  if (parent !== null) yield `\nPart of ${parent}.\n`;
  if (claim.note !== null) {
    yield `\n## Note\n`;
    yield* noteLines(claim.note, context, `C${claim.number}`);
  }
  report.carry('claim');
  const evidence = records.evidenceOf(claim.id).flatMap((one) => {
    const link = parts.places.link(one.annotationId, null);
    const annotation = records.get('annotation', one.annotationId);
    return link === null || annotation === null
      ? []
      : [{ ...one, link, quote: annotation.passage.quote }];
  });
  if (evidence.length > 0) yield '\n## Evidence\n\n';
  for (const { id, stance, annotationId, link, quote } of evidence) {
    report.carry('evidence');
    yield `- ${stance} ${link} “${joinLines(quote)}” %%${id} ${annotationId}%%\n`;
  }
  const links = records.linksAt(claim.id).filter(({ from }) => from === claim.id);
  const items = links.flatMap((link) => [...parts.linkItem(link, null)]);
  if (items.length > 0) yield '\n## Links\n\n';
  yield* items;
}
