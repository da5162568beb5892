/**
 * Whether keys are Command or Control with Alt and a letter. With Control the letter itself counts, since Control and Alt
 * write signs where a keyboard has a third level (`[` on Croatian ones); on a Mac Alt changes the letter, so there the
 * key's place counts.
 */
export function isModAlt(event: KeyboardEvent, letter: string): boolean {
  const { altKey, ctrlKey, metaKey, shiftKey, key, code } = event;
  if (!altKey || shiftKey || event.isComposing) return false;
  return (
    (ctrlKey && key.toLowerCase() === letter) || (metaKey && code === `Key${letter.toUpperCase()}`)
  );
}
