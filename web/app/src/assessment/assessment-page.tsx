import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { change } from '../api/client.ts';
import type { AssessmentResult, Instrument } from '../api/types.ts';
import { SentForm } from '../casework/sent-form.tsx';
import { useCase } from '../cases/queries.ts';
import { useStaffName } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { useMe } from '../session/session.ts';
import { ChoiceField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Code, PersonName } from '../ui/names.tsx';
import { Page } from '../ui/page.tsx';
import { Facts, Loaded, Panel } from '../ui/panel.tsx';
import { Moment } from '../ui/time.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { StandingAlarms } from './alarms.tsx';
import { Outcome } from './outcome.tsx';
import { Responses } from './responses.tsx';
import { useAnswers, useAssessment, useFormText, useInstruments } from './queries.ts';
import { FormInParts, Opened } from './xform.tsx';

/** One assessment: what came out, what it alarmed, its addendum and its countersignature. */
export default function AssessmentPage() {
  const { id = '', assessment = '' } = useParams();
  const { t, named } = useTexts();
  const [asked] = useSearchParams();
  const number = useCase(id).data?.data.number;
  const found = useAssessment(assessment);
  const result = found.data;
  const instrument = useInstruments().data?.find((one) => one.id === result?.instrumentId && one.version === result.instrumentVersion);
  return (
    <Page
      title={named(instrument?.title) || t('assessments.an-assessment')}
      back={{ to: `/cases/${id}/assessments`, text: t('assessments.back') }}
      lead={number === undefined ? undefined : <>{t('case.title')} <Code>{number}</Code></>}
    >
      {asked.has('new') && <Alert color="green" role="status" data-testid="assessed">{t('assess.saved')}</Alert>}
      <Loaded query={found} lines={8}>{(one) => <Whole key={one.id} result={one} caseId={id} instrument={instrument} />}</Loaded>
    </Page>
  );
}

function Whole({ result, caseId, instrument }: { result: AssessmentResult; caseId: string; instrument: Instrument | undefined }) {
  const { t, label } = useTexts();
  const me = useMe(true).data;
  const staffName = useStaffName();
  const by = result.conductedBy === undefined ? undefined : staffName(result.conductedBy);
  const sign = result.countersignature;
  const signer = sign === undefined ? undefined : staffName(sign.psychologistId);
  const kinds = [...new Set((result.alarms ?? []).map((alarm) => alarm.kind))];
  return (
    <Stack gap="lg">
      <StandingAlarms kinds={kinds} alarms={result.alarms ?? []} caseId={caseId} />
      {result.amendedBy !== undefined && (
        <Alert color="yellow"><Link to={`/cases/${caseId}/assessments/${result.amendedBy}`}>{t('assessments.read-addendum')}</Link></Alert>
      )}
      <Panel title={t('assess.result')}><Outcome result={result} instrument={instrument} /></Panel>
      <Responses assessmentId={result.id} caseId={caseId} />
      <Panel title={t('case.facts')}>
        <Facts
          facts={[
            [t('outcome.conducted'), <Moment at={result.conductedAt} />],
            [t('outcome.by'), by && <PersonName name={by} />],
            [t('start.respondent'), result.respondent && label('respondent', result.respondent)],
            [t('outcome.version'), <bdi dir="ltr">{result.instrumentId} {result.instrumentVersion}</bdi>],
            [t('outcome.countersigned'), sign && <>{label('countersignature', sign.state)}{signer !== undefined && <> · <PersonName name={signer} /></>}</>],
            [t('outcome.countersign-note'), sign?.note && <bdi dir="auto">{sign.note}</bdi>],
            [t('outcome.addendum-reason'), result.addendumReason && <bdi dir="auto">{result.addendumReason}</bdi>],
          ]}
        />
      </Panel>
      {sign?.state === 'waiting' && sign.psychologistId === me?.staffId && <Countersign result={result} />}
      <Next result={result} caseId={caseId} />
    </Stack>
  );
}

