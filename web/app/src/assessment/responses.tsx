import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { change, read } from '../api/client.ts';
import type { Items, Named } from '../api/types.ts';
import { SentForm } from '../casework/sent-form.tsx';
import { useCase } from '../cases/queries.ts';
import { useStaffName } from '../directory/queries.ts';
import { today } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { DateField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { PersonName } from '../ui/names.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { DateOnly, Moment } from '../ui/time.tsx';
import classes from './assessment.module.css';

interface OfferedResponse {
  code: string;
  title: Named;
  what: Named;
  by: 'caseworker' | 'psychologist' | 'supervisor';
  proposedFor: string;
  source: string;
  reasons: Named[];
  offeredAt: string;
  taken?: { actionId: string; dueOn: string; takenBy: string; takenAt: string };
}

const LATEST = '2100-01-01';

/** What may be done after an assessment and why; the worker chooses what goes into the plan. */
export function Responses({ assessmentId, caseId }: { assessmentId: string; caseId: string }) {
  const { t } = useTexts();
  const closed = useCase(caseId).data?.data.state === 'closed';
  const offered = useQuery({
    queryKey: ['assessments', 'responses', assessmentId],
    queryFn: async ({ signal }) => (await read<Items<OfferedResponse>>('assessments', `/assessments/${assessmentId}/responses`, signal)).data.items,
    refetchOnWindowFocus: false,
  });
  if (offered.data?.length === 0) return null;
  return (
    <Panel title={t('responses.title')} testId="responses">
      <Text size="sm" c="dimmed" mb="sm">{t(closed ? 'responses.closed' : 'responses.text')}</Text>
      <Loaded query={offered}>
        {(items) => (
          <ul className="hifazat-list">
            {items.map((one) => <Offered key={one.code} response={one} assessmentId={assessmentId} caseId={caseId} closed={closed} />)}
          </ul>
        )}
      </Loaded>
    </Panel>
  );
}

interface OfferedProps {
  response: OfferedResponse;
  assessmentId: string;
  caseId: string;
  closed: boolean;
}

function Offered({ response, assessmentId, caseId, closed }: OfferedProps) {
  const { t, named, label } = useTexts();
  const { taken } = response;
  return (
    <li data-testid="response" data-code={response.code} data-taken={taken !== undefined}>
      <Stack gap={6}>
        <Group gap="sm">
          <Title order={3} size="h5">{named(response.title)}</Title>
          {taken !== undefined && <Badge variant="light" color="green">{t('responses.taken')}</Badge>}
        </Group>
        <Text>{named(response.what)}</Text>
        <div data-testid="response-reasons">
          <Text size="sm" fw={600}>{t('responses.why')}</Text>
          <ul className={classes['flags']}>
            {response.reasons.map((reason) => <li key={reason.en}><Text size="sm">{named(reason)}</Text></li>)}
          </ul>
        </div>
        <Text size="sm" c="dimmed">
          {t('responses.by')} {label('response-by', response.by)} · {t('responses.proposed')} <DateOnly at={response.proposedFor} />
        </Text>
        <Text size="xs" c="dimmed"><bdi dir="auto">{response.source}</bdi></Text>
        {taken !== undefined && <Taken taken={taken} caseId={caseId} />}
        {taken === undefined && !closed && <Take response={response} assessmentId={assessmentId} />}
      </Stack>
    </li>
  );
}

function Taken({ taken, caseId }: { taken: NonNullable<OfferedResponse['taken']>; caseId: string }) {
  const { t } = useTexts();
  const by = useStaffName()(taken.takenBy);
  return (
    <Group gap="sm">
      <Text size="sm" data-testid="response-taken">
        <Moment at={taken.takenAt} />{by !== undefined && <> · <PersonName name={by} /></>} · {t('responses.due-on')} <DateOnly at={taken.dueOn} />
      </Text>
      <Link to={`/cases/${caseId}/plan`} className="hifazat-row-link">{t('responses.to-plan')}</Link>
    </Group>
  );
}

const GONE = 'response-already-taken';
const PASSED = 'response-due-in-the-past';

function Take({ response, assessmentId }: { response: OfferedResponse; assessmentId: string }) {
  const { t, named, language } = useTexts();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const proposed = response.proposedFor < today() ? today() : response.proposedFor;
  const fields = useFields({ dueOn: proposed });
  // The plan is the case service's, and hears of it a moment later.
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ['assessments', 'responses', assessmentId] });
    void queries.invalidateQueries({ queryKey: ['cases'] });
  };
  const taking = useSubmission<unknown>(refresh, (problem) => {
    if (problem.code === PASSED) fields.check({ dueOn: `problem.${PASSED}` });
    else fields.refused(problem);
  });
  if (!asking) {
    return (
      <Group>
        <Button variant="light" onClick={() => setAsking(true)} aria-label={`${t('responses.take')}: ${named(response.title)}`} data-testid="take-response">
          {t('responses.take')}
        </Button>
      </Group>
    );
  }
  const send = () => {
    const { dueOn } = fields.values;
    if (!fields.check(dueOn === '' ? { dueOn: 'field.required' } : {})) return;
    void taking.submit((idempotencyKey) =>
      change('assessments', `/assessments/${assessmentId}/responses/${response.code}/taking`, { idempotencyKey, body: { language, dueOn } }),
    );
  };
  return (
    <SentForm
      formRef={fields.formRef}
      submitText={t('responses.take')}
      busy={taking.busy}
      problem={taking.problem}
      onSubmit={send}
      onClose={() => {
        setAsking(false);
        if (taking.problem?.code === GONE) refresh();
      }}
      testId="take-response-form"
    >
      <DateField {...fields.bind('dueOn')} label={t('responses.due')} min={today()} max={LATEST} required />
    </SentForm>
  );
}
