import { Anchor, Badge, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { change, read } from '../api/client.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { useMe } from '../session/session.ts';
import { ChoiceField, SelectField, useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Code } from '../ui/names.tsx';
import { MeanwhileNotice, useMeanwhile } from '../ui/meanwhile.tsx';
import { useKeptOpen, type KeptOpen } from '../ui/kept-open.ts';
import { Page } from '../ui/page.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Panel } from '../ui/panel.tsx';
import { Moment, useNow } from '../ui/time.tsx';
import { ActionForm } from './action-form.tsx';
import { Staff } from './staff.tsx';
import classes from './move.module.css';
import { useIsSupervisor, useRefresh } from './queries.ts';
import type { EmergencyAccess } from './types.ts';

const REASONS = ['danger-now', 'medical', 'police', 'missing', 'owner-away'] as const;
const VERDICTS = ['justified', 'not-justified'] as const;
const COLOURS = { 'to-review': 'yellow', justified: 'green', 'not-justified': 'red' } as const;
const MIN_WORDS = 10;
const MIN_REVIEW = 5;

/** Reading a case that is not one's own, because a child needs help now; and what came of it. */
export default function EmergencyPage() {
  const { t } = useTexts();
  const waiting = usePages<EmergencyAccess>('cases', '/emergency-accesses', { limit: 20 });
  const reviewed = usePages<EmergencyAccess>('cases', '/emergency-accesses', { state: 'reviewed', limit: 20 });
  const reviewing = useKeptOpen<EmergencyAccess>();
  return (
    <Page title={t('emergency.title')} lead={t('emergency.lead')} back={{ to: '/', text: t('nav.home') }}>
      <Panel title={t('emergency.ask')} testId="take-emergency"><Take /></Panel>
      <Panel title={t('emergency.taken')} testId="emergencies">
        <PagedList pages={waiting} empty={t('emergency.none')} keep={reviewing.keep}>
          {(items) => <ul className={classes['list']}>{items.map((one) => <li key={one.id}><Line one={one} reviewing={reviewing} /></li>)}</ul>}
        </PagedList>
      </Panel>
      <Panel title={t('emergency.reviewed')} testId="reviewed-emergencies">
        <PagedList pages={reviewed} empty={t('emergency.none-reviewed')}>
          {(items) => <ul className={classes['list']}>{items.map((one) => <li key={one.id}><Line one={one} /></li>)}</ul>}
        </PagedList>
      </Panel>
    </Page>
  );
}

function Take() {
  const { t } = useTexts();
  const refresh = useRefresh();
  const reasons = useCodeOptions('emergency-reason', REASONS);
  const [opened, setOpened] = useState<EmergencyAccess>();
  const fields = useFields({ caseNumber: '', reason: '', words: '' });
  const submission = useSubmission<{ data: EmergencyAccess }>(
    ({ data }) => {
      setOpened(data);
      fields.reset();
      refresh();
    },
    (problem) => fields.refused(problem),
  );
  const send = () => {
    const found: Record<string, MessageId> = {};
    if (fields.values.caseNumber.trim() === '') found['caseNumber'] = 'field.required';
    if (fields.values.reason === '') found['reason'] = 'field.required';
    if (fields.values.words.trim().length < MIN_WORDS) found['words'] = fields.values.words.trim() === '' ? 'field.required' : 'field.length';
    if (!fields.check(found)) return;
    void submission.submit((idempotencyKey) =>
      change<EmergencyAccess>('cases', '/emergency-accesses', {
        idempotencyKey,
        body: { caseNumber: fields.values.caseNumber.trim().toUpperCase(), reason: fields.values.reason, words: fields.values.words.trim() },
      }),
    );
  };
  if (opened !== undefined) {
    return (
      <Text data-testid="emergency-opened">
        {t('emergency.until')} <Moment at={opened.endsAt} />{t('list.comma')}
        <Anchor component={Link} to={`/cases/${opened.caseId}`}>{t('transfers.open-case')}</Anchor>
      </Text>
    );
  }
  return (
    <ActionForm fields={fields} submission={submission} send={send} submit={t('emergency.submit')} testId="take">
      <Text size="sm">{t('emergency.hint')}</Text>
      <TextInput {...fields.bind('caseNumber')} label={t('emergency.number')} dir="ltr" className="hifazat-ltr-input" maxLength={20} required />
      <SelectField {...fields.bind('reason')} label={t('emergency.reason')} options={reasons} placeholder={t('action.choose')} required />
      <Textarea {...fields.bind('words')} label={t('emergency.words')} dir="auto" autosize minRows={2} maxLength={2000} required />
    </ActionForm>
  );
}

function Line({ one, reviewing }: { one: EmergencyAccess; reviewing?: KeptOpen<EmergencyAccess> }) {
  const { t, label } = useTexts();
  const me = useMe(true).data;
  const supervisor = useIsSupervisor();
  const now = useNow();
  const open = reviewing?.isOpen(one) ?? false;
  const active = Date.parse(one.endsAt) > now;
  const mine = one.staffId === me?.staffId;
  return (
    <Stack gap="xs" data-testid="emergency" data-state={one.state}>
      <Group gap="sm">
        {mine && active ? (
          <Anchor component={Link} to={`/cases/${one.caseId}`} fw={600}><Code>{one.caseNumber}</Code></Anchor>
        ) : (
          <Text fw={600} component="div"><Code>{one.caseNumber}</Code></Text>
        )}
        <Badge variant="light" color={COLOURS[one.state]}>{label('emergency-state', one.state)}</Badge>
      </Group>
      <Text size="sm" component="div">
        <Staff id={one.staffId} unitId={me?.unit?.id ?? ''} />{t('list.comma')}{label('emergency-reason', one.reason)}{t('list.comma')}<Moment at={one.beginsAt} />
      </Text>
      <Text size="sm" dir="auto" className={classes['words']}>{one.words}</Text>
      {one.reviewWords !== undefined && <Text size="sm" component="div">{t('emergency.verdict')}{t('list.colon')}<bdi>{one.reviewWords}</bdi></Text>}
      {supervisor && !mine && one.state === 'to-review' && !open && (
        <Group><Button variant="default" onClick={() => reviewing?.open(one)} data-testid="open-review">{t('emergency.review')}</Button></Group>
      )}
      {open && <Review one={one} onClose={() => reviewing?.close(one)} />}
    </Stack>
  );
}

function Review({ one, onClose }: { one: EmergencyAccess; onClose: () => void }) {
  const { t } = useTexts();
  const refresh = useRefresh();
  const verdicts = useOptions('emergency-state', VERDICTS);
  const { label } = useTexts();
  const fields = useFields({ verdict: '', words: '' });
  const meanwhile = useMeanwhile<EmergencyAccess>(one.etag, () => read<EmergencyAccess>('cases', `/emergency-accesses/${one.id}`));
  const submission = useSubmission<unknown>(
    () => {
      refresh();
      onClose();
    },
    (problem) => {
      fields.refused(problem);
      meanwhile.refused(problem);
    },
  );
  const send = () => {
    const found: Record<string, MessageId> = {};
    if (fields.values.verdict === '') found['verdict'] = 'field.required';
    if (fields.values.words.trim().length < MIN_REVIEW) found['words'] = 'field.required';
    if (!fields.check(found)) return;
    void submission.submit(() =>
      change('cases', `/emergency-accesses/${one.id}/review`, {
        ifMatch: meanwhile.etag,
        body: { happenedAt: new Date().toISOString(), verdict: fields.values.verdict, words: fields.values.words.trim() },
      }),
    );
  };
  return (
    <ActionForm
      fields={fields}
      submission={submission}
      send={send}
      submit={t('emergency.review-submit')}
      testId="review"
      onClose={onClose}
      notice={
        <MeanwhileNotice
          meanwhile={meanwhile}
          problem={submission.problem}
          onReload={refresh}
          over={(now) => now.state !== 'to-review'}
          onGoOn={submission.clear}
          onTakeTheirs={() => {
            refresh();
            onClose();
          }}
          fields={(now) => [
            {
              label: t('conflict.became'),
              mine: fields.values.verdict === '' ? undefined : label('emergency-state', fields.values.verdict),
              theirs: label('emergency-state', now.state),
            },
            { label: t('emergency.review-words'), mine: fields.values.words, theirs: now.reviewWords },
          ]}
        />
      }
    >
      <ChoiceField {...fields.bind('verdict')} label={t('emergency.was-it-right')} options={verdicts} required />
      <Textarea {...fields.bind('words')} label={t('emergency.review-words')} dir="auto" autosize minRows={2} maxLength={2000} required />
    </ActionForm>
  );
}
