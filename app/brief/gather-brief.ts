import { withSpeakerName } from '../claim/speakers.ts';
import type { BriefBundle } from '../record/brief-bundle.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { BriefRecord } from '../record/records.ts';
import { composedBrief } from './brief-content.ts';
import { citedIds, pictureIdsIn } from './cited-ids.ts';
import { printedMention } from './mention-name.ts';
import { mentionedAnnotations, nameMentions } from './mentions.ts';

/**
 * A brief with every record that its citations and the annotations it mentions lead to; what else it mentions is named (rule
 * N4), and claims say their speaker's name themselves. Citations of records that are gone stay: `checkCitations` names them. Cost: one walk over the brief and
 * a look-up for each record.
 */
export function gatherBrief(
  records: Pick<RecordSource, 'get' | 'evidenceOf' | 'partsOf'>,
  brief: BriefRecord,
): BriefBundle {
  const composed = composedBrief(records, brief);
  const cited = citedIds(composed.content);
  const claims = cited.claimIds.flatMap((id) => records.get('claim', id) ?? []);
  const evidence = claims.flatMap(({ id }) => records.evidenceOf(id));
  const annotationIds = new Set([
    ...cited.annotationIds,
    ...evidence.map(({ annotationId }) => annotationId),
    ...mentionedAnnotations(composed.content),
  ]);
  const annotations = [...annotationIds].flatMap((id) => records.get('annotation', id) ?? []);
  const whole = cited.articleIds.flatMap((id) => records.get('article', id) ?? []);
  const articleIds = new Set([
    ...annotations.map(({ articleId }) => articleId),
    ...whole.map(({ id }) => id),
  ]);
  const revisionIds = new Set([
    ...annotations.map(({ passage }) => passage.revisionId),
    ...whole.map(({ revisionId }) => revisionId),
  ]);
  const content = nameMentions(composed.content, (target, reference) =>
    printedMention(records, target, reference),
  );
  return {
    brief: { ...composed, content },
    annotations,
    claims: claims.map((claim) => withSpeakerName(records, claim)),
    evidence,
    articles: [...articleIds].flatMap((id) => records.get('article', id) ?? []),
    revisions: [...revisionIds].flatMap((id) => records.get('revision', id) ?? []),
    pictures: pictureIdsIn(composed.content).flatMap((id) => records.get('picture', id) ?? []),
    styles: [records.get('citationStyle', composed.citationStyle ?? '')].filter(
      (style) => style !== null,
    ),
  };
}
