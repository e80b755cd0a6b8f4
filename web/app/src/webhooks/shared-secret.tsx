import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change } from '../api/client.ts';
import { useTexts } from '../i18n/text.ts';
import { useSubmission } from '../ui/form.ts';
import { Facts, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { ShownOnce } from '../ui/shown-once.tsx';
import { Moment } from '../ui/time.tsx';
import type { Endpoint } from './queries.ts';

interface Props {
  endpoint: Endpoint;
  etag: string | undefined;
  onReload: () => void;
}

/** For a receiver whose library verifies by a shared secret only; the key goes on signing beside it. */
export function SharedSecret({ endpoint, etag, onReload }: Props) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [secret, setSecret] = useState<string>();
  const [asked, setAsked] = useState<'renewal' | 'end'>();
  const path = `/webhook-endpoints/${endpoint.id}/shared-secret`;
  const since = endpoint.sharedSecretSince;
  const done = (told: string | undefined) => {
    setSecret(told);
    setAsked(undefined);
    void queries.invalidateQueries({ queryKey: ['referrals', 'webhook', endpoint.id] });
  };
  const { submit, busy, problem } = useSubmission<string | undefined>(done);
  const share = () =>
    void submit(async () => (await change<{ sharedSecret: string }>('referrals', path, { ifMatch: etag })).data.sharedSecret);
  const end = () =>
    void submit(async () => {
      await change('referrals', path, { method: 'DELETE', ifMatch: etag });
      return undefined;
    });
  return (
    <Panel title={t('webhooks.secret')} testId="shared-secret">
      <Stack gap="sm">
        <Text size="sm">{t('webhooks.secret-lead')}</Text>
        {since !== undefined && (
          <Facts
            facts={[
              [t('webhooks.since'), <Moment at={since} />],
              [t('webhooks.secret-until'), endpoint.previousSecretUntil && <Moment at={endpoint.previousSecretUntil} />],
            ]}
          />
        )}
        {asked === undefined && (
          <Group gap="sm">
            <Button variant="default" loading={busy} onClick={since === undefined ? share : () => setAsked('renewal')} data-testid="share-secret">
              {t(since === undefined ? 'webhooks.secret-share' : 'webhooks.secret-renew')}
            </Button>
            {since !== undefined && <Button variant="subtle" color="red" onClick={() => setAsked('end')} data-testid="end-secret">{t('webhooks.secret-end')}</Button>}
          </Group>
        )}
        {asked !== undefined && (
          <Alert color={asked === 'end' ? 'red' : 'yellow'} title={t(asked === 'end' ? 'webhooks.secret-end' : 'webhooks.secret-renew')}>
            <Text size="sm">{t(asked === 'end' ? 'webhooks.secret-end-lead' : 'webhooks.secret-renew-lead')}</Text>
            <Group gap="sm" mt="sm">
              <Button {...(asked === 'end' ? { color: 'red' } : {})} loading={busy} onClick={asked === 'end' ? end : share} data-testid="confirm-secret">
                {t(asked === 'end' ? 'webhooks.secret-end' : 'webhooks.secret-renew')}
              </Button>
              <Button variant="default" onClick={() => setAsked(undefined)}>{t('action.cancel')}</Button>
            </Group>
          </Alert>
        )}
        {secret !== undefined && <ShownOnce value={secret} lead={t('webhooks.secret-once')} onHide={() => setSecret(undefined)} testId="secret" />}
        <ProblemNotice problem={problem} focused onReload={onReload} />
      </Stack>
    </Panel>
  );
}
