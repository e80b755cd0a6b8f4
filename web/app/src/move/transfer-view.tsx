import { Badge, Group, Stack, Text } from '@mantine/core';
import { ConcernList } from '../codes/concern-picker.tsx';
import { useDistrictName, useUnitName } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { RiskBadge } from '../ui/badges.tsx';
import { Code } from '../ui/names.tsx';
import { Moment } from '../ui/time.tsx';
import { Staff } from './staff.tsx';
import classes from './move.module.css';
import type { Transfer } from './types.ts';

const COLOURS = { pending: 'yellow', accepted: 'green', declined: 'gray', withdrawn: 'gray' } as const;

/** From where to where, when, and what became of it: what both sides always see. */
export function TransferStub({ transfer }: { transfer: Transfer }) {
  const { t, label } = useTexts();
  const unitName = useUnitName();
  const districtName = useDistrictName();
  return (
    <Stack gap={4} data-testid="transfer" data-state={transfer.state}>
      <Group gap="sm">
        <Text fw={600} component="div"><Code>{transfer.caseNumber}</Code></Text>
        <Badge variant="light" color={COLOURS[transfer.state]}>{label('transfer-state', transfer.state)}</Badge>
      </Group>
      <Text size="sm" component="div">
        {unitName(transfer.fromUnitId)} {t('assign.then')}{' '}
        {transfer.toUnitId === undefined ? label('transfer-kind', transfer.kind) : unitName(transfer.toUnitId)}
        {transfer.toDistrictCode !== undefined && <>{t('list.comma')}{districtName(transfer.toDistrictCode)}</>}
      </Text>
      <Text size="sm" c="dimmed" component="div">
        {label('transfer-reason', transfer.reason)}{t('list.comma')}<Moment at={transfer.proposedAt} />
        {transfer.decidedAt !== undefined && <> {t('assign.then')} <Moment at={transfer.decidedAt} /></>}
      </Text>
      {transfer.endCode !== undefined && <Text size="sm">{label('transfer-end', transfer.endCode)}</Text>}
    </Stack>
  );
}

/** What the other side decides by; no name and no place. */
export function TransferSummary({ transfer }: { transfer: Transfer }) {
  const { t, label } = useTexts();
  const content = transfer.content;
  if (content === undefined) return null;
  return (
    <Stack gap="xs" data-testid="transfer-summary">
      <Group gap="sm">
        <Text size="sm">{label('sex', content.sex)}{t('list.comma')}{label('age-band', content.ageBand)}{t('list.comma')}{label('case-state', content.caseState)}</Text>
        <RiskBadge level={content.riskLevel} />
      </Group>
      {transfer.askedBy !== undefined && transfer.toUnitId !== undefined && (
        <Text size="sm" component="div">{t('transfer.asked-by')}{t('list.colon')}<Staff id={transfer.askedBy} unitId={transfer.toUnitId} /></Text>
      )}
      <ConcernList codes={content.concerns} />
      {content.request !== undefined && <Text size="sm" dir="auto" className={classes['words']}>{content.request}</Text>}
      {content.outsideBody !== undefined && <Text size="sm" component="div">{t('transfer.body')}{t('list.colon')}<bdi>{content.outsideBody}</bdi></Text>}
      {content.overrideCode !== undefined && (
        <Text size="sm" component="div">
          {t('transfer.without-consent')}{t('list.colon')}{label('transfer-override', content.overrideCode)}
          {content.overrideText !== undefined && <>{t('list.comma')}<bdi>{content.overrideText}</bdi></>}
        </Text>
      )}
      {content.answer !== undefined && <Text size="sm" component="div">{t('transfer.answer')}{t('list.colon')}<bdi>{content.answer}</bdi></Text>}
      {content.handedOver.length > 0 && (
        <Text size="sm">{t('transfer.handed-over')}{t('list.colon')}{content.handedOver.map((code) => label('handover-item', code)).join(t('list.comma'))}</Text>
      )}
    </Stack>
  );
}
