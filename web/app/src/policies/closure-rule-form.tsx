import { Text } from '@mantine/core';
import { change, type Answer } from '../api/client.ts';
import { SentForm } from '../casework/sent-form.tsx';
import { useTexts } from '../i18n/text.ts';
import { SelectField, useOptions, type Option } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { useAskedTexts, type Asked, type ClosureRule, type Floor, type RuleHistory } from './case-policies-page.tsx';
import { Amount, FromAndSource, laterWithSource, tomorrow, within, Yes } from './kept-fields.tsx';

const RISKS = ['none', 'low', 'medium'] as const;

interface Props {
  /** What it takes the place of; without it, a reason gets its first rule. */
  from: ClosureRule | undefined;
  called: (reason: string) => string;
  /** Reasons that have no rule yet. */
  without: Option[];
  floors: Floor[];
  etag: string | undefined;
  onDone: (answer: Answer<RuleHistory>) => void;
  onClose: () => void;
  onReload: () => void;
}

const yes = (is: boolean | undefined) => (is === true ? 'yes' : '');

/** What a reason for closing asks for from a later day on; what the guideline asks for is not taken away. */
export function ClosureRuleForm({ from, called, without, floors, etag, onDone, onClose, onReload }: Props) {
  const { t } = useTexts();
  const risks = useOptions('risk', RISKS);
  const askedText = useAskedTexts();
  const fields = useFields({
    reason: from?.reason ?? '',
    underReviewOnly: yes(from?.asked.underReviewOnly),
    maxRisk: from?.asked.maxRisk ?? '',
    minAge: yes(from?.asked.minAge !== undefined),
    minAttempts: String(from?.asked.minAttempts ?? 0),
    minAttemptDays: String(from?.asked.minAttemptDays ?? 0),
    reviewRequired: yes(from?.asked.reviewRequired),
    goalsReached: yes(from?.asked.goalsReached),
    postClosureCheck: yes(from?.asked.postClosureCheck),
    validFrom: tomorrow(),
    source: '',
  });
  const { values } = fields;
  const floor = floors.find((one) => one.reason === values.reason);
  const laying = useSubmission<Answer<RuleHistory>>(onDone, (problem) => {
    if (problem.status === 400 || problem.code === 'closure-rule-firm') fields.refused(problem);
  });
  const send = () => {
    const found: FieldProblems<typeof values> = {};
    const least = floor?.asked;
    if (values.reason === '') found.reason = 'field.required';
    if (!within(values.minAttempts, [least?.minAttempts ?? 0, 20])) found.minAttempts = 'field.range';
    if (!within(values.minAttemptDays, [least?.minAttemptDays ?? 0, 730])) found.minAttemptDays = 'field.range';
    else if ((Number(values.minAttempts) < 2) !== (Number(values.minAttemptDays) === 0)) found.minAttemptDays = 'case-policies.two-attempts';
    laterWithSource(values, found);
    if (!fields.check(found)) return;
    const asked: Asked = {
      underReviewOnly: values.underReviewOnly === 'yes',
      ...(values.maxRisk === '' || values.maxRisk === 'high' ? {} : { maxRisk: values.maxRisk }),
      ...(values.minAge === 'yes' || least?.minAge !== undefined ? { minAge: 18 } : {}),
      minAttempts: Number(values.minAttempts),
      minAttemptDays: Number(values.minAttemptDays),
      reviewRequired: values.reviewRequired === 'yes' || least?.reviewRequired === true,
      goalsReached: values.goalsReached === 'yes' || least?.goalsReached === true,
      postClosureCheck: values.postClosureCheck === 'yes',
    };
    const body = { ...asked, source: values.source.trim() };
    void laying.submit(() => change<RuleHistory>('cases', `/closure-rules/${values.reason}/${values.validFrom}`, { method: 'PUT', ifMatch: etag, body }));
  };
  const reload = () => {
    laying.clear();
    onReload();
  };
  return (
    <SentForm formRef={fields.formRef} submitText={t('packet-policies.set')} busy={laying.busy} problem={laying.problem} onSubmit={send} onClose={onClose} onReload={reload} testId="closure-rule-form">
      {from === undefined ? (
        <SelectField {...fields.bind('reason')} label={t('closure.reason')} options={without} placeholder={t('action.choose')} required />
      ) : (
        <Text fw={650}><bdi dir="auto">{called(from.reason)}</bdi></Text>
      )}
      {floor !== undefined && <Text size="sm">{t('case-policies.floor')} {askedText(floor.asked).join(t('list.comma'))}</Text>}
      <Yes fields={fields} name="goalsReached" label={t('case-policies.goals')} firm={floor?.asked.goalsReached === true} />
      <Yes fields={fields} name="underReviewOnly" label={t('case-policies.under-review')} />
      <Yes fields={fields} name="minAge" label={t('case-policies.of-age')} firm={floor?.asked.minAge !== undefined} />
      <Yes fields={fields} name="reviewRequired" label={t('case-policies.review')} firm={floor?.asked.reviewRequired === true} />
      <Yes fields={fields} name="postClosureCheck" label={t('case-policies.check')} />
      <SelectField {...fields.bind('maxRisk')} label={t('case-policies.max-risk')} options={risks} placeholder={t('deadlines.any-risk')} />
      <div className="hifazat-columns">
        <Amount fields={fields} name="minAttempts" label={t('case-policies.attempts')} range={[0, 20]} />
        <Amount fields={fields} name="minAttemptDays" label={t('case-policies.attempt-days')} range={[0, 730]} />
      </div>
      <FromAndSource fields={fields} />
    </SentForm>
  );
}
