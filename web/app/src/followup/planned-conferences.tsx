import { Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change } from '../api/client.ts';
import { ApiProblem, asProblem } from '../api/problem.ts';
import type { CaseDetail } from '../api/types.ts';
import { LineField } from '../casework/action-fields.tsx';
import { SentForm } from '../casework/sent-form.tsx';
import { CONFERENCE_REASONS, type PlannedConference } from '../casework/types.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { filled } from '../concern/concern-request.ts';
import { formatDateTime, fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { ConflictChoice } from '../ui/conflict-choice.tsx';
import { useConflict } from '../ui/conflict.ts';
import { PlannedMomentField, SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems, type Fields } from '../ui/form.ts';
import { useKeptOpen, type KeptOpen } from '../ui/kept-open.ts';
import { Facts, Loaded } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Countdown, Moment } from '../ui/time.tsx';
import { ParticipantFields, Participants, areWhole, named } from './participants.tsx';
import { plannedConferences, usePlannedConferences } from './queries.ts';
import classes from '../casework/casework.module.css';

/** Conferences still to come: each ends with its minutes, or is called off. */
export function PlannedConferences({ detail, onMinutes }: { detail: CaseDetail; onMinutes: (planned: PlannedConference) => void }) {
  const { t } = useTexts();
  const planned = usePlannedConferences(detail.id);
  const moving = useKeptOpen<PlannedConference>();
  return (
    <Loaded query={planned} lines={1}>
      {(items) =>
        moving.keep(items).length === 0 ? null : (
          <ul className="hifazat-list" aria-label={t('conference.planned')}>
            {moving.keep(items).map((one) => <Called key={one.id} detail={detail} conference={one} moves={moving} onMinutes={() => onMinutes(one)} />)}
          </ul>
        )
      }
    </Loaded>
  );
}

interface CalledProps {
  detail: CaseDetail;
  conference: PlannedConference;
  /** Those that somebody is moving stay, also when a colleague has called them off. */
  moves: KeptOpen<PlannedConference>;
  onMinutes: () => void;
}

function Called({ detail, conference, moves, onMinutes }: CalledProps) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const reasons = useCodeOptions('conference-reason', CONFERENCE_REASONS);
  const refresh = () => void queries.invalidateQueries({ queryKey: ['cases'] });
  const submission = useSubmission<unknown>(refresh);
  const moving = moves.isOpen(conference);
  const cancel = () =>
    void submission.submit(() => change('cases', `/planned-conferences/${conference.id}/cancellation`, { ifMatch: conference.etag }));
  return (
    <li className={classes['card']} data-testid="planned-conference">
      <Group justify="space-between" gap="sm" mb="xs">
        <div>
          <Text fw={600}>{reasons.find((one) => one.value === conference.reason)?.label ?? conference.reason}</Text>
          <Text size="sm" c="dimmed"><Moment at={conference.plannedFor} /></Text>
        </div>
        <Countdown until={conference.plannedFor} />
      </Group>
      <Facts
        facts={[
          [t('conference.invited'), <Participants people={conference.invited} />],
          [t('conference.place'), conference.place === undefined ? undefined : <bdi dir="auto">{conference.place}</bdi>],
        ]}
      />
      {moving && <MoveConference caseId={detail.id} conference={conference} onClose={() => moves.close(conference)} />}
      {detail.state !== 'closed' && !moving && (
        <Group gap="sm" mt="xs">
          <Button variant="light" onClick={onMinutes} data-testid="conference-minutes">{t('conference.minutes')}</Button>
          <Button variant="light" onClick={() => moves.open(conference)} data-testid="move-conference">{t('conference.move')}</Button>
          <Button variant="subtle" color="red" loading={submission.busy} onClick={cancel} data-testid="call-off-conference">{t('contact.cancel')}</Button>
        </Group>
      )}
      <ProblemNotice problem={submission.problem} focused onReload={refresh} />
    </li>
  );
}

