import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { change } from '../api/client.ts';
import { PRIORITIES } from '../codes/lists.ts';
import { today } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { ChoiceField, DateField, useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { DateOnly, Moment } from '../ui/time.tsx';
import { useService } from './hsds.ts';
import classes from './services.module.css';

/** A question about room: a service, a day and an urgency. Nothing of any child. */
export interface RoomQuestion {
  id: string;
  serviceId: string;
  neededFrom: string;
  urgency: string;
  askedAt: string;
  answer?: 'has-capacity' | 'no-capacity' | 'to-assess';
  availableFrom?: string;
  answeredAt?: string;
}

const PATH = '/capacity-questions';

export function useRoomQuestions() {
  return usePages<RoomQuestion>('referrals', PATH, { limit: 20 }, 30_000);
}

/** Asks an agency whether there is room, before anything of a child is told. */
export function AskRoom({ serviceId }: { serviceId: string }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const questions = useRoomQuestions();
  const asked = (questions.data?.pages.flatMap((page) => page.items) ?? []).filter((one) => one.serviceId === serviceId);
  return (
    <Stack gap="sm" mt="sm">
      {asked.slice(0, 3).map((question) => <AnswerLine key={question.id} question={question} />)}
      {open ? (
        <AskForm serviceId={serviceId} onClose={() => setOpen(false)} />
      ) : (
        <Group><Button variant="light" onClick={() => setOpen(true)} data-testid="ask-room">{t('room.ask')}</Button></Group>
      )}
    </Stack>
  );
}

function AskForm({ serviceId, onClose }: { serviceId: string; onClose: () => void }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const fields = useFields({ neededFrom: today(), urgency: 'medium' });
  const urgencies = useOptions('priority', PRIORITIES);
  const submission = useSubmission<unknown>(
    () => {
      void queries.invalidateQueries({ queryKey: ['referrals', PATH] });
      onClose();
    },
    (problem) => fields.refused(problem),
  );
  const send = () => {
    if (!fields.check(fields.values.neededFrom < today() ? { neededFrom: 'field.range' } : {})) return;
    void submission.submit((idempotencyKey) => change('referrals', PATH, { body: { serviceId, ...fields.values }, idempotencyKey }));
  };
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      aria-label={t('room.ask')}
      data-testid="room-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Text size="sm">{t('room.lead')}</Text>
      <DateField {...fields.bind('neededFrom')} label={t('room.needed-from')} min={today()} max="2100-12-31" required />
      <ChoiceField {...fields.bind('urgency')} label={t('room.urgency')} options={urgencies} inline required />
      <ProblemNotice problem={submission.problem} focused />
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} data-testid="send-room-question">{t('room.send')}</Button>
        <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}

function AnswerLine({ question }: { question: RoomQuestion }) {
  const { t, label } = useTexts();
  return (
    <div className={classes['answer']} data-testid="room-question" data-answer={question.answer ?? 'waiting'}>
      <Text size="sm" fw={600}>
        {question.answer === undefined ? t('room.waiting') : label('room-answer', question.answer)}
        {question.availableFrom !== undefined && <> · {t('room.available-from')} <DateOnly at={question.availableFrom} /></>}
      </Text>
      <Text size="sm" c="dimmed">
        {t('room.asked')} <Moment at={question.askedAt} /> · {t('room.for-day')} <DateOnly at={question.neededFrom} />
        {question.answeredAt !== undefined && <> · {t('room.answered')} <Moment at={question.answeredAt} /></>}
      </Text>
    </div>
  );
}

/** What the unit asked, newest first, with what came back. */
export function RoomQuestionsPanel() {
  const { t } = useTexts();
  const questions = useRoomQuestions();
  return (
    <Panel title={t('room.title')} testId="room-questions">
      <PagedList pages={questions} empty={t('room.none')}>
        {(items) => (
          <ul className="hifazat-list">
            {items.map((question) => (
              <li key={question.id}>
                <ServiceName id={question.serviceId} />
                <AnswerLine question={question} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Panel>
  );
}

function ServiceName({ id }: { id: string }) {
  const { t, named } = useTexts();
  const service = useService(id).data?.data;
  return (
    <Link to={`/services/${id}`} className="hifazat-row-link">
      {service === undefined ? t('room.a-service') : `${named(service.names ?? service.name)}, ${named(service.organization?.names ?? service.organization?.name)}`}
    </Link>
  );
}
