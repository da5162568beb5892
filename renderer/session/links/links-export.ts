import { writeCsv } from '../../../app/exchange/csv.ts';
import { guessedNames } from '../../../app/exchange/table/guessed-facts.ts';
import { countOf } from '../article-list.ts';
import { showFailure } from '../project.ts';
import type { Session } from '../session.ts';
import type { ItemEnd, LinkItem } from './link-item.ts';

const heads = [
  'From',
  'From outlet',
  'From published',
  'From guessed',
  'From words',
  'Relation',
  'Direction',
  'To',
  'To outlet',
  'To published',
  'To guessed',
  'To words',
  'Note',
  'Made',
  'By',
];

/** Exports the rows that are shown, in their order, words and notes whole, times as ISO 8601 (rule L9). */
export async function exportLinks(session: Session, shown: readonly LinkItem[]): Promise<void> {
  const content = writeCsv([
    heads,
    ...shown.map((item) => [
      ...endCells(item.from),
      item.relation,
      item.type?.symmetric === true ? 'both ways' : 'from the first to the second',
      ...endCells(item.to),
      item.link.note ?? '',
      item.link.createdAt,
      item.link.author,
    ]),
  ]);
  try {
    const suggestedName = `${session.store.project.name} links`;
    const written = await session.host.exportFile({ suggestedName, kind: 'csv', content });
    if (written === null) return;
    session.say(`Exported ${countOf(shown.length, 'link')} to ${written.fileName}.`);
  } catch (error) {
    showFailure(session, 'The links could not be exported', error);
  }
}

function endCells({ label, listed, words }: ItemEnd): readonly string[] {
  const { outlet = null, published = null } = listed?.metadata ?? {};
  return [label, outlet ?? '', published ?? '', guessedNames(listed?.guesses ?? []), words];
}
