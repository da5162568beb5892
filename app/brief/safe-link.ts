/** The longest address that a record may hold, in UTF-16 code units. */
const longestLink = 4_096;

/** What a link of a note or a brief may lead to. Everything else could run a program or reach a file. */
const allowed = /^(?:https?:\/\/[^/]|mailto:[^?])/i;

/**
 * The address as it may stand in a link, or `null`: only http, https and mailto, without white space and control
 * characters, which browsers drop and which so hide another scheme (`java\nscript:`). Surrounding space is cut off.
 */
export function safeLink(href: string): string | null {
  const trimmed = href.trim();
  if (trimmed.length > longestLink) return null;
  return allowed.test(trimmed) && !/[\s\p{Cc}]/u.test(trimmed) ? trimmed : null;
}
