import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { read } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import type { Named } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import { Face } from '../referral/face.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Moment } from '../ui/time.tsx';
import type { PartnerReferral } from './types.ts';
import classes from '../referral/referral.module.css';

interface Released {
  scale: { rating: number; name: Named }[];
  items: { id: string; speaker: string; rating: number; words?: string; happenedAt: string }[];
}

const HAD_TO_DO: readonly PartnerReferral['status'][] = ['accepted', 'in-progress', 'on-hold', 'completed', 'failed'];

/** What the child or a caregiver said of the service, as far as they agreed that the agency hears it. */
export function ReleasedFeedback({ referral }: { referral: PartnerReferral }) {
  const { t, label, named } = useTexts();
  const told = referral.packetState === 'readable' && HAD_TO_DO.includes(referral.status);
  const query = useQuery({
    queryKey: ['partner', 'feedback', referral.id],
    queryFn: async ({ signal }) => (await read<Released>('partner', `/referrals/${referral.id}/feedback`, signal)).data,
    enabled: told,
    // Each reading is written down.
    refetchOnWindowFocus: false,
    staleTime: 60_000,
  });
  if (!told || (query.data === undefined && !query.isError) || query.data?.items.length === 0) return null;
  return (
    <Panel title={t('released.title')} testId="released-feedback">
      {query.data === undefined ? (
        <ProblemNotice problem={asProblem(query.error)} onRetry={() => void query.refetch()} />
      ) : (
        <Stack gap="md">
          <Text size="sm" c="dimmed">{t('released.lead')}</Text>
          <ul className="hifazat-list">
            {query.data.items.map((said) => (
              <li key={said.id} className={classes['service']} data-testid="said" data-rating={said.rating}>
                <span className={classes['face']}>
                  <Face rating={said.rating} /> <Text span fw={600}>{named(query.data.scale.find((step) => step.rating === said.rating)?.name)}</Text>
                </span>
                {said.words !== undefined && <p className="hifazat-said" dir="auto">{said.words}</p>}
                <Text size="sm" c="dimmed">{label('feedback-speaker', said.speaker)} · <Moment at={said.happenedAt} /></Text>
              </li>
            ))}
          </ul>
        </Stack>
      )}
    </Panel>
  );
}
