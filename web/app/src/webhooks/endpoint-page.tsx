import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { change } from '../api/client.ts';
import { useTexts } from '../i18n/text.ts';
import { ChoiceField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Code } from '../ui/names.tsx';
import { Page } from '../ui/page.tsx';
import { Facts, Loaded, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Moment } from '../ui/time.tsx';
import { EndpointState } from './endpoints.tsx';
import { Messages } from './messages.tsx';
import { SharedSecret } from './shared-secret.tsx';
import { useEndpoint, type Endpoint } from './queries.ts';
import classes from '../partner/partner.module.css';

/** One address: whether it answers, what could not be delivered, and its key. */
export default function EndpointPage() {
  const { id = '', endpoint = '' } = useParams();
  const { t } = useTexts();
  const query = useEndpoint(endpoint);
  return (
    <Page title={t('webhooks.one')} back={{ to: `/agencies/${id}`, text: t('agencies.one') }}>
      <Loaded query={query} lines={5}>
        {({ data, etag }) => (
          <Stack gap="lg" data-testid="endpoint" data-state={data.state}>
            <Standing endpoint={data} />
            <Acts endpoint={data} etag={etag} agencyId={id} onReload={() => void query.refetch()} />
            <SharedSecret endpoint={data} etag={etag} onReload={() => void query.refetch()} />
            <Messages endpointId={data.id} />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function Standing({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTexts();
  return (
    <Panel title={t('referral.status')} action={<EndpointState state={endpoint.state} />}>
      <Stack gap="sm">
        {endpoint.state === 'gone' && <Alert color="red">{t('webhooks.gone')}</Alert>}
        <Facts
          facts={[
            [t('webhooks.address'), <Long>{endpoint.url}</Long>],
            [t('webhooks.since'), <Moment at={endpoint.stateAt} />],
            [t('webhooks.key'), <Long>{endpoint.publicKey}</Long>],
            [t('webhooks.key-before'), endpoint.previousPublicKey && <Long>{endpoint.previousPublicKey}</Long>],
            [t('webhooks.key-until'), endpoint.previousKeyUntil && <Moment at={endpoint.previousKeyUntil} />],
          ]}
        />
      </Stack>
    </Panel>
  );
}

function Long({ children }: { children: string }) {
  return <span className={classes['long']}><Code>{children}</Code></span>;
}

interface ActsProps {
  endpoint: Endpoint;
  etag: string | undefined;
  agencyId: string;
  onReload: () => void;
}

type Asked = 'rotation' | 'removal';

function Acts({ endpoint, etag, agencyId, onReload }: ActsProps) {
  const { t, label } = useTexts();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Asked>();
  const [tested, setTested] = useState<{ outcome: string; status?: number }>();
  const path = `/webhook-endpoints/${endpoint.id}`;
  const reread = () => {
    void queries.invalidateQueries({ queryKey: ['referrals', 'webhook', endpoint.id] });
    void queries.invalidateQueries({ queryKey: ['referrals', 'webhooks', agencyId] });
    setAsked(undefined);
  };
  const turning = useSubmission<unknown>(reread);
  const testing = useSubmission<{ outcome: string; status?: number }>(setTested);
  const turn = (what: 'pause' | 'resumption') => void turning.submit(() => change('referrals', `${path}/${what}`, { ifMatch: etag }));
  const test = () =>
    void testing.submit(async () => (await change<{ outcome: string; status?: number }>('referrals', `${path}/test`)).data);
  return (
    <Panel title={t('webhooks.acts')} testId="endpoint-acts">
      <Stack gap="sm">
        <Group gap="sm">
          <Button onClick={test} loading={testing.busy} data-testid="test-endpoint">{t('webhooks.test')}</Button>
          {endpoint.state === 'active' ? (
            <Button variant="default" onClick={() => turn('pause')} loading={turning.busy} data-testid="pause-endpoint">{t('webhooks.pause')}</Button>
          ) : (
            <Button variant="default" onClick={() => turn('resumption')} loading={turning.busy} data-testid="resume-endpoint">{t('webhooks.resume')}</Button>
          )}
          <Button variant="default" onClick={() => setAsked('rotation')} data-testid="rotate-key">{t('webhooks.rotate')}</Button>
          <Button variant="subtle" color="red" onClick={() => setAsked('removal')} data-testid="remove-endpoint">{t('webhooks.remove')}</Button>
        </Group>
        <div role="status">
          {tested !== undefined && (
            <Alert color={tested.outcome === 'delivered' ? 'green' : 'yellow'} data-testid="tested" data-outcome={tested.outcome}>
              {label('delivery', tested.outcome)}{tested.status !== undefined && <> (<bdi dir="ltr">HTTP {tested.status}</bdi>)</>}
            </Alert>
          )}
        </div>
        <ProblemNotice problem={testing.problem} focused />
        <ProblemNotice problem={turning.problem} focused onReload={onReload} />
        {asked === 'rotation' && <Rotate path={path} etag={etag} onDone={reread} onReload={onReload} onClose={() => setAsked(undefined)} />}
        {asked === 'removal' && <Remove path={path} etag={etag} agencyId={agencyId} onReload={onReload} onClose={() => setAsked(undefined)} />}
      </Stack>
    </Panel>
  );
}

interface FormProps {
  path: string;
  etag: string | undefined;
  onReload: () => void;
  onClose: () => void;
}

const OVERLAPS = ['24', '168', '0'] as const;

function Rotate({ path, etag, onDone, onReload, onClose }: FormProps & { onDone: () => void }) {
  const { t, label } = useTexts();
  const fields = useFields({ overlapHours: '24' });
  const submission = useSubmission<unknown>(onDone, (problem) => fields.refused(problem));
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submission.submit(() =>
          change('referrals', `${path}/rotation`, { ifMatch: etag, body: { overlapHours: Number(fields.values.overlapHours) } }),
        );
      }}
    >
      <Text size="sm">{t('webhooks.rotate-lead')}</Text>
      <ChoiceField {...fields.bind('overlapHours')} label={t('webhooks.overlap')} options={OVERLAPS.map((value) => ({ value, label: label('overlap', value) }))} required />
      <ProblemNotice problem={submission.problem} focused onReload={onReload} />
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} data-testid="send-rotation">{t('webhooks.rotate')}</Button>
        <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}

function Remove({ path, etag, agencyId, onReload, onClose }: FormProps & { agencyId: string }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const submission = useSubmission<unknown>(() => {
    void queries.invalidateQueries({ queryKey: ['referrals', 'webhooks', agencyId] });
    void navigate(`/agencies/${agencyId}`);
  });
  return (
    <Alert color="red" title={t('webhooks.remove')}>
      <Text size="sm">{t('webhooks.remove-lead')}</Text>
      <ProblemNotice problem={submission.problem} focused onReload={onReload} />
      <Group gap="sm" mt="sm">
        <Button
          color="red"
          loading={submission.busy}
          onClick={() => void submission.submit(() => change('referrals', path, { method: 'DELETE', ifMatch: etag }))}
          data-testid="confirm-remove"
        >
          {t('webhooks.remove')}
        </Button>
        <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
      </Group>
    </Alert>
  );
}
