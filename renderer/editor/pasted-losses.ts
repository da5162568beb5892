/** What is never taken over from other programs: anything that runs, asks, or would fetch something. */
const programs =
  'script, style, meta, link, title, base, template, noscript, video, audio, object, embed, iframe, input, button, select, textarea';

/** What could not be kept, in the order in which it is told. */
const kinds = ['picture', 'recording', 'comment', 'deleted passage', 'hidden passage'] as const;

type Lost = (typeof kinds)[number];

/** How many there were of each. */
type Losses = Map<Lost, number>;

/**
 * Takes out of foreign HTML, in place, what a text of ours can not hold: programs, pictures, comments of its reviewers, words
 * that they deleted, words that nobody was shown. The result says in a sentence what readers would miss; `null`: nothing. A
 * picture that stands for a sign becomes the sign, a box to be ticked one too. `keepsFigures`: a picture by itself may stand
 * where this is put in.
 */
export function takeOutLosses(body: HTMLElement, keepsFigures: boolean): string | null {
  const losses: Losses = new Map();
  tickBoxes(body);
  for (const element of body.querySelectorAll(
    '[hidden], [style*="display" i], [style*="mso-hide" i]',
  )) {
    if (isHidden(element)) lose(element, losses, 'hidden passage', hasWords);
  }
  for (const element of body.querySelectorAll('video, audio, iframe, object, embed')) {
    lose(element, losses, 'recording', isSeen);
  }
  for (const element of body.querySelectorAll(programs)) element.remove();
  for (const element of body.querySelectorAll('del, .msoDel')) {
    lose(element, losses, 'deleted passage', hasWords);
  }
  takeOutComments(body, losses);
  for (const image of body.querySelectorAll('img')) {
    const sign = image.alt.trim();
    if (isSign.test(sign)) image.replaceWith(sign);
  }
  for (const element of body.querySelectorAll('picture, img, svg, canvas')) {
    lose(element, losses, 'picture', isSeen);
  }
  return sentence(losses, keepsFigures);
}

/** A picture's description that is the sign it shows. */
const isSign = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Component})+$/u;

/** Takes an element out and counts it, if anybody would miss it; once with all that is in it. */
function lose(
  element: Element,
  losses: Losses,
  kind: Lost,
  isMissed: (element: Element) => boolean,
): void {
  if (!element.isConnected) return;
  element.remove();
  if (isMissed(element)) losses.set(kind, (losses.get(kind) ?? 0) + 1);
}

function isHidden(element: Element): boolean {
  const style = element.getAttribute('style') ?? '';
  return (
    element.hasAttribute('hidden') ||
    /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all)/i.test(style)
  );
}

function hasWords(element: Element): boolean {
  return (element.textContent ?? '').trim() !== '';
}

/** Dots that count readers, and drawings that only decorate, are nothing that anybody would miss. */
function isSeen(element: Element): boolean {
  if (element.getAttribute('aria-hidden') === 'true') return false;
  const sides = ['width', 'height'].map((name) =>
    Number.parseFloat(element.getAttribute(name) ?? ''),
  );
  const least = element.localName === 'svg' ? 49 : 3;
  return !sides.some((side) => side < least);
}

function tickBoxes(body: HTMLElement): void {
  for (const item of body.querySelectorAll('li[aria-checked]')) {
    item.querySelector('img')?.remove();
    const line = item.querySelector('p') ?? item;
    line.prepend(item.getAttribute('aria-checked') === 'true' ? '☑ ' : '☐ ');
  }
  for (const box of body.querySelectorAll<HTMLInputElement>('input[type="checkbox" i]')) {
    box.replaceWith(box.hasAttribute('checked') ? '☑ ' : '☐ ');
  }
}

/** Comments in the margin: Word's at the end of what it copies, with their marks; those of Google Docs like its footnotes. */
function takeOutComments(body: HTMLElement, losses: Losses): void {
  const word = '[style*="mso-element:comment" i]:not([style*="mso-element:comment-list" i])';
  let count = body.querySelectorAll(word).length;
  for (const element of body.querySelectorAll(
    `[style*="mso-element:comment" i], .MsoCommentReference, a.msocomanchor`,
  )) {
    element.remove();
  }
  for (const mark of body.querySelectorAll('a[id^="cmnt_ref"][href*="#cmnt"]')) {
    const note = body.querySelector(`a[href$="#${CSS.escape(mark.id)}"]`);
    if (note === null) continue;
    count += 1;
    (note.closest('div') ?? note.closest('p') ?? note).remove();
    (mark.closest('sup') ?? mark).remove();
  }
  if (count > 0) losses.set('comment', count);
}

function sentence(losses: Losses, keepsFigures: boolean): string | null {
  const lost = kinds.flatMap((kind) => {
    const count = losses.get(kind) ?? 0;
    return count === 0 ? [] : [`${count} ${kind}${count === 1 ? '' : 's'}`];
  });
  if (lost.length === 0) return null;
  const advice = keepsFigures
    ? ' Paste or drop a picture by itself to make it a figure.'
    : ' Pictures have their place in briefs.';
  return `Pasted without ${lost.join(', ')}.${losses.has('picture') ? advice : ''}`;
}
