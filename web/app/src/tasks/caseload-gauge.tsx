import { Stack, Text } from '@mantine/core';
import { useTexts } from '../i18n/text.ts';
import type { Caseload } from './queries.ts';
import classes from './tasks.module.css';

/** Open cases against the limits: a number and words first, the bar beside them. */
export function CaseloadGauge({ load }: { load: Caseload }) {
  const { t } = useTexts();
  const share = Math.min(100, Math.round((load.open / load.approvalAt) * 100));
  const at = (limit: number) => ({ insetInlineStart: `${Math.min(100, (limit / load.approvalAt) * 100)}%` });
  return (
    <Stack gap="xs" data-testid="caseload-gauge" data-band={load.band}>
      <Text><span className={classes['count']}>{load.open}</span> {t('day.open-cases', { count: load.open })}</Text>
      <div className={classes['gauge']} aria-hidden="true">
        <div className={classes['level']} data-band={load.band} style={{ inlineSize: `${share}%` }} />
        <span className={classes['mark']} style={at(load.warnAt)} />
        <span className={classes['mark']} style={at(load.reasonAt)} />
      </div>
      <Text size="sm">{t(`caseload.${load.band}`, { limit: limitOf(load) })}</Text>
      <Text size="sm" c="dimmed">{t('day.weighted', { weighted: load.weighted })}</Text>
    </Stack>
  );
}

function limitOf(load: Caseload): number {
  switch (load.band) {
    case 'normal':
      return load.warnAt;
    case 'warning':
      return load.reasonAt;
    case 'reason':
    case 'approval':
      return load.approvalAt;
  }
}