function Next({ result, caseId }: { result: AssessmentResult; caseId: string }) {
  const { t } = useTexts();
  const [amending, setAmending] = useState(false);
  if (amending) return <Amend result={result} caseId={caseId} onClose={() => setAmending(false)} />;
  return (
    <Group gap="sm">
      <Button component={Link} to={`/cases/${caseId}`}>{t('assess.to-case')}</Button>
      {result.occasionId !== undefined && (
        <Button variant="default" component={Link} to={`/cases/${caseId}/assessments?occasion=${result.occasionId}`}>{t('assessments.same-occasion')}</Button>
      )}
      {result.amendedBy === undefined && result.occasionId !== undefined && (
        <Button variant="default" onClick={() => setAmending(true)} data-testid="amend">{t('assessments.amend')}</Button>
      )}
    </Group>
  );
}

/** What was answered stays; the addendum stands beside it, with the reason. */
function Amend({ result, caseId, onClose }: { result: AssessmentResult; caseId: string; onClose: () => void }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const form = useFormText(result.instrumentId, result.instrumentVersion);
  const answers = useAnswers(result.id);
  const fields = useFields({ reason: '' });
  const sending = useSubmission<AssessmentResult>(
    (made) => {
      void queries.invalidateQueries({ queryKey: ['assessments'] });
      void navigate(`/cases/${caseId}/assessments/${made.id}?new`);
    },
    (problem) => fields.refused(problem),
  );
  const send = (answersXml: string) => {
    const reason = fields.values.reason.trim();
    if (!fields.check(reason.length < 3 ? { reason: 'field.required' } : {})) return;
    void sending.submit(
      async (idempotencyKey) =>
        (await change<AssessmentResult>('assessments', `/assessments/${result.id}/addenda`, { idempotencyKey, body: { answersXml, reason } })).data,
    );
  };
  return (
    <Panel title={t('assessments.amend')} testId="amend-form" action={<Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>}>
      <Loaded query={form}>
        {(xml) => (
          <Loaded query={answers}>
            {(kept) => (
              <Opened xml={xml} kept={kept}>
                {(opened) => (
                  <FormInParts
                    form={opened}
                    busy={sending.busy}
                    submitText={t('assessments.amend-send')}
                    onSend={send}
                    footer={
                      <>
                        <Textarea {...fields.bind('reason')} label={t('assessments.amend-reason')} dir="auto" autosize minRows={2} required />
                        <ProblemNotice problem={sending.problem} focused />
                      </>
                    }
                  />
                )}
              </Opened>
            )}
          </Loaded>
        )}
      </Loaded>
    </Panel>
  );
}

/** The psychologist under whose supervision it was conducted says whether it can stand. */
function Countersign({ result }: { result: AssessmentResult }) {
  const { t, label } = useTexts();
  const queries = useQueryClient();
  const fields = useFields({ decision: '', note: '' });
  const signing = useSubmission<unknown>(
    () => void queries.invalidateQueries({ queryKey: ['assessments'] }),
    (problem) => fields.refused(problem),
  );
  const send = () => {
    const { decision, note } = fields.values;
    if (!fields.check(decision === '' ? { decision: 'field.required' } : {})) return;
    void signing.submit((idempotencyKey) =>
      change('assessments', `/assessments/${result.id}/countersignature`, {
        idempotencyKey,
        body: { decision, ...(note.trim() === '' ? {} : { note: note.trim() }) },
      }),
    );
  };
  return (
    <Panel title={t('countersign.title')} testId="countersign">
      <Text size="sm" mb="sm">{t('countersign.text')}</Text>
      <SentForm
        formRef={fields.formRef}
        submitText={t('countersign.send')}
        busy={signing.busy}
        problem={signing.problem}
        onSubmit={send}
        onClose={() => fields.reset()}
        testId="countersign-form"
      >
        <ChoiceField
          {...fields.bind('decision')}
          label={t('countersign.decision')}
          required
          options={['agreed', 'not-agreed'].map((value) => ({ value, label: label('countersignature', value) }))}
        />
        <Textarea {...fields.bind('note')} label={t('countersign.note')} dir="auto" autosize minRows={2} />
      </SentForm>
    </Panel>
  );
}
