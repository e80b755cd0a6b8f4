import { Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { change, read } from '../api/client.ts';
import type { CaseDetail, Items } from '../api/types.ts';
import { SentForm } from '../casework/sent-form.tsx';
import { CONTACT_KINDS, MISSED_REASONS, type FollowUp } from '../casework/types.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { filled } from '../concern/concern-request.ts';
import { fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { ChoiceField, MomentField, SelectField, useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { MeanwhileNotice, useMeanwhile } from '../ui/meanwhile.tsx';
import { Moment } from '../ui/time.tsx';

interface Props {
  detail: CaseDetail;
  /** The planned contact this is about; without it, one nobody had planned. */
  planned?: FollowUp;
  onClose: () => void;
}

/** How a contact went. */
export function ContactForm({ detail, planned, onClose }: Props) {
  const { t, label } = useTexts();
  const queries = useQueryClient();
  const kinds = useCodeOptions('follow-up-kind', CONTACT_KINDS);
  const reasons = useCodeOptions('missed-reason', MISSED_REASONS);
  const changes = useOptions('risk-change', ['lower', 'same', 'higher']);
  const results = useOptions('contact-result', ['held', 'missed']);
  const seen = useOptions('contact-seen', ['alone', 'with-others', 'no']);
  const fields = useFields({
    result: '',
    kind: planned?.kind ?? 'home-visit',
    happenedAt: toLocalInput(new Date()),
    seen: '',
    riskChange: '',
    missedReason: '',
    note: '',
  });
  const refresh = () => void queries.invalidateQueries({ queryKey: ['cases'] });
  // One nobody had planned is changed by nobody else.
  const meanwhile = useMeanwhile<FollowUp | undefined>(planned?.etag, async () => {
    const ended = await read<Items<FollowUp>>('cases', `/cases/${detail.id}/follow-ups?state=ended`);
    const data = ended.data.items.find((one) => one.id === planned?.id) ?? planned;
    return { data, etag: data?.etag };
  });
  const submission = useSubmission<unknown>(
    () => {
      refresh();
      onClose();
    },
    (problem) => {
      fields.refused(problem);
      if (planned !== undefined) meanwhile.refused(problem);
    },
  );
  const { values } = fields;
  const held = values.result === 'held';
  const send = () => {
    const found: FieldProblems<typeof values> = {};
    const happenedAt = fromLocalInput(values.happenedAt);
    if (happenedAt === undefined) found.happenedAt = 'field.required';
    if (values.result === '') found.result = 'field.required';
    if (held && values.seen === '') found.seen = 'field.required';
    if (held && values.riskChange === '') found.riskChange = 'field.required';
    if (values.result === 'missed' && values.missedReason === '') found.missedReason = 'field.required';
    if (!fields.check(found)) return;
    const body = {
      result: values.result,
      kind: values.kind,
      happenedAt,
      ...(held
        ? { childSeen: values.seen !== 'no', seenAlone: values.seen === 'alone', riskChange: values.riskChange }
        : { missedReason: values.missedReason }),
      ...filled({ note: values.note }),
    };
    void submission.submit((idempotencyKey) =>
      planned === undefined
        ? change('cases', `/cases/${detail.id}/contacts`, { idempotencyKey, body })
        : change('cases', `/follow-ups/${planned.id}/outcome`, { ifMatch: meanwhile.etag, idempotencyKey, body }),
    );
  };
  const notice = (
    <MeanwhileNotice
      meanwhile={meanwhile}
      problem={submission.problem}
      onReload={refresh}
      over={(now) => now?.state !== 'planned'}
      onGoOn={submission.clear}
      onTakeTheirs={() => {
        refresh();
        onClose();
      }}
      fields={(now) => [
        {
          label: t('contact.took-place'),
          mine: values.result === '' ? undefined : label('contact-result', values.result),
          theirs: now?.state === 'held' || now?.state === 'missed' ? label('contact-result', now.state) : t('contact.called-off'),
        },
        { label: t('contact.when'), theirs: now?.happenedAt && <Moment at={now.happenedAt} /> },
        { label: t('task.note'), mine: values.note, theirs: now?.note },
      ]}
    />
  );
  return (
    <SentForm formRef={fields.formRef} submitText={t('contact.save')} busy={submission.busy} problem={submission.problem} onSubmit={send} onClose={onClose} onReload={refresh} testId="contact-form" notice={notice}>
      <ChoiceField {...fields.bind('result')} label={t('contact.took-place')} options={results} inline required />
      <div className="hifazat-columns">
        <SelectField {...fields.bind('kind')} label={t('contact.kind')} options={kinds} required />
        <MomentField {...fields.bind('happenedAt')} label={t('contact.when')} required />
      </div>
      {held && <ChoiceField {...fields.bind('seen')} label={t('contact.was-seen')} description={t('contact.alone-hint')} options={seen} required />}
      {held && <ChoiceField {...fields.bind('riskChange')} label={t('contact.risk-change')} options={changes} inline required />}
      {values.result === 'missed' && <SelectField {...fields.bind('missedReason')} label={t('contact.missed-why')} options={reasons} placeholder={t('action.choose')} required />}
      <Textarea {...fields.bind('note')} label={`${t('task.note')} (${t('state.optional')})`} dir="auto" autosize minRows={2} maxLength={4000} />
    </SentForm>
  );
}
