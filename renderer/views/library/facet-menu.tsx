import { Check } from 'lucide-react';
import { type ReactNode, type RefObject, useMemo } from 'react';
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
import { facetValues } from '../../session/library-filter.ts';
import type { LibraryItem } from '../../session/library-item.ts';

/** More values than these are reached by typing. */
const offered = 200;
/** From this many values on there is a field to narrow them. */
const typedFrom = 8;

/** The values of a chip with how many articles have each; one and more can be chosen. */
export function FacetMenu(props: {
  readonly title: string;
  readonly facet: 'languages' | 'tagIds' | 'outlets';
  readonly items: readonly LibraryItem[];
  readonly chosen: readonly string[];
  readonly nameOf: (value: string) => string;
  readonly trigger: RefObject<HTMLElement | null>;
  readonly onChange: (chosen: readonly string[]) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { title, nameOf } = props;
  const { contains } = useFilter({ sensitivity: 'base' });
  const values = useMemo(
    () =>
      facetValues(props.items, props.facet)
        .slice(0, offered)
        // A list box wants ids that are not empty.
        .map(({ value, count }) => ({ id: `=${value}`, name: nameOf(value), count })),
    [props.items, props.facet, nameOf],
  );
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
        <Autocomplete filter={contains}>
          {values.length >= typedFrom && (
            <SearchField aria-label={`Find: ${title}`} autoFocus className="facet-find">
              <Input placeholder={`Find: ${title}`} />
            </SearchField>
          )}
          <ListBox
            aria-label={title}
            items={values}
            selectionMode="multiple"
            autoFocus={values.length < typedFrom}
            selectedKeys={props.chosen.map((value) => `=${value}`)}
            onSelectionChange={(keys) => {
              const all = keys === 'all' ? values.map(({ id }) => id) : [...keys];
              props.onChange(all.map((key) => String(key).slice(1)));
            }}
            className="menu-list"
            renderEmptyState={() => (
              <p className="empty">
                {props.facet === 'tagIds' ? 'No article has a tag yet.' : 'Nothing of that name.'}
              </p>
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
