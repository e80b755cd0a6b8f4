import { Button, Fieldset, Group, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change } from '../api/client.ts';
import type { Report, SearchAnswer } from '../api/types.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { ConcernPicker } from '../codes/concern-picker.tsx';
import { AGE_BASES, CHILD_LANGUAGES, SEXES } from '../codes/lists.ts';
import { toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { ChoiceField, DateField, MomentField, NameField, PhoneField, SelectField, useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import type { SearchAgain } from './child-search.tsx';
import { checkChild, EMPTY_CHILD, openCaseRequest } from './open-case-request.ts';

interface Props {
  report: Report;
  etag: string | undefined;
  search: SearchAnswer;
  names: { given: string; father: string };
  onOpened: (caseId: string) => void;
  onSearchAgain: (why: SearchAgain) => void;
  onReload: () => void;
}

interface Opened {
  caseId: string;
  caseNumber: string;
}

export function OpenCaseForm({ report, etag, search, names, onOpened, onSearchAgain, onReload }: Props) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const hint = report.childHint;
  const fields = useFields({
    ...EMPTY_CHILD,
    'child.names.given': names.given,
    'child.names.father': names.father,
    'child.sex': hint?.sex ?? '',
    'child.estimatedAgeYears': hint?.ageYears === undefined ? '' : String(hint.ageYears),
    'child.ageBasis': hint?.ageYears === undefined ? '' : 'stated',
    triagedAt: toLocalInput(new Date()),
  });
  const [concerns, setConcerns] = useState<string[]>(report.concerns);
  const submission = useSubmission<Opened>(
    (opened) => {
      void queries.invalidateQueries({ queryKey: ['cases'] });
      onOpened(opened.caseId);
    },
    (problem) => {
      fields.refused(problem);
      if (problem.code === 'search-does-not-match') onSearchAgain('search-does-not-match');
      if (problem.code === 'search-expired' || problem.code === 'search-required') onSearchAgain('search-expired');
    },
  );
  const sexes = useOptions('sex', SEXES);
  const bases = useOptions('age-basis', AGE_BASES);
  const languages = useCodeOptions('language', CHILD_LANGUAGES);
  const exact = fields.values.ageKind === 'exact';

  const send = () => {
    if (!fields.check(checkChild(fields.values, concerns))) return;
    void submission.submit(async (idempotencyKey) => {
      const body = openCaseRequest(fields.values, concerns, search);
      return (
        await change<Opened>('cases', `/concern-reports/${report.id}/triage`, { ifMatch: etag, idempotencyKey, body })
      ).data;
    });
  };
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      data-testid="open-case-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Fieldset legend={t('child.who')}>
        <Text size="sm" c="dimmed" mb="sm">{t('child.names-hint')}</Text>
        <div className="hifazat-columns">
          <NameField {...fields.bind('child.names.given')} label={t('child.given')} required />
          <NameField {...fields.bind('child.names.father')} label={t('child.father')} />
          <NameField {...fields.bind('child.names.knownAs')} label={t('child.known-as')} />
        </div>
        <ChoiceField {...fields.bind('child.sex')} label={t('child.sex')} options={sexes} inline required />
      </Fieldset>
      <Fieldset legend={t('child.age')}>
        <ChoiceField
          {...fields.bind('ageKind')}
          label={t('child.age-known')}
          inline
          options={[
            { value: 'estimated', label: t('child.age-estimated') },
            { value: 'exact', label: t('child.age-exact') },
          ]}
        />
        <div className="hifazat-columns">
          {exact ? (
            <DateField {...fields.bind('child.birthDate')} label={t('child.birth-date')} required />
          ) : (
            <>
              <NameField {...fields.bind('child.estimatedAgeYears')} label={t('child.estimated-age')} inputMode="numeric" required />
              <SelectField {...fields.bind('child.ageBasis')} label={t('child.age-basis')} options={bases} placeholder={t('action.choose')} required />
            </>
          )}
        </div>
      </Fieldset>
      <Fieldset legend={t('child.contact')}>
        <div className="hifazat-form">
          <div className="hifazat-columns">
            <SelectField {...fields.bind('child.language')} label={t('child.language')} options={languages} placeholder={t('choice.unknown')} />
            <NameField {...fields.bind('child.safeContact')} label={t('child.safe-contact')} description={t('child.safe-contact-hint')} />
          </div>
          <div className="hifazat-columns">
            <PhoneField {...fields.bind('child.phone')} label={t('child.phone')} />
            <PhoneField {...fields.bind('child.cnic')} label={t('child.cnic')} />
          </div>
          <Textarea {...fields.bind('child.address')} label={t('child.address')} dir="auto" autosize minRows={2} autoComplete="off" />
        </div>
      </Fieldset>
      <ConcernPicker
        chosen={concerns}
        onChange={(codes) => {
          setConcerns(codes);
          fields.set('concerns', String(codes.length));
        }}
        error={fields.error('concerns')}
      />
      <MomentField {...fields.bind('triagedAt')} label={t('triage.when')} description={t('triage.when-hint')} required />
      <ProblemNotice problem={submission.problem} focused onReload={onReload} />
      <Group>
        <Button type="submit" loading={submission.busy} data-testid="open-case">{t('triage.open-case-submit')}</Button>
      </Group>
    </form>
  );
}
