import { statedName } from '../stated-metadata.ts';
import { decodeEntities } from './decode-entities.ts';

const inlineTag =
  /<\/?(?:a|abbr|b|bdi|big|br|cite|code|del|div|em|font|h[1-6]|i|ins|mark|p|q|s|small|span|strike|strong|sub|sup|tt|u|wbr)(?:\s[^<>]*)?\/?>/gi;

/**
 * A name as readers would see it: without the character references and the tags that sites leave in titles, of which no
 * browser would make anything there.
 */
export function plainName(value: unknown): string | null {
  if (typeof value !== 'string') return statedName(value);
  const text = decodeEntities(value);
  return statedName(text.includes('<') ? text.replace(inlineTag, tagSpace) : text);
}

function tagSpace(tag: string): string {
  return /^<\/?(?:br|div|h[1-6]|p)\b/i.test(tag) ? ' ' : '';
}
