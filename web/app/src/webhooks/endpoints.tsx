import { Anchor, Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { change } from '../api/client.ts';
import { useTexts } from '../i18n/text.ts';
import { HELP_FIRST } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Code } from '../ui/names.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Moment } from '../ui/time.tsx';
import { useEndpoints, type Endpoint } from './queries.ts';
import classes from '../partner/partner.module.css';

const COLOR: Record<Endpoint['state'], string> = { active: 'green', paused: 'yellow', gone: 'red' };

export function EndpointState({ state }: { state: Endpoint['state'] }) {
  const { label } = useTexts();
  return <Badge variant="light" color={COLOR[state]} data-testid="endpoint-state" data-state={state}>{label('endpoint-state', state)}</Badge>;
}

/** The addresses at which the agency's systems are told that something happened. */
export function Endpoints({ agencyId }: { agencyId: string }) {
  const { t } = useTexts();
  const endpoints = useEndpoints(agencyId);
  return (
    <Panel title={t('webhooks.title')} testId="endpoints">
      <Stack gap="md">
        <Text size="sm" c="dimmed">{t('webhooks.lead')}</Text>
        <Loaded query={endpoints} empty={{ when: (items) => items.length === 0, text: t('webhooks.none') }}>
          {(items) => (
            <ul className={classes['lines']}>
              {items.map((endpoint) => (
                <li key={endpoint.id} className={classes['line']} data-testid="endpoint-row" data-id={endpoint.id}>
                  <Group justify="space-between" gap="xs">
                    <Anchor component={Link} to={`/agencies/${agencyId}/webhooks/${endpoint.id}`} className={classes['long'] ?? ''}><Code>{endpoint.url}</Code></Anchor>
                    <EndpointState state={endpoint.state} />
                  </Group>
                  <Text size="sm" c="dimmed">{t('webhooks.since')} <Moment at={endpoint.stateAt} /></Text>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
        <Add agencyId={agencyId} />
      </Stack>
    </Panel>
  );
}

function Add({ agencyId }: { agencyId: string }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const fields = useFields({ url: '' });
  const submission = useSubmission<unknown>(
    () => {
      fields.reset();
      void queries.invalidateQueries({ queryKey: ['referrals', 'webhooks', agencyId] });
    },
    (problem) => fields.refused(problem),
  );
  const send = () => {
    const url = fields.values.url.trim();
    if (!fields.check(URL.canParse(url) ? {} : { url: 'webhooks.no-address' })) return;
    void submission.submit((idempotencyKey) => change('referrals', '/webhook-endpoints', { body: { agencyId, url }, idempotencyKey }));
  };
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextInput
        {...fields.bind('url')}
        label={t('webhooks.address')}
        description={t('webhooks.address-hint')}
        inputWrapperOrder={HELP_FIRST}
        dir="ltr"
        inputMode="url"
        maxLength={500}
        autoComplete="off"
        required
      />
      <ProblemNotice problem={submission.problem} focused />
      <Group><Button type="submit" loading={submission.busy} data-testid="add-endpoint">{t('webhooks.add')}</Button></Group>
    </form>
  );
}
