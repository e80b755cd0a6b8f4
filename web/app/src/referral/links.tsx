import { Alert, Badge, Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change, read } from '../api/client.ts';
import type { Items, Referral } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import { NameField, SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Loaded, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Moment } from '../ui/time.tsx';
import classes from './referral.module.css';
import { sharingOver } from './sharing.ts';

interface SecureLink {
  id: string;
  state: 'waiting' | 'open' | 'over' | 'expired' | 'locked' | 'revoked' | 'replaced';
  recipient?: string;
  madeAt: string;
  expiresAt: string;
  attempts: number;
  openedAt?: string;
  sessionUntil?: string;
  endedAt?: string;
  /** How often somebody tried it when it was not, or no longer, to be opened. */
  refused: number;
  refusedAt?: string;
  message?: { text: string; at: string };
}

/** Told once, when it is made. */
interface Made {
  url?: string;
  code?: string;
}

const HOURS = ['24', '72', '168', '336'];
const AT_WORK: readonly Referral['status'][] = ['requested', 'accepted', 'in-progress', 'on-hold'];
const COLOURS: Record<SecureLink['state'], string> = {
  waiting: 'blue', open: 'green', over: 'gray', expired: 'gray', locked: 'red', revoked: 'gray', replaced: 'gray',
};

/** There is something to answer, and to read. */
export function canHaveLink(referral: Referral): boolean {
  return AT_WORK.includes(referral.status) && !sharingOver(referral);
}

/** For a recipient without an account: one link that opens once, with a code told by another way. */
export function Links({ referral }: { referral: Referral }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<Made>();
  const key = ['referrals', 'links', referral.id];
  const path = `/referrals/${referral.id}/links`;
  const links = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => (await read<Items<SecureLink>>('referrals', path, signal)).data.items,
    refetchInterval: 30_000,
  });
  const refresh = () => void queries.invalidateQueries({ queryKey: key });
  const forOne = referral.addressee !== undefined;
  const possible = canHaveLink(referral) && !forOne;
  return (
    <Panel title={t('links.title')} testId="links">
      <Stack gap="md">
        <Text size="sm" c="dimmed">{t('links.lead')}</Text>
        {made !== undefined && <Told made={made} onDone={() => setMade(undefined)} />}
        <Loaded query={links} empty={{ when: (items) => items.length === 0, text: t('links.none') }}>
          {(items) => (
            <ul className="hifazat-list">
              {items.map((link) => <LinkItem key={link.id} link={link} path={path} onChanged={refresh} />)}
            </ul>
          )}
        </Loaded>
        {forOne && AT_WORK.includes(referral.status) && <Text size="sm" data-testid="no-link-for-one">{t('links.for-one')}</Text>}
        {possible && !making && (
          <Group><Button variant="light" onClick={() => setMaking(true)} data-testid="new-link">{t('links.new')}</Button></Group>
        )}
        {making && (
          <MakeForm
            path={path}
            onClose={() => setMaking(false)}
            onMade={(told) => {
              setMade(told);
              setMaking(false);
              refresh();
            }}
          />
        )}
      </Stack>
    </Panel>
  );
}

function MakeForm({ path, onMade, onClose }: { path: string; onMade: (made: Made) => void; onClose: () => void }) {
  const { t, label } = useTexts();
  const fields = useFields({ recipient: '', validHours: '72' });
  const submission = useSubmission<Made>(onMade, (problem) => fields.refused(problem));
  const send = () => {
    const recipient = fields.values.recipient.trim();
    const body = { validHours: Number(fields.values.validHours), ...(recipient === '' ? {} : { recipient }) };
    void submission.submit(async (idempotencyKey) => (await change<Made>('referrals', path, { body, idempotencyKey })).data);
  };
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      aria-label={t('links.new')}
      data-testid="link-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Text size="sm">{t('links.replaces')}</Text>
      <div className="hifazat-columns">
        <NameField {...fields.bind('recipient')} label={`${t('links.recipient')} (${t('state.optional')})`} description={t('links.recipient-hint')} maxLength={120} />
        <SelectField {...fields.bind('validHours')} label={t('links.waits')} options={HOURS.map((value) => ({ value, label: label('link-hours', value) }))} />
      </div>
      <ProblemNotice problem={submission.problem} focused />
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} data-testid="make-link">{t('links.make')}</Button>
        <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}

