/** A name that a line of a Chinese page states under a label. */
export interface LabelledName {
  readonly field: 'outlet' | 'byline';
  readonly value: string;
}

const longestLine = 160;
const label =
  /(?:^|[\s|｜])(?<label>来源|來源|稿源|作者|记者|記者)\s*[:：]\s*(?<value>[^\s|｜:：]{2,40})/gu;

/**
 * The names in a line of labels, as Chinese pages set it under the headline: `2024年03月05日 08:30 来源：新华网 作者：张三`.
 */
export function findHanLabels(line: string): readonly LabelledName[] {
  if (line.length > longestLine) return [];
  return [...line.matchAll(label)].map(({ groups = {} }) => {
    const { label: name = '', value = '' } = groups;
    return /源/u.test(name)
      ? { field: 'outlet', value }
      : { field: 'byline', value: value.split(/[、，,]/u).join(', ') };
  });
}
