import { SelectField, NameField } from '../ui/fields.tsx';
import type { FieldProblems, Fields } from '../ui/form.ts';
import { OUTSIDE_SERVICES } from '../codes/lists.ts';
import { AgencyField } from '../directory/agency-field.tsx';
import { useServiceKinds } from '../directory/hsds.ts';
import { useTexts } from '../i18n/text.ts';
import { useConsents } from './queries.ts';

const AGENCY = '';
/** Chosen in place of an agency: somebody no directory has, named for the first time. */
export const NEW_RECIPIENT = 'new';

export type RecipientValues = { agencyId: string; recipientId: string; recipientName: string; recipientService: string; recipientPlace: string };
export const NO_RECIPIENT = { recipientId: AGENCY, recipientName: '', recipientService: '', recipientPlace: '' };

export function missingRecipient(values: RecipientValues): FieldProblems<RecipientValues> {
  if (values.recipientId === AGENCY) return values.agencyId === '' ? { agencyId: 'field.required' } : {};
  if (values.recipientId !== NEW_RECIPIENT) return {};
  return {
    ...(values.recipientName.trim() === '' ? { recipientName: 'field.required' as const } : {}),
    ...(values.recipientService === '' ? { recipientService: 'field.required' as const } : {}),
    ...(values.recipientPlace.trim() === '' ? { recipientPlace: 'field.required' as const } : {}),
  };
}

export function recipientRequest(values: RecipientValues): object {
  if (values.recipientId === AGENCY) return { agencyId: values.agencyId };
  return values.recipientId === NEW_RECIPIENT
    ? { recipient: { name: values.recipientName.trim(), serviceType: values.recipientService, place: values.recipientPlace.trim() } }
    : { recipientId: values.recipientId };
}

/** With whom it is shared: an agency, or somebody who is not in the directory. */
export function RecipientFields<V extends RecipientValues>({ caseId, fields }: { caseId: string; fields: Fields<V> }) {
  const { t } = useTexts();
  const known = useConsents(caseId).data?.recipients ?? [];
  const kinds = useServiceKinds().filter((one) => (OUTSIDE_SERVICES as readonly string[]).includes(one.value));
  const options = [
    { value: AGENCY, label: t('recipient.agency') },
    ...known.map((one) => ({ value: one.id, label: `${one.name} (${one.place})` })),
    { value: NEW_RECIPIENT, label: t('recipient.new') },
  ];
  return (
    <>
      <SelectField {...fields.bind('recipientId')} label={t('recipient.whom')} description={t('recipient.whom-hint')} options={options} />
      {fields.values.recipientId === AGENCY && <AgencyField {...fields.bind('agencyId')} label={t('consent.agency')} required />}
      {fields.values.recipientId === NEW_RECIPIENT && (
        <>
          <NameField {...fields.bind('recipientName')} label={t('recipient.name')} required />
          <SelectField {...fields.bind('recipientService')} label={t('recipient.service')} options={kinds} placeholder={t('action.choose')} required />
          <NameField {...fields.bind('recipientPlace')} label={t('recipient.place')} required />
        </>
      )}
    </>
  );
}
