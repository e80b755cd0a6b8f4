import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { change } from '../api/client.ts';
import type { ApiProblem } from '../api/problem.ts';
import type { Referral } from '../api/types.ts';
import { filled } from '../concern/concern-request.ts';
import { fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { MomentField, SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Panel } from '../ui/panel.tsx';
import { useLeavingReasons, type Leaving } from './codes.ts';
import { ReferralMeanwhile, useReferralMeanwhile } from './referral-meanwhile.tsx';

interface Props {
  referral: Referral;
  etag: string | undefined;
  onReload: () => void;
}

const ENDED: readonly Referral['status'][] = ['completed', 'rejected', 'failed'];
const CANCELLABLE: readonly Referral['status'][] = ['draft', 'requested', 'accepted', 'in-progress', 'on-hold'];

/** The agency said no, could not, or stepped back: the child needs another. */
function cameToNothing(referral: Referral): boolean {
  const last = referral.history?.at(-1);
  return (
    referral.status === 'rejected' ||
    referral.status === 'failed' ||
    (referral.status === 'cancelled' && (last?.by === 'target' || referral.statusCode === 'unanswered')) ||
    (referral.status === 'completed' && referral.outcome?.code === 'not-provided')
  );
}

/** What the sender may do: call it off while it runs, close the loop when it has ended, take back what was an error. */
export function ReferralActions({ referral, etag, onReload }: Props) {
  const { t } = useTexts();
  const [leaving, setLeaving] = useState<Leaving>();
  // A colleague who closes it first does not take the form from under somebody's words.
  const [noting, setNoting] = useState(false);
  const closable = ENDED.includes(referral.status) && referral.loopClosedAt === undefined;
  const cancellable = CANCELLABLE.includes(referral.status);
  const again = cameToNothing(referral);
  const stop = () => setLeaving(undefined);
  if (leaving !== undefined) {
    return (
      <Panel title={t(leaving === 'cancelled' ? 'cancel.start' : 'error.start')}>
        <CallOff key={leaving} leaving={leaving} referral={referral} etag={etag} onReload={onReload} onClose={stop} />
      </Panel>
    );
  }
  return (
    <>
      {(closable || noting) && (
        <Panel title={t('loop.title')} testId="loop">
          <CloseLoop referral={referral} etag={etag} onReload={onReload} onNoting={setNoting} />
        </Panel>
      )}
      {again && (
        <Panel title={t('referral.refer-again')} testId="refer-again">
          <Stack gap="sm" align="flex-start">
            <Text size="sm">{t('referral.refer-again-lead')}</Text>
            <Button component={Link} to={`/cases/${referral.caseId}/refer?after=${referral.id}`}>{t('referral.refer-again')}</Button>
          </Stack>
        </Panel>
      )}
      {referral.status !== 'entered-in-error' && (
        <Panel title={t('referral.next')}>
          <Stack gap="sm" align="flex-start">
            {cancellable && (
              <>
                <Text size="sm" c="dimmed">{t('referral.next-waiting')}</Text>
                <Button variant="default" onClick={() => setLeaving('cancelled')} data-testid="cancel-referral">{t('cancel.start')}</Button>
              </>
            )}
            <Button variant="subtle" color="red" onClick={() => setLeaving('entered-in-error')} data-testid="error-referral">
              {t('error.start')}
            </Button>
          </Stack>
        </Panel>
      )}
    </>
  );
}

function useAct(referral: Referral, onDone: () => void, onRefused: (problem: ApiProblem) => void) {
  const queries = useQueryClient();
  return useSubmission<unknown>(() => {
    void queries.invalidateQueries({ queryKey: ['referrals', 'one', referral.id] });
    void queries.invalidateQueries({ queryKey: ['referrals', 'of', referral.caseId] });
    onDone();
  }, onRefused);
}

function CloseLoop({ referral, etag, onReload, onNoting }: Props & { onNoting: (noting: boolean) => void }) {
  const { t } = useTexts();
  const fields = useFields({ happenedAt: toLocalInput(new Date()), note: '' });
  const meanwhile = useReferralMeanwhile(referral.id, etag);
  const stop = () => onNoting(false);
  const act = useAct(referral, stop, (problem) => {
    fields.refused(problem);
    meanwhile.refused(problem);
  });
  const note = fields.bind('note');
  const send = () => {
    const happenedAt = fromLocalInput(fields.values.happenedAt);
    if (!fields.check(happenedAt === undefined ? { happenedAt: 'field.required' } : {})) return;
    void act.submit((idempotencyKey) =>
      change('referrals', `/referrals/${referral.id}/loop-closure`, {
        ifMatch: meanwhile.etag,
        idempotencyKey,
        body: { happenedAt, ...filled({ note: fields.values.note }) },
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
      <Text size="sm">{t('loop.lead')}</Text>
      <MomentField {...fields.bind('happenedAt')} label={t('loop.when')} required />
      <Textarea
        {...note}
        onChange={(event) => {
          onNoting(event.currentTarget.value.trim() !== '');
          note.onChange(event);
        }}
        label={`${t('loop.note')} (${t('state.optional')})`}
        dir="auto"
        autosize
        minRows={2}
      />
      <ReferralMeanwhile
        meanwhile={meanwhile}
        submission={act}
        mine={t('loop.submit')}
        words={{ label: t('loop.note'), text: fields.values.note }}
        over={(now) => now.loopClosedAt !== undefined || !ENDED.includes(now.status)}
        onReload={onReload}
        onClose={stop}
      />
      <Group><Button type="submit" loading={act.busy} data-testid="close-loop">{t('loop.submit')}</Button></Group>
    </form>
  );
}

const PATH: Record<Leaving, string> = { cancelled: 'cancellation', 'entered-in-error': 'entered-in-error' };

function CallOff({ leaving, referral, etag, onReload, onClose }: Props & { leaving: Leaving; onClose: () => void }) {
  const { t, label } = useTexts();
  const fields = useFields({ reasonCode: '', reason: '', happenedAt: toLocalInput(new Date()) });
  const { options, needsText } = useLeavingReasons(leaving);
  const meanwhile = useReferralMeanwhile(referral.id, etag);
  const act = useAct(referral, onClose, (problem) => {
    fields.refused(problem);
    meanwhile.refused(problem);
  });
  const send = () => {
    const { reasonCode, reason } = fields.values;
    const happenedAt = fromLocalInput(fields.values.happenedAt);
    const sound = fields.check({
      ...(reasonCode === '' ? { reasonCode: 'field.required' as const } : {}),
      ...(needsText(reasonCode) && reason.trim() === '' ? { reason: 'field.required' as const } : {}),
      ...(happenedAt === undefined ? { happenedAt: 'field.required' as const } : {}),
    });
    if (!sound) return;
    void act.submit((idempotencyKey) =>
      change('referrals', `/referrals/${referral.id}/${PATH[leaving]}`, {
        ifMatch: meanwhile.etag,
        idempotencyKey,
        body: { happenedAt, reasonCode, ...filled({ reason }) },
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
      <Text size="sm">{t(leaving === 'cancelled' ? 'cancel.lead' : 'error.lead')}</Text>
      <SelectField {...fields.bind('reasonCode')} label={t(leaving === 'cancelled' ? 'cancel.reason' : 'error.reason')} options={options} placeholder={t('action.choose')} required />
      <Textarea
        {...fields.bind('reason')}
        label={needsText(fields.values.reasonCode) ? t('cancel.words') : `${t('cancel.words')} (${t('state.optional')})`}
        required={needsText(fields.values.reasonCode)}
        dir="auto"
        autosize
        minRows={2}
        autoComplete="off"
      />
      <MomentField {...fields.bind('happenedAt')} label={t('cancel.when')} required />
      <ReferralMeanwhile
        meanwhile={meanwhile}
        submission={act}
        mine={label('referral-status', leaving)}
        words={{ label: t('cancel.words'), text: fields.values.reason }}
        over={(now) => (leaving === 'cancelled' ? !CANCELLABLE.includes(now.status) : now.status === 'entered-in-error')}
        onReload={onReload}
        onClose={onClose}
      />
      <Group gap="sm">
        <Button type="submit" color="red" loading={act.busy} data-testid="confirm-cancel">
          {t(leaving === 'cancelled' ? 'cancel.submit' : 'error.submit')}
        </Button>
        <Button variant="default" onClick={onClose}>{t('cancel.keep')}</Button>
      </Group>
    </form>
  );
}
