import { Button, Checkbox, Fieldset, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { change, read, type Answer } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { CHILD_LANGUAGES } from '../codes/lists.ts';
import { useTexts, type MessageId, type Texts } from '../i18n/text.ts';
import { CodesField } from '../people/codes-field.tsx';
import { ConflictChoice } from '../ui/conflict-choice.tsx';
import { useConflict } from '../ui/conflict.ts';
import { NameField, PhoneField, SelectField, useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission, type Fields } from '../ui/form.ts';
import { Page } from '../ui/page.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { SERVICE_STATUSES, serviceKey, type HsdsService } from './hsds.ts';
import { checkKeepValues, keepRequest, keepValues, UNITS, type KeepValues } from './keep-values.ts';
import { STATUS_TEXT } from './service-filters.tsx';
import { HoursField, hoursOf, hoursText } from './service-hours.tsx';

const LABELS: Partial<Record<string, MessageId>> = {
  status: 'services.status',
  description: 'services.description',
  url: 'services.url',
  alert: 'keep.alert',
  phone: 'services.phone',
  application_process: 'services.how-to-ask',
  fees_description: 'services.fees',
  eligibility_description: 'services.eligibility',
  minimum_age: 'keep.minimum-age',
  maximum_age: 'keep.maximum-age',
  sex: 'services.sex',
  cost: 'services.cost',
  languages: 'services.languages',
  hours: 'services.hours',
  'focal.title': 'keep.focal-title',
  'focal.name': 'keep.focal-name',
  'focal.phone': 'keep.focal-phone',
  'focal.email': 'keep.focal-email',
};

/** An entry of the directory as whoever keeps it says it is; its name and kind come by import. */
export default function KeepServicePage() {
  const { id = '' } = useParams();
  const { t, named } = useTexts();
  // The form's own reading: it begins with what holds now, and nothing read elsewhere changes it.
  const query = useQuery({
    queryKey: ['referrals', 'hsds', 'keeping', id],
    queryFn: ({ signal }) => read<HsdsService>('referrals', `/hsds/services/${id}`, signal),
    gcTime: 0,
    staleTime: Infinity,
  });
  const service = query.data?.data;
  return (
    <Page
      title={t('keep.page')}
      lead={service && `${named(service.names ?? service.name)}, ${named(service.organization?.names ?? service.organization?.name)}`}
      back={{ to: `/services/${id}`, text: t('keep.back') }}
    >
      <Loaded query={query} lines={8}>{(answer) => <KeepForm opened={answer} />}</Loaded>
    </Page>
  );
}

function KeepForm({ opened }: { opened: Answer<HsdsService> }) {
  const texts = useTexts();
  const { t } = texts;
  const go = useNavigate();
  const queries = useQueryClient();
  const { id } = opened.data;
  const [begun, setBegun] = useState(() => ({ values: keepValues(opened.data), etag: opened.etag }));
  const [assured, setAssured] = useState(false);
  const fields = useFields<KeepValues>(begun.values);
  const conflict = useConflict(
    fields,
    begun,
    async () => {
      const now = await read<HsdsService>('referrals', `/hsds/services/${id}`);
      const version = { values: keepValues(now.data), etag: now.etag };
      setBegun(version);
      return version;
    },
    asProblem,
  );
  const submission = useSubmission<unknown>(
    () => {
      void queries.invalidateQueries({ queryKey: ['referrals', 'hsds'] });
      void queries.invalidateQueries({ queryKey: serviceKey(id) });
      void go(`/services/${id}`);
    },
    (problem) => {
      fields.refused(problem);
      conflict.refused(problem);
    },
  );
  const send = () => {
    if (!fields.check(checkKeepValues(fields.values, begun.values['focal.title'] !== ''))) return;
    void submission.submit(() =>
      change('referrals', `/hsds/services/${id}`, {
        method: 'PUT',
        ifMatch: conflict.etag,
        body: keepRequest(fields.values, begun.values, assured),
      }),
    );
  };
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      data-testid="keep-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Sections fields={fields} />
      <Checkbox
        name="assured"
        label={t('keep.assured')}
        description={t('keep.assured-hint')}
        checked={assured}
        onChange={(event) => setAssured(event.currentTarget.checked)}
        className="hifazat-choice"
      />
      {conflict.differences !== undefined ? (
        <ConflictChoice
          differences={conflict.differences}
          labelOf={(name) => labelOf(texts, name)}
          show={(name, value) => shown(texts, name, value)}
          onSettled={(take) => {
            conflict.settle(take);
            submission.clear();
          }}
        />
      ) : (
        <ProblemNotice problem={conflict.unread ?? submission.problem} focused onReload={() => submission.problem && conflict.refused(submission.problem)} />
      )}
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} disabled={conflict.differences !== undefined} data-testid="save-service">{t('keep.save')}</Button>
        <Button variant="default" onClick={() => void go(`/services/${id}`)}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}

