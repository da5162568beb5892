import { Trash2 } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import type { CodebookDraft } from '../../../app/exchange/codebook-draft.ts';
import { importCodebook } from '../../session/codebook/codebook-exchange.ts';
import { allTemplates, dropTemplate, keepTemplate } from '../../session/codebook/own-templates.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useSession } from '../parts/session-context.ts';

/** Asks which codebook to begin with: one that comes with the program, one of the analyst's own, or a file. */
export function TemplateDialog(): ReactNode {
  const session = useSession();
  const [templates, setTemplates] = useState(allTemplates);
  const choose = (name: string, draft: CodebookDraft): void =>
    session.openDialog({ kind: 'codebook-import', name, draft });
  return (
    <Dialog closeButton title="Begin from a template" onClose={() => session.closeDialog()}>
      <ul className="templates" aria-label="Templates">
        {templates.map(({ name, about, draft, isOwn }) => (
          <li key={`${isOwn} ${name}`}>
            <button type="button" className="template" onClick={() => choose(name, draft)}>
              <strong>{name}</strong>
              <span>{about}</span>
              <span className="template-tags">{namesOf(draft)}</span>
            </button>
            {isOwn && (
              <button
                type="button"
                className="button quiet icon"
                aria-label={`Remove the template “${name}”`}
                title={`Remove the template “${name}”`}
                onClick={() => {
                  dropTemplate(name);
                  setTemplates(allTemplates());
                  session.say(`Removed the template “${name}”.`);
                }}
              >
                <Trash2 size={14} aria-hidden="true" />
              </button>
            )}
          </li>
        ))}
      </ul>
      <p className="hint">
        You see what would be made before anything is. A blank codebook needs no template: tags are
        made as you go.
      </p>
      <div className="dialog-buttons">
        <button
          type="button"
          className="button"
          onClick={() => {
            session.closeDialog();
            void importCodebook(session);
          }}
        >
          From a file (QDC, CSV)…
        </button>
      </div>
    </Dialog>
  );
}

function namesOf({ tags }: CodebookDraft): string {
  const names = tags.slice(0, 10).map(({ name }) => name);
  return `${names.join(', ')}${tags.length > names.length ? ' …' : ''}`;
}

/** Asks what to call the codebook as a template of this machine. */
export function SaveTemplateDialog(): ReactNode {
  const session = useSession();
  const id = useId();
  const [name, setName] = useState(session.store.project.name);
  const [objection, setObjection] = useState<string | null>(null);
  const known = allTemplates().some((one) => one.isOwn && one.name === name.trim());
  const save = (): void => {
    const written = name.trim();
    if (written === '') {
      setObjection('A template needs a name.');
      return;
    }
    if (!keepTemplate(written, session.store.records.list('tag'))) {
      setObjection(
        'There is no room for it on this machine. Export the codebook as a file instead.',
      );
      return;
    }
    session.closeDialog();
    session.say(`Saved the codebook as the template “${written}” on this machine.`);
  };
  return (
    <Dialog title="Save the codebook as a template" onClose={() => session.closeDialog()}>
      <form
        className="template-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div className="field">
          <label htmlFor={id}>Name</label>
          <input
            id={id}
            value={name}
            autoFocus
            aria-invalid={objection !== null}
            aria-describedby={objection === null ? undefined : `${id}-objection`}
            onChange={(event) => {
              setName(event.target.value);
              setObjection(null);
            }}
          />
          {objection !== null && (
            <p className="objection" id={`${id}-objection`} role="alert">
              {objection}
            </p>
          )}
        </div>
        <p className="hint">
          {known
            ? 'There is a template of that name; it will be replaced.'
            : 'It is kept on this machine for all projects. To give it to others, export the codebook as a file.'}
        </p>
        <div className="dialog-buttons">
          <button type="button" className="button" onClick={() => session.closeDialog()}>
            Cancel
          </button>
          <button type="submit" className="button primary">
            Save
          </button>
        </div>
      </form>
    </Dialog>
  );
}
