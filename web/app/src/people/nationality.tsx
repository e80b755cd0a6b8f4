import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { change, read, type Answer } from '../api/client.ts';
import { asProblem, type ApiProblem } from '../api/problem.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { filled } from '../concern/concern-request.ts';
import { fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { ConflictChoice } from '../ui/conflict-choice.tsx';
import { useConflict } from '../ui/conflict.ts';
import { MomentField, NameField, SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Code } from '../ui/names.tsx';
import { Facts, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Moment } from '../ui/time.tsx';
import { DISPLACEMENTS, NATIONALITIES, NATIONALITY_NEEDS } from './codes.ts';

interface Known {
  status?: string;
  displacement?: string;
  documentNumber?: string;
  neededFor?: string;
  recordedAt?: string;
}

/** Hidden until somebody asks for it: each look is on record, and nothing of it stays in the browser's lists. */
export function Nationality({ caseId }: { caseId: string }) {
  const { t } = useTexts();
  const [known, setKnown] = useState<Answer<Known>>();
  const [editing, setEditing] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const look = () => {
    setProblem(undefined);
    read<Known>('cases', `/cases/${caseId}/nationality`).then(setKnown, (failure: unknown) => setProblem(asProblem(failure)));
  };
  return (
    <Panel
      title={t('status.nationality')}
      testId="nationality"
      action={
        known === undefined ? (
          <Button variant="light" onClick={look} data-testid="show-nationality">{t('status.show')}</Button>
        ) : (
          <Button variant="default" onClick={() => { setKnown(undefined); setEditing(false); }} data-testid="hide-nationality">{t('status.hide')}</Button>
        )
      }
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">{t('status.nationality-lead')}</Text>
        <ProblemNotice problem={problem} focused onRetry={look} />
        {known !== undefined && !editing && <Shown known={known} caseId={caseId} onEdit={() => setEditing(true)} onRemoved={look} />}
        {known !== undefined && editing && (
          <NationalityForm
            caseId={caseId}
            opened={known}
            onClose={(now) => {
              setEditing(false);
              if (now !== undefined) setKnown(now);
            }}
          />
        )}
      </Stack>
    </Panel>
  );
}

function Shown({ known, caseId, onEdit, onRemoved }: { known: Answer<Known>; caseId: string; onEdit: () => void; onRemoved: () => void }) {
  const { t, label } = useTexts();
  const [sure, setSure] = useState(false);
  const submission = useSubmission<unknown>(() => {
    setSure(false);
    onRemoved();
  });
  const { status, displacement, documentNumber, neededFor, recordedAt } = known.data;
  if (status === undefined) {
    return (
      <Group><Button variant="light" onClick={onEdit} data-testid="record-nationality">{t('status.record')}</Button></Group>
    );
  }
  return (
    <>
      <Facts
        facts={[
          [t('status.status'), label('nationality', status)],
          [t('status.displacement'), displacement && label('displacement', displacement)],
          [t('status.document'), documentNumber && <Code>{documentNumber}</Code>],
          [t('status.needed-for'), neededFor && label('nationality-need', neededFor)],
          [t('case.recorded'), recordedAt && <Moment at={recordedAt} />],
        ]}
      />
      <ProblemNotice problem={submission.problem} focused onReload={onRemoved} />
      {sure && <Alert color="yellow">{t('status.remove-sure')}</Alert>}
      <Group gap="sm">
        <Button variant="light" onClick={onEdit} data-testid="record-nationality">{t('people.change')}</Button>
        {sure ? (
          <Button
            color="red"
            loading={submission.busy}
            data-testid="confirm-remove-nationality"
            onClick={() => void submission.submit(() => change('cases', `/cases/${caseId}/nationality`, { method: 'DELETE', ifMatch: known.etag }))}
          >
            {t('status.remove')}
          </Button>
        ) : (
          <Button variant="default" onClick={() => setSure(true)} data-testid="remove-nationality">{t('status.remove')}</Button>
        )}
      </Group>
    </>
  );
}

const LABELS = {
  status: 'status.status',
  displacement: 'status.displacement',
  documentNumber: 'status.document',
  neededFor: 'status.needed-for',
  happenedAt: 'people.learnt-at',
} as const satisfies Record<string, MessageId>;

type Values = Record<keyof typeof LABELS, string>;

function values(known: Known, happenedAt: string): Values {
  return {
    status: known.status ?? '',
    displacement: known.displacement ?? '',
    documentNumber: known.documentNumber ?? '',
    neededFor: known.neededFor ?? '',
    happenedAt,
  };
}

function NationalityForm({ caseId, opened, onClose }: { caseId: string; opened: Answer<Known>; onClose: (now?: Answer<Known>) => void }) {
  const { t, label } = useTexts();
  const path = `/cases/${caseId}/nationality`;
  const begun = values(opened.data, toLocalInput(new Date()));
  const fields = useFields<Values>(begun);
  const conflict = useConflict(
    fields,
    { values: begun, etag: opened.etag },
    async () => {
      const now = await read<Known>('cases', path);
      return { values: values(now.data, fields.values.happenedAt), etag: now.etag };
    },
    asProblem,
  );
  const submission = useSubmission<Answer<Known>>(onClose, (problem) => {
    fields.refused(problem);
    conflict.refused(problem);
  });
  const send = () => {
    const { happenedAt, ...rest } = fields.values;
    const at = fromLocalInput(happenedAt);
    if (
      !fields.check({
        ...(rest.status === '' ? { status: 'field.required' as const } : {}),
        ...(rest.neededFor === '' ? { neededFor: 'field.required' as const } : {}),
        ...(at === undefined ? { happenedAt: 'field.required' as const } : {}),
      })
    ) {
      return;
    }
    void submission.submit(() =>
      change<Known>('cases', path, { method: 'PUT', ifMatch: conflict.etag, body: { happenedAt: at, ...filled(rest) } }),
    );
  };
  const field = (name: keyof Values) => ({ ...fields.bind(name), label: t(LABELS[name]) });
  const lists: Partial<Record<string, string>> = { status: 'nationality', displacement: 'displacement', neededFor: 'nationality-need' };
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      data-testid="nationality-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="hifazat-columns">
        <SelectField {...field('neededFor')} options={useCodeOptions('nationality-need', NATIONALITY_NEEDS)} placeholder={t('action.choose')} description={t('status.needed-hint')} required />
        <SelectField {...field('status')} options={useCodeOptions('nationality', NATIONALITIES)} placeholder={t('action.choose')} required />
        <SelectField {...field('displacement')} options={useCodeOptions('displacement', DISPLACEMENTS)} placeholder={t('choice.unknown')} />
        <NameField {...field('documentNumber')} />
        <MomentField {...field('happenedAt')} required />
      </div>
      {conflict.differences !== undefined ? (
        <ConflictChoice
          differences={conflict.differences}
          labelOf={(name) => t(LABELS[name as keyof Values])}
          show={(name, value) => (lists[name] === undefined || value === '' ? value : label(lists[name], value))}
          onSettled={(take) => {
            conflict.settle(take);
            submission.clear();
          }}
        />
      ) : (
        <ProblemNotice problem={conflict.unread ?? submission.problem} focused onReload={() => submission.problem && conflict.refused(submission.problem)} />
      )}
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} disabled={conflict.differences !== undefined} data-testid="save-nationality">{t('people.save')}</Button>
        <Button variant="default" onClick={() => onClose()}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}
