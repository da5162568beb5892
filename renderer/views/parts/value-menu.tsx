import { Check } from 'lucide-react';
import { type ReactNode, type RefObject, useMemo, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
  useFilter,
} from 'react-aria-components';

/** More values than these are reached by typing. */
const offered = 200;
/** From this many values on there is a field to narrow them. */
const typedFrom = 8;

/** A value that lines of a list have, with how many have it. */
export interface CountedValue {
  readonly value: string;
  readonly count: number;
}

/** The values of a chip with how many lines have each; one and more can be chosen. */
export function ValueMenu(props: {
  readonly title: string;
  /** The most frequent first. */
  readonly values: readonly CountedValue[];
  readonly chosen: readonly string[];
  readonly nameOf: (value: string) => string;
  readonly empty: string;
  readonly trigger: RefObject<HTMLElement | null>;
  readonly onChange: (chosen: readonly string[]) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { title, nameOf } = props;
  const [typed, setTyped] = useState('');
  const { contains } = useFilter({ sensitivity: 'base' });
  const named = useMemo(
    // A list box wants ids that are not empty.
    () => props.values.map(({ value, count }) => ({ id: `=${value}`, name: nameOf(value), count })),
    [props.values, nameOf],
  );
  const values = useMemo(
    () => named.filter(({ name }) => contains(name, typed.trim())).slice(0, offered),
    [named, contains, typed],
  );
  const hasField = named.length >= typedFrom;
  return (
    <Popover
      isOpen
      triggerRef={props.trigger}
      placement="bottom start"
      className="menu-popover"
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
    >
      <Dialog aria-label={title} className="facet-menu">
        <Autocomplete inputValue={typed} onInputChange={setTyped}>
          {hasField && (
            <SearchField aria-label={`Find: ${title}`} autoFocus className="facet-find">
              <Input placeholder={`Find: ${title}`} />
            </SearchField>
          )}
          <ListBox
            aria-label={title}
            items={values}
            selectionMode="multiple"
            autoFocus={!hasField}
            selectedKeys={props.chosen.map((value) => `=${value}`)}
            onSelectionChange={(keys) => {
              const all = keys === 'all' ? values.map(({ id }) => id) : [...keys];
              props.onChange(all.map((key) => String(key).slice(1)));
            }}
            className="menu-list"
            renderEmptyState={() => (
              <p className="empty">{named.length === 0 ? props.empty : 'Nothing of that name.'}</p>
            )}
          >
            {({ id, name, count }) => (
              <ListBoxItem id={id} textValue={name} className="menu-item">
                {({ isSelected }) => (
                  <>
                    <span className="menu-check">
                      {isSelected && <Check size={13} aria-hidden="true" />}
                    </span>
                    <span className="menu-text">{name}</span>
                    <span className="menu-count">{count.toLocaleString('en-GB')}</span>
                  </>
                )}
              </ListBoxItem>
            )}
          </ListBox>
        </Autocomplete>
      </Dialog>
    </Popover>
  );
}
