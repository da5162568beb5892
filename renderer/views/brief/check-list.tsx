import { Check } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { BriefId } from '../../../app/record/ids.ts';
import {
  type CheckGroup,
  type CheckItem,
  checkGroups,
  finishedWords,
  goToFinding,
  ignoredGroup,
  openFinding,
  redrawFinding,
  showFinding,
  verbatimWords,
} from '../../session/checking/check-list.ts';
import {
  bringAllBack,
  bringBackCheck,
  ignoreCheck,
  ignoredChecks,
} from '../../session/checking/ignored-checks.ts';
import { focusNamed } from '../../session/focus.ts';
import { Tree } from '../codebook/tree-parts.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { CheckSign, FindingLine, type FindingsLine } from './finding-line.tsx';
import '../styles/brief-check.css';

/** What the check found in the brief on the screen, by kind. */
export function CheckList({ briefId }: { readonly briefId: BriefId }): ReactNode {
  const session = useSession();
  const { report, isStale, open } = useSessionState((state) => state.briefCheck);
  const ignored = useRecords((records) => ignoredChecks(records, briefId));
  const groups = useMemo(
    () => (report === null ? [] : checkGroups(report, ignored)),
    [report, ignored],
  );
  const aside = useMemo(
    () => (report === null ? null : ignoredGroup(report, ignored)),
    [report, ignored],
  );
  const listed = useMemo(() => (aside === null ? groups : [...groups, aside]), [groups, aside]);
  return (
    <section className="check-list" aria-labelledby="check-title" aria-busy={report === null}>
      <h2 className="section-title" id="check-title">
        Check
      </h2>
      {/* It says itself when its words change: not after each pause in typing, only when the findings are other ones. */}
      <p className="visually-hidden" role="status">
        {report === null ? '' : finishedWords(groups)}
      </p>
      {report === null ? (
        <p className="empty">Checking…</p>
      ) : (
        <div data-stale={isStale || undefined}>
          <p className="check-line" data-good={report.verbatim === report.quotations || undefined}>
            {report.verbatim === report.quotations ? (
              <Check size={13} aria-hidden="true" />
            ) : (
              <CheckSign isFault={true} />
            )}
            {verbatimWords(report)}
          </p>
          {groups.length === 0 && <p className="empty">Nothing else to look at.</p>}
          <Findings groups={listed} open={open} briefId={briefId} />
          {aside !== null && open.has('ignored') && (
            <button
              type="button"
              className="button quiet check-ignored"
              onClick={() => {
                bringAllBack(session, briefId);
                // The button goes with what it did.
                focusNamed('check-list');
              }}
            >
              Bring all back
            </button>
          )}
        </div>
      )}
    </section>
  );
}

