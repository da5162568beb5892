import { type ReactNode, useMemo, useState } from 'react';
import type { BriefExportOptions, BriefFormat } from '../../../app/host/brief-export.ts';
import { ignoredChecks } from '../../session/checking/ignored-checks.ts';
import { openFindings, showCheck } from '../../session/checking/open-findings.ts';
import { currentBrief } from '../../session/writing/brief.ts';
import {
  briefFormatNames,
  exportBrief,
  keepBriefExport,
  lastBriefExport,
} from '../../session/writing/export-brief.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';

const formats = Object.entries(briefFormatNames) as [BriefFormat, string][];

/** Asks how to export the brief: as what, and what goes with it. Begins with what was chosen last. */
export function ExportBriefDialog(): ReactNode {
  const session = useSession();
  const [options, setOptions] = useState<BriefExportOptions>(() => lastBriefExport(session));
  const [firstFormat] = useState(options.format);
  const { format } = options;
  const change = (changed: Partial<BriefExportOptions>): void =>
    setOptions({ ...options, ...changed });
  return (
    <Dialog title="Export the brief" onClose={() => session.closeDialog()}>
      <form
        className="export-brief"
        onSubmit={(event) => {
          event.preventDefault();
          keepBriefExport(session, options);
          session.closeDialog();
          void exportBrief(session, options);
        }}
      >
        <fieldset className="export-formats">
          <legend>Format</legend>
          {formats.map(([id, name]) => (
            <label key={id} className="export-option">
              <input
                type="radio"
                name="format"
                value={id}
                autoFocus={id === firstFormat}
                checked={id === format}
                onChange={() => change({ format: id })}
              />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
        <Check
          label="Appendix of sources"
          hint="Every cited passage in its context, with its revision and its place."
          isOn={options.appendix}
          onChange={(appendix) => change({ appendix })}
        />
        <Check
          label="My comments"
          hint="Comments to self: beside the text in Word, in brackets elsewhere."
          isOn={options.comments}
          onChange={(comments) => change({ comments })}
        />
        {format === 'text' && (
          <Check
            label="Break lines after 72 characters"
            hint="Those of quotations too."
            isOn={options.wrap}
            onChange={(wrap) => change({ wrap })}
          />
        )}
        <BeforeExport />
        <div className="dialog-buttons">
          <button type="button" className="button" onClick={() => session.closeDialog()}>
            Cancel
          </button>
          <button type="submit" className="button primary">
            Export…
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** What the check left open: told before the brief leaves, which it may all the same. */
function BeforeExport(): ReactNode {
  const session = useSession();
  const check = useSessionState((state) => state.briefCheck);
  const brief = useRecords(() => currentBrief(session));
  const ignored = useRecords((records) =>
    brief === null ? null : ignoredChecks(records, brief.id),
  );
  const found = useMemo(
    () =>
      brief === null || ignored === null
        ? null
        : openFindings(session.store.records, brief, check, ignored),
    [session, brief, check, ignored],
  );
  if (brief === null || found === null) return null;
  const { summary, kinds, isFault } = found;
  const told = kinds.length === 0 ? `${summary}.` : `${summary}: ${kinds.join(', ')}.`;
  return (
    <div className="export-check" data-fault={isFault || undefined}>
      <p role="status">{told}</p>
      <button
        type="button"
        className="button"
        onClick={() => {
          session.closeDialog();
          showCheck(session, brief);
        }}
      >
        Show the check
      </button>
    </div>
  );
}

function Check(props: {
  readonly label: string;
  readonly hint: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}): ReactNode {
  return (
    <label className="export-option">
      <input
        type="checkbox"
        checked={props.isOn}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <span>
        {props.label}
        <small>{props.hint}</small>
      </span>
    </label>
  );
}
