import { Text, Textarea } from '@mantine/core';
import { change, read } from '../api/client.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { filled } from '../concern/concern-request.ts';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { CaseloadGauge } from '../tasks/caseload-gauge.tsx';
import { ChoiceField, SelectField, useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { MeanwhileNotice, useMeanwhile } from '../ui/meanwhile.tsx';
import { Moment } from '../ui/time.tsx';
import { ActionForm } from './action-form.tsx';
import { AskCommission } from './ask-commission.tsx';
import { OVERRIDES, TRANSFER_REASONS } from './case-transfers.tsx';
import { useCaseloads, useRefresh } from './queries.ts';
import type { CaseRequest } from './types.ts';

const ANSWERS = ['accepted', 'rejected'] as const;
const INSIDE_REASONS = TRANSFER_REASONS.filter((one) => one !== 'agency-exit');
const MIN_YES = 10;
const MIN_NO = 5;

/** Yes gives the case to who asked, or asks their unit to take it; no says why. */
export function AnswerRequest({ request, onClose }: { request: CaseRequest; onClose: () => void }) {
  const { t, label } = useTexts();
  const refresh = useRefresh();
  const within = request.unitId === request.askingUnitId;
  const answers = useOptions('request-answer', ANSWERS);
  const reasons = useCodeOptions('transfer-reason', INSIDE_REASONS);
  const overrides = useCodeOptions('transfer-override', OVERRIDES);
  const load = useCaseloads(within).data?.find((one) => one.staffId === request.askedBy);
  const needsReason = load?.band === 'reason' || load?.band === 'approval';
  const fields = useFields({ answer: '', words: '', loadReason: '', transferReason: '', overrideCode: '', overrideText: '' });
  const meanwhile = useMeanwhile<CaseRequest>(request.etag, () => read<CaseRequest>('cases', `/case-requests/${request.id}`));
  const leave = () => {
    refresh();
    onClose();
  };
  const submission = useSubmission<unknown>(leave, (problem) => {
    fields.refused(problem);
    meanwhile.refused(problem);
  });
  const { answer, words, loadReason, transferReason, overrideCode, overrideText } = fields.values;
  const yes = answer === 'accepted';
  const send = () => {
    const found: Record<string, MessageId> = {};
    if (answer === '') found['answer'] = 'field.required';
    if (words.trim().length < (yes ? MIN_YES : MIN_NO)) found['words'] = words.trim() === '' ? 'field.required' : 'field.length';
    if (yes && !within && transferReason === '') found['transferReason'] = 'field.required';
    if (yes && within && needsReason && loadReason.trim().length < MIN_NO) found['loadReason'] = 'field.required';
    if (yes && overrideCode !== '' && overrideText.trim().length < MIN_YES) found['overrideText'] = 'field.required';
    if (!fields.check(found)) return;
    void submission.submit(() =>
      change('cases', `/case-requests/${request.id}/${yes ? 'acceptance' : 'rejection'}`, {
        ifMatch: meanwhile.etag,
        body: {
          happenedAt: new Date().toISOString(),
          words: words.trim(),
          ...(yes && within ? filled({ loadReason: needsReason ? loadReason : '' }) : {}),
          ...(yes && !within ? { transferReason } : {}),
          ...(yes && !within && overrideCode !== '' ? { overrideCode, overrideText: overrideText.trim() } : {}),
        },
      }),
    );
  };
  const wordsLabel = t(answer === 'rejected' ? 'transfer.why-not' : within ? 'assign.handover' : 'transfer.request');
  const notice = (
    <MeanwhileNotice
      meanwhile={meanwhile}
      problem={submission.problem}
      onReload={refresh}
      over={(now) => now.state !== 'pending'}
      onGoOn={submission.clear}
      onTakeTheirs={leave}
      fields={(now) => [
        {
          label: t('conflict.became'),
          mine: answer !== '' && label('request-state', answer),
          theirs: <>{label('request-state', now.state)}{now.decidedAt !== undefined && <>{t('list.comma')}<Moment at={now.decidedAt} /></>}</>,
        },
        { label: wordsLabel, mine: words, theirs: now.answer },
      ]}
    />
  );
  return (
    <ActionForm fields={fields} submission={submission} send={send} submit={t('request.answer')} testId="answer-request" onClose={onClose} notice={notice}>
      <Text size="sm">{t(within ? 'request.yes-assigns' : 'request.yes-transfers')}</Text>
      {within && load !== undefined && <CaseloadGauge load={load} />}
      <ChoiceField {...fields.bind('answer')} label={t('request.answer-is')} options={answers} required />
      {yes && !within && <SelectField {...fields.bind('transferReason')} label={t('transfer.reason')} options={reasons} placeholder={t('action.choose')} required />}
      <Textarea
        {...fields.bind('words')}
        label={wordsLabel}
        {...(yes && !within ? { description: t('transfer.request-hint') } : {})}
        dir="auto"
        autosize
        minRows={2}
        maxLength={yes ? 4000 : 2000}
        required
      />
      {yes && within && needsReason && <Textarea {...fields.bind('loadReason')} label={t('assign.reason')} dir="auto" autosize minRows={2} maxLength={1000} required />}
      {yes && within && load?.band === 'approval' && <AskCommission staffId={request.askedBy} />}
      {yes && !within && (
        <SelectField {...fields.bind('overrideCode')} label={`${t('transfer.without-consent')} (${t('state.optional')})`} options={overrides} placeholder={t('transfer.with-consent')} />
      )}
      {yes && overrideCode !== '' && <Textarea {...fields.bind('overrideText')} label={t('transfer.override-text')} dir="auto" autosize minRows={2} maxLength={2000} required />}
    </ActionForm>
  );
}
