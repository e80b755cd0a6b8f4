import { Button, Group } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { CaseDetail } from '../api/types.ts';

interface Props {
  detail: CaseDetail;
  text: string;
  testId: string;
  subtle?: boolean;
  children: (close: () => void) => ReactNode;
}

/** A button that opens its form in its place; nothing is added to a closed case. */
export function Adding({ detail, text, testId, subtle = false, children }: Props) {
  const [open, setOpen] = useState(false);
  if (detail.state === 'closed') return null;
  if (open) return <>{children(() => setOpen(false))}</>;
  return (
    <Group>
      <Button variant={subtle ? 'subtle' : 'light'} onClick={() => setOpen(true)} data-testid={testId}>{text}</Button>
    </Group>
  );
}
