import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { change } from '../api/client.ts';
import type { Instrument } from '../api/types.ts';
import { useStaffName } from '../directory/queries.ts';
import { today } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { useMe } from '../session/session.ts';
import { DateField, SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { asProblem } from '../api/problem.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Moment } from '../ui/time.tsx';
import { conductedAt } from './conducted-at.ts';
import { InstrumentNotices } from './notices.tsx';
import { onceKnown, useDrafts, usePsychologists } from './queries.ts';
import type { AssessmentDraft } from './types.ts';

interface Props {
  caseId: string;
  instrument: Instrument;
  occasionId: string | undefined;
  onBegun: (draft: AssessmentDraft) => void;
}

/** Before the first question: when it is, under whose supervision, and what the form is and is not. */
export function StartForm({ caseId, instrument, occasionId, onBegun }: Props) {
  const { t, label } = useTexts();
  const queries = useQueryClient();
  const me = useMe(true).data;
  const supervised = instrument.administration === 'clinical' && me !== undefined && !me.roles.includes('psychologist');
  const psychologists = usePsychologists(caseId, supervised);
  const staffName = useStaffName();
  const fields = useFields({ day: today(), supervisedBy: '' });
  const open = (useDrafts(caseId).data ?? []).filter(
    (draft) => draft.instrumentId === instrument.id && draft.state === 'open' && draft.startedBy === me?.staffId,
  );
  const starting = useSubmission<AssessmentDraft>(
    (draft) => {
      void queries.invalidateQueries({ queryKey: ['assessments', 'drafts', caseId] });
      onBegun(draft);
    },
    (problem) => fields.refused(problem),
  );
  // A second attempt says the same time as the first: it is the same request.
  const [now] = useState(() => new Date());
  const begin = () => {
    const { day, supervisedBy } = fields.values;
    if (!fields.check({ ...(day === '' ? { day: 'field.required' } : {}), ...(supervised && supervisedBy === '' ? { supervisedBy: 'field.required' } : {}) })) return;
    const body = {
      instrumentId: instrument.id,
      instrumentVersion: instrument.version,
      respondent: instrument.respondent ?? 'worker',
      conductedAt: conductedAt(day, now),
      ...(supervisedBy === '' ? {} : { supervisedBy }),
      ...(occasionId === undefined ? {} : { occasionId }),
    };
    void starting.submit(async (idempotencyKey) =>
      (
        await onceKnown(() => change<AssessmentDraft>('assessments', `/cases/${caseId}/assessment-drafts`, { idempotencyKey, body }))
      ).data,
    );
  };
  return (
    <Stack gap="md">
      <InstrumentNotices instrument={instrument} />
      <Text>{t('start.respondent')}{t('list.colon')}<strong>{label('respondent', instrument.respondent ?? 'worker')}</strong></Text>
      {open.map((draft) => (
        <Alert key={draft.id} color="blue" title={t('start.unfinished')}>
          <Group gap="sm">
            <Text size="sm"><Moment at={draft.savedAt} /></Text>
            <Button variant="default" component={Link} to={`/cases/${caseId}/drafts/${draft.id}`} data-testid="continue-draft">{t('draft.continue')}</Button>
          </Group>
        </Alert>
      ))}
      <form
        ref={fields.formRef}
        noValidate
        className="hifazat-form"
        onSubmit={(event) => {
          event.preventDefault();
          begin();
        }}
      >
        <DateField {...fields.bind('day')} label={t('start.day')} description={t('start.day-hint')} required />
        {supervised && (
          <>
            <ProblemNotice problem={psychologists.isError ? asProblem(psychologists.error) : undefined} onRetry={() => void psychologists.refetch()} />
            <SelectField
              {...fields.bind('supervisedBy')}
              label={t('start.supervised-by')}
              description={t(psychologists.data?.length === 0 ? 'start.no-psychologist' : 'start.supervised-hint')}
              placeholder={t('action.choose')}
              required
              options={(psychologists.data ?? []).map(({ staffId }) => ({ value: staffId, label: staffName(staffId) ?? t('directory.colleague') }))}
            />
          </>
        )}
        <ProblemNotice problem={starting.problem} focused />
        <Group><Button type="submit" loading={starting.busy} data-testid="begin-assessment">{t('start.begin')}</Button></Group>
      </form>
    </Stack>
  );
}
