import { createElement, Fragment, type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Result } from '../../../app/base/result.ts';
import type { ClaimId, TagId } from '../../../app/record/ids.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { pathOfTag } from '../../session/codebook/tag-places.ts';
import {
  type BriefTemplate,
  claimChoice,
  copyTemplate,
  type DraftChoice,
  type DraftStart,
  draftBlocks,
  listTemplates,
  makeDraft,
  materialWords,
  matrixChoice,
  offeredClaims,
} from '../../session/writing/draft-brief.ts';
import { type PreviewLine, previewLines } from '../../session/writing/preview-draft.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';
import '../styles/draft-brief.css';

type Draft = Result<readonly RichTextNode[]>;

/** Asks what a brief is drafted from and by which template, and shows what that gives. */
export function DraftBriefDialog({ start }: { readonly start: DraftStart }): ReactNode {
  const session = useSession();
  const [templates, setTemplates] = useState<readonly BriefTemplate[]>([]);
  const [templateId, setTemplateId] = useState('event-summary');
  const [kind, setKind] = useState<DraftChoice['kind']>(start.kind);
  const [offered] = useState(() => offeredClaims(session));
  const [chosen, setChosen] = useState<ReadonlySet<ClaimId>>(
    () => new Set(offered.map(({ id }) => id)),
  );
  const tags = useRecords((records) => records.list('tag'));
  const [tagIds, setTagIds] = useState<ReadonlySet<TagId>>(() => new Set(start.tagIds));
  const [draft, setDraft] = useState<Draft | null>(null);
  useEffect(() => {
    let ended = false;
    void listTemplates(session).then((listed) => {
      if (!ended) setTemplates(listed);
    });
    return () => {
      ended = true;
    };
  }, [session]);
  const template = templates.find(({ id }) => id === templateId) ?? templates[0] ?? null;
  const choice = useMemo((): DraftChoice => {
    if (kind === 'matrix') return matrixChoice(session);
    if (kind === 'claims') return claimChoice(offered, chosen);
    return { kind: 'tags', tagIds: [...tagIds] };
  }, [session, kind, offered, chosen, tagIds]);
  useEffect(() => {
    if (template === null) return undefined;
    const abort = new AbortController();
    const { signal } = abort;
    setDraft(null);
    void draftBlocks(session, template, choice, signal).then((made) => {
      if (!signal.aborted) setDraft(made);
    });
    return () => abort.abort();
  }, [session, template, choice]);
  return (
    <Dialog wide title="Draft a brief" onClose={() => session.closeDialog()}>
      <form
        className="draft-brief"
        onSubmit={(event) => {
          event.preventDefault();
          if (template !== null && draft?.ok === true) makeDraft(session, template, draft.value);
        }}
      >
        <div className="draft-choices">
          <fieldset>
            <legend>From</legend>
            <Source kind="claims" name="Claims" chosen={kind} onChoose={setKind} />
            {kind === 'claims' && (
              <Ticks
                label="Claims"
                none="There are no claims yet."
                offered={offered.map(({ id, number, wording }) => [id, `C${number} ${wording}`])}
                chosen={chosen}
                onChoose={setChosen}
              />
            )}
            <Source kind="tags" name="Tags" chosen={kind} onChoose={setKind} />
            {kind === 'tags' && (
              <Ticks
                label="Tags"
                none="There are no tags yet."
                offered={tags.map(({ id }) => [id, pathOfTag(tags, id)])}
                chosen={tagIds}
                onChoose={setTagIds}
              />
            )}
            <Source
              kind="matrix"
              name="The matrix as it is shown"
              chosen={kind}
              onChoose={setKind}
            />
            <p className="hint">{materialWords(session, choice)}</p>
          </fieldset>
          <label className="field">
            <span>Template</span>
            <select
              value={template?.id ?? ''}
              onChange={(event) => setTemplateId(event.target.value)}
            >
              {templates.map(({ id, title, fileName }) => (
                <option key={id} value={id}>
                  {id.startsWith('file:') ? `${title} (${fileName})` : title}
                </option>
              ))}
            </select>
          </label>
          {template !== null && <p className="hint">{template.description}</p>}
          {template !== null && session.store.project.readOnly === null && (
            <button
              type="button"
              className="button quiet"
              onClick={() => void copyTemplate(session, template)}
            >
              Write a template like this…
            </button>
          )}
        </div>
        <section
          className="draft-preview"
          aria-label="Preview"
          aria-busy={draft === null}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key
          tabIndex={0}
        >
          <Preview draft={draft} />
        </section>
        <div className="dialog-buttons">
          <button type="button" className="button" onClick={() => session.closeDialog()}>
            Cancel
          </button>
          <button type="submit" className="button primary" disabled={draft?.ok !== true}>
            Draft
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** A list to tick. */
function Ticks<Id extends string>(props: {
  readonly label: string;
  /** What is said where there is nothing to tick. */
  readonly none: string;
  readonly offered: readonly (readonly [id: Id, name: string])[];
  readonly chosen: ReadonlySet<Id>;
  onChoose(chosen: ReadonlySet<Id>): void;
}): ReactNode {
  const { offered, chosen } = props;
  return (
    <fieldset className="draft-claims" aria-label={props.label}>
      {offered.length === 0 && <p className="hint">{props.none}</p>}
      {offered.map(([id, name]) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.has(id)}
            onChange={(event) => {
              const next = new Set(chosen);
              if (event.target.checked) next.add(id);
              else next.delete(id);
              props.onChoose(next);
            }}
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Source(props: {
  readonly kind: DraftChoice['kind'];
  readonly name: string;
  readonly chosen: DraftChoice['kind'];
  onChoose(kind: DraftChoice['kind']): void;
}): ReactNode {
  return (
    <label className="draft-source">
      <input
        type="radio"
        name="draft-from"
        checked={props.kind === props.chosen}
        onChange={() => props.onChoose(props.kind)}
      />
      <span>{props.name}</span>
    </label>
  );
}

/** So much of a draft says what it is. */
const mostLines = 120;

function Preview({ draft }: { readonly draft: Draft | null }): ReactNode {
  if (draft === null) return <p className="hint">Drafting…</p>;
  if (!draft.ok) {
    return (
      <p className="notice" role="alert">
        {draft.error.message}
      </p>
    );
  }
  return <DraftedLines draft={draft.value} />;
}

/** The cells of a line, titles in italics as the brief has them. */
function Runs({ cells }: { readonly cells: PreviewLine['runs'] }): ReactNode {
  return createElement(
    Fragment,
    null,
    ...cells.flatMap((runs, index) => [
      ...(index === 0 ? [] : ['  |  ']),
      ...runs.map(({ text, italic }) => (italic ? createElement('em', null, text) : text)),
    ]),
  );
}

function DraftedLines({ draft }: { readonly draft: readonly RichTextNode[] }): ReactNode {
  const session = useSession();
  const lines = useMemo(() => previewLines(session, draft), [session, draft]);
  let at = 0;
  return (
    <>
      {lines.slice(0, mostLines).map(({ kind, runs }) => {
        at += 1;
        // A preview is made anew as a whole.
        const key = `${at} ${kind}`;
        if (kind === 'heading') {
          return (
            <h4 key={key} dir="auto">
              <Runs cells={runs} />
            </h4>
          );
        }
        return (
          <p key={key} data-kind={kind} dir="auto">
            <Runs cells={runs} />
          </p>
        );
      })}
      {lines.length > mostLines && <p className="hint">{lines.length - mostLines} lines more.</p>}
    </>
  );
}
