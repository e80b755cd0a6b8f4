import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { Answer } from '../api/client.ts';
import { useTexts } from '../i18n/text.ts';
import { Receipts } from '../referral/receipts.tsx';
import { StatusBadge } from '../ui/badges.tsx';
import { Page } from '../ui/page.tsx';
import { Facts, Loaded, Panel } from '../ui/panel.tsx';
import { Countdown, Moment } from '../ui/time.tsx';
import { AgencyReturns } from './agency-returns.tsx';
import { HandOver } from './hand-over.tsx';
import { MoveForm } from './move-form.tsx';
import { atWork, movesFor } from './moves.ts';
import { Packet } from './packet.tsx';
import { useAgencyCodes, usePartnerReferral, useServiceName } from './queries.ts';
import { ReleasedFeedback } from './released-feedback.tsx';
import { Thread, threadClosed } from './thread.tsx';
import type { Move, PartnerReferral } from './types.ts';
import classes from '../referral/referral.module.css';

/** One referral at the agency: what is asked, what to do next, what happened. */
export default function PartnerReferralPage() {
  const { id = '' } = useParams();
  const { t } = useTexts();
  const query = usePartnerReferral(id);
  return (
    <Page title={t('partner.referral')} back={{ to: '/agency', text: t('inbox.title') }}>
      <Loaded query={query} lines={6}>
        {({ data, etag }) => (
          <Stack gap="lg" data-testid="partner-referral" data-status={data.status}>
            <Standing referral={data} />
            <Packet referral={data} />
            <NextStep referral={data} etag={etag} onReload={() => void query.refetch()} />
            <HandOver referral={data} etag={etag} onReload={() => void query.refetch()} />
            <ReleasedFeedback referral={data} />
            <AgencyReturns referral={data} />
            <Thread service="partner" referralId={data.id} closed={threadClosed(data.packetState)} />
            <History referral={data} />
            <Receipts service="partner" referralId={data.id} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function Standing({ referral }: { referral: PartnerReferral }) {
  const { t, label } = useTexts();
  const { word } = useAgencyCodes();
  const service = useServiceName(referral.serviceId);
  return (
    <Panel title={t('referral.status')} action={<StatusBadge status={referral.status} />}>
      <Stack gap="md">
        <div className={classes['clocks']} aria-live="polite">
          {referral.status === 'requested' && (
            <div><Text size="sm" c="dimmed">{t('inbox.answer')}</Text><Countdown until={referral.respondBy} /></div>
          )}
          {atWork(referral.status) && (
            <div><Text size="sm" c="dimmed">{t('inbox.outcome')}</Text><Countdown until={referral.completeBy} /></div>
          )}
        </div>
        <Facts
          facts={[
            [t('refer.reason'), word('reason', referral.reasonCode)],
            [t('partner.service'), <bdi dir="auto">{service ?? label('category', referral.category)}</bdi>],
            [t('refer.priority'), label('priority', referral.priority)],
            [t('referral.sent'), <Moment at={referral.authoredAt} />],
            [t('partner.acknowledged'), referral.acknowledgedAt && <Moment at={referral.acknowledgedAt} />],
            [t('referral.status-reason'), referral.statusCode && ended(label, word, referral.statusCode)],
            [t('referral.in-words'), referral.statusReason && <bdi dir="auto">{referral.statusReason}</bdi>],
            [t('partner.loop-closed'), referral.loopClosedAt && <Moment at={referral.loopClosedAt} />],
          ]}
        />
        {referral.addressee !== undefined && (
          <Alert color={referral.addressee.mine ? 'blue' : 'yellow'} data-testid="addressee" data-mine={referral.addressee.mine}>
            {t(referral.addressee.mine ? 'partner.for-you' : 'partner.for-another')}
            {!referral.addressee.mine && referral.addressee.name !== undefined && <> <bdi dir="auto">{referral.addressee.name}</bdi></>}
          </Alert>
        )}
        {referral.claim !== undefined && referral.addressee === undefined && (
          <Alert color={referral.claim.mine ? 'blue' : 'yellow'} data-testid="claim" data-mine={referral.claim.mine}>
            {t(referral.claim.mine ? 'partner.yours' : referral.claim.byLink === true ? 'partner.by-link' : 'partner.colleagues')}
            {referral.claim.name !== undefined && <> <bdi dir="auto">{referral.claim.name}</bdi></>} · <Moment at={referral.claim.at} />
          </Alert>
        )}
        {referral.outcome !== undefined && (
          <Alert color="green" title={`${t('referral.outcome')}: ${word('outcome', referral.outcome.code)}`} data-testid="outcome" data-code={referral.outcome.code}>
            {referral.outcome.text !== undefined && <p className="hifazat-said" dir="auto">{referral.outcome.text}</p>}
            <Text size="sm"><Moment at={referral.outcome.at} /></Text>
          </Alert>
        )}
      </Stack>
    </Panel>
  );
}

/** The platform's own two codes say more than the list. */
function ended(label: (list: string, code: string) => string, word: (list: 'status-reason', code: string) => string, code: string): string {
  return code === 'consent-lapsed' || code === 'consent-withdrawn' ? label('referral-end', code) : word('status-reason', code);
}

interface NextProps {
  referral: PartnerReferral;
  etag: string | undefined;
  onReload: () => void;
}

const MAIN: readonly Move[] = ['acceptance', 'start', 'completion'];
const RED: readonly Move[] = ['rejection', 'failure', 'cancellation'];

function NextStep({ referral, etag, onReload }: NextProps) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [move, setMove] = useState<Move>();
  const [done, setDone] = useState<Move>();
  const moves = movesFor(referral);
  const main: readonly Move[] = moves.includes('claim') ? ['claim'] : MAIN;
  const onDone = (answer: Answer<PartnerReferral>) => {
    queries.setQueryData(['partner', 'referral', referral.id], answer);
    void queries.invalidateQueries({ queryKey: ['partner', '/inbox'] });
    setDone(move);
    setMove(undefined);
  };
  const close = () => setMove(undefined);
  return (
    <>
      <div role="status">{done !== undefined && <Alert color="green" data-testid="moved">{t(`move.${done}-done`)}</Alert>}</div>
      {move !== undefined && (
        <Panel title={t(`move.${move}`)}>
          <MoveForm key={move} move={move} id={referral.id} etag={etag} onDone={onDone} onReload={onReload} onClose={close} />
        </Panel>
      )}
      {move === undefined && moves.length > 0 && (
        <Panel title={t('partner.next')} testId="next-step">
          <Group gap="sm">
            {moves.map((one) => (
              <Button
                key={one}
                variant={main.includes(one) ? 'filled' : RED.includes(one) ? 'light' : 'default'}
                {...(RED.includes(one) ? { color: 'red' } : {})}
                onClick={() => setMove(one)}
                data-testid={`move-${one}`}
              >
                {t(`move.${one}`)}
              </Button>
            ))}
          </Group>
        </Panel>
      )}
    </>
  );
}

function History({ referral }: { referral: PartnerReferral }) {
  const { t, label } = useTexts();
  if (referral.history.length === 0) return null;
  return (
    <Panel title={t('referral.history')}>
      <ol className={classes['history']} data-testid="history">
        {referral.history.map((step, at) => (
          <li key={`${step.at}-${at}`}>
            <Text fw={600}>{label('referral-status', step.to)}</Text>
            <Text size="sm" c="dimmed">{label('partner-moved-by', step.by)} · <Moment at={step.at} /></Text>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
