import { Badge } from '@mantine/core';
import type { CaseTask } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';

/** Whom an open task was told to last: its owner, the supervisor, or the Commission. */
export function Told({ task }: { task: CaseTask }) {
  const { t } = useTexts();
  if (task.state !== 'open') return null;
  if (task.commissionToldAt !== undefined) {
    return <Badge variant="light" color="red" data-testid="told" data-level="commission">{t('task-told.commission')}</Badge>;
  }
  if (task.escalatedAt !== undefined) {
    return <Badge variant="light" color="red" data-testid="told" data-level="supervisor">{t('task-told.supervisor')}</Badge>;
  }
  if (task.remindedAt !== undefined && !task.overdue) {
    return <Badge variant="light" color="orange" data-testid="told" data-level="reminder">{t('task-told.reminder')}</Badge>;
  }
  return null;
}
