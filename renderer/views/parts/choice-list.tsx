import { type ReactNode, useState } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';

/** One line of a list that is narrowed by typing. */
export interface ChoiceItem {
  readonly id: string;
  /** What is typed against and what a screen reader says. */
  readonly text: string;
  readonly detail?: string;
  readonly lead?: ReactNode;
  readonly trail?: ReactNode;
  readonly disabled?: boolean;
}

/** A field and a list: typing narrows the list, arrows move in it, Enter chooses. */
export function ChoiceList(props: {
  readonly label: string;
  readonly placeholder: string;
  /** The lines for what was typed, best first. */
  readonly items: (typed: string) => readonly ChoiceItem[];
  readonly onChoose: (id: string, typed: string) => void;
  readonly empty: string;
}): ReactNode {
  const [typed, setTyped] = useState('');
  const items = props.items(typed);
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField className="choice-field" aria-label={props.label} autoFocus>
        {/* What it is: a field that says which line of its list is meant. */}
        <Input
          role="combobox"
          aria-expanded="true"
          placeholder={props.placeholder}
          onKeyDown={(event) => {
            // The list marks its first line only when that line changes; Enter means it in any case.
            const marked = event.currentTarget.getAttribute('aria-activedescendant');
            const first = items.find(({ disabled }) => disabled !== true);
            if (event.key !== 'Enter' || marked !== null || typed === '') return;
            if (event.nativeEvent.isComposing) return;
            event.preventDefault();
            if (first !== undefined) props.onChoose(first.id, typed);
          }}
        />
      </SearchField>
      <ListBox
        className="choices"
        data-typed={typed !== '' || undefined}
        aria-label={props.label}
        selectionMode="none"
        items={items}
        disabledKeys={items.filter(({ disabled }) => disabled === true).map(({ id }) => id)}
        renderEmptyState={() => <p className="empty">{props.empty}</p>}
        onAction={(key) => props.onChoose(String(key), typed)}
      >
        {(item) => (
          <ListBoxItem id={item.id} textValue={item.text} className="choice">
            {item.lead}
            <span className="choice-text">
              {item.text}
              {item.detail !== undefined && <span className="choice-detail">{item.detail}</span>}
            </span>
            {item.trail}
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  );
}
