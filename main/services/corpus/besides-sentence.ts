import type { Besides } from './decide-part.ts';
import { titleOf } from './import-item.ts';

/** Why what a file says now is an article of its own, beside the one that it held before. For people. */
export function besidesSentence({ article, why }: Besides): string {
  const { number } = article;
  const title = titleOf(article);
  switch (why) {
    case 'other-story':
      return `The file held article ${number}, “${title}”, before; this is another story, so it is an article of its own, and article ${number} stays as it is.`;
    case 'held':
      return `The file held the text of article ${number}, “${title}”, which another file still holds; so what it says now is an article of its own.`;
    case 'said-before':
      return `Article ${number}, “${title}”, said so before and says something else now; this file makes an article of its own.`;
  }
}
