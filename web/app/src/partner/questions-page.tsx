import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { change } from '../api/client.ts';
import { filled } from '../concern/concern-request.ts';
import { useTexts } from '../i18n/text.ts';
import { ChoiceField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Page } from '../ui/page.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { DateOnly, Moment } from '../ui/time.tsx';
import { useServiceName } from './queries.ts';
import type { RoomQuestion } from './types.ts';
import classes from './partner.module.css';

/** Units ask whether there is room before they refer anybody; nothing of a child is in the question. */
export default function QuestionsPage() {
  const { t } = useTexts();
  const pages = usePages<RoomQuestion>('partner', '/capacity-questions', { limit: 25 }, 60_000);
  return (
    <Page title={t('asked.title')} lead={t('asked.lead')}>
      <Panel title={t('asked.asked')} testId="room-questions">
        <PagedList pages={pages} empty={t('asked.none')}>
          {(questions) => (
            <ul className={classes['lines']}>
              {questions.map((one) => <li key={one.id}><Question question={one} /></li>)}
            </ul>
          )}
        </PagedList>
      </Panel>
    </Page>
  );
}

function Question({ question }: { question: RoomQuestion }) {
  const { t, label } = useTexts();
  const service = useServiceName(question.serviceId);
  return (
    <article className={classes['line']} data-testid="room-question" data-id={question.id} data-answer={question.answer ?? 'open'}>
      <Text fw={650}>{service === undefined ? t('asked.a-service') : <bdi dir="auto">{service}</bdi>}</Text>
      <Text size="sm">
        {t('asked.from')} <DateOnly at={question.neededFrom} /> · {t('asked.urgency')}: {label('priority', question.urgency)} · {t('asked.asked-at')} <Moment at={question.askedAt} />
      </Text>
      {question.answer === undefined ? (
        <AnswerForm question={question} service={service} />
      ) : (
        <Alert color="green" mt="xs">
          {label('asked-answer', question.answer)}
          {question.availableFrom !== undefined && <> · {t('asked.available')} <DateOnly at={question.availableFrom} /></>}
        </Alert>
      )}
    </article>
  );
}

const ANSWERS = ['has-capacity', 'to-assess', 'no-capacity'] as const;

function AnswerForm({ question, service }: { question: RoomQuestion; service: string | undefined }) {
  const { t, label } = useTexts();
  const queries = useQueryClient();
  const fields = useFields({ answer: '', availableFrom: '' });
  const reload = () => void queries.invalidateQueries({ queryKey: ['partner', '/capacity-questions'] });
  const submission = useSubmission<unknown>(reload, (problem) => fields.refused(problem));
  const send = () => {
    const { answer, availableFrom } = fields.values;
    if (!fields.check(answer === '' ? { answer: 'field.required' } : {})) return;
    void submission.submit((idempotencyKey) =>
      change('partner', `/capacity-questions/${question.id}/answer`, {
        ifMatch: `"v${question.version}"`,
        idempotencyKey,
        body: { answer, ...(answer === 'has-capacity' ? {} : filled({ availableFrom })) },
      }),
    );
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
      <Stack gap="xs" mt="xs">
        <ChoiceField {...fields.bind('answer')} label={t('asked.is-there')} inline options={ANSWERS.map((value) => ({ value, label: label('asked-answer', value) }))} required />
        {fields.values.answer === 'no-capacity' && (
          <TextInput {...fields.bind('availableFrom')} type="date" dir="ltr" label={`${t('asked.when')} (${t('state.optional')})`} className="hifazat-ltr-input" />
        )}
        <ProblemNotice problem={submission.problem} focused onReload={reload} />
        <Group>
          <Button type="submit" loading={submission.busy} data-testid="answer-room">
            {t('asked.send')}{service !== undefined && <span className="hifazat-hidden"> <bdi dir="auto">{service}</bdi></span>}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
