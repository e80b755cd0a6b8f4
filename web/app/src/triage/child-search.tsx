import { Alert, Button, Group, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { change } from '../api/client.ts';
import type { Report, SearchAnswer } from '../api/types.ts';
import { filled } from '../concern/concern-request.ts';
import { SEXES } from '../codes/lists.ts';
import { DistrictField } from '../directory/district-field.tsx';
import { useTexts } from '../i18n/text.ts';
import { NameField, PhoneField, SelectField, useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { isCnic, isPhone } from './open-case-request.ts';
import { SearchMatches } from './search-matches.tsx';

export type SearchAgain = 'search-expired' | 'search-does-not-match' | 'search-left-child-out';

interface Props {
  hint?: Report['childHint'];
  /** Why to search again, when that is needed. */
  again?: SearchAgain | undefined;
  /** On a page of its own, without a report to decide on. */
  alone?: boolean;
  onFound?: (answer: SearchAnswer, names: { given: string; father: string }) => void;
}

/** Nobody opens a case before looking whether the child is already known, in whatever spelling. */
export function ChildSearch({ hint, again, alone = false, onFound }: Props) {
  const { t } = useTexts();
  const fields = useFields({
    'names.given': hint?.name ?? '',
    'names.father': '',
    sex: hint?.sex ?? '',
    ageYears: hint?.ageYears === undefined ? '' : String(hint.ageYears),
    districtCode: '',
    phone: '',
    cnic: '',
    caseNumber: '',
  });
  const [answer, setAnswer] = useState<SearchAnswer>();
  const top = useRef<HTMLDivElement>(null);
  const sexes = useOptions('sex', SEXES);
  const submission = useSubmission<SearchAnswer>(
    (found) => {
      setAnswer(found);
      onFound?.(found, { given: fields.values['names.given'].trim(), father: fields.values['names.father'].trim() });
    },
    (problem) => fields.refused(problem),
  );
  useEffect(() => {
    if (again) top.current?.focus();
  }, [again]);

  const send = () => {
    const { values } = fields;
    const nothing = [values['names.given'], values['names.father'], values.phone, values.cnic, values.caseNumber].every(
      (value) => value.trim() === '',
    );
    const age = values.ageYears.trim();
    if (
      !fields.check({
        ...(nothing ? { 'names.given': 'find.something' as const } : {}),
        ...(isPhone(values.phone) ? {} : { phone: 'field.format' as const }),
        ...(isCnic(values.cnic) ? {} : { cnic: 'field.format' as const }),
        ...(/^([A-Za-z0-9-]{3,40})?$/.test(values.caseNumber.trim()) ? {} : { caseNumber: 'field.format' as const }),
        ...(age !== '' && !/^\d{1,2}$/.test(age) ? { ageYears: 'field.range' as const } : {}),
      })
    ) {
      return;
    }
    void submission.submit(async (idempotencyKey) => {
      const body = {
        names: filled({ given: values['names.given'], father: values['names.father'] }),
        ...filled({
          sex: values.sex,
          districtCode: values.districtCode,
          phone: values.phone,
          cnic: values.cnic,
          caseNumber: values.caseNumber,
        }),
        ...(age === '' ? {} : { ageYears: Number(age) }),
      };
      return (await change<SearchAnswer>('cases', '/child-searches', { body, idempotencyKey })).data;
    });
  };
  return (
    <Panel title={t(alone ? 'find.form' : 'search.title')} testId="child-search">
      <div ref={top} tabIndex={-1}>
        {again && <Alert color="yellow" mb="sm">{t(`problem.${again}`)}</Alert>}
        <Text size="sm" c="dimmed" mb="sm">{t('search.lead')}</Text>
      </div>
      <form
        ref={fields.formRef}
        noValidate
        className="hifazat-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <div className="hifazat-columns">
          <NameField {...fields.bind('names.given')} label={t('search.given')} description={t('search.any-script')} />
          <NameField {...fields.bind('names.father')} label={t('search.father')} description={t('search.any-script')} />
          <SelectField {...fields.bind('sex')} label={t('child.sex')} options={sexes} placeholder={t('choice.unknown')} />
          <NameField {...fields.bind('ageYears')} label={t('search.age')} inputMode="numeric" />
          <PhoneField {...fields.bind('phone')} label={t('search.phone')} />
          <PhoneField {...fields.bind('cnic')} label={t('search.cnic')} />
          <DistrictField {...fields.bind('districtCode')} label={t('find.district')} />
          <TextInput {...fields.bind('caseNumber')} label={t('find.case-number')} dir="ltr" className="hifazat-ltr-input" autoComplete="off" />
        </div>
        <ProblemNotice problem={submission.problem} focused />
        <Group>
          <Button type="submit" loading={submission.busy} variant={answer === undefined ? 'filled' : 'default'} data-testid="search">
            {t(answer === undefined ? 'search.submit' : 'search.again')}
          </Button>
        </Group>
      </form>
      {answer !== undefined && <SearchMatches answer={answer} alone={alone} />}
    </Panel>
  );
}
