import { Alert, Button, Checkbox, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change, read } from '../api/client.ts';
import type { Named, Referral } from '../api/types.ts';
import { fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { ChoiceField, HELP_FIRST, MomentField, useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems, type Fields } from '../ui/form.ts';
import { Loaded, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Moment } from '../ui/time.tsx';
import { Face } from './face.tsx';
import classes from './referral.module.css';

interface Step {
  rating: number;
  picture: string;
  name: Named;
}

/** What a child or a caregiver said of a service. */
interface Said {
  id: string;
  speaker: 'child' | 'caregiver';
  howAsked: string;
  askedAlone: boolean;
  rating: number;
  words?: string;
  agencyMayKnow: boolean;
  /** It says that somebody was harmed or badly treated there: the agency never hears it. */
  concern: boolean;
  happenedAt: string;
  releasedAt?: string;
  /** Since when the agency reads it no more. */
  withdrawnAt?: string;
}

interface FeedbackList {
  scale: Step[];
  items: Said[];
}

const HAD_TO_DO: readonly Referral['status'][] = ['accepted', 'in-progress', 'on-hold', 'completed', 'failed', 'rejected', 'cancelled'];
const EMPTY = { speaker: '', howAsked: '', askedAlone: '', rating: '', words: '', agencyMayKnow: '', concern: '', happenedAt: '' };

/** How it was for the child: asked, recorded, and told to the agency only when they agreed. */
export function FeedbackPanel({ referral }: { referral: Referral }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const path = `/referrals/${referral.id}/feedback`;
  const key = ['referrals', 'feedback', referral.id];
  const possible = HAD_TO_DO.includes(referral.status);
  const query = useQuery({ queryKey: key, queryFn: async ({ signal }) => (await read<FeedbackList>('referrals', path, signal)).data, enabled: possible });
  if (!possible) return null;
  const refresh = () => void queries.invalidateQueries({ queryKey: key });
  return (
    <Panel title={t('feedback.title')} testId="feedback">
      <Loaded query={query}>
        {({ scale, items }) => (
          <Stack gap="md">
            {items.length === 0 && !asking && <Text c="dimmed" data-testid="empty">{t('feedback.none')}</Text>}
            {items.length > 0 && (
              <ul className="hifazat-list">
                {items.map((said) => <SaidItem key={said.id} said={said} scale={scale} path={path} toAgency={referral.agencyId !== undefined} onChanged={refresh} />)}
              </ul>
            )}
            {asking ? (
              <AskForm
                scale={scale}
                path={path}
                onClose={() => setAsking(false)}
                onDone={() => {
                  setAsking(false);
                  refresh();
                }}
              />
            ) : (
              <Group><Button variant="light" onClick={() => setAsking(true)} data-testid="ask-feedback">{t('feedback.ask')}</Button></Group>
            )}
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}

interface AskProps {
  scale: Step[];
  path: string;
  onDone: () => void;
  onClose: () => void;
}

function AskForm({ scale, path, onDone, onClose }: AskProps) {
  const { t } = useTexts();
  const fields = useFields({ ...EMPTY, happenedAt: toLocalInput(new Date()) });
  const submission = useSubmission<unknown>(onDone, (problem) => fields.refused(problem));
  const send = () => {
    const { values } = fields;
    const found: FieldProblems<typeof EMPTY> = {};
    for (const name of ['speaker', 'howAsked', 'askedAlone', 'rating'] as const) if (values[name] === '') found[name] = 'field.required';
    const happenedAt = fromLocalInput(values.happenedAt);
    if (happenedAt === undefined) found.happenedAt = 'field.required';
    if (!fields.check(found)) return;
    const words = values.words.trim();
    const body = {
      speaker: values.speaker,
      howAsked: values.howAsked,
      askedAlone: values.askedAlone === 'yes',
      rating: Number(values.rating),
      ...(words === '' ? {} : { words }),
      agencyMayKnow: values.agencyMayKnow === 'yes',
      concern: values.concern === 'yes',
      happenedAt,
    };
    void submission.submit((idempotencyKey) => change('referrals', path, { body, idempotencyKey }));
  };
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      aria-label={t('feedback.ask')}
      data-testid="feedback-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Asked fields={fields} scale={scale} />
      <ProblemNotice problem={submission.problem} focused />
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} data-testid="save-feedback">{t('feedback.save')}</Button>
        <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}

function Asked({ fields, scale }: { fields: Fields<typeof EMPTY>; scale: Step[] }) {
  const { t, named } = useTexts();
  const speakers = useOptions('feedback-speaker', ['child', 'caregiver']);
  const ways = useOptions('feedback-asked', ['in-person', 'phone', 'pictures', 'writing']);
  const yesNo = [{ value: 'yes', label: t('state.yes') }, { value: 'no', label: t('state.no') }];
  const tick = (name: 'agencyMayKnow' | 'concern', label: string, description: string) => (
    <Checkbox
      name={name}
      label={label}
      description={description}
      checked={fields.values[name] === 'yes'}
      onChange={(event) => fields.set(name, event.currentTarget.checked ? 'yes' : '')}
      className="hifazat-choice"
    />
  );
  return (
    <>
      <Text size="sm">{t('feedback.lead')}</Text>
      <ChoiceField {...fields.bind('speaker')} label={t('feedback.speaker')} options={speakers} inline required />
      <ChoiceField {...fields.bind('howAsked')} label={t('feedback.how')} options={ways} inline required />
      <ChoiceField {...fields.bind('askedAlone')} label={t('feedback.alone')} description={t('feedback.alone-hint')} options={yesNo} inline required />
      <Radio.Group
        name="rating"
        label={t('feedback.rating')}
        description={t('feedback.rating-hint')}
        inputWrapperOrder={HELP_FIRST}
        value={fields.values.rating}
        error={fields.error('rating')}
        onChange={(value) => fields.set('rating', value)}
        data-invalid={fields.error('rating') !== undefined}
        required
      >
        <div className={classes['faces']}>
          {scale.map((step) => (
            <Radio
              key={step.rating}
              value={String(step.rating)}
              className="hifazat-choice"
              label={<span className={classes['face']}><Face rating={step.rating} /> {named(step.name)}</span>}
            />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        {...fields.bind('words')}
        label={`${t('feedback.words')} (${t('state.optional')})`}
        description={t('feedback.words-hint')}
        inputWrapperOrder={HELP_FIRST}
        dir="auto"
        autosize
        minRows={2}
        maxLength={4000}
        autoComplete="off"
      />
      {tick('concern', t('feedback.concern'), t('feedback.concern-hint'))}
      {tick('agencyMayKnow', t('feedback.may-know'), t('feedback.may-know-hint'))}
      <MomentField {...fields.bind('happenedAt')} label={t('feedback.when')} required />
    </>
  );
}

function SaidItem({ said, scale, path, toAgency, onChanged }: { said: Said; scale: Step[]; path: string; toAgency: boolean; onChanged: () => void }) {
  const { t, label, named } = useTexts();
  const releasing = useSubmission<unknown>(onChanged);
  const [withdrawing, setWithdrawing] = useState(false);
  const release = () => void releasing.submit(() => change('referrals', `${path}/${said.id}/release`));
  return (
    <li className={classes['service']} data-testid="said" data-rating={said.rating}>
      <Stack gap="xs">
        <span className={classes['face']}>
          <Face rating={said.rating} /> <Text span fw={600}>{named(scale.find((step) => step.rating === said.rating)?.name)}</Text>
        </span>
        {said.words !== undefined && <p className="hifazat-said" dir="auto">{said.words}</p>}
        <Text size="sm" c="dimmed">
          {label('feedback-speaker', said.speaker)} · {label('feedback-asked', said.howAsked)} · {t(said.askedAlone ? 'feedback.was-alone' : 'feedback.not-alone')} · <Moment at={said.happenedAt} />
        </Text>
        {said.concern && <Alert color="red" data-testid="feedback-concern">{t('feedback.concern-act')}</Alert>}
        {said.releasedAt !== undefined && said.withdrawnAt === undefined && (
          <Text size="sm" data-testid="released">{t('feedback.released')} <Moment at={said.releasedAt} /></Text>
        )}
        {said.withdrawnAt !== undefined && <Text size="sm" data-testid="withdrawn">{t('feedback.withdrawn')} <Moment at={said.withdrawnAt} /></Text>}
        {said.releasedAt !== undefined && said.withdrawnAt === undefined && (withdrawing ? (
          <WithdrawForm path={`${path}/${said.id}/withdrawal`} onDone={onChanged} onClose={() => setWithdrawing(false)} />
        ) : (
          <Group><Button variant="default" onClick={() => setWithdrawing(true)} data-testid="withdraw-feedback">{t('feedback.withdraw')}</Button></Group>
        ))}
        <ProblemNotice problem={releasing.problem} focused />
        {toAgency && said.agencyMayKnow && !said.concern && said.releasedAt === undefined && (
          <Group><Button variant="default" loading={releasing.busy} onClick={release} data-testid="release-feedback">{t('feedback.release')}</Button></Group>
        )}
      </Stack>
    </li>
  );
}

/** The agency loses sight of it at once; whoever takes it back says whether somebody was harmed there. */
function WithdrawForm({ path, onDone, onClose }: { path: string; onDone: () => void; onClose: () => void }) {
  const { t } = useTexts();
  const [harm, setHarm] = useState(false);
  const submission = useSubmission<unknown>(onDone);
  return (
    <form
      noValidate
      className="hifazat-form"
      aria-label={t('feedback.withdraw')}
      onSubmit={(event) => {
        event.preventDefault();
        void submission.submit(() => change('referrals', path, { body: { concern: harm } }));
      }}
    >
      <Text size="sm">{t('feedback.withdraw-text')}</Text>
      <Checkbox
        name="harm"
        label={t('feedback.concern')}
        checked={harm}
        onChange={(event) => setHarm(event.currentTarget.checked)}
        className="hifazat-choice"
      />
      <ProblemNotice problem={submission.problem} focused />
      <Group gap="sm">
        <Button type="submit" color="red" loading={submission.busy} data-testid="confirm-withdrawal">{t('feedback.withdraw')}</Button>
        <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}
