import { Alert, Text } from '@mantine/core';
import { useTexts } from '../i18n/text.ts';
import { Code } from '../ui/names.tsx';
import { Facts, Panel } from '../ui/panel.tsx';
import { Moment } from '../ui/time.tsx';
import type { PartnerReferral } from './types.ts';

/** What the sender told the agency, and until when it can be read. */
export function Packet({ referral, awaits }: { awaits?: string | undefined; referral: Pick<PartnerReferral, 'packet' | 'packetState' | 'packetUntil' | 'summary'> }) {
  const { t, label } = useTexts();
  const { packet, summary } = referral;
  if (summary !== undefined) {
    return (
      <Panel title={t('partner.summary')} testId="packet-summary">
        <Text size="sm" mb="sm" data-testid="packet-awaits" data-state={referral.packetState}>{awaits ?? label('packet-awaits', referral.packetState)}</Text>
        <Facts
          facts={[
            [t('packet.case-code'), summary.caseCode && <Code>{summary.caseCode}</Code>],
            [t('packet.age-band'), label('age-band', summary.ageBand)],
            [t('child.sex'), label('sex', summary.sex)],
            [t('child.language'), label('language', summary.language)],
            [t('packet.attention'), summary.attention && <bdi dir="auto">{summary.attention}</bdi>],
            [t('partner.also'), summary.items?.map((kind) => label('packet-item', kind)).join(' · ')],
          ]}
        />
        {summary.requestText !== undefined && (
          <>
            <Text size="sm" c="dimmed" mt="sm">{t('partner.request')}</Text>
            <p className="hifazat-said" dir="auto">{summary.requestText}</p>
          </>
        )}
      </Panel>
    );
  }
  if (packet === undefined) {
    return (
      <Alert color="yellow" title={t('partner.packet-gone')} data-testid="packet-gone" data-state={referral.packetState}>
        {label('packet-gone', referral.packetState)}
      </Alert>
    );
  }
  return (
    <Panel title={t('partner.packet')} testId="packet">
      <Text size="sm" c="dimmed" mb="sm">{t('partner.packet-lead')}</Text>
      {packet.safetyWarnings !== undefined && (
        <Alert color="red" title={t('packet.warnings')} mb="sm"><bdi dir="auto">{packet.safetyWarnings}</bdi></Alert>
      )}
      <Facts
        facts={[
          [t('packet.case-code'), <Code>{packet.caseCode}</Code>],
          [t('packet.age-band'), label('age-band', packet.ageBand)],
          [t('child.sex'), label('sex', packet.sex)],
          [t('child.language'), packet.language && label('language', packet.language)],
          [t('partner.safe-contact'), packet.safeContact && <bdi dir="auto">{packet.safeContact}</bdi>],
          [t('packet.attention'), packet.attention && <bdi dir="auto">{packet.attention}</bdi>],
        ]}
      />
      <Text size="sm" c="dimmed" mt="sm">{t('partner.request')}</Text>
      <p className="hifazat-said" dir="auto">{packet.requestText}</p>
      {packet.items?.map((item) => (
        <div key={item.kind} data-testid={`told-${item.kind}`}>
          <Text size="sm" c="dimmed" mt="sm">{label('packet-item', item.kind)}</Text>
          <p className="hifazat-said" dir="auto">{item.text}</p>
        </div>
      ))}
      {referral.packetUntil !== undefined && (
        <Text size="sm" mt="sm">{t('partner.packet-until')} <Moment at={referral.packetUntil} /></Text>
      )}
    </Panel>
  );
}