/** The only time that link and code can be seen. */
function Told({ made, onDone }: { made: Made; onDone: () => void }) {
  const { t } = useTexts();
  if (made.url === undefined || made.code === undefined) {
    return <Alert color="yellow" role="alert">{t('links.not-again')}</Alert>;
  }
  return (
    <Alert color="green" role="status" title={t('links.made')} data-testid="link-made">
      <Stack gap="sm">
        <Text size="sm">{t('links.how')}</Text>
        <Secret name={t('links.url')} value={made.url} testId="link-url" />
        <Secret name={t('links.code')} value={made.code} testId="link-code" />
        <Group><Button variant="default" onClick={onDone} data-testid="link-told">{t('links.told')}</Button></Group>
      </Stack>
    </Alert>
  );
}

function Secret({ name, value, testId }: { name: string; value: string; testId: string }) {
  const { t } = useTexts();
  return (
    <div>
      <Text size="sm" fw={600}>{name}</Text>
      <Group gap="sm">
        <bdi dir="ltr" className={classes['secret']} data-testid={testId}>{value}</bdi>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button variant="light" onClick={copy}>
              {t(copied ? 'links.copied' : 'links.copy')}<span className="hifazat-hidden"> {name}</span>
            </Button>
          )}
        </CopyButton>
      </Group>
    </div>
  );
}

function LinkItem({ link, path, onChanged }: { link: SecureLink; path: string; onChanged: () => void }) {
  const { t, label } = useTexts();
  const revoking = useSubmission<unknown>(onChanged);
  const revoke = () => void revoking.submit(() => change('referrals', `${path}/${link.id}/revocation`));
  return (
    <li className={classes['service']} data-testid="link" data-state={link.state}>
      <Stack gap="xs">
        <Group justify="space-between" gap="sm">
          <Text fw={600}>{link.recipient === undefined ? t('links.somebody') : <bdi dir="auto">{link.recipient}</bdi>}</Text>
          <Badge variant="light" color={COLOURS[link.state]} tt="none">{label('link-state', link.state)}</Badge>
        </Group>
        <Text size="sm" c="dimmed">
          {t('links.made-at')} <Moment at={link.madeAt} />
          {link.state === 'waiting' && <> · {t('links.until')} <Moment at={link.expiresAt} /></>}
          {link.openedAt !== undefined && <> · {t('links.opened')} <Moment at={link.openedAt} /></>}
          {link.state === 'open' && link.sessionUntil !== undefined && <> · {t('links.works-until')} <Moment at={link.sessionUntil} /></>}
        </Text>
        {link.refused > 0 && (
          <Alert color="orange" data-testid="link-refused">
            {t('links.refused', { count: link.refused })} {link.refusedAt !== undefined && <Moment at={link.refusedAt} />}
          </Alert>
        )}
        {link.message !== undefined && (
          <div data-testid="link-message">
            <Text size="sm" fw={600}>{t('links.message')} <Moment at={link.message.at} /></Text>
            <p className="hifazat-said" dir="auto">{link.message.text}</p>
          </div>
        )}
        <ProblemNotice problem={revoking.problem} focused />
        {(link.state === 'waiting' || link.state === 'open') && (
          <Group><Button variant="subtle" color="red" loading={revoking.busy} onClick={revoke} data-testid="revoke-link">{t('links.revoke')}</Button></Group>
        )}
      </Stack>
    </li>
  );
}
