import { Button, Group, Text } from '@mantine/core';
import { change } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { DistrictField } from '../directory/district-field.tsx';
import { useFoundServices, useService, useServiceKinds } from '../directory/hsds.ts';
import { fromLocalInput, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { ChoiceField, MomentField, SelectField, useOptions, WordsField } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems, type Fields } from '../ui/form.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useAgencyCodes } from './queries.ts';
import type { PartnerReferral } from './types.ts';

const EMPTY = { kind: '', category: '', district: '', serviceId: '', reasonCode: '', words: '', 'consent.givenBy': '', 'consent.givenAt': '' };
type Values = typeof EMPTY;

interface Props {
  referral: PartnerReferral;
  onDone: () => void;
  onClose: () => void;
}

/** Back to the unit or onward to another service, and never without whoever it is about having agreed. */
export function ReturnForm({ referral, onDone, onClose }: Props) {
  const { t } = useTexts();
  const { reasons } = useAgencyCodes();
  const kinds = useOptions('onward-kind', ['back', 'onward']);
  const givers = useOptions('feedback-speaker', ['child', 'caregiver']);
  const fields = useFields<Values>({ ...EMPTY, 'consent.givenAt': toLocalInput(new Date()) });
  const submission = useSubmission<unknown>(onDone, (problem) => fields.refused(problem));
  const { values } = fields;
  const send = () => {
    const givenAt = fromLocalInput(values['consent.givenAt']);
    const found: FieldProblems<Values> = {};
    for (const name of ['kind', 'reasonCode', 'consent.givenBy'] as const) if (values[name] === '') found[name] = 'field.required';
    if (values.kind === 'onward' && values.serviceId === '') found.serviceId = 'field.required';
    if (values.words.trim() === '') found.words = 'field.required';
    if (givenAt === undefined) found['consent.givenAt'] = 'field.required';
    if (!fields.check(found)) return;
    const body = {
      kind: values.kind,
      ...(values.kind === 'onward' ? { serviceId: values.serviceId } : {}),
      reasonCode: values.reasonCode,
      words: values.words.trim(),
      consent: { givenBy: values['consent.givenBy'], givenAt },
    };
    void submission.submit((idempotencyKey) => change('partner', `/referrals/${referral.id}/returns`, { body, idempotencyKey }));
  };
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      aria-label={t('onward.start')}
      data-testid="return-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ChoiceField {...fields.bind('kind')} label={t('onward.where')} options={kinds} required />
      {values.kind === 'onward' && <ServiceFields referral={referral} fields={fields} />}
      <SelectField {...fields.bind('reasonCode')} label={t('refer.reason')} options={reasons} placeholder={t('action.choose')} required />
      <WordsField {...fields.bind('words')} label={t('onward.words')} maxLength={2000} autoComplete="off" required />
      <Text size="sm">{t('onward.consent')}</Text>
      <ChoiceField {...fields.bind('consent.givenBy')} label={t('onward.who')} options={givers} inline required />
      <MomentField {...fields.bind('consent.givenAt')} label={t('onward.agreed-at')} required />
      <ProblemNotice problem={submission.problem} focused />
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} data-testid="send-return">{t('onward.send')}</Button>
        <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}

/** Services the platform can refer to, of any other agency. */
function ServiceFields({ referral, fields }: { referral: PartnerReferral; fields: Fields<Values> }) {
  const { t, named, language } = useTexts();
  const { category, district } = fields.values;
  const kinds = useServiceKinds();
  const own = useService(referral.serviceId).data?.data.organization_id;
  const found = useFoundServices({ category, district });
  const services = (found.data?.pages.flatMap((page) => page.items) ?? [])
    .filter((one) => one.referable === true && one.organization_id !== own)
    .map((one) => ({ value: one.id, label: `${named(one.names ?? one.name)}, ${named(one.organization?.names ?? one.organization?.name)}` }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  // What is not in the list any more is not sent.
  const narrow = (name: 'category' | 'district') => (event: { currentTarget: { value: string } }) => {
    fields.set(name, event.currentTarget.value);
    fields.set('serviceId', '');
  };
  return (
    <>
      <div className="hifazat-columns">
        <SelectField {...fields.bind('category')} onChange={narrow('category')} label={t('refer.category')} options={kinds} placeholder={t('services.any')} />
        <DistrictField {...fields.bind('district')} onChange={narrow('district')} label={t('report.district')} placeholder={t('services.any')} />
      </div>
      <SelectField
        {...fields.bind('serviceId')}
        label={t('onward.service')}
        options={services}
        placeholder={t(found.isPending ? 'state.loading' : services.length === 0 ? 'refer.no-services' : 'action.choose')}
        required
      />
      {found.hasNextPage && (
        <Group>
          <Button variant="subtle" size="compact-sm" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()} data-testid="more-services">{t('onward.more')}</Button>
        </Group>
      )}
      {found.isError && <ProblemNotice problem={asProblem(found.error)} onRetry={() => void found.refetch()} />}
    </>
  );
}
