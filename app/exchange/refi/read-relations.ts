import type { Stance } from '../../record/records.ts';
import type { DraftLinkEnd, EvidenceDraft, LinkDraft } from '../import-draft.ts';
import { readTint } from '../tag-colors.ts';
import { elementsIn, type XmlElement } from '../xml/read-xml.ts';
import { evidenceLink } from './claim-variables.ts';
import { plainGuid } from './guid.ts';
import { tellUnknown } from './known-parts.ts';
import type { ProjectReading } from './project-reading.ts';

const stances: readonly string[] = ['asserts', 'denies', 'reports', 'qualifies', 'questions'];
/** What a link is called that has no name. */
const unnamed = 'is linked with';

/** Links between selections and claims; those of codes, sources and notes are reported. */
export function* readRelations(
  project: XmlElement,
  reading: ProjectReading,
): Generator<LinkDraft | EvidenceDraft> {
  const links = elementsIn(project, 'Links').flatMap((all) => elementsIn(all, 'Link'));
  for (const [index, link] of links.entries()) {
    tellUnknown(link, reading.report);
    const name = (link.attributes.name ?? '').replace(/\s+/g, ' ').trim();
    const where = name === '' ? `link ${index + 1}` : `link “${name.slice(0, 80)}”`;
    const from = endOf(link.attributes.originGUID, reading);
    const to = endOf(link.attributes.targetGUID, reading);
    if (from === null || to === null) {
      const why = 'Only annotations and claims can be linked here, and both ends must have come.';
      reading.report.lose('Links of codes, sources and memos', why, where);
      continue;
    }
    const common = {
      key: reading.key(link.attributes.guid, 'link'),
      where,
      ...reading.origin(link),
    };
    const stance = name.startsWith(evidenceLink) ? name.slice(evidenceLink.length) : '';
    if (from.kind === 'annotation' && to.kind === 'claim' && stances.includes(stance)) {
      const [annotationKey, claimKey] = [from.key, to.key];
      yield { kind: 'evidence', ...common, claimKey, annotationKey, stance: stance as Stance };
      continue;
    }
    const { direction = 'Associative', color } = link.attributes;
    const tint = color === undefined ? null : readTint(color);
    const note = reading.notes.of(link).join('\n').trim();
    yield {
      kind: 'link',
      ...common,
      type: {
        name: name === '' ? unnamed : name,
        symmetric: direction !== 'OneWay',
        ...(tint === null ? {} : { color: tint.color }),
      },
      from,
      to,
      note: note === '' ? null : note,
    };
  }
}

function endOf(written: string | undefined, reading: ProjectReading): DraftLinkEnd | null {
  const guid = plainGuid(written) ?? '';
  const annotation = reading.annotations.get(guid);
  if (annotation !== undefined) return { kind: 'annotation', key: annotation };
  const claim = reading.claims.get(guid);
  return claim === undefined ? null : { kind: 'claim', key: claim };
}
