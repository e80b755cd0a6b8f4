import type { RootNode } from '@getodk/xforms-engine';
import { Alert, Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Alarm, AlarmRule } from '../api/types.ts';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { Moment } from '../ui/time.tsx';
import { leaves, place, valueOf } from './engine.ts';

/** What interrupts, as far as this page knows before the service has said it. */
export function alarmKinds(root: RootNode, rules: readonly AlarmRule[]): string[] {
  if (rules.length === 0) return [];
  const found = new Set<string>();
  for (const node of leaves(root)) {
    if (!node.currentState.relevant) continue;
    const chosen = valueOf(node).split(' ');
    for (const rule of rules) {
      if (rule.node === place(node).replaceAll('[1]', '') && rule.values.some((value) => chosen.includes(value))) found.add(rule.kind);
    }
  }
  return [...found];
}

const STEPS: Record<string, MessageId[]> = {
  suicide: ['alarm.suicide-1', 'alarm.suicide-2', 'alarm.suicide-3', 'alarm.suicide-4'],
  'ongoing-abuse': ['alarm.abuse-1', 'alarm.abuse-2', 'alarm.abuse-3'],
};

function What({ kinds }: { kinds: readonly string[] }) {
  const { t, label } = useTexts();
  return (
    <Stack gap="sm">
      {kinds.map((kind) => (
        <div key={kind} data-testid="alarm-kind" data-kind={kind}>
          <Text fw={650}>{label('alarm-kind', kind)}</Text>
          <List type="ordered" withPadding>
            {(STEPS[kind] ?? ['alarm.abuse-1' as const]).map((step) => <List.Item key={step}>{t(step)}</List.Item>)}
          </List>
        </div>
      ))}
      <Text size="sm">{t('alarm.told')}</Text>
    </Stack>
  );
}

interface InterruptionProps {
  kinds: readonly string[];
  caseId: string;
  /** The answers are with the service before anybody leaves. */
  onLeave: () => Promise<unknown>;
  /** The child has the device: what there is to say is for the worker's eyes, later. */
  silent: boolean;
}

/** Interrupts whoever is asking, once for each kind, as soon as the answer is chosen. */
export function AlarmInterruption({ kinds, caseId, onLeave, silent }: InterruptionProps) {
  const { t } = useTexts();
  const [heard, setHeard] = useState<readonly string[]>([]);
  const open = kinds.filter((kind) => !heard.includes(kind));
  return (
    <>
      <Modal
        opened={!silent && open.length > 0}
        onClose={() => setHeard(kinds)}
        title={t('alarm.title')}
        withCloseButton={false}
        closeOnClickOutside={false}
        size="lg"
        zIndex={500}
        transitionProps={{ duration: 0 }}
        attributes={{ content: { 'data-testid': 'alarm', role: 'alertdialog' } }}
      >
        <Stack gap="md">
          <What kinds={open} />
          <Group>
            <Button color="red" component={Link} to={`/cases/${caseId}/plan`} onClick={() => void onLeave()} data-testid="alarm-safety-plan">
              {t('alarm.safety-plan')}
            </Button>
            <Button variant="default" onClick={() => setHeard(kinds)} data-testid="alarm-heard">{t('alarm.heard')}</Button>
          </Group>
        </Stack>
      </Modal>
      {kinds.length > 0 && open.length === 0 && <StandingAlarms kinds={kinds} caseId={caseId} />}
    </>
  );
}

/** Stays in sight until the safety plan is made. */
export function StandingAlarms({ kinds, alarms, caseId }: { kinds: readonly string[]; alarms?: readonly Alarm[]; caseId: string }) {
  const { t } = useTexts();
  if (kinds.length === 0) return null;
  const first = alarms?.[0];
  return (
    <Alert color="red" title={t('alarm.title')} data-testid="standing-alarm">
      <Stack gap="sm">
        {first !== undefined && <Text size="sm"><Moment at={first.raisedAt} /></Text>}
        <What kinds={kinds} />
        <Group><Button color="red" component={Link} to={`/cases/${caseId}/plan`}>{t('alarm.safety-plan')}</Button></Group>
      </Stack>
    </Alert>
  );
}
