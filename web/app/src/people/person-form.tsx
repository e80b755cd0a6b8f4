import { Button, Group, Textarea } from '@mantine/core';
import { change, read } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { SEXES } from '../codes/lists.ts';
import { filled } from '../concern/concern-request.ts';
import { formatDate, fromLocalInput, today, toLocalInput } from '../i18n/format.ts';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { isCnic, isPhone } from '../triage/open-case-request.ts';
import { ConflictChoice } from '../ui/conflict-choice.tsx';
import { useConflict } from '../ui/conflict.ts';
import { DateField, MomentField, NameField, PhoneField, SelectField, useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { PERSON_RELATIONS, PERSON_ROLES } from './codes.ts';
import { CodesField } from './codes-field.tsx';
import { useRefreshCase } from './queries.ts';
import type { Person } from './types.ts';

const LABELS = {
  relation: 'people.relation',
  name: 'people.name',
  roles: 'people.roles',
  phone: 'people.phone',
  identityNumber: 'people.identity-number',
  sex: 'child.sex',
  birthYear: 'people.birth-year',
  address: 'child.address',
  note: 'people.note',
  validFrom: 'people.since',
  validTo: 'people.until',
  happenedAt: 'people.learnt-at',
} as const satisfies Record<string, MessageId>;

type Values = Record<keyof typeof LABELS, string>;

export function personValues(person: Person | undefined, happenedAt: string): Values {
  return {
    relation: person?.relation ?? '',
    name: person?.name ?? '',
    roles: person?.roles.join(' ') ?? '',
    phone: person?.phone ?? '',
    identityNumber: person?.identityNumber ?? '',
    sex: person?.sex ?? '',
    birthYear: person?.birthYear === undefined ? '' : String(person.birthYear),
    address: person?.address ?? '',
    note: person?.note ?? '',
    validFrom: person?.validFrom ?? '',
    validTo: person?.validTo ?? '',
    happenedAt,
  };
}

export function checkPerson(values: Values): FieldProblems<Values> {
  const found: FieldProblems<Values> = {};
  if (values.relation === '') found.relation = 'field.required';
  if (values.name.trim() === '') found.name = 'field.required';
  if (!isPhone(values.phone)) found.phone = 'field.format';
  if (!isCnic(values.identityNumber)) found.identityNumber = 'field.format';
  if (values.birthYear.trim() !== '' && !/^(19|20)\d{2}$/.test(values.birthYear.trim())) found.birthYear = 'field.range';
  if (values.validFrom > today()) found.validFrom = 'field.in-future';
  if (values.validTo > today()) found.validTo = 'field.in-future';
  if (values.validTo !== '' && values.validFrom !== '' && values.validTo < values.validFrom) found.validTo = 'people.ends-first';
  const roles = values.roles.split(' ');
  if (roles.includes('safe-adult') && roles.includes('person-of-concern')) found.roles = 'people.not-both';
  if (fromLocalInput(values.happenedAt) === undefined) found.happenedAt = 'field.required';
  return found;
}

export function personRequest(values: Values) {
  const { roles, birthYear, happenedAt, ...texts } = values;
  return {
    happenedAt: fromLocalInput(happenedAt),
    roles: roles.split(' ').filter((role) => role !== ''),
    ...filled(texts),
    ...(birthYear.trim() === '' ? {} : { birthYear: Number(birthYear.trim()) }),
  };
}

interface Props {
  caseId: string;
  person?: Person;
  onClose: () => void;
}

export function PersonForm({ caseId, person, onClose }: Props) {
  const { t, label, language } = useTexts();
  const refresh = useRefreshCase(caseId);
  const begun = personValues(person, toLocalInput(new Date()));
  const fields = useFields<Values>(begun);
  const path = `/cases/${caseId}/persons`;
  const conflict = useConflict(
    fields,
    { values: begun, etag: person?.etag },
    async () => {
      const now = await read<Person>('cases', `${path}/${person?.id ?? ''}`);
      return { values: personValues(now.data, fields.values.happenedAt), etag: now.etag };
    },
    asProblem,
  );
  const submission = useSubmission<unknown>(
    () => {
      refresh();
      onClose();
    },
    (problem) => {
      fields.refused(problem);
      conflict.refused(problem);
    },
  );
  const send = () => {
    if (!fields.check(checkPerson(fields.values))) return;
    const body = personRequest(fields.values);
    void submission.submit((idempotencyKey) =>
      person === undefined
        ? change('cases', path, { body, idempotencyKey })
        : change('cases', `${path}/${person.id}`, { method: 'PUT', ifMatch: conflict.etag, body }),
    );
  };
  const field = (name: keyof Values) => ({ ...fields.bind(name), label: t(LABELS[name]) });
  const relations = useCodeOptions('person-relation', PERSON_RELATIONS);
  const shown = (name: string, value: string) => {
    if (name === 'roles') return value.split(' ').filter((role) => role !== '').map((role) => label('person-role', role)).join(t('list.comma'));
    if (name === 'relation') return label('person-relation', value);
    if (name === 'sex') return label('sex', value);
    return name.startsWith('valid') ? formatDate(language, value) : value;
  };
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      data-testid="person-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="hifazat-columns">
        <NameField {...field('name')} required />
        <SelectField {...field('relation')} options={relations} placeholder={t('action.choose')} required />
      </div>
      <CodesField {...field('roles')} options={useOptions('person-role', PERSON_ROLES)} />
      <div className="hifazat-columns">
        <PhoneField {...field('phone')} />
        <PhoneField {...field('identityNumber')} description={t('people.identity-hint')} />
        <SelectField {...field('sex')} label={t('people.sex')} options={useOptions('sex', SEXES)} placeholder={t('choice.unknown')} />
        <NameField {...field('birthYear')} inputMode="numeric" />
        <DateField {...field('validFrom')} description={t('people.since-hint')} />
        <DateField {...field('validTo')} description={t('people.until-hint')} />
      </div>
      <Textarea {...field('address')} dir="auto" autosize minRows={1} />
      <Textarea {...field('note')} dir="auto" autosize minRows={1} />
      <MomentField {...field('happenedAt')} required />
      {conflict.differences !== undefined ? (
        <ConflictChoice
          differences={conflict.differences}
          labelOf={(name) => t(LABELS[name as keyof Values])}
          show={shown}
          onSettled={(take) => {
            conflict.settle(take);
            submission.clear();
          }}
        />
      ) : (
        <ProblemNotice problem={conflict.unread ?? submission.problem} focused onReload={() => submission.problem && conflict.refused(submission.problem)} />
      )}
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} disabled={conflict.differences !== undefined} data-testid="save-person">{t('people.save')}</Button>
        <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}