function Findings(props: {
  readonly groups: readonly CheckGroup[];
  readonly open: ReadonlySet<CheckGroup['kind']>;
  readonly briefId: BriefId;
}): ReactNode {
  const session = useSession();
  const { groups, open, briefId } = props;
  const current = useSessionState((state) => state.briefCheck.current);
  const lines = useMemo(() => linesOf(groups, open), [groups, open]);
  const tree = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<ActiveLine>({ name: '', index: 0 });
  // Of a line that went, the one that stands there now is meant: what is done next goes on from there.
  const activeIndex = indexOf(lines, active);
  const line = lines[activeIndex];
  // The keys of the list, Delete before all, would do harm in the text.
  const keepKeyboard = (): void => tree.current?.focus({ preventScroll: true });
  const mark = (one: FindingsLine): void =>
    setActive({ name: nameOf(one), index: lines.indexOf(one) });
  const currentName = current === null ? null : itemName(current.kind, current);
  const currentIndex = lines.findIndex((one) => nameOf(one) === currentName);
  // Keys that go from finding to finding take the mark along.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another finding does, not the same at another line
  useEffect(() => {
    if (currentName !== null && currentIndex >= 0) {
      setActive({ name: currentName, index: currentIndex });
    }
  }, [currentName]);
  const drawn = line?.id ?? null;
  const isCurrent = line !== undefined && nameOf(line) === currentName;
  useEffect(() => {
    if (drawn !== null && (isCurrent || tree.current === document.activeElement)) {
      document.getElementById(drawn)?.scrollIntoView({ block: 'nearest' });
    }
  }, [drawn, isCurrent]);
  if (lines.length === 0) return null;
  const fold = (kind: CheckGroup['kind'], isOpen: boolean): void => {
    const next = new Set(session.get().briefCheck.open);
    if (isOpen) next.add(kind);
    else next.delete(kind);
    session.set({ briefCheck: { ...session.get().briefCheck, open: next } });
  };
  const choose = (chosen: FindingsLine): void => {
    mark(chosen);
    if (chosen.kind === 'item') {
      showFinding(session, chosen.item);
      return;
    }
    const { kind, items } = chosen.group;
    fold(kind, !chosen.isOpen);
    const [only, second] = items;
    const isAlone = only !== undefined && second === undefined && kind !== 'ignored';
    if (isAlone && !chosen.isOpen) showFinding(session, only);
  };
  const bringBack = (chosen: FindingsLine): void => {
    if (chosen.kind !== 'item' || !chosen.isIgnored) return;
    const { item } = chosen;
    // The mark goes with it, to where it is listed again.
    setActive({ name: itemName(item.kind, item), index: lines.indexOf(chosen) });
    fold(item.kind, true);
    bringBackCheck(session, briefId, item);
  };
  const ignore = (chosen: FindingsLine): void => {
    if (chosen.kind !== 'item') return;
    mark(chosen);
    ignoreCheck(session, briefId, chosen.item);
  };
  const goTo = (index: number): void => {
    const next = lines[Math.max(0, Math.min(index, lines.length - 1))];
    if (next !== undefined) mark(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || line === undefined)
      return;
    const ignoreThis = (): void => {
      if (line.kind === 'group')
        session.say('Open this with Right and ignore one of its findings.');
      else if (line.isIgnored) session.say('This finding is ignored already. B brings it back.');
      else ignore(line);
    };
    const actions = new Map<string, () => void>([
      ['ArrowUp', () => goTo(activeIndex - 1)],
      ['ArrowDown', () => goTo(activeIndex + 1)],
      ['Home', () => goTo(0)],
      ['End', () => goTo(lines.length - 1)],
      ['ArrowRight', () => line.kind === 'group' && fold(line.group.kind, true)],
      [
        'ArrowLeft',
        () =>
          line.kind === 'group'
            ? fold(line.group.kind, false)
            : goTo(
                lines.findLastIndex(({ kind }, index) => index < activeIndex && kind === 'group'),
              ),
      ],
      [' ', () => choose(line)],
      ['Enter', () => (line.kind === 'item' ? goToFinding(session, line.item) : choose(line))],
      ['o', () => line.kind === 'item' && openFinding(session, line.item)],
      ['u', () => line.kind === 'item' && redrawFinding(session, line.item)],
      ['b', () => bringBack(line)],
      ['Delete', ignoreThis],
      ['Backspace', ignoreThis],
    ]);
    const action = actions.get(event.key);
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
  return (
    <Tree
      ref={tree}
      className="check-tree"
      aria-label="Findings of the check"
      aria-activedescendant={line?.id}
      data-focus-name="check-list"
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {lines.map((one) => (
        <FindingLine
          key={one.id}
          line={one}
          isActive={one === line}
          isCurrent={one.kind === 'item' && one.item.key === current?.key}
          onChoose={() => {
            keepKeyboard();
            choose(one);
          }}
          onGo={() => one.kind === 'item' && goToFinding(session, one.item)}
          onIgnore={() => {
            keepKeyboard();
            ignore(one);
          }}
          onBringBack={() => {
            keepKeyboard();
            bringBack(one);
          }}
          onRedraw={() => one.kind === 'item' && redrawFinding(session, one.item)}
          onOpen={() => one.kind === 'item' && openFinding(session, one.item)}
        />
      ))}
    </Tree>
  );
}

/** The line that is meant, and where it stood. */
interface ActiveLine {
  readonly name: string;
  readonly index: number;
}

/** Of findings on the same words, which have the same name, the one that stood there; of a line that went its neighbour. */
function indexOf(lines: readonly FindingsLine[], { name, index }: ActiveLine): number {
  const there = lines[index];
  if (there !== undefined && nameOf(there) === name) return index;
  const found = lines.findIndex((one) => nameOf(one) === name);
  return Math.max(0, found >= 0 ? found : Math.min(index, lines.length - 1));
}

/** What a line is told by from one check to the next, also when others come or go. */
function nameOf(line: FindingsLine): string {
  if (line.kind === 'group') return line.group.kind;
  return itemName(line.isIgnored ? 'ignored' : line.item.kind, line.item);
}

function itemName(group: CheckGroup['kind'], { kind, key }: CheckItem): string {
  return `${group} ${kind} ${key}`;
}

function linesOf(
  groups: readonly CheckGroup[],
  open: ReadonlySet<CheckGroup['kind']>,
): readonly FindingsLine[] {
  return groups.flatMap((group): FindingsLine[] => {
    const isOpen = open.has(group.kind);
    const head: FindingsLine = { kind: 'group', id: `check-${group.kind}`, group, isOpen };
    const items = group.items.map(
      (item, index): FindingsLine => ({
        ...{ kind: 'item', id: `check-${group.kind}-${index}`, item },
        isIgnored: group.kind === 'ignored',
      }),
    );
    return isOpen ? [head, ...items] : [head];
  });
}
