import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { change, read, type Answer } from '../api/client.ts';
import { filled } from '../concern/concern-request.ts';
import { fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { ChoiceField, MomentField, NameField, SelectField } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { MeanwhileNotice, useMeanwhile } from '../ui/meanwhile.tsx';
import { AttachFiles } from './attach-files.tsx';
import { LEADS_TO, movesFor } from './moves.ts';
import { useAgencyCodes } from './queries.ts';
import type { Move, PartnerReferral } from './types.ts';

interface Props {
  move: Move;
  id: string;
  /** The version the person has read; a newer one is not changed unseen. */
  etag: string | undefined;
  onDone: (answer: Answer<PartnerReferral>) => void;
  onReload: () => void;
  onClose: () => void;
}

const EMPTY = { reasonCode: '', reason: '', 'outcome.code': '', 'outcome.text': '', name: '' };
const FIELDS: Partial<Record<Move, 'reason' | 'outcome' | 'name'>> = {
  rejection: 'reason',
  hold: 'reason',
  failure: 'reason',
  cancellation: 'reason',
  completion: 'outcome',
  claim: 'name',
};

/** One step of the agency: when it was, and what the step asks for. */
export function MoveForm({ move, id, etag, onDone, onReload, onClose }: Props) {
  const { t, label } = useTexts();
  const codes = useAgencyCodes();
  const meanwhile = useMeanwhile<PartnerReferral>(etag, () => read<PartnerReferral>('partner', `/referrals/${id}`));
  const [attachments, setAttachments] = useState<string[]>([]);
  const [arriving, setArriving] = useState(false);
  const fields = useFields({ ...EMPTY, happenedAt: toLocalInput(new Date()) });
  const submission = useSubmission<Answer<PartnerReferral>>(onDone, (problem) => {
    fields.refused(problem);
    meanwhile.refused(problem);
  });
  const asks = FIELDS[move];
  const { values } = fields;
  const state = LEADS_TO[move];
  const send = () => {
    const happenedAt = fromLocalInput(values.happenedAt);
    const found: FieldProblems<typeof values> = {};
    if (happenedAt === undefined) found.happenedAt = 'field.required';
    if (asks === 'reason' && values.reasonCode === '') found.reasonCode = 'field.required';
    if (asks === 'reason' && codes.needsText(values.reasonCode) && values.reason.trim() === '') found.reason = 'field.required';
    if (asks === 'outcome' && values['outcome.code'] === '') found['outcome.code'] = 'field.required';
    if (!fields.check(found)) return;
    const more =
      asks === 'reason'
        ? filled({ reasonCode: values.reasonCode, reason: values.reason })
        : asks === 'outcome'
          ? { outcome: { ...filled({ code: values['outcome.code'], text: values['outcome.text'] }), ...(attachments.length === 0 ? {} : { attachments }) } }
          : asks === 'name'
            ? filled({ name: values.name })
            : {};
    void submission.submit((idempotencyKey) =>
      change<PartnerReferral>('partner', `/referrals/${id}/${move}`, { ifMatch: meanwhile.etag, idempotencyKey, body: { happenedAt, ...more } }),
    );
  };
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      data-testid={`form-${move}`}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{t(`move.${move}-lead`)}</Text>
        {asks === 'name' && (
          <NameField {...fields.bind('name')} label={`${t('move.name')} (${t('state.optional')})`} description={t('move.name-hint')} maxLength={120} />
        )}
        {asks === 'reason' && state !== undefined && (
          <>
            <SelectField {...fields.bind('reasonCode')} label={t('move.reason')} options={codes.reasonsFor(state)} placeholder={t('action.choose')} required />
            <Textarea
              {...fields.bind('reason')}
              label={codes.needsText(values.reasonCode) ? t('move.words') : `${t('move.words')} (${t('state.optional')})`}
              required={codes.needsText(values.reasonCode)}
              dir="auto"
              autosize
              minRows={2}
              maxLength={2000}
              autoComplete="off"
            />
          </>
        )}
        {asks === 'outcome' && (
          <>
            <ChoiceField {...fields.bind('outcome.code')} label={t('move.outcome')} options={codes.outcomes} required />
            <Textarea
              {...fields.bind('outcome.text')}
              label={`${t('move.outcome-text')} (${t('state.optional')})`}
              dir="auto"
              autosize
              minRows={3}
              maxLength={4000}
              autoComplete="off"
            />
            <AttachFiles service="partner" referralId={id} onChange={setAttachments} onBusy={setArriving} />
          </>
        )}
        <MomentField {...fields.bind('happenedAt')} label={t('move.when')} required />
        <MeanwhileNotice
          meanwhile={meanwhile}
          problem={submission.problem}
          onReload={onReload}
          over={(now) => !movesFor(now).includes(move)}
          onGoOn={submission.clear}
          onTakeTheirs={() => {
            onReload();
            onClose();
          }}
          fields={(now) => [
            { label: t('conflict.became'), mine: t(`move.${move}`), theirs: label('referral-status', now.status) },
            { label: t('move.words'), mine: values.reason, theirs: now.statusReason },
            { label: t('move.outcome-text'), mine: values['outcome.text'], theirs: now.outcome?.text },
            { label: t('move.name'), mine: values.name, theirs: now.claim?.name },
          ]}
        />
        <Group gap="sm">
          <Button type="submit" loading={submission.busy} disabled={arriving} {...(move === 'rejection' || move === 'failure' || move === 'cancellation' ? { color: 'red' } : {})} data-testid="send-move">
            {t(`move.${move}`)}
          </Button>
          <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
