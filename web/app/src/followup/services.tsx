import { Badge, Button, Group, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change } from '../api/client.ts';
import type { CaseDetail } from '../api/types.ts';
import { SentForm } from '../casework/sent-form.tsx';
import { SERVICE_KINDS, type ServiceGiven } from '../casework/types.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { filled } from '../concern/concern-request.ts';
import { useStaffName } from '../directory/queries.ts';
import { formatNumber, fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { MomentField, SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Moment } from '../ui/time.tsx';
import classes from '../casework/casework.module.css';

export function Services({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  const [writing, setWriting] = useState(false);
  const pages = usePages<ServiceGiven>('cases', `/cases/${detail.id}/services-given`);
  return (
    <Panel title={t('service-given.title')} testId="services-given">
      <Stack gap="md">
        {detail.state !== 'closed' && !writing && (
          <Group><Button variant="light" onClick={() => setWriting(true)} data-testid="record-service">{t('service-given.record')}</Button></Group>
        )}
        {writing && <ServiceForm detail={detail} onClose={() => setWriting(false)} />}
        <PagedList pages={pages} empty={t('service-given.none')}>
          {(items) => (
            <ul className="hifazat-list">
              {items.map((one) => <ServiceItem key={one.id} detail={detail} service={one} />)}
            </ul>
          )}
        </PagedList>
      </Stack>
    </Panel>
  );
}

function ServiceItem({ detail, service }: { detail: CaseDetail; service: ServiceGiven }) {
  const { t, language } = useTexts();
  const kinds = useCodeOptions('service-given', SERVICE_KINDS);
  const staffName = useStaffName(detail.unitId);
  const queries = useQueryClient();
  const refresh = () => void queries.invalidateQueries({ queryKey: ['cases'] });
  const submission = useSubmission<unknown>(refresh);
  const strike = () => void submission.submit(() => change('cases', `/services-given/${service.id}/strike-out`, { ifMatch: service.etag }));
  const struck = service.struckAt !== undefined;
  return (
    <li className={classes['card']} data-testid="service" data-struck={struck}>
      <Group justify="space-between" gap="sm" align="flex-start">
        <div>
          <Text fw={600} className={struck ? classes['struck'] : undefined}>{kinds.find((one) => one.value === service.kind)?.label ?? service.kind}</Text>
          <Text size="sm" c="dimmed">
            <Moment at={service.happenedAt} />{t('list.comma')}<bdi dir="auto">{staffName(service.givenBy) ?? t('directory.colleague')}</bdi>
          </Text>
          {service.minutes !== undefined && <Text size="sm">{t('time.minutes', { minutes: service.minutes })}</Text>}
          {service.rupees !== undefined && <Text size="sm">{t('service-given.amount', { amount: formatNumber(language, service.rupees) })}</Text>}
          {service.note !== undefined && <Text size="sm"><bdi dir="auto" className={classes['words']}>{service.note}</bdi></Text>}
        </div>
        {struck ? (
          <Badge variant="light" color="gray">{t('service-given.struck')}</Badge>
        ) : (
          detail.state !== 'closed' && <Button variant="subtle" color="red" loading={submission.busy} onClick={strike}>{t('service-given.strike')}</Button>
        )}
      </Group>
      <ProblemNotice problem={submission.problem} focused onReload={refresh} />
    </li>
  );
}

function ServiceForm({ detail, onClose }: { detail: CaseDetail; onClose: () => void }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const kinds = useCodeOptions('service-given', SERVICE_KINDS);
  const fields = useFields({ kind: '', happenedAt: toLocalInput(new Date()), minutes: '', rupees: '', note: '' });
  const submission = useSubmission<unknown>(
    () => {
      void queries.invalidateQueries({ queryKey: ['cases'] });
      onClose();
    },
    (problem) => fields.refused(problem),
  );
  const { values } = fields;
  const costs = values.kind === 'cash' || values.kind === 'goods';
  const send = () => {
    const found: FieldProblems<typeof values> = {};
    const happenedAt = fromLocalInput(values.happenedAt);
    if (happenedAt === undefined) found.happenedAt = 'field.required';
    if (values.kind === '') found.kind = 'field.required';
    if (values.kind === 'cash' && values.rupees.trim() === '') found.rupees = 'field.required';
    for (const name of ['minutes', 'rupees'] as const) {
      if (values[name].trim() !== '' && !/^[1-9]\d{0,7}$/.test(values[name].trim())) found[name] = 'field.range';
    }
    if (!fields.check(found)) return;
    const whole = (text: string) => (text.trim() === '' ? undefined : Number(text));
    const body = {
      kind: values.kind,
      happenedAt,
      minutes: whole(values.minutes),
      rupees: costs ? whole(values.rupees) : undefined,
      ...filled({ note: values.note }),
    };
    void submission.submit((idempotencyKey) => change('cases', `/cases/${detail.id}/services-given`, { idempotencyKey, body }));
  };
  return (
    <SentForm formRef={fields.formRef} submitText={t('service-given.save')} busy={submission.busy} problem={submission.problem} onSubmit={send} onClose={onClose} testId="service-form">
      <div className="hifazat-columns">
        <SelectField {...fields.bind('kind')} label={t('service-given.kind')} options={kinds} placeholder={t('action.choose')} required />
        <MomentField {...fields.bind('happenedAt')} label={t('contact.when')} required />
        {costs ? (
          <TextInput {...fields.bind('rupees')} label={t('service-given.rupees')} inputMode="numeric" dir="ltr" className="hifazat-ltr-input" required={values.kind === 'cash'} />
        ) : (
          <TextInput {...fields.bind('minutes')} label={`${t('service-given.minutes')} (${t('state.optional')})`} inputMode="numeric" dir="ltr" className="hifazat-ltr-input" />
        )}
      </div>
      <Textarea {...fields.bind('note')} label={`${t('task.note')} (${t('state.optional')})`} dir="auto" autosize minRows={2} maxLength={4000} />
    </SentForm>
  );
}
