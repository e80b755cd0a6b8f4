import { Alert, Anchor, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { change, read } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import type { Items, Referral } from '../api/types.ts';
import { useReferrals } from '../cases/queries.ts';
import { useService } from '../directory/hsds.ts';
import { useTexts } from '../i18n/text.ts';
import { ChoiceField, SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { MeanwhileNotice, useMeanwhile } from '../ui/meanwhile.tsx';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Moment } from '../ui/time.tsx';
import { useReferralWord } from './codes.ts';
import classes from './referral.module.css';

/** What the agency sends back, or says should go on to another service, with the child's or the caregiver's consent. */
interface Return {
  id: string;
  kind: 'back' | 'onward';
  serviceId?: string;
  reasonCode: string;
  words?: string;
  consentBy: string;
  consentAt: string;
  recordedAt: string;
  answer?: 'taken-up' | 'declined';
  answerWords?: string;
  answeredAt?: string;
  onwardReferralId?: string;
  etag: string;
}

export function Returns({ referral }: { referral: Referral }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const path = `/referrals/${referral.id}/returns`;
  const key = ['referrals', 'returns', referral.id];
  const query = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => (await read<Items<Return>>('referrals', path, signal)).data.items,
    refetchInterval: 30_000,
  });
  if (query.isError && query.data === undefined) {
    return <Panel title={t('returns.title')}><ProblemNotice problem={asProblem(query.error)} onRetry={() => void query.refetch()} /></Panel>;
  }
  if (query.data === undefined || query.data.length === 0) return null;
  return (
    <Panel title={t('returns.title')} testId="returns">
      <ul className="hifazat-list">
        {query.data.map((one) => (
          <ReturnItem key={one.id} made={one} referral={referral} path={path} onChanged={() => void queries.invalidateQueries({ queryKey: key })} />
        ))}
      </ul>
    </Panel>
  );
}

interface ItemProps {
  made: Return;
  referral: Referral;
  path: string;
  onChanged: () => void;
}

function ReturnItem({ made, referral, path, onChanged }: ItemProps) {
  const { t, label } = useTexts();
  const word = useReferralWord();
  // Answered by a colleague meanwhile, the form stays until what was typed in it has been read.
  const [answering, setAnswering] = useState(false);
  return (
    <li className={classes['service']} data-testid="return" data-kind={made.kind} data-answer={made.answer ?? 'waiting'}>
      <Stack gap="xs">
        <Text fw={600}>{t(made.kind === 'back' ? 'returns.back' : 'returns.onward')}</Text>
        {made.serviceId !== undefined && <ProposedService id={made.serviceId} />}
        <Text size="sm">{t('refer.reason')}{t('list.colon')}{word('reason', made.reasonCode)}</Text>
        {made.words !== undefined && <p className="hifazat-said" dir="auto">{made.words}</p>}
        <Text size="sm" c="dimmed">
          {t('returns.agreed', { who: label('feedback-speaker', made.consentBy) })} <Moment at={made.consentAt} />
        </Text>
        {answering ? (
          <AnswerForm made={made} referral={referral} path={path} onChanged={onChanged} onClose={() => setAnswering(false)} />
        ) : made.answer === undefined ? (
          <Group><Button variant="light" onClick={() => setAnswering(true)} data-testid="answer-return">{t('returns.answer')}</Button></Group>
        ) : (
          <Alert color={made.answer === 'taken-up' ? 'green' : 'gray'} data-testid="return-answer">
            {label('return-answer', made.answer)} {made.answeredAt !== undefined && <Moment at={made.answeredAt} />}
            {made.answerWords !== undefined && <p className="hifazat-said" dir="auto">{made.answerWords}</p>}
            {made.onwardReferralId !== undefined && (
              <div><Anchor component={Link} to={`/referrals/${made.onwardReferralId}`}>{t('returns.its-referral')}</Anchor></div>
            )}
          </Alert>
        )}
      </Stack>
    </li>
  );
}

