/**
 * Keeps React from walking through a long text. React (19, `getSelectionInformation` in react-dom) asks the element with the
 * focus for `contentEditable` before each commit of the page, and if that is "true" counts all characters before the
 * selection in order to put it back: 6 ms in a text of 200 pages, with each key. ProseMirror keeps the selection itself. The
 * attribute stays as it is; only who asks for the property hears otherwise.
 */
export function spareReact(element: HTMLElement): void {
  Object.defineProperty(element, 'contentEditable', {
    configurable: true,
    get: () => (element.getAttribute('contenteditable') === 'false' ? 'false' : 'plaintext-only'),
    set: (value: string) => element.setAttribute('contenteditable', value),
  });
}
