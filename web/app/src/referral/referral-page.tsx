import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { read } from '../api/client.ts';
import type { Referral } from '../api/types.ts';
import { useConsents } from '../consent/queries.ts';
import { useService } from '../directory/hsds.ts';
import { useAgencyName } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { StatusBadge } from '../ui/badges.tsx';
import { Thread, threadClosed } from '../partner/thread.tsx';
import { Page } from '../ui/page.tsx';
import { Facts, Loaded, Panel } from '../ui/panel.tsx';
import { Countdown, Moment } from '../ui/time.tsx';
import { useReferralWord } from './codes.ts';
import { FeedbackPanel } from './feedback.tsx';
import { canHaveLink, Links } from './links.tsx';
import { usePacketRules } from './packet-items.tsx';
import { PacketView } from './packet-view.tsx';
import { Receipts } from './receipts.tsx';
import { ReferralActions } from './referral-actions.tsx';
import classes from './referral.module.css';
import { Returns } from './returns.tsx';

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
  const outside = referral?.recipientId;
  const recipient = useConsents(referral?.caseId ?? '', outside !== undefined).data?.recipients?.find((one) => one.id === outside);
  return (
    <Page
      title={t('referral.title')}
      lead={referral && (recipient?.name ?? agencyName(referral.agencyId))}
      {...(referral === undefined ? {} : { back: { to: `/cases/${referral.caseId}`, text: t('case.back') } })}
    >
      <Loaded query={query} lines={6}>
        {({ data, etag }) => (
          <Stack gap="lg" data-testid="referral" data-status={data.status}>
            <StatusPanel referral={data} />
            {data.recipientId !== undefined && canHaveLink(data) && <Alert color="blue" data-testid="only-by-link">{t('recipient.way')}</Alert>}
            <ReferralActions referral={data} etag={etag} onReload={() => void query.refetch()} />
            <Returns referral={data} />
            <FeedbackPanel referral={data} />
            <Links referral={data} />
            {data.packet !== undefined && (
              <Panel title={t('referral.packet')}>
                <PacketView packet={data.packet} category={data.category ?? '*'} title={t('referral.packet-title')} />
              </Panel>
            )}
            {data.recipientId === undefined && <SendersThread referral={data} />}
            <History referral={data} />
            <Receipts service="referrals" referralId={data.id} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function SendersThread({ referral }: { referral: Referral }) {
  const rules = usePacketRules(referral.category ?? '*', referral.agencyId);
  const released = { caseId: referral.caseId, rules: rules.data ?? [] };
  return <Thread service="referrals" referralId={referral.id} closed={threadClosed(referral.packetState)} released={released} />;
}

/** Where the platform itself ended it, its words say more than the code of the list. */
function StatusCode({ referral }: { referral: Referral }) {
  const { label } = useTexts();
  const word = useReferralWord();
  const code = referral.statusCode ?? '';
  const ownEnd = code === 'consent-lapsed' || code === 'unanswered' || (code === 'consent-withdrawn' && referral.packetState === 'consent-ended');
  return <>{ownEnd ? label('referral-end', code) : word('status-reason', code)}</>;
}

function Claimed({ referral }: { referral: Referral }) {
  const { t } = useTexts();
  return (
    <>
      {referral.claimedName !== undefined && <><bdi dir="auto">{referral.claimedName}</bdi> · </>}
      {referral.claimedByLink === true && <>{t('referral.by-link')} · </>}
      {referral.claimedAt !== undefined && <Moment at={referral.claimedAt} />}
    </>
  );
}

/** Whether the agency can still read what was sent. */
function Reads({ referral }: { referral: Referral }) {
  const { label, t } = useTexts();
  return (
    <>
      {label('packet-state', referral.packetState ?? '')}
      {referral.packetState === 'readable' && referral.packetUntil !== undefined && <> · {t('referral.until')} <Moment at={referral.packetUntil} /></>}
    </>
  );
}

function StatusPanel({ referral }: { referral: Referral }) {
  const { t, label, named } = useTexts();
  const word = useReferralWord();
  const service = useService(referral.serviceId ?? '', referral.serviceId !== undefined).data?.data;
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
            [t('partner.service'), service && <Anchor component={Link} to={`/services/${service.id}`}>{named(service.names ?? service.name)}</Anchor>],
            [t('refer.priority'), label('priority', referral.priority)],
            [t('refer.reason'), referral.reasonCode && word('reason', referral.reasonCode)],
            [t('referral.sent'), <Moment at={referral.authoredAt} />],
            [t('referral.acknowledged'), referral.acknowledgedAt && <Moment at={referral.acknowledgedAt} />],
            [t('referral.addressee'), referral.addressee?.name && <bdi dir="auto">{referral.addressee.name}</bdi>],
            [t('referral.claimed'), referral.claimedAt && <Claimed referral={referral} />],
            [t('referral.late'), referral.answeredLate === true && t('referral.late-yes')],
            [t('referral.status-reason'), referral.statusCode && <StatusCode referral={referral} />],
            [t('referral.in-words'), referral.statusReason && <bdi dir="auto">{referral.statusReason}</bdi>],
            [t('referral.part-of'), referral.partOf && <Anchor component={Link} to={`/referrals/${referral.partOf}`}>{t('referral.part-of-link')}</Anchor>],
            [t('referral.for-action'), referral.actionId && <Anchor component={Link} to={`/cases/${referral.caseId}/plan`}>{t('referral.to-the-plan')}</Anchor>],
            [t('referral.reads'), referral.packetState && <Reads referral={referral} />],
          ]}
        />
        {referral.outcome !== undefined && (
          <Alert
            color={referral.outcome.code === 'provided' ? 'green' : 'yellow'}
            title={`${t('referral.outcome')}: ${word('outcome', referral.outcome.code)}`}
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

type Handover = NonNullable<Referral['handovers']>[number];

/** Its states and who it went to at the agency, in the order in which they happened. */
function History({ referral }: { referral: Referral }) {
  const { t, label } = useTexts();
  const moves = (referral.history ?? []).map((move) => ({
    at: move.at,
    line: (
      <>
        <Text fw={600}>{label('referral-status', move.to)}</Text>
        <Text size="sm" c="dimmed">{label('moved-by', move.by)} · <Moment at={move.at} /></Text>
      </>
    ),
  }));
  if (moves.length === 0) return null;
  const handovers = (referral.handovers ?? []).map((one) => ({ at: one.at, line: <HandedOver handover={one} /> }));
  const all = [...moves, ...handovers].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return (
    <Panel title={t('referral.history')}>
      <ol className={classes['history']} data-testid="history">
        {all.map(({ at, line }, i) => <li key={`${at}-${i}`}>{line}</li>)}
      </ol>
    </Panel>
  );
}

function HandedOver({ handover }: { handover: Handover }) {
  const { t, label } = useTexts();
  const { why, to, reason, by, at } = handover;
  return (
    <div data-testid="handover">
      <Text fw={600}>
        {why === 'left' ? t('referral.handover-left') : to === undefined ? t('referral.handover-queue') : <>{t('referral.handover-to')} <bdi dir="auto">{to}</bdi></>}
      </Text>
      {reason !== undefined && <p className="hifazat-said" dir="auto">{reason}</p>}
      <Text size="sm" c="dimmed">{label('handover-by', by)} · <Moment at={at} /></Text>
    </div>
  );
}
