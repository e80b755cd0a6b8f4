import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { change } from '../api/client.ts';
import { today } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { DateField, NameField, SelectField, useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { Code } from '../ui/names.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { DateOnly } from '../ui/time.tsx';
import { CertificateBadge } from './certificate-badge.tsx';
import { LEVELS, useCertificates, useStaffChanged, type Certificate } from './queries.ts';
import classes from '../partner/partner.module.css';

/** Courses they passed. A renewal is another certificate; none is ever changed. */
export function CertificatesPanel({ staffId, own }: { staffId: string; own: boolean }) {
  const { t } = useTexts();
  const certificates = useCertificates(staffId);
  const [open, setOpen] = useState(false);
  const [awarded, setAwarded] = useState(false);
  return (
    <Panel title={t('certificates.title')} testId="certificates">
      <Stack gap="md">
        <Text size="sm" c="dimmed">{t('certificates.lead')}</Text>
        <Loaded query={certificates} empty={{ when: (items) => items.length === 0, text: t('certificates.none') }}>
          {(items) => (
            <ul className={classes['lines']}>
              {items.map((one) => <li key={one.id}><Line certificate={one} /></li>)}
            </ul>
          )}
        </Loaded>
        <div role="status">{awarded && <Alert color="green">{t('certificates.awarded')}</Alert>}</div>
        {open && (
          <AwardForm
            staffId={staffId}
            onClose={(done) => {
              setOpen(false);
              setAwarded(done);
            }}
          />
        )}
        {!open && !own && (
          <Group><Button variant="default" onClick={() => setOpen(true)} data-testid="award">{t('certificates.award')}</Button></Group>
        )}
      </Stack>
    </Panel>
  );
}

function Line({ certificate }: { certificate: Certificate }) {
  const { t, label } = useTexts();
  return (
    <article className={classes['line']} data-testid="certificate" data-id={certificate.id}>
      <Group justify="space-between" gap="xs">
        <Text fw={650}>{label('certificate-level', String(certificate.level))}</Text>
        <CertificateBadge certificate={certificate} />
      </Group>
      <Text size="sm"><DateOnly at={certificate.issuedOn} /> – <DateOnly at={certificate.validTo} /></Text>
      <Text size="sm" c="dimmed"><bdi dir="auto">{certificate.issuer}</bdi>{t('list.comma')}<Code>{certificate.number}</Code></Text>
    </article>
  );
}

const EMPTY = { level: '1', number: '', issuer: '', issuedOn: '', validTo: '' };

/** The last day of the 24 months for which one is usually given. */
function usualEnd(issuedOn: string): string {
  const day = new Date(`${issuedOn}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return '';
  day.setUTCFullYear(day.getUTCFullYear() + 2);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

function AwardForm({ staffId, onClose }: { staffId: string; onClose: (done: boolean) => void }) {
  const { t } = useTexts();
  const changed = useStaffChanged();
  const levels = useOptions('certificate-level', LEVELS);
  const fields = useFields(EMPTY);
  const submission = useSubmission<unknown>(
    () => {
      changed();
      onClose(true);
    },
    (problem) => fields.refused(problem),
  );
  const issued = fields.bind('issuedOn');
  const send = () => {
    const { level, number, issuer, issuedOn, validTo } = fields.values;
    const found: FieldProblems<typeof EMPTY> = {};
    for (const name of ['number', 'issuer', 'issuedOn', 'validTo'] as const) if (fields.values[name].trim() === '') found[name] = 'field.required';
    if (issuedOn > today()) found.issuedOn = 'field.in-future';
    if (validTo !== '' && validTo <= issuedOn) found.validTo = 'certificates.ends-before';
    if (!fields.check(found)) return;
    const body = { level: Number(level), number: number.trim(), issuer: issuer.trim(), issuedOn, validTo };
    void submission.submit((idempotencyKey) => change('identity', `/staff/${staffId}/certificates`, { body, idempotencyKey }));
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
      <div className="hifazat-columns">
        <SelectField {...fields.bind('level')} label={t('certificates.level')} options={levels} required />
        <NameField {...fields.bind('number')} dir="ltr" label={t('certificates.number')} maxLength={60} required />
        <NameField {...fields.bind('issuer')} label={t('certificates.issuer')} maxLength={200} required />
        <DateField
          {...issued}
          onChange={(event) => {
            const before = fields.values.validTo;
            issued.onChange(event);
            if (before === '' || before === usualEnd(fields.values.issuedOn)) fields.set('validTo', usualEnd(event.currentTarget.value));
          }}
          label={t('certificates.issued-on')}
          required
        />
        <DateField {...fields.bind('validTo')} label={t('certificates.valid-to')} description={t('certificates.usual')} max="9999-12-31" required />
      </div>
      <ProblemNotice problem={submission.problem} focused />
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} data-testid="send-award">{t('certificates.award')}</Button>
        <Button variant="default" onClick={() => onClose(false)}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}
