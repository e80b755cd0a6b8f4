import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { change, read, readText } from '../api/client.ts';
import type { AssessmentResult, Instrument, Items } from '../api/types.ts';
import { useCase } from '../cases/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { useSubmission } from '../ui/form.ts';
import { Code } from '../ui/names.tsx';
import { Page } from '../ui/page.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Arithmetic } from './arithmetic.tsx';
import { conductedAt } from './conducted-at.ts';
import { XForm } from './xform.tsx';

const RISK_MATRIX = { id: 'kp-risk-matrix', version: '1' };

export default function AssessPage() {
  const { id = '' } = useParams();
  const { t } = useTexts();
  const detail = useCase(id);
  const number = detail.data?.data.number;
  return (
    <Page
      title={t('assess.title')}
      back={{ to: `/cases/${id}`, text: t('case.back') }}
      lead={number === undefined ? undefined : <>{t('case.title')} <Code>{number}</Code></>}
    >
      <Assess caseId={id} />
    </Page>
  );
}

function useInstrument() {
  return useQuery({
    queryKey: ['assessments', 'risk-instrument'],
    queryFn: async ({ signal }) => {
      const { items } = (await read<Items<Instrument>>('assessments', '/instruments', signal)).data;
      const instrument = items.find((one) => one.id === RISK_MATRIX.id) ?? items.find((one) => one.purpose === 'risk');
      const { id, version } = instrument ?? RISK_MATRIX;
      const xml = await readText('assessments', `/instruments/${id}/versions/${version}/form`, signal);
      return { id, version, title: instrument?.title, xml };
    },
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}

function Assess({ caseId }: { caseId: string }) {
  const { t, named } = useTexts();
  const queries = useQueryClient();
  const instrument = useInstrument();
  const [result, setResult] = useState<AssessmentResult>();
  // A second attempt says the same time as the first: it is the same request.
  const [finishedAt, setFinishedAt] = useState<Date>();
  const submission = useSubmission<AssessmentResult>((made) => {
    setResult(made);
    void queries.invalidateQueries({ queryKey: ['assessments', 'of', caseId] });
    void queries.invalidateQueries({ queryKey: ['cases', 'case', caseId] });
  });
  if (result !== undefined) return <Result result={result} caseId={caseId} />;
  return (
    <Loaded query={instrument} lines={8}>
      {({ id, version, title, xml }) => (
        <Panel title={named(title) || t('assess.title')} testId="assessment-form">
          <XForm
            xml={xml}
            busy={submission.busy}
            onSend={(xmlInstance, day) => {
              const at = finishedAt ?? new Date();
              setFinishedAt(at);
              void submission.submit(async (idempotencyKey) => {
                const body = {
                  instrumentId: id,
                  instrumentVersion: version,
                  conductedAt: conductedAt(day, at),
                  submission: xmlInstance,
                };
                return (await change<AssessmentResult>('assessments', `/cases/${caseId}/assessments`, { body, idempotencyKey }))
                  .data;
              });
            }}
          />
          <ProblemNotice problem={submission.problem} focused />
        </Panel>
      )}
    </Loaded>
  );
}

function Result({ result, caseId }: { result: AssessmentResult; caseId: string }) {
  const { t } = useTexts();
  return (
    <Stack gap="lg">
      <Alert color="green" role="status" data-testid="assessed">{t('assess.saved')}</Alert>
      <Panel title={t('assess.result')}>
        <Arithmetic result={result} />
      </Panel>
      <Text size="sm">{t('assess.next')}</Text>
      <Group><Button component={Link} to={`/cases/${caseId}`}>{t('assess.to-case')}</Button></Group>
    </Stack>
  );
}
