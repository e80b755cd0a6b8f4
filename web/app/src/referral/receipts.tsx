import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { read, type Service } from '../api/client.ts';
import { useTexts } from '../i18n/text.ts';
import { Facts, Loaded, Panel } from '../ui/panel.tsx';
import { Moment } from '../ui/time.tsx';
import classes from './referral.module.css';

interface Reading {
  firstReadAt: string;
  /** When what stands now was read; absent while it was not. */
  currentReadAt?: string;
}

interface ReceiptsView {
  agency?: Reading;
  sender?: Reading;
  notices: { type: string; at: string; state: 'waiting' | 'delivered' | 'failed'; deliveredAt?: string }[];
}

interface Props {
  service: Extract<Service, 'partner' | 'referrals'>;
  referralId: string;
}

/** What arrived and was read. Looking is written down, so it is only done when somebody asks. */
export function Receipts({ service, referralId }: Props) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <Panel title={t('receipts.title')} testId="receipts">
      {open ? (
        <Shown service={service} referralId={referralId} />
      ) : (
        <Group><Button variant="light" onClick={() => setOpen(true)} data-testid="show-receipts">{t('receipts.show')}</Button></Group>
      )}
    </Panel>
  );
}

function Shown({ service, referralId }: Props) {
  const { t, label } = useTexts();
  const own = service === 'partner' ? 'receipts.agency-own' : 'receipts.agency';
  const unit = service === 'partner' ? 'receipts.sender' : 'receipts.sender-own';
  const query = useQuery({
    queryKey: [service, 'receipts', referralId],
    queryFn: async ({ signal }) => (await read<ReceiptsView>(service, `/referrals/${referralId}/receipts`, signal)).data,
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
  return (
    <Loaded query={query}>
      {({ agency, sender, notices }) => (
        <>
          <Facts facts={[[t(own), <ReadWhen reading={agency} />], [t(unit), <ReadWhen reading={sender} />]]} />
          {notices.length > 0 && (
            <>
              <Text size="sm" c="dimmed" mt="sm">{t('receipts.systems')}</Text>
              <ul className={classes['history']}>
                {notices.map((one, at) => (
                  <li key={`${one.at}-${at}`} data-testid="notice" data-state={one.state}>
                    {label('webhook-type', one.type)} · {label('message-state', one.state)} · <Moment at={one.deliveredAt ?? one.at} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </Loaded>
  );
}

function ReadWhen({ reading }: { reading: Reading | undefined }) {
  const { t } = useTexts();
  if (reading === undefined) return <>{t('receipts.not-read')}</>;
  return (
    <>
      <Moment at={reading.firstReadAt} /> · {reading.currentReadAt === undefined ? t('receipts.changed-since') : <>{t('receipts.current')} <Moment at={reading.currentReadAt} /></>}
    </>
  );
}
