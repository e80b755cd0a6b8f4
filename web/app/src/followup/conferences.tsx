import { Button, Group, Stack, Switch, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change } from '../api/client.ts';
import type { CaseDetail } from '../api/types.ts';
import { ActionFields, actionBody, isWhole, newAction, type ActionDraft } from '../casework/action-fields.tsx';
import { ActionList } from '../casework/action-list.tsx';
import { SentForm } from '../casework/sent-form.tsx';
import { CONFERENCE_OUTCOMES, CONFERENCE_REASONS, type Conference, type PlannedConference } from '../casework/types.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { MomentField, SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Facts, Panel } from '../ui/panel.tsx';
import { Moment } from '../ui/time.tsx';
import { ParticipantFields, Participants, areWhole, named } from './participants.tsx';
import { CallConference, PlannedConferences } from './planned-conferences.tsx';
import classes from '../casework/casework.module.css';

export function Conferences({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  const [doing, setDoing] = useState<'call' | 'record' | PlannedConference>();
  const close = () => setDoing(undefined);
  const pages = usePages<Conference>('cases', `/cases/${detail.id}/conferences`);
  return (
    <Panel title={t('conference.title')} testId="conferences">
      <Stack gap="md">
        {detail.state !== 'closed' && doing === undefined && (
          <Group gap="sm">
            <Button variant="light" onClick={() => setDoing('call')} data-testid="call-conference">{t('conference.plan')}</Button>
            <Button variant="light" onClick={() => setDoing('record')} data-testid="record-conference">{t('conference.record')}</Button>
          </Group>
        )}
        {doing === 'call' && <CallConference detail={detail} onClose={close} />}
        {doing === 'record' && <ConferenceForm detail={detail} onClose={close} />}
        {typeof doing === 'object' && <ConferenceForm detail={detail} planned={doing} onClose={close} />}
        <PlannedConferences detail={detail} onMinutes={setDoing} />
        <PagedList pages={pages} empty={t('conference.none')}>
          {(items) => (
            <ul className="hifazat-list">
              {items.map((one) => <Minutes key={one.id} detail={detail} conference={one} />)}
            </ul>
          )}
        </PagedList>
      </Stack>
    </Panel>
  );
}

function Minutes({ detail, conference }: { detail: CaseDetail; conference: Conference }) {
  const { t } = useTexts();
  const reasons = useCodeOptions('conference-reason', CONFERENCE_REASONS);
  const outcomes = useCodeOptions('conference-outcome', CONFERENCE_OUTCOMES);
  const word = (options: { value: string; label: string }[], code: string) => options.find((one) => one.value === code)?.label ?? code;
  return (
    <li className={classes['card']} data-testid="conference">
      <Text fw={600}>{word(reasons, conference.reason)}</Text>
      <Text size="sm" c="dimmed" mb="xs"><Moment at={conference.happenedAt} />{conference.remote && <>{t('list.comma')}{t('conference.remote')}</>}</Text>
      <Facts
        facts={[
          [t('conference.participants'), <Participants people={conference.participants} />],
          [t('conference.decisions'), <bdi dir="auto" className={classes['words']}>{conference.decisions}</bdi>],
          [t('conference.outcome'), word(outcomes, conference.outcome)],
        ]}
      />
      {conference.actions.length > 0 && (
        <>
          <Text fw={600} mt="sm" mb="xs">{t('conference.actions')}</Text>
          <ActionList actions={conference.actions} unitId={detail.unitId} open={detail.state !== 'closed'} />
        </>
      )}
    </li>
  );
}

function ConferenceForm({ detail, planned, onClose }: { detail: CaseDetail; planned?: PlannedConference; onClose: () => void }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const reasons = useCodeOptions('conference-reason', CONFERENCE_REASONS);
  const outcomes = useCodeOptions('conference-outcome', CONFERENCE_OUTCOMES);
  const fields = useFields({ reason: planned?.reason ?? '', outcome: 'stays-open', happenedAt: toLocalInput(new Date()), decisions: '' });
  const [remote, setRemote] = useState(false);
  const [people, setPeople] = useState(planned === undefined || planned.invited.length < 2 ? [...(planned?.invited ?? [{ name: '', role: '' }]), { name: '', role: '' }] : planned.invited);
  const [actions, setActions] = useState<ActionDraft[]>([]);
  const [tried, setTried] = useState(false);
  const submission = useSubmission<unknown>(
    () => {
      void queries.invalidateQueries({ queryKey: ['cases'] });
      onClose();
    },
    (problem) => fields.refused(problem),
  );
  const { values } = fields;
  const send = () => {
    setTried(true);
    const found: FieldProblems<typeof values> = {};
    const happenedAt = fromLocalInput(values.happenedAt);
    if (happenedAt === undefined) found.happenedAt = 'field.required';
    if (values.reason === '') found.reason = 'field.required';
    if (values.decisions.trim() === '') found.decisions = 'field.required';
    if (!fields.check(found) || !areWhole(people, 2) || !actions.every(isWhole)) return;
    void submission.submit((idempotencyKey) =>
      change('cases', `/cases/${detail.id}/conferences`, {
        idempotencyKey,
        body: {
          reason: values.reason,
          outcome: values.outcome,
          remote,
          participants: named(people),
          decisions: values.decisions.trim(),
          actions: actions.map(actionBody),
          happenedAt,
          ...(planned === undefined ? {} : { plannedConferenceId: planned.id }),
        },
      }),
    );
  };
  return (
    <SentForm formRef={fields.formRef} submitText={t('conference.save')} busy={submission.busy} problem={submission.problem} onSubmit={send} onClose={onClose} testId="conference-form">
      <div className="hifazat-columns">
        <SelectField {...fields.bind('reason')} label={t('conference.reason')} options={reasons} placeholder={t('action.choose')} required />
        <MomentField {...fields.bind('happenedAt')} label={t('contact.when')} required />
      </div>
      <Switch checked={remote} onChange={(event) => setRemote(event.currentTarget.checked)} label={t('conference.was-remote')} description={t('conference.remote-hint')} />
      <ParticipantFields people={people} least={2} tried={tried} onChange={setPeople} />
      <Textarea {...fields.bind('decisions')} label={t('conference.decisions')} dir="auto" autosize minRows={3} maxLength={4000} required />
      {actions.map((action, i) => (
        <ActionFields
          key={action.id}
          draft={action}
          unitId={detail.unitId}
          number={i + 1}
          tried={tried}
          onChange={(next) => setActions(actions.map((one, at) => (at === i ? next : one)))}
          onRemove={() => setActions(actions.filter((_, at) => at !== i))}
        />
      ))}
      <Group><Button type="button" variant="light" onClick={() => setActions([...actions, newAction(detail.ownerId)])}>{t('action.add')}</Button></Group>
      <SelectField {...fields.bind('outcome')} label={t('conference.outcome')} options={outcomes} required />
    </SentForm>
  );
}
