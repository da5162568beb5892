import { ExternalLink, X } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { AnnotationRecord } from '../../../app/record/records.ts';
import { openEvidence } from '../../session/evidence/evidence-actions.ts';
import { evidenceText } from '../../session/evidence/evidence-columns.ts';
import type { EvidenceItem } from '../../session/evidence/evidence-item.ts';
import type { EvidenceLines } from '../../session/evidence/evidence-lines.ts';
import { setEvidence } from '../../session/evidence/evidence-selection.ts';
import { type PassageAround, passageAround } from '../../session/reading/passage-around.ts';
import { useSession, useSessionState } from '../parts/session-context.ts';

/** The passage that the keyboard is on, whole, with the words of its paragraphs around it. */
export function EvidencePreview({ lines }: { readonly lines: EvidenceLines }): ReactNode {
  const activeKey = useSessionState((state) => state.evidence.activeKey);
  const index = activeKey === null ? 0 : lines.indexOf(activeKey);
  const item = lines.itemAt(index);
  if (item === null) return null;
  return <Preview item={item} />;
}

function Preview({ item }: { readonly item: EvidenceItem }): ReactNode {
  const session = useSession();
  const { annotation, source } = item;
  const { records } = session.store;
  const around = useAround(annotation);
  const facts = [source.listed.outlet, source.listed.date, source.listed.metadata.title];
  const number = evidenceText(item, 'number', records);
  const note = evidenceText(item, 'note', records);
  const hanging = (['tags', 'links', 'claims'] as const)
    .map((column) => evidenceText(item, column, records))
    .filter((text) => text !== '');
  const close = (): void => {
    setEvidence(session, { preview: false });
    document.querySelector<HTMLElement>('[data-focus-name="evidence"]')?.focus();
  };
  return (
    <section className="evidence-preview" aria-label={`Preview of ${number}`}>
      <header>
        <span className="evidence-preview-source">
          <b>{number}</b> {facts.filter(Boolean).join(' · ')}
        </span>
        <button
          type="button"
          className="button quiet"
          onClick={() => openEvidence(session, annotation, false)}
        >
          <ExternalLink size={14} aria-hidden="true" />
          Open
        </button>
        <button
          type="button"
          className="button quiet icon"
          aria-label="Close the preview"
          title="Close the preview (Space)"
          onClick={close}
        >
          <X size={14} aria-hidden="true" />
        </button>
      </header>
      <p className="evidence-preview-text" lang={source.listed.metadata.language ?? undefined}>
        {around?.before}
        <mark>{annotation.passage.quote}</mark>
        {around?.after}
      </p>
      {note !== '' && <p className="evidence-preview-note">Note: {note}</p>}
      {hanging.length > 0 && <p className="evidence-preview-facts">{hanging.join(' · ')}</p>}
    </section>
  );
}

/** The words around a passage, once its text was read; those that the annotation holds until then. */
function useAround(annotation: AnnotationRecord): PassageAround {
  const session = useSession();
  const { passage } = annotation;
  const [read, setRead] = useState<{
    readonly passage: typeof passage;
    readonly around: PassageAround;
  } | null>(null);
  useEffect(() => {
    let isLate = false;
    void passageAround(session, passage).then((around) => {
      if (!isLate && around !== null) setRead({ passage, around });
    });
    return () => {
      isLate = true;
    };
  }, [session, passage]);
  if (read?.passage === passage) return read.around;
  return { before: passage.prefix, after: passage.suffix };
}
