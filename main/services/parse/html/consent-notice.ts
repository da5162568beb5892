import { htmlBlocks } from './html-blocks.ts';
import type { HtmlDocument, HtmlElement } from './html-node.ts';

// The names that makers of such notices give to what they put into pages.
const maker =
  /(?:^|[\s_-])(?:onetrust|didomi|usercentrics|cookiebot|cybotcookiebot\w*|qc-cmp2?|sp_message|truste|cmplz|klaro|osano|iubenda|tarteaucitron\w*|borlabs\w*|evidon|quantcast|cookie-?law-info|cookiefirst|cky)(?=$|[\s_-])/i;
// What people call them. `tag-cookies` and the like say what an article is about.
const called =
  /(?:^|[\s_-])(?:cookies?|gdpr|dsgvo|rgpd|consent|cmp|ccpa|privacy)(?=$|[\s_-])|cookie-?(?:banner|bar|notice|consent|wall|policy|popup|modal|message|overlay|hinweis)/i;
const subject = /(?:^|\s)(?:tag|category|topic|cat|section|subject)-\S*/gi;

const cookieWord =
  /cookie|куки|クッキー|쿠키|evästei|informasjonskapsl|ciasteczk|çerez|\bdevice\b|\bappareil\b|\bdispositiv|\bGerät/giu;
const choiceWord =
  /\b(?:accept|agree|consent|reject|refuse|manage|choices|preferences|partners|vendors|privacy|legitimate interest|zustimm\p{L}*|akzeptier\p{L}*|einwillig\p{L}*|ablehnen|datenschutz\p{L}*|partner\p{L}*|accepter|refuser|consentement|partenaires|confidentialité|aceptar|rechazar|consentimiento|socios|privacidad|aceitar|accett\p{L}*|rifiut\p{L}*|consenso|toestemming|accepteren|weigeren|godta|accepter\p{L}*|godkänn|samtyck\p{L}*|принять|согла\p{L}*|akceptuj\p{L}*|zgod\p{L}*)/giu;
const sayings = /同意|接受|承諾|許可|동의/g;
/** A notice is short, or a list of purposes: in so many letters one of its words stands at least. */
const lettersPerWord = 250;
const fewestWords = 3;
/** What has a maker's name may be in a language whose words are not known here; an article that only stands in such an element is longer. */
const longestUnread = 3_000;
/** Each is read once, and they may hold one another. */
const mostElements = 50;
const containers = 'div, section, aside, dialog, form, [role="dialog"], [role="alertdialog"]';

/**
 * Takes notices that ask for consent out of a page, as browsers' users press them away: what is called so, or is a dialog,
 * and reads so; what has a maker's name. Never what holds the article or a main heading. Linear, with the text of fifty elements at most.
 */
export function removeConsentNotices(document: HtmlDocument): void {
  const named = [...document.body.querySelectorAll(containers)].filter(isNamed);
  for (const element of named.slice(0, mostElements)) {
    if (!holdsArticle(element) && isNotice(element)) element.remove();
  }
}

function namesOf(element: HtmlElement): string {
  return `${element.getAttribute('id') ?? ''} ${element.getAttribute('class') ?? ''}`;
}

function isNamed(element: HtmlElement): boolean {
  const isDialog =
    element.localName === 'dialog' || /dialog$/.test(element.getAttribute('role') ?? '');
  const names = namesOf(element);
  return isDialog || maker.test(names) || called.test(names.replace(subject, ' '));
}

function isNotice(element: HtmlElement): boolean {
  const text = textOf(element);
  return readsAsNotice(text) || (maker.test(namesOf(element)) && text.length <= longestUnread);
}

function holdsArticle(element: HtmlElement): boolean {
  return element.closest('article') !== null || element.querySelector('h1, article, main') !== null;
}

/** Whether a text asks for consent: of cookies and of choices, in nearly each of its sentences. */
export function readsAsNotice(text: string): boolean {
  const cookies = text.match(cookieWord)?.length ?? 0;
  const choices = (text.match(choiceWord)?.length ?? 0) + (text.match(sayings)?.length ?? 0);
  const count = cookies + choices;
  if (cookies === 0 || choices === 0 || count < fewestWords) return false;
  return count * lettersPerWord >= text.length;
}

function textOf(element: HtmlElement): string {
  return htmlBlocks(element)
    .map(({ text }) => text)
    .join('\n');
}
