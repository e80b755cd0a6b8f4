import { Stack, Text } from '@mantine/core';
import { Suspense, useEffect, useState } from 'react';
import { useParams } from 'react-router';
import type { AssessmentResult, CaseDetail, CaseTask } from '../api/types.ts';
import { ConcernList } from '../codes/concern-picker.tsx';
import { CaseReports } from '../concern/case-reports.tsx';
import { useDistrictName, useStaffName, useUnitName } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { CaseHeader } from '../lifecycle/case-header.tsx';
import { useStanding } from '../lifecycle/queries.ts';
import { Further } from '../papers/further.tsx';
import { ChildName, Code, PersonName } from '../ui/names.tsx';
import { Page } from '../ui/page.tsx';
import { Facts, Loaded, Panel } from '../ui/panel.tsx';
import { DateOnly, Moment } from '../ui/time.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { CASE_PARTS, partOf } from './case-parts.tsx';
import { CaseParts } from './case-parts-nav.tsx';
import { CaseReferrals } from './case-referrals.tsx';
import { CaseRisk } from './case-risk.tsx';
import { ConsentList } from './consent-list.tsx';
import { TaskList } from './task-list.tsx';
import { CaseWarnings } from './case-warnings.tsx';
import { useAssessments, useCase } from './queries.ts';

export function CasePage() {
  const { id = '', part } = useParams();
  const { t } = useTexts();
  const shown = partOf(part);
  const query = useCaseCatchingUp(id);
  const detail = query.data?.data;
  return (
    <Page
      title={detail === undefined ? t('case.title') : `${t('case.title')} ${detail.number}`}
      heading={detail !== undefined && <>{t('case.title')} <Code>{detail.number}</Code></>}
      back={{ to: '/cases', text: t('nav.cases') }}
    >
      <Loaded query={query} lines={8}>
        {({ data }) => (
          <Stack gap="lg" data-testid="case" data-id={data.id}>
            <CaseHeader detail={data} brief={shown !== undefined && shown.id !== 'steps'} />
            <FurtherWarnings detail={data} />
            {CASE_PARTS.length > 0 && <CaseParts caseId={data.id} current={shown?.id} />}
            {shown === undefined ? (
              <Overview detail={data} />
            ) : (
              <Suspense fallback={<Waiting />}>
                <shown.Content detail={data} />
              </Suspense>
            )}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

/** What the header does not say already. */
function FurtherWarnings({ detail }: { detail: CaseDetail }) {
  const said = useStanding(detail).data?.warnings.map((warning) => warning.code) ?? [];
  return <CaseWarnings codes={detail.warnings?.filter((code) => !said.includes(code))} />;
}

function Overview({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  return (
    <>
      <ChildPanel detail={detail} />
      <CaseRisk detail={detail} />
      <Panel title={t('case.tasks')} testId="tasks">
        <TaskList tasks={detail.tasks} empty={t('case.no-tasks')} />
        <Further<CaseTask> path={`/cases/${detail.id}/done-tasks`} from={detail.doneTasksNext}>{(tasks) => <TaskList tasks={tasks} empty="" />}</Further>
      </Panel>
      <ConsentList detail={detail} />
      <CaseReferrals detail={detail} />
      <CaseReports detail={detail} />
      <CaseFacts detail={detail} />
    </>
  );
}

/** A minute after an assessment the case is asked again until the new level has reached it. */
function useCaseCatchingUp(id: string) {
  const [catchingUp, setCatchingUp] = useState(false);
  const query = useCase(id, catchingUp ? 2_000 : false);
  const newest = useAssessments(id).data?.reduce<AssessmentResult | undefined>(
    (last, one) => (one.riskLevel !== undefined && (last === undefined || one.recordedAt > last.recordedAt) ? one : last),
    undefined,
  );
  const applied = query.data?.data.riskAssessmentId;
  const behind =
    query.data !== undefined &&
    newest !== undefined &&
    newest.id !== applied &&
    Date.now() - Date.parse(newest.recordedAt) < 60_000;
  useEffect(() => setCatchingUp(behind), [behind]);
  return query;
}

function ChildPanel({ detail }: { detail: CaseDetail }) {
  const { t, label } = useTexts();
  const { child } = detail;
  const age = (
    <>
      {t('child.years', { years: child.ageYears })}
      {child.birthDate !== undefined ? (
        <> (<DateOnly at={child.birthDate} />)</>
      ) : (
        child.ageBasis !== undefined && <> ({t('child.estimated')}{t('list.comma')}{label('age-basis', child.ageBasis)})</>
      )}
    </>
  );
  return (
    <Panel title={t('case.child')} testId="child">
      <Text size="xl" fw={650} mb="sm" data-testid="child-name"><ChildName names={child.names} /></Text>
      <Facts
        facts={[
          [t('child.known-as'), child.names.knownAs && <PersonName name={child.names.knownAs} />],
          [t('child.sex'), label('sex', child.sex)],
          [t('child.age'), age],
          [t('child.language'), child.language && label('language', child.language)],
          [t('child.safe-contact'), child.safeContact && <bdi dir="auto">{child.safeContact}</bdi>],
          [t('child.address'), child.address && <bdi dir="auto">{child.address}</bdi>],
        ]}
      />
    </Panel>
  );
}

function CaseFacts({ detail }: { detail: CaseDetail }) {
  const { t, label } = useTexts();
  const districtName = useDistrictName();
  const unitName = useUnitName();
  const staffName = useStaffName(detail.unitId);
  const owner = detail.ownerId === undefined ? undefined : staffName(detail.ownerId);
  return (
    <Panel title={t('case.facts')}>
      <Facts
        facts={[
          [t('case.state'), label('case-state', detail.state)],
          [t('report.concerns'), <ConcernList codes={detail.concerns} />],
          [t('case.owner'), detail.ownerId === undefined ? t('case.no-owner') : owner === undefined ? t('directory.colleague') : <PersonName name={owner} />],
          [t('case.unit'), unitName(detail.unitId)],
          [t('case.district'), districtName(detail.districtCode)],
          [t('case.opened'), <Moment at={detail.openedAt} />],
          [t('case.recorded'), <Moment at={detail.recordedAt} />],
        ]}
      />
    </Panel>
  );
}
