import { findDate } from './find-date.ts';

/** A fact that a line of a text states under a label: `Source: Reuters`. */
export interface LabelledFact {
  readonly field: 'outlet' | 'published' | 'updated' | 'url' | 'section';
  readonly value: string;
}

const longestLine = 2_000;
const longestName = 80;

const labels: readonly (readonly [LabelledFact['field'], RegExp])[] = [
  [
    'url',
    /^(?:url|link|web ?link|source url|permalink|retrieved from|available at|original(?: article)?|网址|链接|原文链接|ссылка)$/iu,
  ],
  [
    'outlet',
    /^(?:source|outlet|publication|publisher|newspaper|media|quelle|zeitung|fuente|medio|fonte|来源|來源|媒体|媒體|источник|издание|出典)$/iu,
  ],
  [
    'published',
    /^(?:date|published(?: on| at)?|publication date|date published|pub(?:lished)? date|datum|veröffentlicht(?: am)?|fecha|data|日期|发布时间|發布時間|дата)$/iu,
  ],
  [
    'updated',
    /^(?:updated|last updated|date updated|modified|last modified|aktualisiert|更新|更新时间|更新時間|обновлено)$/iu,
  ],
  [
    'section',
    /^(?:section|category|rubric|ressort|rubrik|rubrique|sección|栏目|版面|раздел|рубрика)$/iu,
  ],
];

/**
 * The fact that a line states under a label of its own, as people write above texts that they copy; `null` if it is no
 * such line. An address needs no label. A value that is a sentence is none.
 */
export function findLabelledFact(line: string): LabelledFact | null {
  if (line.length > longestLine) return null;
  const bare = /^<?(https?:\/\/[^\s<>]{4,})>?$/i.exec(line)?.[1];
  if (bare !== undefined) return { field: 'url', value: bare };
  const [, label = '', value = ''] = /^([\p{L} ]{2,30})\s*[:：]\s*(\S.*)$/u.exec(line) ?? [];
  const field = labels.find(([, names]) => names.test(label.trim()))?.[0];
  if (field === undefined) return null;
  const url = /^<?(https?:\/\/[^\s<>]{4,})>?$/i.exec(value)?.[1];
  if (url !== undefined)
    return field === 'outlet' || field === 'url' ? { field: 'url', value: url } : null;
  if (field === 'url') return null;
  if (field === 'published' || field === 'updated') {
    const date = findDate(value);
    return date?.isAlone === true ? { field, value: date.date } : null;
  }
  return value.length <= longestName && !/[.!?。]\s*$|[.!?]\s/u.test(value)
    ? { field, value }
    : null;
}