/** The same people meet at another time, and perhaps elsewhere. */
function MoveConference({ caseId, conference, onClose }: { caseId: string; conference: PlannedConference; onClose: () => void }) {
  const { t, language } = useTexts();
  const queries = useQueryClient();
  const fields = useFields(meeting(conference));
  const conflict = useConflict(
    fields,
    { values: meeting(conference), etag: conference.etag },
    async () => {
      const now = (await plannedConferences(caseId)).find((one) => one.id === conference.id);
      if (now === undefined) throw new ApiProblem('cases', 409, 'conference-not-planned');
      return { values: meeting(now), etag: now.etag };
    },
    asProblem,
  );
  const refresh = () => void queries.invalidateQueries({ queryKey: ['cases'] });
  const submission = useSubmission<unknown>(
    () => {
      refresh();
      onClose();
    },
    (problem) => {
      fields.refused(problem);
      conflict.refused(problem);
    },
  );
  const { place } = fields.values;
  const send = () => {
    const plannedFor = fromLocalInput(fields.values.plannedFor);
    if (!fields.check(plannedFor === undefined ? { plannedFor: 'field.required' } : {})) return;
    void submission.submit(() =>
      change('cases', `/planned-conferences/${conference.id}/move`, { ifMatch: conflict.etag, body: { plannedFor, ...filled({ place }) } }),
    );
  };
  return (
    <SentForm
      formRef={fields.formRef}
      submitText={t('conference.move-save')}
      busy={submission.busy}
      problem={conflict.unread ?? submission.problem}
      onSubmit={send}
      onClose={onClose}
      testId="move-conference-form"
      {...(conflict.differences === undefined ? {} : {
        notice: (
          <ConflictChoice
            differences={conflict.differences}
            labelOf={(name) => t(name === 'place' ? 'conference.place' : 'contact.planned-for')}
            show={(name, value) => (name === 'plannedFor' ? formatDateTime(language, fromLocalInput(value) ?? '') : value)}
            onSettled={(take) => {
              conflict.settle(take);
              submission.clear();
            }}
          />
        ),
      })}
    >
      <div className="hifazat-columns">
        <PlannedMomentField {...fields.bind('plannedFor')} label={t('contact.planned-for')} required />
        <PlaceField fields={fields} />
      </div>
    </SentForm>
  );
}

function meeting(conference: PlannedConference) {
  return { plannedFor: toLocalInput(new Date(conference.plannedFor)), place: conference.place ?? '' };
}

function PlaceField<V extends { place: string }>({ fields }: { fields: Fields<V> }) {
  const { t } = useTexts();
  const place = fields.bind('place');
  return (
    <LineField
      name="place"
      label={`${t('conference.place')} (${t('state.optional')})`}
      value={place.value}
      error={place.error}
      onChange={(value) => place.onChange({ currentTarget: { value } })}
    />
  );
}

export function CallConference({ detail, onClose }: { detail: CaseDetail; onClose: () => void }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const reasons = useCodeOptions('conference-reason', CONFERENCE_REASONS);
  const fields = useFields({ reason: '', plannedFor: toLocalInput(new Date(Date.now() + 2 * 24 * 3_600_000)), place: '' });
  const [people, setPeople] = useState([{ name: '', role: '' }]);
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
    const plannedFor = fromLocalInput(values.plannedFor);
    if (plannedFor === undefined) found.plannedFor = 'field.required';
    if (values.reason === '') found.reason = 'field.required';
    if (!fields.check(found) || !areWhole(people, 1)) return;
    const { place } = values;
    void submission.submit((idempotencyKey) =>
      change('cases', `/cases/${detail.id}/planned-conferences`, {
        idempotencyKey,
        body: { reason: values.reason, plannedFor, invited: named(people), ...filled({ place }) },
      }),
    );
  };
  return (
    <SentForm formRef={fields.formRef} submitText={t('conference.call')} busy={submission.busy} problem={submission.problem} onSubmit={send} onClose={onClose} testId="call-conference-form">
      <div className="hifazat-columns">
        <SelectField {...fields.bind('reason')} label={t('conference.why')} options={reasons} placeholder={t('action.choose')} required />
        <PlannedMomentField {...fields.bind('plannedFor')} label={t('contact.planned-for')} required />
        <PlaceField fields={fields} />
      </div>
      <ParticipantFields people={people} least={1} tried={tried} onChange={setPeople} />
    </SentForm>
  );
}
