import type { ReactNode } from 'react';
import { useSession } from './session-context.ts';

const signs: Readonly<Record<string, string>> = {
  Delete: 'Del',
  Enter: '↵',
};

/** A command's key as people read it: `Ctrl K`, `H`. */
export function KeyLabel({ value }: { readonly value: string }): ReactNode {
  const { commandKey } = useSession().hostInfo;
  const mod = commandKey === 'Meta' ? '⌘' : 'Ctrl';
  const text = value
    .split('+')
    .map((part) => (part === 'Mod' ? mod : (signs[part] ?? part)))
    .map((part) => (part.length === 1 ? part.toUpperCase() : part))
    .join(' ');
  return <kbd>{text}</kbd>;
}
