import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Toolbar } from 'react-aria-components';

/** Something that can be done with what is selected in a table. */
export interface BatchBarAction<Action extends string> {
  readonly action: Action;
  readonly label: string;
  /** The key that does the same. */
  readonly keyName: string;
  readonly icon: ReactNode;
}

/** Below a table: how many of its lines are selected, and what can be done with them. */
export function BatchBar<Action extends string>(props: {
  /** Names the tools: "Selected links". */
  readonly label: string;
  /** Those that are shown: what is pressed acts on them. */
  readonly selected: number;
  /** Further ones that are not shown now. */
  readonly hidden?: number;
  /** Lines that are shown. */
  readonly shown: number;
  readonly actions: readonly BatchBarAction<Action>[];
  readonly onSelectAll: () => void;
  readonly onSelectNothing: () => void;
  readonly onAction: (action: Action) => void;
}): ReactNode {
  const { selected, shown, hidden = 0 } = props;
  return (
    <div className="selected-bar evidence-selected">
      <div className="selected-head">
        <span>
          {selected.toLocaleString('en-GB')} selected
          {hidden > 0 && `, ${hidden.toLocaleString('en-GB')} more not shown`}
        </span>
        {shown > selected && (
          <button type="button" className="button quiet" onClick={props.onSelectAll}>
            Select all {shown.toLocaleString('en-GB')}
          </button>
        )}
        <button
          type="button"
          className="button quiet icon"
          aria-label="Select nothing"
          title="Select nothing (Escape)"
          onClick={props.onSelectNothing}
        >
          <X size={15} aria-hidden="true" />
        </button>
      </div>
      {props.actions.length > 0 && (
        <Toolbar className="selected-actions" aria-label={props.label}>
          {props.actions.map(({ action, label, keyName, icon }) => (
            <Button
              key={action}
              className="button quiet"
              isDisabled={selected === 0}
              onPress={() => props.onAction(action)}
            >
              <span title={`${label} (${keyName})`} className="icon-slot">
                {icon}
                {label}
              </span>
            </Button>
          ))}
        </Toolbar>
      )}
    </div>
  );
}
