/**
 * The first frame in which the list of articles has items and an article is shown, on the window's clock since 1970. Runs
 * in the window, as text: it must not use anything from outside.
 */
export async function readyToRead(): Promise<number> {
  const nameOf = (element: Element) =>
    element.getAttribute('aria-label') ??
    (element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ');
  const isReady = () => {
    const lists = [...document.querySelectorAll('[role=listbox], [role=grid], [role=treegrid]')];
    const list = lists.find((element) => nameOf(element).trim() === 'Articles');
    const article = document.querySelector('[role=document]');
    return (
      list?.querySelector('[role=option], [role=row]') != null &&
      article !== null &&
      article.getBoundingClientRect().height > 0
    );
  };
  while (!isReady()) await new Promise(requestAnimationFrame);
  return performance.timeOrigin + performance.now();
}
