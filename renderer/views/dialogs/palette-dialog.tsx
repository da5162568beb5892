import { type ReactNode, useEffect, useReducer } from 'react';
import type { ArticleId } from '../../../app/record/ids.ts';
import { listArticle, presentArticles } from '../../session/article-list.ts';
import { commandTitle, isAvailable } from '../../session/command.ts';
import { commands } from '../../session/commands/command-list.ts';
import { findUndoTitles } from '../../session/history/undo-titles.ts';
import { runCommand } from '../../session/run-command.ts';
import { type ChoiceItem, ChoiceList } from '../parts/choice-list.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { KeyLabel } from '../parts/key-label.tsx';
import { useSession } from '../parts/session-context.ts';

/** How many articles the palette offers for what was typed. */
const articlesOffered = 8;

/** How far a title is from what was typed: 0 it begins with it, 1 it holds it, 2 its words stand about. */
function distance(title: string | null, typed: string): number {
  const at = title?.toLocaleLowerCase().indexOf(typed.trim().toLocaleLowerCase()) ?? -1;
  return at === 0 ? 0 : at > 0 ? 1 : 2;
}

/** Every command with its key, and every article by its title. What begins with what was typed comes first. */
export function PaletteDialog(): ReactNode {
  const session = useSession();
  const [, drawAnew] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    // What undo would take back may have to be looked up.
    findUndoTitles(session);
    return session.hasProject ? session.store.subscribe(drawAnew) : undefined;
  }, [session]);
  const items = (typed: string): readonly ChoiceItem[] => {
    const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const holds = (text: string): boolean => {
      const low = text.toLocaleLowerCase();
      return words.every((word) => low.includes(word));
    };
    const found = commands
      .map((command) => ({ command, title: commandTitle(session, command) }))
      .filter(
        ({ command, title }) =>
          title !== null && isAvailable(session, command) && holds(`${title} ${command.group}`),
      )
      .sort((one, other) => distance(one.title, typed) - distance(other.title, typed))
      .map(({ command, title }) => ({
        id: command.id,
        text: title ?? '',
        trail: command.key === undefined ? undefined : <KeyLabel value={command.key} />,
      }));
    if (words.length === 0 || !session.hasProject) return found;
    const articles = presentArticles(session.store.records)
      .map(listArticle)
      .filter(({ metadata }) => holds(`${metadata.title} ${metadata.outlet ?? ''}`))
      .slice(0, articlesOffered)
      .map((article) => ({
        id: article.id,
        text: article.metadata.title,
        detail: [article.outlet, article.date].filter(Boolean).join(' · '),
      }));
    return [...found, ...articles];
  };
  const choose = (id: string): void => {
    session.closeDialog();
    const command = commands.find((candidate) => candidate.id === id);
    // The dialog gives the focus back first: a command may move it on.
    requestAnimationFrame(() => {
      if (command !== undefined) runCommand(session, command);
      else session.panes.open(id as ArticleId, { focus: true });
    });
  };
  return (
    <Dialog
      title="Search or run a command"
      titleShown={false}
      onClose={() => session.closeDialog()}
    >
      <ChoiceList
        label="Commands and articles"
        placeholder="Search or run a command"
        items={items}
        onChoose={choose}
        empty="No command and no article by that name."
      />
    </Dialog>
  );
}
