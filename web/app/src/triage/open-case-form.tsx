import { Button, Fieldset, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { change, read } from '../api/client.ts';
import type { Report, SearchAnswer } from '../api/types.ts';
import { useCodeOptions } from '../codes/code-options.ts';
import { ConcernPicker } from '../codes/concern-picker.tsx';
import { AGE_BASES, CHILD_LANGUAGES, SEXES } from '../codes/lists.ts';
import { toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { ChoiceField, DateField, MomentField, NameField, PhoneField, SelectField, useOptions, WordsField } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { useMeanwhile } from '../ui/meanwhile.tsx';
import type { SearchAgain } from './child-search.tsx';
import { ReportMeanwhile } from './report-meanwhile.tsx';
import { checkChild, EMPTY_CHILD, openCaseRequest } from './open-case-request.ts';

interface Props {
  report: Report;
  etag: string | undefined;
  search: SearchAnswer;
  names: { given: string; father: string };
  onOpened: (opened: OpenedCase) => void;
  onSearchAgain: (why: SearchAgain) => void;
  onReload: () => void;
}

export interface OpenedCase {
  caseId: string;
  caseNumber: string;
  /** Somebody else answers for it until it has an owner. */
  standIn?: boolean;
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
  const { set } = fields;
  const chosen = useCallback((codes: string[]) => {
    setConcerns(codes);
    set('concerns', String(codes.length));
  }, [set]);
  const meanwhile = useMeanwhile<Report>(etag, () => read<Report>('cases', `/concern-reports/${report.id}`));
  const submission = useSubmission<OpenedCase>(
    (opened) => {
      void queries.invalidateQueries({ queryKey: ['cases'] });
      onOpened(opened);
    },
    (problem) => {
      fields.refused(problem);
      meanwhile.refused(problem);
      if (problem.code === 'search-does-not-match' || problem.code === 'search-left-child-out') onSearchAgain(problem.code);
      if (problem.code === 'search-expired' || problem.code === 'search-required') onSearchAgain('search-expired');
    },
  );
  const sexes = useOptions('sex', SEXES);
  const bases = useOptions('age-basis', AGE_BASES);
  const languages = useCodeOptions('language', CHILD_LANGUAGES);
  const kinds = useMemo(
    () => [
      { value: 'estimated', label: t('child.age-estimated') },
      { value: 'exact', label: t('child.age-exact') },
    ],
    [t],
  );
  const exact = fields.values.ageKind === 'exact';

  const send = () => {
    if (!fields.check(checkChild(fields.values, concerns))) return;
    void submission.submit(async (idempotencyKey) => {
      const body = openCaseRequest(fields.values, concerns, search);
      return (
        await change<OpenedCase>('cases', `/concern-reports/${report.id}/triage`, { ifMatch: meanwhile.etag, idempotencyKey, body })
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
          options={kinds}
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
          <WordsField {...fields.bind('child.address')} label={t('child.address')} autoComplete="off" />
        </div>
      </Fieldset>
      <ConcernPicker
        chosen={concerns}
        onChange={chosen}
        error={fields.error('concerns')}
      />
      <MomentField {...fields.bind('triagedAt')} label={t('triage.when')} description={t('triage.when-hint')} required />
      <ReportMeanwhile meanwhile={meanwhile} submission={submission} mine="open-case" onReload={onReload} />
      <Group>
        <Button type="submit" loading={submission.busy} data-testid="open-case">{t('triage.open-case-submit')}</Button>
      </Group>
    </form>
  );
}
