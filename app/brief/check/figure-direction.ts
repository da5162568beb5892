/** Which way a quantity is said to have gone. */
export type Direction = 'up' | 'down';

const up =
  'rose|rises?|risen|rising|grew|grows?|grown|growing|growth|increas(?:e|es|ed|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|rais(?:e|es|ed|ing)|up(?!\\s+to\\b)|upturn|stieg(?:en)?|steig(?:t|en)|gestiegen|anstieg|zuwachs|wuchs(?:en)?|gewachsen|zugenommen|hausse|augmenté\\p{L}*|augmentation|progressé\\p{L}*|subi(?:ó|do|eron)|aument(?:ó|o|ado|aron)|creci(?:ó|do|eron)|alza';
const down =
  'fell|falls?|fallen|falling|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|sank|sinks?|sunk|sinking|shrank|shrinks?|shrunk|shrinking|slump(?:s|ed|ing)?|plung(?:e|es|ed|ing)|tumbl(?:e|es|ed|ing)|plummet(?:s|ed|ing)?|reduc(?:e|es|ed|ing|tion)|contracted|lower(?:s|ed|ing)?|down|downturn|sanken|sinkt|gesunken|fiel(?:en)?|gefallen|rückgang|abgenommen|baiss(?:e|é\\p{L}*)|recul(?:é\\p{L}*|e)?|diminué\\p{L}*|diminution|baj(?:ó|ado|aron)|cay(?:ó|eron)|caído|disminuy(?:ó|eron)|caída';
const before = new RegExp(`(?<!\\p{L})(?:(?<up>${up})|(?<down>${down}))(?!\\p{L})`, 'giu');

const behind =
  /^[\s\p{Pd}]*(?:\p{L}+\s+){0,2}?(?:(?<up>rise|increase|growth|gain|jump|surge|climb|more|higher|up|mehr|höher|de plus|más)|(?<down>fall|drop|decline|decrease|loss|cut|reduction|slump|plunge|dip|less|fewer|lower|down|weniger|niedriger|de moins|menos))(?!\p{L})/iu;

/** What turns a word of direction round, or takes it away, right before it. */
const negation =
  /(?:n['’]t|(?<!\p{L})(?:not?|never|without|nor|kein(?:e|en|em)?|nicht|pas|sin|ni))(?:\s+\p{L}+){0,2}\s*$/iu;
/** "In fall 2024", "fell short of": no direction. */
const noDirection = /(?<!\p{L})(?:in|last|this|next|late|early)\s+(?:the\s+)?fall$/iu;

const farthest = 60;
const mostWordsBetween = 5;

/**
 * Which way the figure in [start, end) of a text is said to have gone: by the nearest word for it in the clause before it
 * ("fell by 5 per cent"), else right behind it ("a 5 per cent rise"). `null`: nothing is said, or it is said not to have.
 * Cost: constant.
 */
export function directionOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): Direction | null {
  const clause =
    text
      .slice(Math.max(0, start - farthest), start)
      .split(/[,;:.!?()—–\n](?=\s|$)/u)
      .at(-1) ?? '';
  const found = [...clause.matchAll(before)].at(-1);
  if (found !== undefined) {
    const between = clause.slice(found.index + found[0].length);
    const until = clause.slice(0, found.index);
    const isNear = (between.match(/\p{L}+/gu) ?? []).length <= mostWordsBetween;
    const says = !noDirection.test(until + found[0]) && !/^\s+short\b/iu.test(between);
    if (isNear && says) return negation.test(until) ? null : sideOf(found.groups);
  }
  const rest = text.slice(end, end + farthest).split(/[,;:.!?()—–\n](?=\s|$)/u)[0] ?? '';
  const after = behind.exec(rest);
  return after === null ? null : sideOf(after.groups);
}

function sideOf(groups: Readonly<Record<string, string | undefined>> | undefined): Direction {
  return groups?.up === undefined ? 'down' : 'up';
}
