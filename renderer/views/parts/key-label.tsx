import type { ReactNode } from 'react';
import { useSession } from './session-context.ts';

const signs: Readonly<Record<string, string>> = {
  Delete: 'Del',
  Enter: '↵',
};

/** A command's key as people read it: `Ctrl K`, `H`. `commandKey`: what the window's machine has. */
export function keyText(value: string, commandKey: 'Meta' | 'Control'): string {
  const mod = commandKey === 'Meta' ? '⌘' : 'Ctrl';
  return value
    .split('+')
    .map((part) => (part === 'Mod' ? mod : (signs[part] ?? part)))
    .map((part) => (part.length === 1 ? part.toUpperCase() : part))
    .join(' ');
}

/** The same, drawn as a key. */
export function KeyLabel({ value }: { readonly value: string }): ReactNode {
  const { commandKey } = useSession().hostInfo;
  return <kbd>{keyText(value, commandKey)}</kbd>;
}
