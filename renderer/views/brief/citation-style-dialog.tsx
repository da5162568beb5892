import { type ReactNode, useEffect, useId, useState } from 'react';
import type { BriefId } from '../../../app/record/ids.ts';
import type { BriefRecord } from '../../../app/record/records.ts';
import {
  addCitationStyle,
  changeCitations,
  citationSettings,
  previewCitations,
  styleChoices,
} from '../../session/writing/citation-style.ts';
import { type CitationThread, startCitationThread } from '../../session/writing/citation-thread.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';
import { CitationStylePreview, type Preview } from './citation-style-preview.tsx';

/** The languages that locales come with the program for, by their names in themselves. */
const languages = [
  ['en-US', 'English (United States)'],
  ['en-GB', 'English (United Kingdom)'],
  ['ar', 'العربية'],
  ['cs-CZ', 'Čeština'],
  ['da-DK', 'Dansk'],
  ['de-DE', 'Deutsch'],
  ['es-ES', 'Español'],
  ['fa-IR', 'فارسی'],
  ['fi-FI', 'Suomi'],
  ['fr-FR', 'Français'],
  ['he-IL', 'עברית'],
  ['it-IT', 'Italiano'],
  ['ja-JP', '日本語'],
  ['ko-KR', '한국어'],
  ['nb-NO', 'Norsk bokmål'],
  ['nl-NL', 'Nederlands'],
  ['pl-PL', 'Polski'],
  ['pt-BR', 'Português (Brasil)'],
  ['pt-PT', 'Português (Portugal)'],
  ['ru-RU', 'Русский'],
  ['sv-SE', 'Svenska'],
  ['tr-TR', 'Türkçe'],
  ['uk-UA', 'Українська'],
  ['zh-CN', '中文（简体）'],
  ['zh-TW', '中文（繁體）'],
] as const;

/** How a brief cites. Each choice acts at once and shows what it makes of an article of the brief. */
export function CitationStyleDialog(props: { readonly briefId: BriefId }): ReactNode {
  const session = useSession();
  const brief = useRecords((records) => records.get('brief', props.briefId));
  const thread = useThread();
  return (
    <Dialog title="Citations of the brief" closeButton wide onClose={() => session.closeDialog()}>
      {brief !== null && thread !== null && <Settings brief={brief} thread={thread} />}
    </Dialog>
  );
}

/** A thread as long as the dialog is open. */
function useThread(): CitationThread | null {
  const [thread, setThread] = useState<CitationThread | null>(null);
  useEffect(() => {
    const started = startCitationThread();
    setThread(started);
    return () => started.end();
  }, []);
  return thread;
}

function Settings(props: {
  readonly brief: BriefRecord;
  readonly thread: CitationThread;
}): ReactNode {
  const session = useSession();
  const { brief, thread } = props;
  const settings = citationSettings(brief);
  const [preview, setPreview] = useState<Preview>({ kind: 'working' });
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const show = (shown: Preview): void => {
      if (isCurrent) setPreview(shown);
    };
    previewCitations(session, brief, thread).then(
      (tried) =>
        show(
          tried.ok
            ? { kind: 'tried', tried: tried.value }
            : { kind: 'fault', reason: tried.error.message },
        ),
      (error: unknown) => show({ kind: 'fault', reason: messageOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [session, brief, thread]);
  const facts = preview.kind === 'tried' ? preview.tried : null;
  const add = async (): Promise<void> => {
    setFault(null);
    try {
      const added = await addCitationStyle(session, brief.id, thread);
      if (!added.ok) setFault(added.error.message);
    } catch (error) {
      setFault(messageOf(error));
    }
  };
  return (
    <div className="citation-settings">
      <div className="citation-style-choice">
        <Select
          label="Style"
          value={settings.citationStyle}
          options={styleChoices(session).map(({ id, title }) => [id, title])}
          onChange={(citationStyle) => changeCitations(session, brief.id, { citationStyle })}
        />
        <button type="button" className="button" onClick={() => void add()}>
          Add style file…
        </button>
      </div>
      {fault !== null && (
        <p role="alert" className="objection">
          {fault}
        </p>
      )}
      <Select
        label="Notes"
        value={settings.notes}
        options={[
          ['footnotes', 'At the foot of the page'],
          ['endnotes', 'At the end'],
        ]}
        onChange={(notes) =>
          changeCitations(session, brief.id, {
            notes: notes === 'endnotes' ? 'endnotes' : 'footnotes',
          })
        }
      />
      <Select
        label="Language"
        value={settings.language}
        options={[['', 'As the style has it'], ...languages]}
        onChange={(language) => changeCitations(session, brief.id, { language })}
      />
      <label className="export-option">
        <input
          type="checkbox"
          disabled={facts !== null && !facts.hasBibliography}
          checked={settings.bibliography ?? facts?.hasBibliography ?? true}
          onChange={(event) =>
            changeCitations(session, brief.id, { bibliography: event.target.checked })
          }
        />
        Bibliography at the end
      </label>
      <CitationStylePreview preview={preview} withEntry={settings.bibliography !== false} />
      <p className="citation-credit">
        Styles of the CSL Project, <span translate="no">citationstyles.org</span>, CC BY-SA 3.0;
        written by citeproc-js, © Frank Bennett.
      </p>
    </div>
  );
}

function Select(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChange: (value: string) => void;
}): ReactNode {
  const id = useId();
  const isKnown = props.options.some(([value]) => value === props.value);
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <select id={id} value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        {!isKnown && <option value={props.value}>{props.value} (not here)</option>}
        {props.options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
