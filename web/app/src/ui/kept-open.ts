import { useState } from 'react';

/**
 * Things of a list on which somebody is writing. The list may be read again without them, because a colleague was
 * quicker: they stay until their form is closed, so that no word is lost.
 */
export function useKeptOpen<T extends { id: string }>() {
  const [open, setOpen] = useState<T[]>([]);
  const others = (list: readonly T[], one: T) => list.filter((other) => other.id !== one.id);
  return {
    anyOpen: open.length > 0,
    isOpen: (one: T) => open.some((other) => other.id === one.id),
    open: (one: T) => setOpen((before) => [...others(before, one), one]),
    close: (one: T) => setOpen((before) => others(before, one)),
    keep: (items: readonly T[]): T[] => [...items, ...open.filter((one) => !items.some((other) => other.id === one.id))],
  };
}

export type KeptOpen<T extends { id: string }> = ReturnType<typeof useKeptOpen<T>>;
