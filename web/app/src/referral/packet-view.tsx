import { Text } from '@mantine/core';
import type { ReferralPacket } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import { Code } from '../ui/names.tsx';
import { Facts } from '../ui/panel.tsx';
import classes from './referral.module.css';

/** Exactly what goes to the agency, and nothing else. */
export function PacketView({ packet, title, note }: { packet: ReferralPacket; title: string; note?: string }) {
  const { t, label } = useTexts();
  return (
    <div className={classes['packet']} role="group" aria-label={title} data-testid="packet">
      <Text fw={650}>{title}</Text>
      {note !== undefined && <Text size="sm" c="dimmed" mb="sm">{note}</Text>}
      <Facts
        facts={[
          [t('packet.case-code'), <Code>{packet.caseCode}</Code>],
          [t('packet.age-band'), label('age-band', packet.ageBand)],
          [t('child.sex'), label('sex', packet.sex)],
          [t('child.language'), packet.language && label('language', packet.language)],
          [t('child.safe-contact'), packet.safeContact && <bdi dir="auto">{packet.safeContact}</bdi>],
          [t('packet.warnings'), packet.safetyWarnings && <bdi dir="auto">{packet.safetyWarnings}</bdi>],
        ]}
      />
      {packet.requestText !== '' && (
        <>
          <Text size="sm" c="dimmed" mt="sm">{t('packet.request')}</Text>
          <p className="hifazat-said" dir="auto">{packet.requestText}</p>
        </>
      )}
    </div>
  );
}
