import { Download, ListFilter } from 'lucide-react';
import type { ReactNode } from 'react';

/** Beside a filter: shows the chips that narrow a list, or puts them away while none of them is set. */
export function ChipsButton(props: {
  /** What the chips are for: "Narrow by type, article, outlet or claim". */
  readonly label: string;
  readonly isOpen: boolean;
  /** Whether one of them is set: they stay in sight then. */
  readonly isSet: boolean;
  readonly onToggle: () => void;
}): ReactNode {
  return (
    <button
      type="button"
      className="button quiet icon"
      aria-expanded={props.isOpen}
      aria-label={props.label}
      title={props.label}
      disabled={props.isSet}
      onClick={props.onToggle}
    >
      <ListFilter size={16} aria-hidden="true" />
    </button>
  );
}

/** Exports the lines of a table that are shown. */
export function ExportCsvButton({ onExport }: { readonly onExport: () => void }): ReactNode {
  return (
    <button
      type="button"
      className="button quiet"
      title="Export what is shown as a table (CSV)"
      onClick={onExport}
    >
      <Download size={15} aria-hidden="true" />
      <span className="button-words">Export CSV…</span>
    </button>
  );
}
