import { Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { CompleteTask } from '../cases/task-list.tsx';
import { useAgencyName, useStaffName } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { Countdown, DateOnly, Moment } from '../ui/time.tsx';
import { ReferredFor } from './referred-for.tsx';
import type { Action, Actor } from './types.ts';
import classes from './casework.module.css';

/** Who does it, by name where the directory knows one. */
export function useActorName(unitId: string): (actor: Actor) => string {
  const { t, label } = useTexts();
  const staffName = useStaffName(unitId);
  const agencyName = useAgencyName();
  return (actor) => {
    if (actor.staffId !== undefined) return staffName(actor.staffId) ?? t('directory.colleague');
    if (actor.agencyId !== undefined) return agencyName(actor.agencyId);
    return actor.name ?? label('actor', actor.kind);
  };
}

interface ListProps {
  actions: Action[];
  unitId: string;
  open: boolean;
  /** The case whose plan they are of, where one can be carried out by a referral. */
  caseId?: string;
}

export function ActionList({ actions, unitId, open, caseId }: ListProps) {
  return (
    <ul className="hifazat-list">
      {actions.map((action) => <ActionItem key={action.id} action={action} unitId={unitId} open={open} {...(caseId === undefined ? {} : { caseId })} />)}
    </ul>
  );
}

function ActionItem({ action, unitId, open, caseId }: Omit<ListProps, 'actions'> & { action: Action }) {
  const { t } = useTexts();
  const actorName = useActorName(unitId);
  const [completing, setCompleting] = useState(false);
  const { task } = action;
  return (
    <li className={classes['card']} data-testid="plan-action" data-state={task?.state ?? 'none'}>
      <Group justify="space-between" gap="sm" align="flex-start">
        <div>
          <Text fw={600}><bdi dir="auto" className={classes['words']}>{action.text}</bdi></Text>
          <Text size="sm" c="dimmed">
            <bdi dir="auto">{actorName(action.actor)}</bdi>{t('list.comma')}{t('action.by')} <DateOnly at={action.dueOn} />
          </Text>
        </div>
        <Group gap="sm">
          {task?.state === 'done' && <Badge variant="light" color="green">{t('task.done')}</Badge>}
          {task?.state === 'open' && <Countdown until={task.dueAt} />}
          {task?.state === 'open' && open && !completing && (
            <Button variant="light" onClick={() => setCompleting(true)} data-testid="complete-action">{t('task.complete')}</Button>
          )}
        </Group>
      </Group>
      {task?.doneAt !== undefined && (
        <Text size="sm">
          <Moment at={task.doneAt} />
          {action.outcome !== undefined && <> · <bdi dir="auto" className={classes['words']}>{action.outcome}</bdi></>}
        </Text>
      )}
      {caseId !== undefined && <ReferredFor caseId={caseId} actionId={action.id} open={open && task?.state === 'open'} />}
      {completing && task !== undefined && <CompleteTask task={task} onClose={() => setCompleting(false)} />}
    </li>
  );
}
