import type { ReactNode } from 'react';

/** A table wider than the screen scrolls in its own box, reachable by keyboard. */
export function ScrollTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="hifazat-table-scroll" tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  );
}
