import { Text } from '@mantine/core';
import type { ReferralPacket } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import { Code } from '../ui/names.tsx';
import { Facts } from '../ui/panel.tsx';
import { usePacketRules } from './packet-items.tsx';
import classes from './referral.module.css';

/** Exactly what goes to the agency, and nothing else. */
export function PacketView({ packet, category, title, note }: { packet: ReferralPacket; category: string; title: string; note?: string }) {
  const { t, label, named } = useTexts();
  const rules = usePacketRules(category, undefined, packet.items !== undefined);
  const nameOf = (kind: string) => named(rules.data?.find((rule) => rule.kind === kind)?.name) || t('items.title');
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
          [t('packet.attention'), packet.attention && <bdi dir="auto">{packet.attention}</bdi>],
          [t('packet.warnings'), packet.safetyWarnings && <bdi dir="auto">{packet.safetyWarnings}</bdi>],
        ]}
      />
      {packet.requestText !== '' && (
        <>
          <Text size="sm" c="dimmed" mt="sm">{t('packet.request')}</Text>
          <p className="hifazat-said" dir="auto">{packet.requestText}</p>
        </>
      )}
      {packet.items?.map((item) => (
        <div key={item.kind} data-testid={`told-${item.kind}`}>
          <Text size="sm" c="dimmed" mt="sm">{nameOf(item.kind)}</Text>
          {item.text === '' ? <Text size="sm">{t('packet.clinical-unread')}</Text> : <p className="hifazat-said" dir="auto">{item.text}</p>}
          {item.because !== undefined && <Text size="sm">{t('packet.because')}: <bdi dir="auto">{item.because}</bdi></Text>}
        </div>
      ))}
    </div>
  );
}
