import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { filled } from '../concern/concern-request.ts';
import { useTexts, type Texts } from '../i18n/text.ts';
import { Packet } from '../partner/packet.tsx';
import type { AgencyCode } from '../partner/types.ts';
import { StatusBadge } from '../ui/badges.tsx';
import { ChoiceField, SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { Page } from '../ui/page.tsx';
import { Facts, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Countdown, Moment } from '../ui/time.tsx';
import { answerLinked, closeLinked, readCodes, writeLinked, type LinkMove, type Read } from './api.ts';

interface Props {
  read: Read;
  onChanged: (read: Read) => void;
  onReload: () => Promise<string | undefined>;
  onClosed: () => void;
}

const MOVES: Partial<Record<string, readonly LinkMove[]>> = {
  requested: ['acceptance', 'rejection'],
  accepted: ['completion', 'failure'],
  'in-progress': ['completion', 'failure'],
  'on-hold': ['completion', 'failure'],
};

function useCodes() {
  return useQuery({ queryKey: ['link', 'codes'], queryFn: ({ signal }) => readCodes(signal), staleTime: Infinity, retry: false }).data ?? [];
}

function wordOf({ named, label }: Texts, codes: AgencyCode[], list: AgencyCode['list'], code: string): string {
  const found = codes.find((one) => one.list === list && one.code === code);
  return found === undefined ? label(list === 'reason' ? 'referral-reason' : list, code) : named(found.name);
}

export function LinkedReferralView({ read, onChanged, onReload, onClosed }: Props) {
  const texts = useTexts();
  const { t, label } = texts;
  const codes = useCodes();
  const { data } = read;
  return (
    <Page title={t('link.referral')} lead={<>{t('link.until')} <Moment at={data.sessionUntil} /></>}>
      <Stack gap="lg" data-testid="linked-referral" data-status={data.status}>
        <Panel title={t('referral.status')} action={<StatusBadge status={data.status} />}>
          <Facts
            facts={[
              [t('refer.reason'), wordOf(texts, codes, 'reason', data.reasonCode)],
              [t('refer.priority'), label('priority', data.priority)],
              [t('referral.sent'), <Moment at={data.authoredAt} />],
              [t('inbox.answer'), data.status === 'requested' && <Countdown until={data.respondBy} />],
              [t('inbox.outcome'), MOVES[data.status] !== undefined && <Countdown until={data.completeBy} />],
              [t('referral.status-reason'), data.statusCode && wordOf(texts, codes, 'status-reason', data.statusCode)],
              [t('referral.outcome'), data.outcome && wordOf(texts, codes, 'outcome', data.outcome.code)],
            ]}
          />
        </Panel>
        <Packet referral={data} awaits={data.packetState === 'unclaimed' ? t('packet-awaits.not-accepted') : undefined} />
        <Answer read={read} codes={codes} onChanged={onChanged} onReload={onReload} />
        <Message sent={data.messageSent} possible={data.packetState === 'readable' || data.summary !== undefined} onSent={() => void onReload()} />
        <Close onClosed={onClosed} />
      </Stack>
    </Page>
  );
}

type AnswerProps = Omit<Props, 'onClosed'> & { codes: AgencyCode[] };

function Answer({ read, codes, onChanged, onReload }: AnswerProps) {
  const { t } = useTexts();
  const [move, setMove] = useState<LinkMove>();
  const [done, setDone] = useState<LinkMove>();
  const moves = MOVES[read.data.status] ?? [];
  return (
    <>
      <div role="status">{done !== undefined && <Alert color="green" data-testid="moved">{t(`move.${done}-done`)}</Alert>}</div>
      {move !== undefined && (
        <Panel title={t(`move.${move}`)}>
          <AnswerForm
            key={move}
            move={move}
            etag={read.etag}
            codes={codes}
            onReload={onReload}
            onClose={() => setMove(undefined)}
            onDone={(changed) => {
              onChanged(changed);
              setDone(move);
              setMove(undefined);
            }}
          />
        </Panel>
      )}
      {move === undefined && moves.length > 0 && (
        <Panel title={t('link.answer')}>
          <Group gap="sm">
            {moves.map((one) => (
              <Button
                key={one}
                variant={one === 'acceptance' || one === 'completion' ? 'filled' : 'light'}
                {...(one === 'rejection' || one === 'failure' ? { color: 'red' } : {})}
                onClick={() => setMove(one)}
                data-testid={`move-${one}`}
              >
                {t(`move.${one}`)}
              </Button>
            ))}
          </Group>
        </Panel>
      )}
    </>
  );
}

interface FormProps {
  move: LinkMove;
  etag: string | undefined;
  codes: AgencyCode[];
  onDone: (read: Read) => void;
  onReload: () => Promise<string | undefined>;
  onClose: () => void;
}

const EMPTY = { code: '', text: '' };

function AnswerForm({ move, etag, codes, onDone, onReload, onClose }: FormProps) {
  const { t, named } = useTexts();
  const [version, setVersion] = useState(etag);
  const fields = useFields(EMPTY);
  const submission = useSubmission<Read>(onDone, (problem) => fields.refused(problem));
  const reason = move === 'rejection' ? 'rejected' : move === 'failure' ? 'failed' : undefined;
  const list = codes.filter((one) => (move === 'completion' ? one.list === 'outcome' : one.list === 'status-reason' && reason !== undefined && one.states.includes(reason)));
  const options = list.map((one) => ({ value: one.code, label: named(one.name) }));
  const wordsNeeded = move !== 'completion' && (list.find((one) => one.code === fields.values.code)?.textNeeded ?? false);
  const send = () => {
    const { code, text } = fields.values;
    const found: FieldProblems<typeof EMPTY> = {};
    if (move !== 'acceptance' && code === '') found.code = 'field.required';
    if (wordsNeeded && text.trim() === '') found.text = 'field.required';
    if (!fields.check(found)) return;
    const body = move === 'acceptance' ? {} : move === 'completion' ? filled({ code, text }) : filled({ reasonCode: code, reason: text });
    void submission.submit(() => answerLinked(move, body, version));
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
      <Stack gap="sm">
        <Text size="sm">{t(`move.${move}-lead`)}</Text>
        {reason !== undefined && <SelectField {...fields.bind('code')} label={t('move.reason')} options={options} placeholder={t('action.choose')} required />}
        {move === 'completion' && <ChoiceField {...fields.bind('code')} label={t('move.outcome')} options={options} required />}
        {move !== 'acceptance' && (
          <Textarea
            {...fields.bind('text')}
            label={`${t(move === 'completion' ? 'move.outcome-text' : 'move.words')}${wordsNeeded ? '' : ` (${t('state.optional')})`}`}
            required={wordsNeeded}
            dir="auto"
            autosize
            minRows={2}
            maxLength={move === 'completion' ? 4000 : 2000}
            autoComplete="off"
          />
        )}
        <ProblemNotice problem={submission.problem} focused onReload={() => void onReload().then(setVersion)} />
        <Group gap="sm">
          <Button type="submit" loading={submission.busy} {...(reason === undefined ? {} : { color: 'red' })} data-testid="send-move">{t(`move.${move}`)}</Button>
          <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

function Message({ sent, possible, onSent }: { sent: boolean; possible: boolean; onSent: () => void }) {
  const { t } = useTexts();
  const fields = useFields({ text: '' });
  const submission = useSubmission<void>(onSent, (problem) => fields.refused(problem));
  if (sent) return <Alert color="green" role="status" data-testid="message-sent">{t('link.message-sent')}</Alert>;
  if (!possible) return null;
  const send = () => {
    const text = fields.values.text.trim();
    if (!fields.check(text === '' ? { text: 'field.required' } : {})) return;
    void submission.submit(() => writeLinked(text));
  };
  return (
    <Panel title={t('link.message')}>
      <form
        ref={fields.formRef}
        noValidate
        className="hifazat-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Textarea {...fields.bind('text')} label={t('link.message-text')} description={t('link.message-hint')} dir="auto" autosize minRows={2} maxLength={4000} autoComplete="off" required />
        <ProblemNotice problem={submission.problem} focused />
        <Group><Button type="submit" variant="default" loading={submission.busy} data-testid="send-message">{t('link.message-send')}</Button></Group>
      </form>
    </Panel>
  );
}

function Close({ onClosed }: { onClosed: () => void }) {
  const { t } = useTexts();
  const submission = useSubmission<void>(onClosed);
  return (
    <Panel title={t('link.close')}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t('link.close-text')}</Text>
        <ProblemNotice problem={submission.problem} focused />
        <Button variant="default" loading={submission.busy} onClick={() => void submission.submit(closeLinked)} data-testid="close-link">{t('link.close')}</Button>
      </Stack>
    </Panel>
  );
}