function ProposedService({ id }: { id: string }) {
  const { t, named } = useTexts();
  const service = useService(id).data?.data;
  return (
    <Text size="sm">
      <Anchor component={Link} to={`/services/${id}`}>
        {service === undefined ? t('room.a-service') : `${named(service.names ?? service.name)}, ${named(service.organization?.names ?? service.organization?.name)}`}
      </Anchor>
    </Text>
  );
}

/** What goes onward is taken up by a referral of its own to that service, part of this one. */
function AnswerForm({ made, referral, path, onChanged, onClose }: ItemProps & { onClose: () => void }) {
  const { t, label } = useTexts();
  const fields = useFields({ answer: '', referralId: '', words: '' });
  const others = useReferrals(referral.caseId);
  const onward = (others.data ?? []).filter(
    (one) => one.serviceId === made.serviceId && one.partOf === referral.id && one.status !== 'entered-in-error',
  );
  const meanwhile = useMeanwhile<Return>(made.etag, async () => {
    const { items } = (await read<Items<Return>>('referrals', path)).data;
    const data = items.find((one) => one.id === made.id) ?? made;
    return { data, etag: data.etag };
  });
  const leave = () => {
    onChanged();
    onClose();
  };
  const submission = useSubmission<unknown>(leave, (problem) => {
    fields.refused(problem);
    meanwhile.refused(problem);
  });
  const { answer, referralId, words } = fields.values;
  const needsReferral = made.kind === 'onward' && answer === 'taken-up';
  const send = () => {
    const found: FieldProblems<typeof fields.values> = {};
    if (answer === '') found.answer = 'field.required';
    if (needsReferral && referralId === '') found.referralId = 'field.required';
    if (answer === 'declined' && words.trim() === '') found.words = 'field.required';
    if (!fields.check(found)) return;
    const body = { answer, ...(needsReferral ? { referralId } : {}), ...(words.trim() === '' ? {} : { words: words.trim() }) };
    void submission.submit(() => change('referrals', `${path}/${made.id}/answer`, { ifMatch: meanwhile.etag, body }));
  };
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      aria-label={t('returns.answer')}
      data-testid="return-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ChoiceField
        {...fields.bind('answer')}
        label={t('returns.answer')}
        options={['taken-up', 'declined'].map((value) => ({ value, label: label('return-answer', value) }))}
        inline
        required
      />
      {needsReferral && onward.length === 0 && (
        <Alert color="blue">
          {t('returns.refer-first')} <Anchor component={Link} to={`/cases/${referral.caseId}/refer`}>{t('referral.new')}</Anchor>
        </Alert>
      )}
      {needsReferral && onward.length > 0 && (
        <SelectField
          {...fields.bind('referralId')}
          label={t('returns.which')}
          placeholder={t('action.choose')}
          options={onward.map((one) => ({ value: one.id, label: `${one.authoredAt.slice(0, 10)}: ${label('referral-status', one.status)}` }))}
          required
        />
      )}
      <Textarea
        {...fields.bind('words')}
        label={answer === 'declined' ? t('returns.why-not') : `${t('returns.words')} (${t('state.optional')})`}
        dir="auto"
        autosize
        minRows={2}
        maxLength={2000}
        required={answer === 'declined'}
        autoComplete="off"
      />
      <MeanwhileNotice
        meanwhile={meanwhile}
        problem={submission.problem}
        onReload={onChanged}
        over={(now) => now.answer !== undefined}
        onGoOn={submission.clear}
        onTakeTheirs={leave}
        fields={(now) => [
          {
            label: t('conflict.became'),
            mine: answer !== '' && label('return-answer', answer),
            theirs: now.answer && <>{label('return-answer', now.answer)}{now.answeredAt !== undefined && <>{t('list.comma')}<Moment at={now.answeredAt} /></>}</>,
          },
          { label: t('returns.words'), mine: words, theirs: now.answerWords },
        ]}
      />
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} data-testid="send-return-answer">{t('returns.send')}</Button>
        <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}
