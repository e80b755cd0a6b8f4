import { Badge, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { change, read, type Answer } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { filled } from '../concern/concern-request.ts';
import { formatDate, fromLocalInput, today, toLocalInput } from '../i18n/format.ts';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { ConflictChoice } from '../ui/conflict-choice.tsx';
import { useConflict } from '../ui/conflict.ts';
import { DateField, MomentField, SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { MeanwhileNotice, useMeanwhile } from '../ui/meanwhile.tsx';
import { PersonName } from '../ui/names.tsx';
import { Empty, Facts, Loaded, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { DateOnly, Moment } from '../ui/time.tsx';
import { SEPARATION_CAUSES, SEPARATIONS } from './codes.ts';
import classes from './people.module.css';
import { usePersons } from './queries.ts';

interface Step {
  id: string;
  from?: string;
  to: string;
  happenedAt: string;
  recordedAt: string;
  note?: string;
  personId?: string;
}

interface Known {
  status?: string;
  cause?: string;
  separatedOn?: string;
  details?: string;
  tracing?: string;
  next: string[];
  steps: Step[];
}

/** A child without their people, and the search for them. */
export function Tracing({ caseId }: { caseId: string }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['cases', 'separation', caseId],
    queryFn: ({ signal }) => read<Known>('cases', `/cases/${caseId}/separation`, signal),
    staleTime: 15_000,
    refetchOnWindowFocus: false,
  });
  const [editing, setEditing] = useState<Answer<Known>>();
  const [step, setStep] = useState<string>();
  const refresh = () => {
    setEditing(undefined);
    setStep(undefined);
    void queries.invalidateQueries({ queryKey: ['cases', 'separation', caseId] });
    void queries.invalidateQueries({ queryKey: ['cases', 'case', caseId] });
  };
  return (
    <Panel title={t('status.separation')} testId="separation">
      <Loaded query={query}>
        {(answer) => (
          <Stack gap="md">
            {editing === undefined ? (
              <Standing known={answer.data} onEdit={() => setEditing(answer)} />
            ) : (
              <SeparationForm caseId={caseId} opened={editing} onDone={refresh} onCancel={() => setEditing(undefined)} />
            )}
            {answer.data.status !== undefined && editing === undefined && (
              <Search caseId={caseId} known={answer} step={step} onStep={setStep} onDone={refresh} />
            )}
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}

function Standing({ known, onEdit }: { known: Known; onEdit: () => void }) {
  const { t, label } = useTexts();
  const { status, cause, separatedOn, details } = known;
  return (
    <>
      {status === undefined ? (
        <Empty text={t('status.no-separation')} />
      ) : (
        <Facts
          facts={[
            [t('status.status'), label('separation', status)],
            [t('status.cause'), cause && label('separation-cause', cause)],
            [t('status.separated-on'), separatedOn && <DateOnly at={separatedOn} />],
            [t('status.details'), details && <bdi dir="auto">{details}</bdi>],
          ]}
        />
      )}
      <Group>
        <Button variant="light" onClick={onEdit} data-testid="change-separation">{t(status === undefined ? 'status.record' : 'people.change')}</Button>
      </Group>
    </>
  );
}

interface SearchProps {
  caseId: string;
  known: Answer<Known>;
  step: string | undefined;
  onStep: (step: string | undefined) => void;
  onDone: () => void;
}

function Search({ caseId, known, step, onStep, onDone }: SearchProps) {
  const { t, label } = useTexts();
  const persons = usePersons(caseId);
  const name = (id: string) => persons.data?.find((one) => one.id === id)?.name;
  const { tracing, next, steps } = known.data;
  return (
    <Stack gap="sm" data-testid="tracing" data-status={tracing ?? 'none'}>
      <Group gap="sm">
        <Text fw={600}>{t('status.tracing')}</Text>
        <Badge variant="light" className={classes['role']}>{tracing === undefined ? t('status.no-tracing') : label('tracing', tracing)}</Badge>
      </Group>
      {steps.length > 0 && (
        <ol className="hifazat-list">
          {steps.map((one) => (
            <li key={one.id} className={classes['card']} data-testid="tracing-step" data-to={one.to}>
              <Text fw={600}>{label('tracing', one.to)}</Text>
              <Text size="sm" c="dimmed"><Moment at={one.happenedAt} /></Text>
              {one.personId !== undefined && <Text>{t('status.with')} <PersonName name={name(one.personId) ?? t('status.somebody')} /></Text>}
              {one.note !== undefined && <Text><bdi dir="auto">{one.note}</bdi></Text>}
            </li>
          ))}
        </ol>
      )}
      {step === undefined ? (
        <Group gap="sm">
          {next.map((to) => (
            <Button key={to} variant="default" onClick={() => onStep(to)} data-testid={`trace-${to}`}>{label('tracing-step', to)}</Button>
          ))}
        </Group>
      ) : (
        <StepForm caseId={caseId} to={step} etag={known.etag} onDone={onDone} onCancel={() => onStep(undefined)} />
      )}
    </Stack>
  );
}

function StepForm({ caseId, to, etag, onDone, onCancel }: { caseId: string; to: string; etag: string | undefined; onDone: () => void; onCancel: () => void }) {
  const { t, label } = useTexts();
  const persons = usePersons(caseId);
  const fields = useFields({ happenedAt: toLocalInput(new Date()), note: '', personId: '' });
  const meanwhile = useMeanwhile<Known>(etag, () => read<Known>('cases', `/cases/${caseId}/separation`));
  const submission = useSubmission<unknown>(onDone, (problem) => {
    fields.refused(problem);
    meanwhile.refused(problem);
  });
  const reunified = to === 'reunified';
  const send = () => {
    const { values } = fields;
    const happenedAt = fromLocalInput(values.happenedAt);
    if (
      !fields.check({
        ...(happenedAt === undefined ? { happenedAt: 'field.required' as const } : {}),
        ...(reunified && values.personId === '' ? { personId: 'field.required' as const } : {}),
      })
    ) {
      return;
    }
    void submission.submit((idempotencyKey) =>
      change('cases', `/cases/${caseId}/tracing-steps`, {
        ifMatch: meanwhile.etag,
        idempotencyKey,
        body: { to, happenedAt, ...filled({ note: values.note, personId: reunified ? values.personId : '' }) },
      }),
    );
  };
  const options = (persons.data ?? []).filter((one) => one.current).map((one) => ({ value: one.id, label: `${one.name} – ${label('person-relation', one.relation)}` }));
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
      <Text fw={600}>{label('tracing-step', to)}</Text>
      {reunified && (
        <SelectField {...fields.bind('personId')} label={t('status.with-whom')} options={options} placeholder={t('action.choose')} description={t('status.with-whom-hint')} required />
      )}
      <MomentField {...fields.bind('happenedAt')} label={t('status.step-when')} required />
      <Textarea {...fields.bind('note')} label={`${t('people.note')} (${t('state.optional')})`} dir="auto" autosize minRows={2} />
      <MeanwhileNotice
        meanwhile={meanwhile}
        problem={submission.problem}
        over={(now) => !now.next.includes(to)}
        onGoOn={submission.clear}
        onTakeTheirs={onDone}
        fields={(now) => [
          { label: t('conflict.became'), mine: label('tracing', to), theirs: now.tracing === undefined ? t('status.no-tracing') : label('tracing', now.tracing) },
          { label: t('people.note'), mine: fields.values.note, theirs: now.steps.at(-1)?.note },
        ]}
      />
      {submission.problem?.code === 'tracing-consent-missing' && (
        <Group>
          <Button component={Link} to={`/cases/${caseId}/consents/new?purpose=tracing`} variant="light">{t('consent.record')}</Button>
        </Group>
      )}
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} data-testid="save-step">{t('people.save')}</Button>
        <Button variant="default" onClick={onCancel}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}

const LABELS = {
  status: 'status.status',
  cause: 'status.cause',
  separatedOn: 'status.separated-on',
  details: 'status.details',
  happenedAt: 'people.learnt-at',
} as const satisfies Record<string, MessageId>;

type Values = Record<keyof typeof LABELS, string>;

function separationValues(known: Known, happenedAt: string): Values {
  return {
    status: known.status ?? '',
    cause: known.cause ?? '',
    separatedOn: known.separatedOn ?? '',
    details: known.details ?? '',
    happenedAt,
  };
}

function SeparationForm({ caseId, opened, onDone, onCancel }: { caseId: string; opened: Answer<Known>; onDone: () => void; onCancel: () => void }) {
  const { t, label, language } = useTexts();
  const path = `/cases/${caseId}/separation`;
  const begun = separationValues(opened.data, toLocalInput(new Date()));
  const fields = useFields<Values>(begun);
  const conflict = useConflict(
    fields,
    { values: begun, etag: opened.etag },
    async () => {
      const now = await read<Known>('cases', path);
      return { values: separationValues(now.data, fields.values.happenedAt), etag: now.etag };
    },
    asProblem,
  );
  const submission = useSubmission<unknown>(onDone, (problem) => {
    fields.refused(problem);
    conflict.refused(problem);
  });
  const send = () => {
    const { happenedAt, ...rest } = fields.values;
    const at = fromLocalInput(happenedAt);
    if (
      !fields.check({
        ...(rest.status === '' ? { status: 'field.required' as const } : {}),
        ...(rest.separatedOn > today() ? { separatedOn: 'field.in-future' as const } : {}),
        ...(at === undefined ? { happenedAt: 'field.required' as const } : {}),
      })
    ) {
      return;
    }
    void submission.submit(() =>
      change('cases', path, { method: 'PUT', ifMatch: conflict.etag, body: { happenedAt: at, ...filled(rest) } }),
    );
  };
  const field = (name: keyof Values) => ({ ...fields.bind(name), label: t(LABELS[name]) });
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      data-testid="separation-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="hifazat-columns">
        <SelectField {...field('status')} options={useCodeOptions('separation', SEPARATIONS)} placeholder={t('action.choose')} required />
        <SelectField {...field('cause')} options={useCodeOptions('separation-cause', SEPARATION_CAUSES)} placeholder={t('choice.unknown')} />
        <DateField {...field('separatedOn')} />
        <MomentField {...field('happenedAt')} required />
      </div>
      <Textarea {...field('details')} dir="auto" autosize minRows={2} description={t('status.details-hint')} />
      {conflict.differences !== undefined ? (
        <ConflictChoice
          differences={conflict.differences}
          labelOf={(name) => t(LABELS[name as keyof Values])}
          show={(name, value) =>
            value === '' ? value : name === 'status' ? label('separation', value) : name === 'cause' ? label('separation-cause', value) : name === 'separatedOn' ? formatDate(language, value) : value
          }
          onSettled={(take) => {
            conflict.settle(take);
            submission.clear();
          }}
        />
      ) : (
        <ProblemNotice problem={conflict.unread ?? submission.problem} focused onReload={() => submission.problem && conflict.refused(submission.problem)} />
      )}
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} disabled={conflict.differences !== undefined} data-testid="save-separation">{t('people.save')}</Button>
        <Button variant="default" onClick={onCancel}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}
