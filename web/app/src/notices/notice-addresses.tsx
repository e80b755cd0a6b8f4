import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { change, read } from '../api/client.ts';
import type { Items } from '../api/types.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import { useTexts } from '../i18n/text.ts';
import { ChoiceField, HELP_FIRST, SelectField, useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Code } from '../ui/names.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Moment } from '../ui/time.tsx';
import classes from '../partner/partner.module.css';

interface Address {
  id: string;
  channel: 'email' | 'sms';
  /** Absent when the service cannot decrypt it any more. */
  address?: string;
  language: string;
  /** sent, waiting, failed, or why not. */
  lastOutcome?: string;
  lastAt?: string;
}

interface Props {
  /** For the Commission's administration; the agency's own people name none. */
  agencyId: string | undefined;
}

const PATH = '/notice-addresses';

function placeOf(agencyId: string | undefined) {
  return agencyId === undefined
    ? { service: 'partner' as const, key: ['partner', PATH], list: PATH }
    : { service: 'referrals' as const, key: ['referrals', PATH, agencyId], list: `${PATH}?agencyId=${agencyId}` };
}

/** Where somebody at the agency hears that something waits. Nothing of a child is ever in such a message. */
export function NoticeAddresses({ agencyId }: Props) {
  const { t } = useTexts();
  const place = placeOf(agencyId);
  const addresses = useQuery({
    queryKey: place.key,
    queryFn: async ({ signal }) => (await read<Items<Address>>(place.service, place.list, signal)).data.items,
  });
  return (
    <Panel title={t('notices.title')} testId="notice-addresses">
      <Stack gap="md">
        <Text size="sm" c="dimmed">{t('notices.lead')}</Text>
        <Loaded query={addresses} empty={{ when: (items) => items.length === 0, text: t('notices.none') }}>
          {(items) => (
            <ul className={classes['lines']}>
              {items.map((one) => <li key={one.id}><Line one={one} agencyId={agencyId} /></li>)}
            </ul>
          )}
        </Loaded>
        <Add agencyId={agencyId} />
      </Stack>
    </Panel>
  );
}

const KNOWN_OUTCOMES = [
  'sent', 'waiting', 'failed', 'no-way', 'stopped', 'address-unreadable', 'file-not-written',
  'mail-server-away', 'mail-server-refused', 'mail-server-sign-in', 'mail-server-slow', 'mail-server-unsafe',
  'sms-gateway-away', 'sms-gateway-refused', 'sms-gateway-slow',
];

function Line({ one, agencyId }: { one: Address; agencyId: string | undefined }) {
  const { t, label } = useTexts();
  const queries = useQueryClient();
  const place = placeOf(agencyId);
  const removing = useSubmission<unknown>(() => void queries.invalidateQueries({ queryKey: place.key }));
  const remove = () => void removing.submit(() => change(place.service, `${PATH}/${one.id}`, { method: 'DELETE' }));
  const outcome = one.lastOutcome === undefined ? undefined : KNOWN_OUTCOMES.includes(one.lastOutcome) ? one.lastOutcome : 'failed';
  return (
    <article className={classes['line']} data-testid="notice-address" data-channel={one.channel}>
      <Group justify="space-between" gap="xs">
        <div className={classes['long']}>
          <Text fw={650} span>{one.address === undefined ? t('notices.unreadable') : <Code>{one.address}</Code>}</Text>
          <Text size="sm" c="dimmed">
            {label('notice-channel', one.channel)} · {label('language', one.language)}
            {outcome !== undefined && <> · {label('notice-outcome', outcome)} {one.lastAt !== undefined && <Moment at={one.lastAt} />}</>}
          </Text>
        </div>
        <Button variant="subtle" color="red" size="compact-sm" loading={removing.busy} onClick={remove} data-testid="remove-address">
          {t('notices.remove')}<span className="hifazat-hidden"> {one.address === undefined ? t('notices.unreadable') : <Code>{one.address}</Code>}</span>
        </Button>
      </Group>
      <ProblemNotice problem={removing.problem} focused />
    </article>
  );
}

const EMPTY = { channel: 'email', address: '', language: 'en' };

function Add({ agencyId }: Props) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const place = placeOf(agencyId);
  const channels = useOptions('notice-channel', ['email', 'sms']);
  const languages = useOptions('language', LANGUAGES);
  const fields = useFields(EMPTY);
  const { channel, language } = fields.values;
  const submission = useSubmission<unknown>(
    () => {
      fields.reset();
      void queries.invalidateQueries({ queryKey: place.key });
    },
    (problem) => fields.refused(problem),
  );
  const send = () => {
    const address = fields.values.address.trim().replaceAll(channel === 'sms' ? /[\s-]/g : / /g, '');
    const fits = channel === 'sms' ? /^\+[1-9]\d{7,14}$/.test(address) : /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address);
    if (!fields.check(fits ? {} : { address: channel === 'sms' ? 'notices.no-number' : 'notices.no-mail' })) return;
    const body = { ...(agencyId === undefined ? {} : { agencyId }), channel, address, language };
    void submission.submit((idempotencyKey) => change(place.service, PATH, { body, idempotencyKey }));
  };
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      aria-label={t('notices.add')}
      data-testid="notice-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ChoiceField {...fields.bind('channel')} label={t('notices.how')} options={channels} inline required />
      <div className="hifazat-columns">
        <TextInput
          {...fields.bind('address')}
          label={t(channel === 'sms' ? 'notices.number' : 'notices.mail')}
          description={channel === 'sms' ? t('notices.number-hint') : undefined}
          inputWrapperOrder={HELP_FIRST}
          type={channel === 'sms' ? 'tel' : 'email'}
          dir="ltr"
          className="hifazat-ltr-input"
          autoComplete="off"
          maxLength={320}
          required
        />
        <SelectField {...fields.bind('language')} label={t('notices.language')} options={languages} required />
      </div>
      <ProblemNotice problem={submission.problem} focused />
      <Group><Button type="submit" loading={submission.busy} data-testid="add-address">{t('notices.add')}</Button></Group>
    </form>
  );
}
