import { Button, Group, Stack, Textarea, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { change, read, type Answer } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { AGE_BASES, CHILD_LANGUAGES, SEXES } from '../codes/lists.ts';
import { formatDate, today, toLocalInput } from '../i18n/format.ts';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { ConflictChoice } from '../ui/conflict-choice.tsx';
import { useConflict } from '../ui/conflict.ts';
import { DateField, MomentField, NameField, PhoneField, SelectField, useOptions, type Option } from '../ui/fields.tsx';
import { useFields, useSubmission, type Fields } from '../ui/form.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { checkChildValues, childRequest, childValues, type ChildValues } from './child-values.ts';
import { CARE_ARRANGEMENTS, DISABILITIES, IDENTITY_KINDS, SCHOOL_GRADES, SCHOOL_KINDS, SCHOOLINGS } from './codes.ts';
import { CodesField } from './codes-field.tsx';
import { useRefreshCase } from './queries.ts';
import type { KnownChild } from './types.ts';

type Values = ChildValues & { happenedAt: string };

const LABELS: Record<keyof Values, MessageId> = {
  'names.given': 'child.given',
  'names.father': 'child.father',
  'names.knownAs': 'child.known-as',
  'names.otherScript.given': 'people.other-given',
  'names.otherScript.father': 'people.other-father',
  sex: 'child.sex',
  birthDate: 'child.birth-date',
  birthYear: 'people.birth-year',
  ageBasis: 'child.age-basis',
  languages: 'people.languages',
  safeContact: 'child.safe-contact',
  address: 'child.address',
  phone: 'child.phone',
  familyNumber: 'people.family-number',
  'identity.kind': 'people.identity-kind',
  'identity.number': 'people.identity-number',
  disabilities: 'people.disabilities',
  disabilityDetails: 'people.disability-details',
  'schooling.status': 'people.schooling',
  'schooling.kind': 'people.school-kind',
  'schooling.name': 'people.school-name',
  'schooling.grade': 'people.grade',
  'care.arrangement': 'people.care',
  'care.since': 'people.care-since',
  'care.details': 'people.care-details',
  happenedAt: 'people.learnt-at',
};

const CODES: Partial<Record<keyof Values, string>> = {
  sex: 'sex',
  ageBasis: 'age-basis',
  languages: 'language',
  'identity.kind': 'identity-kind',
  disabilities: 'disability',
  'schooling.status': 'schooling',
  'schooling.kind': 'school-kind',
  'care.arrangement': 'care-arrangement',
};

interface Props {
  caseId: string;
  opened: Answer<KnownChild>;
  onClose: () => void;
}

export function ChildForm({ caseId, opened, onClose }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const refresh = useRefreshCase(caseId);
  const learnt = { happenedAt: toLocalInput(new Date()) };
  const begun: Values = { ...childValues(opened.data), ...learnt };
  const fields = useFields<Values>(begun);
  const conflict = useConflict(
    fields,
    { values: begun, etag: opened.etag },
    async () => {
      const now = await read<KnownChild>('cases', `/cases/${caseId}/child`);
      // When it was learnt belongs to the one who types, so there is nothing to disagree on.
      return { values: { ...childValues(now.data), happenedAt: fields.values.happenedAt }, etag: now.etag };
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
  const send = (values: Values) => {
    if (!fields.check(checkChildValues(values, values.happenedAt))) return;
    void submission.submit(() =>
      change('cases', `/cases/${caseId}/child`, {
        method: 'PUT',
        ifMatch: conflict.etag,
        body: childRequest(values, values.happenedAt),
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
        send(fields.values);
      }}
    >
      <Sections fields={fields} />
      {conflict.differences !== undefined ? (
        <ConflictChoice
          differences={conflict.differences}
          labelOf={(name) => t(LABELS[name as keyof Values])}
          show={(name, value) => shown(texts, name as keyof Values, value)}
          onSettled={(take) => {
            conflict.settle(take);
            submission.clear();
          }}
        />
      ) : (
        <ProblemNotice problem={conflict.unread ?? submission.problem} focused onReload={() => submission.problem && conflict.refused(submission.problem)} />
      )}
      <Group gap="sm">
        <Button type="submit" loading={submission.busy} disabled={conflict.differences !== undefined} data-testid="save-child">{t('people.save')}</Button>
        <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
      </Group>
    </form>
  );
}

function shown({ label, language, t }: ReturnType<typeof useTexts>, name: keyof Values, value: string): string {
  const list = CODES[name];
  if (value === '') return value;
  if (list !== undefined) return value.split(' ').map((code) => label(list, code)).join(t('list.comma'));
  return name === 'birthDate' || name === 'care.since' ? formatDate(language, value) : value;
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={3} size="h5" mb="xs">{title}</Title>
      <Stack gap="sm">{children}</Stack>
    </section>
  );
}

function Sections({ fields }: { fields: Fields<Values> }) {
  const { t } = useTexts();
  const nobodyKnows = t('choice.unknown');
  const sexes = useOptions('sex', SEXES);
  const bases = useOptions('age-basis', AGE_BASES);
  const kinds = useOptions('identity-kind', IDENTITY_KINDS);
  const languages = useCodeOptions('language', CHILD_LANGUAGES);
  const disabilities = useCodeOptions('disability', DISABILITIES);
  const schoolings = useCodeOptions('schooling', SCHOOLINGS);
  const schoolKinds = useCodeOptions('school-kind', SCHOOL_KINDS);
  const arrangements = useCodeOptions('care-arrangement', CARE_ARRANGEMENTS);
  const grades: Option[] = SCHOOL_GRADES.map((value) => ({ value, label: value === 'nursery' ? t('people.nursery') : value }));
  const field = (name: keyof Values) => ({ ...fields.bind(name), label: t(LABELS[name]) });
  const exact = fields.values.birthDate !== '';
  return (
    <>
      <Section title={t('people.names')}>
        <div className="hifazat-columns">
          <NameField {...field('names.given')} required />
          <NameField {...field('names.father')} />
          <NameField {...field('names.otherScript.given')} description={t('people.other-script')} />
          <NameField {...field('names.otherScript.father')} description={t('people.other-script')} />
          <NameField {...field('names.knownAs')} />
          <SelectField {...field('sex')} options={sexes} required />
        </div>
      </Section>
      <Section title={t('child.age')}>
        <div className="hifazat-columns">
          <DateField {...field('birthDate')} description={t('people.birth-date-hint')} />
          {!exact && <NameField {...field('birthYear')} inputMode="numeric" required />}
          {!exact && <SelectField {...field('ageBasis')} options={bases} placeholder={t('action.choose')} required />}
        </div>
      </Section>
      <Section title={t('people.reach')}>
        <CodesField {...field('languages')} options={languages} description={t('people.languages-hint')} />
        <Textarea {...field('safeContact')} dir="auto" autosize minRows={1} />
        <Textarea {...field('address')} dir="auto" autosize minRows={2} />
        <div className="hifazat-columns">
          <PhoneField {...field('phone')} />
          <PhoneField {...field('familyNumber')} />
        </div>
      </Section>
      <Section title={t('people.identity')}>
        <div className="hifazat-columns">
          <SelectField {...field('identity.kind')} options={kinds} placeholder={t('people.no-identity')} />
          <PhoneField {...field('identity.number')} description={t('people.identity-hint')} />
        </div>
      </Section>
      <Section title={t('people.disability-part')}>
        <CodesField {...field('disabilities')} options={disabilities} description={t('people.disability-hint')} />
        <Textarea {...field('disabilityDetails')} dir="auto" autosize minRows={1} />
      </Section>
      <Section title={t('people.school')}>
        <div className="hifazat-columns">
          <SelectField {...field('schooling.status')} options={schoolings} placeholder={nobodyKnows} />
          <SelectField {...field('schooling.kind')} options={schoolKinds} placeholder={nobodyKnows} />
          <NameField {...field('schooling.name')} />
          <SelectField {...field('schooling.grade')} options={grades} placeholder={nobodyKnows} />
        </div>
      </Section>
      <Section title={t('people.care-part')}>
        <div className="hifazat-columns">
          <SelectField {...field('care.arrangement')} options={arrangements} placeholder={nobodyKnows} />
          <DateField {...field('care.since')} max={today()} />
        </div>
        <Textarea {...field('care.details')} dir="auto" autosize minRows={1} />
      </Section>
      <MomentField {...field('happenedAt')} required />
    </>
  );
}
