import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { read } from '../api/client.ts';
import type { Items } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import { Loaded, Panel } from '../ui/panel.tsx';
import { Moment } from '../ui/time.tsx';
import { useAgencyCodes, useServiceName } from './queries.ts';
import { ReturnForm } from './return-form.tsx';
import type { PartnerReferral } from './types.ts';
import classes from '../referral/referral.module.css';

interface Return {
  id: string;
  kind: 'back' | 'onward';
  serviceId?: string;
  reasonCode: string;
  /** Absent where the agency reads no words of the referral any more. */
  words?: string;
  consentBy: string;
  consentAt: string;
  answer?: 'taken-up' | 'declined';
  answerWords?: string;
  answeredAt?: string;
}

const HAD_TO_DO: readonly PartnerReferral['status'][] = ['accepted', 'in-progress', 'on-hold', 'completed', 'failed'];

/** The way back, and onward to somebody else: what the agency proposed, what the unit answered, and a new one. */
export function AgencyReturns({ referral }: { referral: PartnerReferral }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [writing, setWriting] = useState(false);
  const [sent, setSent] = useState(false);
  const possible = HAD_TO_DO.includes(referral.status);
  const key = ['partner', 'returns', referral.id];
  const query = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => (await read<Items<Return>>('partner', `/referrals/${referral.id}/returns`, signal)).data.items,
    enabled: possible,
    refetchOnWindowFocus: false,
    staleTime: 60_000,
  });
  if (!possible) return null;
  const may = referral.packetState === 'readable' && referral.claim?.mine !== false;
  const done = () => {
    setWriting(false);
    setSent(true);
    void queries.invalidateQueries({ queryKey: key });
  };
  return (
    <Panel title={t('onward.title')} testId="agency-returns">
      <Stack gap="md">
        <Text size="sm" c="dimmed">{t('onward.lead')}</Text>
        <Loaded query={query}>
          {(items) =>
            items.length > 0 && (
              <ul className="hifazat-list">
                {items.map((one) => <li key={one.id} className={classes['service']}><Proposed made={one} /></li>)}
              </ul>
            )
          }
        </Loaded>
        <div role="status">{sent && <Alert color="green" data-testid="return-sent">{t('onward.sent')}</Alert>}</div>
        {writing ? (
          <ReturnForm referral={referral} onDone={done} onClose={() => setWriting(false)} />
        ) : (
          may && (
            <Group>
              <Button
                variant="light"
                onClick={() => {
                  setSent(false);
                  setWriting(true);
                }}
                data-testid="start-return"
              >
                {t('onward.start')}
              </Button>
            </Group>
          )
        )}
      </Stack>
    </Panel>
  );
}

function Proposed({ made }: { made: Return }) {
  const { t, label } = useTexts();
  const { word } = useAgencyCodes();
  return (
    <Stack gap="xs" data-testid="return" data-kind={made.kind} data-answer={made.answer ?? 'waiting'}>
      <Text fw={600}>{label('onward-kind', made.kind)}</Text>
      {made.serviceId !== undefined && <ProposedService id={made.serviceId} />}
      <Text size="sm">{t('refer.reason')}{t('list.colon')}{word('reason', made.reasonCode)}</Text>
      {made.words !== undefined && <p className="hifazat-said" dir="auto">{made.words}</p>}
      <Text size="sm" c="dimmed">{t('returns.agreed', { who: label('feedback-speaker', made.consentBy) })} <Moment at={made.consentAt} /></Text>
      {made.answer === undefined ? (
        <Text size="sm">{t('onward.waiting')}</Text>
      ) : (
        <Alert color={made.answer === 'taken-up' ? 'green' : 'gray'} data-testid="return-answer">
          {label('onward-answer', made.answer)} {made.answeredAt !== undefined && <Moment at={made.answeredAt} />}
          {made.answerWords !== undefined && <p className="hifazat-said" dir="auto">{made.answerWords}</p>}
        </Alert>
      )}
    </Stack>
  );
}

function ProposedService({ id }: { id: string }) {
  const { t } = useTexts();
  const name = useServiceName(id);
  return <Text size="sm"><Anchor component={Link} to={`/services/${id}`}>{name === undefined ? t('room.a-service') : <bdi dir="auto">{name}</bdi>}</Anchor></Text>;
}
