import { Alert, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { read } from '../api/client.ts';
import type { Referral } from '../api/types.ts';
import { CANCEL_REASONS } from '../codes/lists.ts';
import { useAgencyName } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { StatusBadge } from '../ui/badges.tsx';
import { Page } from '../ui/page.tsx';
import { Facts, Loaded, Panel } from '../ui/panel.tsx';
import { Countdown, Moment } from '../ui/time.tsx';
import { PacketView } from './packet-view.tsx';
import { ReferralActions } from './referral-actions.tsx';
import classes from './referral.module.css';

const WAITING: readonly Referral['status'][] = ['requested'];
const RUNNING: readonly Referral['status'][] = ['requested', 'accepted', 'in-progress', 'on-hold'];

export function ReferralPage() {
  const { id = '' } = useParams();
  const { t } = useTexts();
  const agencyName = useAgencyName();
  const query = useQuery({
    queryKey: ['referrals', 'one', id],
    queryFn: ({ signal }) => read<Referral>('referrals', `/referrals/${id}`, signal),
    refetchInterval: 15_000,
  });
  const referral = query.data?.data;
  return (
    <Page
      title={t('referral.title')}
      lead={referral && agencyName(referral.agencyId)}
      {...(referral === undefined ? {} : { back: { to: `/cases/${referral.caseId}`, text: t('case.back') } })}
    >
      <Loaded query={query} lines={6}>
        {({ data, etag }) => (
          <Stack gap="lg" data-testid="referral" data-status={data.status}>
            <StatusPanel referral={data} />
            <ReferralActions referral={data} etag={etag} onReload={() => void query.refetch()} />
            {data.packet !== undefined && (
              <Panel title={t('referral.packet')}>
                <PacketView packet={data.packet} title={t('referral.packet-title')} />
              </Panel>
            )}
            <History referral={data} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

/** A code of ours in words; what an agency wrote as it wrote it. */
function StatusReason({ reason }: { reason: string }) {
  const { label } = useTexts();
  if (!/^[a-z][a-z-]*$/.test(reason)) return <bdi dir="auto">{reason}</bdi>;
  return <>{(CANCEL_REASONS as readonly string[]).includes(reason) ? label('cancel-reason', reason) : label('status-reason', reason)}</>;
}

function StatusPanel({ referral }: { referral: Referral }) {
  const { t, label } = useTexts();
  const waiting = WAITING.includes(referral.status);
  const running = RUNNING.includes(referral.status);
  return (
    <Panel title={t('referral.status')} action={<StatusBadge status={referral.status} />}>
      <Stack gap="md">
        <div aria-live="polite" className={classes['clocks']}>
          {waiting && referral.respondBy !== undefined && (
            <div><Text size="sm" c="dimmed">{t('referral.respond-by')}</Text><Countdown until={referral.respondBy} /></div>
          )}
          {running && referral.completeBy !== undefined && (
            <div><Text size="sm" c="dimmed">{t('referral.complete-by')}</Text><Countdown until={referral.completeBy} /></div>
          )}
        </div>
        <Facts
          facts={[
            [t('refer.priority'), label('priority', referral.priority)],
            [t('refer.reason'), referral.reasonCode && label('referral-reason', referral.reasonCode)],
            [t('referral.sent'), <Moment at={referral.authoredAt} />],
            [t('referral.ended-by'), referral.statusCode && label('referral-end', referral.statusCode)],
            [t('referral.status-reason'), referral.statusReason && <StatusReason reason={referral.statusReason} />],
          ]}
        />
        {referral.outcome !== undefined && (
          <Alert
            color={referral.outcome.code === 'provided' ? 'green' : 'yellow'}
            title={`${t('referral.outcome')}: ${label('outcome', referral.outcome.code)}`}
            data-testid="outcome"
            data-code={referral.outcome.code}
          >
            {referral.outcome.text !== undefined && <p className="hifazat-said" dir="auto">{referral.outcome.text}</p>}
            <Text size="sm"><Moment at={referral.outcome.at} /></Text>
          </Alert>
        )}
        {referral.loopClosedAt !== undefined && (
          <Alert color="green" data-testid="loop-closed">{t('referral.loop-closed')} · <Moment at={referral.loopClosedAt} /></Alert>
        )}
      </Stack>
    </Panel>
  );
}

function History({ referral }: { referral: Referral }) {
  const { t, label } = useTexts();
  const moves = referral.history ?? [];
  if (moves.length === 0) return null;
  return (
    <Panel title={t('referral.history')}>
      <ol className={classes['history']} data-testid="history">
        {moves.map((move, i) => (
          <li key={`${move.at}-${i}`}>
            <Text fw={600}>{label('referral-status', move.to)}</Text>
            <Text size="sm" c="dimmed">{label('moved-by', move.by)} · <Moment at={move.at} /></Text>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
