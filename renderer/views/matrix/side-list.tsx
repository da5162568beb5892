import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { focusNamed } from '../../session/focus.ts';

/** A list beside the matrix: arrows go to a line and show it, Space chooses, Enter does what the list is for. */
export function SideList(props: {
  readonly label: string;
  readonly count: number;
  readonly keyOf: (index: number) => string;
  /** Whether several can be chosen. */
  readonly multiple: boolean;
  /** `active`: the line that the keyboard is on. */
  readonly isChosen: (index: number, active: boolean) => boolean;
  readonly onShow: (index: number) => void;
  readonly onChoose: (index: number) => void;
  readonly onEnter: (index: number) => void;
  /** The arrow up on the first line. */
  readonly onLeave?: () => void;
  /** `true`: the key was for something. */
  readonly onLetter?: (key: string) => boolean;
  readonly empty: ReactNode;
  readonly children: (index: number) => ReactNode;
}): ReactNode {
  const id = useId();
  const { count } = props;
  const [wanted, setActive] = useState(0);
  const active = Math.max(0, Math.min(wanted, count - 1));
  const goTo = (index: number): void => {
    const to = Math.max(0, Math.min(index, count - 1));
    if (count === 0) return;
    setActive(to);
    props.onShow(to);
    document.getElementById(`${id} ${to}`)?.scrollIntoView({ block: 'nearest' });
  };
  /** `false`: not a key of the list. */
  const act = (key: string): boolean => {
    switch (key) {
      case 'ArrowDown':
        goTo(active + 1);
        return true;
      case 'ArrowUp':
        if (active === 0 && props.onLeave !== undefined) props.onLeave();
        else goTo(active - 1);
        return true;
      case 'Home':
        goTo(0);
        return true;
      case 'End':
        goTo(count - 1);
        return true;
      case ' ':
        if (count > 0) props.onChoose(active);
        return true;
      case 'Enter':
        if (count > 0) props.onEnter(active);
        return true;
      default:
        return props.onLetter?.(key) ?? false;
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    if (!act(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it is a list box as soon as there is a line in it
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: see above
    <div
      className="found-list"
      role={count > 0 ? 'listbox' : 'group'}
      aria-label={props.label}
      aria-multiselectable={count > 0 && props.multiple ? true : undefined}
      aria-activedescendant={count > 0 ? `${id} ${active}` : undefined}
      tabIndex={0}
      data-focus-name="matrix-side"
      onKeyDown={onKeyDown}
    >
      {count === 0 && props.empty}
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the list box names the active one
        <div
          key={props.keyOf(index)}
          id={`${id} ${index}`}
          role="option"
          className="found-sentence"
          aria-selected={props.isChosen(index, index === active)}
          data-active={index === active || undefined}
          onClick={(event) => {
            goTo(index);
            if ((event.target as Element).closest('.found-check') !== null) props.onChoose(index);
            focusNamed('matrix-side');
          }}
        >
          {props.children(index)}
        </div>
      ))}
    </div>
  );
}
