import { Badge, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { change, read } from '../api/client.ts';
import type { AssessmentResult, CaseDetail, Instrument } from '../api/types.ts';
import { SentForm } from '../casework/sent-form.tsx';
import { useAssessments } from '../cases/queries.ts';
import { useStaffName } from '../directory/queries.ts';
import { whenText } from '../deadlines/due-policies.tsx';
import { FromMergedCase } from '../duplicates/from-merged-case.tsx';
import { formatNumber } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { RiskBadge } from '../ui/badges.tsx';
import { useFields, useSubmission } from '../ui/form.ts';
import { MeanwhileNotice, useMeanwhile } from '../ui/meanwhile.tsx';
import { PersonName } from '../ui/names.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { Countdown, Moment } from '../ui/time.tsx';
import { ChangeOverTime } from './change-over-time.tsx';
import { GivenUp } from './given-up.tsx';
import { bandText } from './outcome.tsx';
import { useDrafts, useDue, useFittingInstruments, useInstruments } from './queries.ts';
import { RiskOverTime } from './risk-history.tsx';
import type { AssessmentDraft } from './types.ts';

/** All assessments of a case: what may be begun, what is not finished, what came out. */
export default function AssessmentsPart({ detail }: { detail: CaseDetail }) {
  return (
    <>
      <Due caseId={detail.id} />
      <Unfinished caseId={detail.id} unitId={detail.unitId} />
      <Done caseId={detail.id} />
      <GivenUp caseId={detail.id} unitId={detail.unitId} />
      <Course detail={detail} />
      {detail.state !== 'closed' && <Choose detail={detail} />}
    </>
  );
}

/** What the policies ask for; there is nothing to show when nothing is. */
function Due({ caseId }: { caseId: string }) {
  const texts = useTexts();
  const { t, label } = texts;
  const due = useDue(caseId);
  if (due.data?.length === 0) return null;
  return (
    <Panel title={t('assessments.due')} testId="due-assessments">
      <Loaded query={due}>
        {(items) => (
          <ul className="hifazat-list">
            {items.map((one) => (
              <li key={one.id} data-testid="due-assessment" data-purpose={one.purpose}>
                <Group gap="sm">
                  <Text fw={600}>{label('task', `assess-${one.purpose}`)}</Text>
                  <Countdown until={one.dueAt} />
                  <Text size="sm" c="dimmed">{t('due-policies.because')} {whenText(texts, one)}</Text>
                </Group>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Panel>
  );
}

function titleOf(instruments: readonly Instrument[] | undefined, id: string, named: ReturnType<typeof useTexts>['named'], other: string): string {
  return named(instruments?.find((one) => one.id === id)?.title) || other;
}

function Unfinished({ caseId, unitId }: { caseId: string; unitId: string }) {
  const { t, named } = useTexts();
  const drafts = useDrafts(caseId);
  const instruments = useInstruments().data;
  const staffName = useStaffName(unitId);
  if (drafts.data?.length === 0) return null;
  return (
    <Panel title={t('assessments.unfinished')} testId="drafts">
      <Loaded query={drafts}>
        {(items) => (
          <ul className="hifazat-list">
            {items.map((draft) => {
              const by = staffName(draft.startedBy);
              return (
                <li key={draft.id} data-testid="draft" data-id={draft.id} data-instrument={draft.instrumentId}>
                  <Group gap="sm">
                    <Text fw={600}>{titleOf(instruments, draft.instrumentId, named, t('assessments.an-assessment'))}</Text>
                    <Text size="sm" c="dimmed"><Moment at={draft.savedAt} />{by !== undefined && <> · <PersonName name={by} /></>}</Text>
                    <Button variant="default" component={Link} to={`/cases/${caseId}/drafts/${draft.id}`} data-testid="continue-draft">{t('draft.continue')}</Button>
                  </Group>
                  <Discard draft={draft} />
                </li>
              );
            })}
          </ul>
        )}
      </Loaded>
    </Panel>
  );
}

const MIN_REASON = 3;

const BECAME = { open: 'draft.went-on', completed: 'draft.completed', discarded: 'draft.discarded' } as const;

function Discard({ draft }: { draft: AssessmentDraft }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const refresh = () => void queries.invalidateQueries({ queryKey: ['assessments', 'drafts', draft.caseId] });
  const [asking, setAsking] = useState(false);
  const fields = useFields({ reason: '' });
  const meanwhile = useMeanwhile<AssessmentDraft>(draft.etag, () => read<AssessmentDraft>('assessments', `/assessment-drafts/${draft.id}`));
  const discarding = useSubmission<unknown>(refresh, (problem) => {
    fields.refused(problem);
    meanwhile.refused(problem);
  });
  if (!asking) return <Button variant="subtle" color="red" onClick={() => setAsking(true)} data-testid="discard-draft">{t('draft.discard')}</Button>;
  const send = () => {
    const reason = fields.values.reason.trim();
    if (!fields.check(reason.length < MIN_REASON ? { reason: 'field.required' } : {})) return;
    void discarding.submit(() => change('assessments', `/assessment-drafts/${draft.id}/discarding`, { ifMatch: meanwhile.etag, body: { reason } }));
  };
  return (
    <SentForm
      formRef={fields.formRef}
      submitText={t('draft.discard')}
      busy={discarding.busy}
      problem={discarding.problem}
      onSubmit={send}
      onClose={() => setAsking(false)}
      testId="discard-form"
      notice={
        <MeanwhileNotice
          meanwhile={meanwhile}
          problem={discarding.problem}
          onReload={refresh}
          over={(now) => now.state !== 'open'}
          onGoOn={discarding.clear}
          onTakeTheirs={() => {
            refresh();
            setAsking(false);
          }}
          fields={(now) => [
            { label: t('conflict.became'), mine: t('draft.discard'), theirs: t(BECAME[now.state]) },
            { label: t('draft.discard-reason'), mine: fields.values.reason },
          ]}
        />
      }
    >
      <Textarea {...fields.bind('reason')} label={t('draft.discard-reason')} description={t('draft.discard-hint')} dir="auto" autosize minRows={2} required />
    </SentForm>
  );
}

function Done({ caseId }: { caseId: string }) {
  const { t } = useTexts();
  const assessments = useAssessments(caseId);
  return (
    <Panel title={t('assessments.done')} testId="assessments">
      <Loaded query={assessments} empty={{ when: (items) => items.length === 0, text: t('case.no-assessments') }}>
        {(items) => (
          <ul className="hifazat-list">
            {[...items].sort((a, b) => b.conductedAt.localeCompare(a.conductedAt)).map((one) => <Line key={one.id} result={one} caseId={caseId} />)}
          </ul>
        )}
      </Loaded>
    </Panel>
  );
}

/** What the results say together, once there are any. */
function Course({ detail }: { detail: CaseDetail }) {
  const results = useAssessments(detail.id).data;
  if (results === undefined) return null;
  return (
    <>
      {results.length > 0 && <ChangeOverTime caseId={detail.id} />}
      <RiskOverTime detail={detail} results={results} />
    </>
  );
}

function Line({ result, caseId }: { result: AssessmentResult; caseId: string }) {
  const { t, named, language } = useTexts();
  const instruments = useInstruments().data;
  const instrument = instruments?.find((one) => one.id === result.instrumentId && one.version === result.instrumentVersion);
  return (
    <li data-testid="assessment-line" data-id={result.id} data-instrument={result.instrumentId}>
      <Group gap="sm">
        <Link to={`/cases/${caseId}/assessments/${result.id}`} className="hifazat-row-link">
          {titleOf(instruments, result.instrumentId, named, t('assessments.an-assessment'))}
        </Link>
        <Text size="sm" c="dimmed"><Moment at={result.conductedAt} /> <FromMergedCase of={result.caseId} shownIn={caseId} /></Text>
        {result.riskLevel !== undefined ? (
          <RiskBadge level={result.riskLevel} />
        ) : result.valid === false ? (
          <Badge variant="light" color="yellow">{t('outcome.invalid')}</Badge>
        ) : (
          <Badge variant="light">
            {bandText(result, instrument, named)}{result.score === undefined ? '' : ` · ${formatNumber(language, result.score)}`}
          </Badge>
        )}
        {(result.alarms?.length ?? 0) > 0 && <Badge variant="light" color="red">{t('assessments.alarm')}</Badge>}
        {result.addendumOf !== undefined && <Badge variant="outline" color="gray">{t('assessments.addendum')}</Badge>}
        {result.amendedBy !== undefined && <Badge variant="outline" color="gray">{t('assessments.amended')}</Badge>}
        {result.countersignature?.state === 'waiting' && <Badge variant="light" color="orange">{t('assessments.to-countersign')}</Badge>}
      </Group>
    </li>
  );
}

/** A birth date that is only estimated may be a year off: the service has the last word. */
function fits(instrument: Instrument, { child }: CaseDetail): boolean {
  const { ages } = instrument;
  if (ages === undefined) return true;
  const slack = child.birthDate === undefined ? 12 : 0;
  const [youngest, oldest] = [child.ageYears * 12 - slack, child.ageYears * 12 + 11 + slack];
  return oldest >= ages.fromMonths && (ages.toMonths == null || youngest <= ages.toMonths);
}

function Choose({ detail }: { detail: CaseDetail }) {
  const caseId = detail.id;
  const { t, named, label, language } = useTexts();
  const [asked] = useSearchParams();
  const occasion = asked.get('occasion');
  const instruments = useFittingInstruments(caseId);
  return (
    <Panel title={t(occasion === null ? 'assessments.choose' : 'assessments.choose-same-occasion')} testId="instruments">
      <Loaded query={instruments} empty={{ when: (all) => !all.some((one) => fits(one, detail)), text: t('assessments.none-fits') }}>
        {(all) => (
          <ul className="hifazat-list">
            {all.filter((one) => fits(one, detail)).sort((a, b) => named(a.title).localeCompare(named(b.title), language)).map((one) => (
              <li key={`${one.id} ${one.version}`} data-testid="instrument" data-id={one.id}>
                <Group gap="sm">
                  <Link to={`/cases/${caseId}/assess/${one.id}${occasion === null ? '' : `?occasion=${occasion}`}`} className="hifazat-row-link">{named(one.title)}</Link>
                  <Text size="sm" c="dimmed">{label('respondent', one.respondent ?? 'worker')}</Text>
                  {one.administration === 'clinical' && <Badge variant="light" color="blue">{t('assessments.clinical')}</Badge>}
                  {one.translations?.[language] === 'working' && <Badge variant="light" color="yellow">{t('assessments.working')}</Badge>}
                </Group>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <Stack gap={0} mt="sm"><Text size="sm" c="dimmed">{t('assessments.fitting')}</Text></Stack>
    </Panel>
  );
}