function labelOf({ t, label }: Texts, name: string): string {
  const known = LABELS[name];
  if (known !== undefined) return t(known);
  const [, unit = '', side] = name.split('.');
  return `${label('room-unit', unit)}: ${t(side === 'available' ? 'keep.free' : 'keep.all')}`;
}

function shown(texts: Texts, name: string, value: string): string {
  const { t, label } = texts;
  if (name === 'hours') return hoursOf(value).map((line) => hoursText(texts, line)).join(' / ');
  if (value === '') return value;
  if (name === 'status') return t(STATUS_TEXT[value as keyof typeof STATUS_TEXT]);
  if (name === 'sex') return label('for-sex', value);
  if (name === 'cost') return label('service-cost', value);
  if (name === 'languages') return value.split(' ').map((code) => label('language', code)).join(t('list.comma'));
  return value;
}

function Sections({ fields }: { fields: Fields<KeepValues> }) {
  const { t, label } = useTexts();
  const sexes = useOptions('for-sex', ['any', 'female', 'male']);
  const costs = useOptions('service-cost', ['free', 'paid', 'unknown']);
  const languages = useOptions('language', CHILD_LANGUAGES.filter((code) => code !== 'other'));
  const long = (name: 'description' | 'application_process' | 'fees_description' | 'eligibility_description' | 'alert', most: number) => (
    <Textarea {...fields.bind(name)} label={t(LABELS[name] ?? 'services.description')} dir="auto" autosize minRows={2} maxLength={most} autoComplete="off" />
  );
  const number = (name: keyof KeepValues, text: string) => (
    <TextInput {...fields.bind(name)} label={text} inputMode="numeric" dir="ltr" className="hifazat-ltr-input" maxLength={6} autoComplete="off" />
  );
  return (
    <>
      <Panel title={t('services.what')}>
        <Stack gap="md">
          <SelectField {...fields.bind('status')} label={t('services.status')} options={SERVICE_STATUSES.map((value) => ({ value, label: t(STATUS_TEXT[value]) }))} required />
          {long('description', 4000)}
          {long('alert', 500)}
          {long('eligibility_description', 2000)}
          {long('application_process', 2000)}
          <div className="hifazat-columns">
            {number('minimum_age', t('keep.minimum-age'))}
            {number('maximum_age', t('keep.maximum-age'))}
            <SelectField {...fields.bind('sex')} label={t('services.sex')} options={sexes} />
            <SelectField {...fields.bind('cost')} label={t('services.cost')} options={costs} />
          </div>
          {long('fees_description', 1000)}
        </Stack>
      </Panel>
      <Panel title={t('keep.reach')}>
        <Stack gap="md">
          <div className="hifazat-columns">
            <PhoneField {...fields.bind('phone')} label={t('services.phone')} maxLength={40} />
            <TextInput {...fields.bind('url')} label={t('services.url')} dir="ltr" className="hifazat-ltr-input" maxLength={500} autoComplete="off" />
          </div>
          <HoursField value={fields.values.hours} error={fields.error('hours')} onChange={(value) => fields.set('hours', value)} />
          <CodesField {...fields.bind('languages')} label={t('services.languages')} options={languages} />
        </Stack>
      </Panel>
      <Panel title={t('services.room')}>
        <Stack gap="md">
          <Text size="sm" c="dimmed">{t('keep.room-hint')}</Text>
          {UNITS.map((unit) => (
            <Fieldset key={unit} legend={label('room-unit', unit)}>
              <div className="hifazat-columns">
                {number(`room.${unit}.available`, t('keep.free'))}
                {number(`room.${unit}.maximum`, t('keep.all'))}
              </div>
            </Fieldset>
          ))}
        </Stack>
      </Panel>
      <Panel title={t('services.ask-for')}>
        <Stack gap="md">
          <Text size="sm" c="dimmed">{t('keep.focal-hint')}</Text>
          <div className="hifazat-columns">
            <NameField {...fields.bind('focal.title')} label={t('keep.focal-title')} maxLength={200} />
            <NameField {...fields.bind('focal.name')} label={t('keep.focal-name')} maxLength={200} />
            <PhoneField {...fields.bind('focal.phone')} label={t('keep.focal-phone')} maxLength={40} />
            <TextInput {...fields.bind('focal.email')} label={t('keep.focal-email')} type="email" dir="ltr" className="hifazat-ltr-input" maxLength={200} autoComplete="off" />
          </div>
        </Stack>
      </Panel>
    </>
  );
}
