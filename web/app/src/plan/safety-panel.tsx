import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { change } from '../api/client.ts';
import type { CaseDetail } from '../api/types.ts';
import { LineField } from '../casework/action-fields.tsx';
import { SentForm } from '../casework/sent-form.tsx';
import { SAYS, type SafetyPlan } from '../casework/types.ts';
import { filled } from '../concern/concern-request.ts';
import { fromLocalInput, today, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { ChoiceField, DateField, MomentField, useOptions } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { PersonName } from '../ui/names.tsx';
import { Empty, Facts, Loaded, Panel } from '../ui/panel.tsx';
import { DateOnly } from '../ui/time.tsx';
import { useSafetyPlans } from './queries.ts';
import classes from '../casework/casework.module.css';

export function SafetyPanel({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  const [writing, setWriting] = useState(false);
  const plans = useSafetyPlans(detail.id);
  return (
    <Panel title={t('safety.title')} testId="safety-plan">
      <Loaded query={plans}>
        {(items) => {
          const current = items.find((plan) => plan.state === 'in-force');
          return (
            <Stack gap="md">
              {current === undefined && detail.riskLevel === 'high' && <Alert color="red" title={t('safety.needed')}>{t('safety.needed-text')}</Alert>}
              {current !== undefined && <SafetyView plan={current} />}
              {current === undefined && !writing && <Empty text={t('safety.none')} />}
              {writing ? (
                <SafetyForm detail={detail} from={current} onClose={() => setWriting(false)} />
              ) : (
                detail.state !== 'closed' && (
                  <Group>
                    <Button variant="light" onClick={() => setWriting(true)} data-testid="write-safety-plan">
                      {t(current === undefined ? 'safety.write' : 'safety.replace')}
                    </Button>
                  </Group>
                )
              )}
            </Stack>
          );
        }}
      </Loaded>
    </Panel>
  );
}

function SafetyView({ plan }: { plan: SafetyPlan }) {
  const { t, label } = useTexts();
  const words = (text: string) => <bdi dir="auto" className={classes['words']}>{text}</bdi>;
  return (
    <Facts
      facts={[
        [t('safety.dangers'), words(plan.dangers)],
        [t('safety.child-does'), words(plan.childDoes)],
        [t('safety.adults-do'), words(plan.adultsDo)],
        [
          t('safety.people'),
          <ul className="hifazat-list">
            {plan.people.map((one) => (
              <li key={one.name}>
                <PersonName name={one.name} />
                {one.reach !== undefined && <Text size="sm"><bdi dir="auto">{one.reach}</bdi></Text>}
              </li>
            ))}
          </ul>,
        ],
        [t('safety.places'), plan.places.length > 0 ? words(plan.places.join('\n')) : undefined],
        [t('plan.child-says'), label('says', plan.childSays)],
        [t('plan.caregiver-says'), label('says', plan.caregiverSays)],
        [t('plan.why-not'), plan.reason && words(plan.reason)],
        [t('safety.made'), <DateOnly at={plan.happenedAt} />],
        [t('safety.review-on'), plan.reviewOn && <DateOnly at={plan.reviewOn} />],
      ]}
    />
  );
}

function SafetyForm({ detail, from, onClose }: { detail: CaseDetail; from: SafetyPlan | undefined; onClose: () => void }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const says = useOptions('says', SAYS);
  const [people, setPeople] = useState(() => from?.people.map((one) => ({ name: one.name, reach: one.reach ?? '' })) ?? [{ name: '', reach: '' }]);
  const fields = useFields({
    dangers: from?.dangers ?? '',
    childDoes: from?.childDoes ?? '',
    adultsDo: from?.adultsDo ?? '',
    places: from?.places.join('\n') ?? '',
    childSays: '',
    caregiverSays: '',
    reason: '',
    happenedAt: toLocalInput(new Date()),
    reviewOn: '',
  });
  const [tried, setTried] = useState(false);
  const submission = useSubmission<unknown>(
    () => {
      void queries.invalidateQueries({ queryKey: ['cases'] });
      onClose();
    },
    (problem) => fields.refused(problem),
  );
  const { values } = fields;
  const reasonNeeded = [values.childSays, values.caregiverSays].some((one) => one !== '' && one !== 'agreed');
  const named = people.filter((one) => one.name.trim() !== '');
  const send = () => {
    setTried(true);
    const found: FieldProblems<typeof values> = {};
    for (const name of ['dangers', 'childDoes', 'adultsDo', 'childSays', 'caregiverSays'] as const) {
      if (values[name].trim() === '') found[name] = 'field.required';
    }
    if (reasonNeeded && values.reason.trim() === '') found.reason = 'field.required';
    const happenedAt = fromLocalInput(values.happenedAt);
    if (happenedAt === undefined) found.happenedAt = 'field.required';
    if (!fields.check(found) || named.length === 0) return;
    void submission.submit((idempotencyKey) =>
      change('cases', `/cases/${detail.id}/safety-plans`, {
        idempotencyKey,
        body: {
          dangers: values.dangers.trim(),
          childDoes: values.childDoes.trim(),
          adultsDo: values.adultsDo.trim(),
          people: named.map((one) => filled(one)),
          places: values.places.split('\n').map((place) => place.trim()).filter((place) => place !== ''),
          childSays: values.childSays,
          caregiverSays: values.caregiverSays,
          happenedAt,
          ...filled({ reason: reasonNeeded ? values.reason : '', reviewOn: values.reviewOn }),
        },
      }),
    );
  };
  const put = (i: number, part: Partial<{ name: string; reach: string }>) => setPeople(people.map((one, at) => (at === i ? { ...one, ...part } : one)));
  const area = (name: 'dangers' | 'childDoes' | 'adultsDo', label: string) => (
    <Textarea {...fields.bind(name)} label={label} dir="auto" autosize minRows={2} maxLength={2000} required />
  );
  return (
    <SentForm formRef={fields.formRef} submitText={t('safety.save')} busy={submission.busy} problem={submission.problem} onSubmit={send} onClose={onClose} testId="safety-form">
      <Text size="sm">{t('safety.lead')}</Text>
      {area('dangers', t('safety.dangers'))}
      {area('childDoes', t('safety.child-does'))}
      {area('adultsDo', t('safety.adults-do'))}
      {people.map((one, i) => (
        <fieldset key={i} className={classes['part']}>
          <legend>{t('safety.person', { number: i + 1 })}</legend>
          <div className="hifazat-columns">
            <LineField name={`person-${i}`} label={t('action.name')} value={one.name} error={tried && named.length === 0 ? t('field.required') : undefined} onChange={(name) => put(i, { name })} />
            <LineField name={`reach-${i}`} label={`${t('safety.reach')} (${t('state.optional')})`} value={one.reach} error={undefined} onChange={(reach) => put(i, { reach })} />
          </div>
        </fieldset>
      ))}
      <Group><Button type="button" variant="light" onClick={() => setPeople([...people, { name: '', reach: '' }])}>{t('safety.add-person')}</Button></Group>
      <Textarea {...fields.bind('places')} label={`${t('safety.places')} (${t('state.optional')})`} description={t('safety.places-hint')} dir="auto" autosize minRows={2} />
      <ChoiceField {...fields.bind('childSays')} label={t('plan.child-says')} options={says} inline required />
      <ChoiceField {...fields.bind('caregiverSays')} label={t('plan.caregiver-says')} options={says} inline required />
      {reasonNeeded && <Textarea {...fields.bind('reason')} label={t('plan.why-not')} dir="auto" autosize maxLength={1000} required />}
      <div className="hifazat-columns">
        <MomentField {...fields.bind('happenedAt')} label={t('plan.agreed-when')} required />
        <DateField {...fields.bind('reviewOn')} label={`${t('safety.review-on')} (${t('state.optional')})`} min={today()} max="2100-01-01" />
      </div>
    </SentForm>
  );
}
