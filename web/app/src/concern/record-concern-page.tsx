import { Alert, Button, Fieldset, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { Link } from 'react-router';
import { change } from '../api/client.ts';
import type { Report, Role } from '../api/types.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { ConcernPicker } from '../codes/concern-picker.tsx';
import { CHANNELS, REPORTER_KINDS, REPORTER_RELATIONS, SEXES, URGENCIES } from '../codes/lists.ts';
import { useDistrictName } from '../directory/queries.ts';
import { DistrictField } from '../directory/district-field.tsx';
import { toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { ChoiceField, HELP_FIRST, MomentField, NameField, PhoneField, SelectField, useOptions, WordsField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { checkConcern, concernRequest, EMPTY_CONCERN } from './concern-request.ts';

interface Props {
  roles: readonly Role[];
  districtCode?: string | undefined;
}

export function RecordConcernPage({ roles, districtCode }: Props) {
  const { t } = useTexts();
  const helpline = roles.includes('helpline-operator');
  const start = () => ({
    ...EMPTY_CONCERN,
    channel: helpline ? 'helpline-1121' : 'walk-in',
    districtCode: districtCode ?? '',
    receivedAt: toLocalInput(new Date()),
  });
  const fields = useFields(start());
  const [concerns, setConcerns] = useState<string[]>([]);
  const { set } = fields;
  const chosen = useCallback((codes: string[]) => {
    setConcerns(codes);
    set('concerns', String(codes.length));
  }, [set]);
  const [recorded, setRecorded] = useState<Report>();
  const queries = useQueryClient();
  const submission = useSubmission<Report>(
    (report) => {
      setRecorded(report);
      void queries.invalidateQueries({ queryKey: ['cases', '/concern-reports'] });
    },
    (problem) => fields.refused(problem),
  );
  const channels = useCodeOptions('channel', CHANNELS);
  const urgencies = useCodeOptions('urgency', URGENCIES);
  const kinds = useOptions('reporter', REPORTER_KINDS);
  const relations = useCodeOptions('reporter-relation', REPORTER_RELATIONS);
  const sexes = useOptions('sex', SEXES);

  if (recorded !== undefined) {
    const again = () => {
      fields.reset(start());
      setConcerns([]);
      setRecorded(undefined);
    };
    return <Recorded report={recorded} helpline={helpline} onAgain={again} />;
  }
  const anonymous = fields.values['reporter.kind'] === 'anonymous';
  const send = () => {
    if (!fields.check(checkConcern(fields.values, concerns))) return;
    void submission.submit(async (idempotencyKey) => {
      const body = concernRequest(fields.values, concerns);
      return (await change<Report>('cases', '/concern-reports', { body, idempotencyKey })).data;
    });
  };
  return (
    <Page title={t('concern-form.title')} lead={t('concern-form.lead')}>
      <form
        ref={fields.formRef}
        noValidate
        className="hifazat-form"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            send();
          }
        }}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Panel title={t('concern-form.how')}>
          <div className="hifazat-columns">
            <SelectField {...fields.bind('channel')} label={t('report.channel')} options={channels} required />
            <DistrictField {...fields.bind('districtCode')} label={t('report.district')} required />
            <MomentField {...fields.bind('receivedAt')} label={t('report.received')} required />
          </div>
          <ChoiceField {...fields.bind('urgency')} label={t('report.urgency')} options={urgencies} required inline />
        </Panel>
        <Panel title={t('concern-form.what')}>
          <div className="hifazat-form">
            <WordsField
              {...fields.bind('narrative')}
              label={t('report.narrative')}
              description={t('concern-form.narrative-hint')}
              inputWrapperOrder={HELP_FIRST}
              minRows={5}
              required
              autoComplete="off"
            />
            <ConcernPicker
              chosen={concerns}
              onChange={chosen}
              error={fields.error('concerns')}
            />
          </div>
        </Panel>
        <Panel title={t('concern-form.where')}>
          <NameField {...fields.bind('place.description')} label={t('report.place')} description={t('concern-form.place-hint')} />
          <div className="hifazat-columns">
            <NameField {...fields.bind('place.tehsil')} label={t('report.tehsil')} />
            <NameField {...fields.bind('place.unionCouncil')} label={t('report.union-council')} />
          </div>
        </Panel>
        <Panel title={t('concern-form.child')}>
          <Text size="sm" c="dimmed" mb="sm">{t('concern-form.child-hint')}</Text>
          <div className="hifazat-columns">
            <NameField {...fields.bind('childHint.name')} label={t('report.child-name')} />
            <SelectField {...fields.bind('childHint.sex')} label={t('report.child-sex')} options={sexes} placeholder={t('choice.unknown')} />
            <NameField {...fields.bind('childHint.ageYears')} label={t('report.child-age')} inputMode="numeric" />
            <NameField {...fields.bind('childHint.place')} label={t('report.child-place')} />
          </div>
        </Panel>
        <Fieldset legend={t('report.reporter')}>
          <ChoiceField {...fields.bind('reporter.kind')} label={t('concern-form.reporter-kind')} options={kinds} inline required />
          {anonymous ? (
            <Text size="sm" c="dimmed">{t('concern-form.anonymous-hint')}</Text>
          ) : (
            <div className="hifazat-columns">
              <NameField {...fields.bind('reporter.name')} label={t('report.reporter-name')} />
              <PhoneField {...fields.bind('reporter.phone')} label={t('report.reporter-phone')} />
              <SelectField {...fields.bind('reporter.relation')} label={t('report.reporter-relation')} options={relations} placeholder={t('choice.unknown')} />
            </div>
          )}
        </Fieldset>
        <ProblemNotice problem={submission.problem} focused />
        <Group>
          <Button type="submit" loading={submission.busy} data-testid="record">{t('concern-form.submit')}</Button>
          <Text size="sm" c="dimmed">{t('concern-form.keys')}</Text>
        </Group>
      </form>
    </Page>
  );
}

function Recorded({ report, helpline, onAgain }: { report: Report; helpline: boolean; onAgain: () => void }) {
  const { t } = useTexts();
  const districtName = useDistrictName();
  return (
    <Page title={t('concern-form.recorded')}>
      <Alert color="green" data-testid="recorded" data-id={report.id} role="status">
        {t('concern-form.recorded-text', { district: districtName(report.districtCode) })}
        {report.urgency === 'immediate' && <Text fw={650} mt="xs">{t('concern-form.recorded-immediate')}</Text>}
      </Alert>
      <Group>
        <Button onClick={onAgain}>{t('concern-form.again')}</Button>
        {helpline ? (
          <Button component={Link} to={`/concerns/${report.id}`} variant="default">{t('concern-form.see')}</Button>
        ) : (
          <Button component={Link} to={`/triage/${report.id}`} variant="default">{t('concern-form.triage')}</Button>
        )}
      </Group>
    </Page>
  );
}
