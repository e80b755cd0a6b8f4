import { Stack } from '@mantine/core';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { tellSignedOut } from './api/client.ts';
import { asProblem } from './api/problem.ts';
import { ROLES, type Role } from './api/types.ts';
import { CasesPage } from './cases/cases-page.tsx';
import { MyReportsPage } from './concern/my-reports-page.tsx';
import { RecordConcernPage } from './concern/record-concern-page.tsx';
import { ReportPage } from './concern/report-page.tsx';
import { HomePage } from './home/home-page.tsx';
import { useTexts } from './i18n/text.ts';
import { LandingPage } from './session/landing-page.tsx';
import { useMe, useSession } from './session/session.ts';
import { SignedInPage } from './session/signed-in-page.tsx';
import { FailureBoundary } from './shell/failure-boundary.tsx';
import { Layout } from './shell/layout.tsx';
import { mayGo, startFor, UNIT_STAFF } from './shell/navigation.ts';
import { TriageQueuePage } from './triage/triage-queue-page.tsx';
import { Page } from './ui/page.tsx';
import { ProblemNotice } from './ui/problem-notice.tsx';
import { Waiting } from './ui/waiting.tsx';

const AssessPage = lazy(() => import('./assessment/assess-page.tsx'));
const CasePage = lazy(async () => ({ default: (await import('./cases/case-page.tsx')).CasePage }));
const RecordConsentPage = lazy(async () => ({ default: (await import('./consent/record-consent-page.tsx')).RecordConsentPage }));
const ReferPage = lazy(async () => ({ default: (await import('./referral/refer-page.tsx')).ReferPage }));
const ReferralPage = lazy(async () => ({ default: (await import('./referral/referral-page.tsx')).ReferralPage }));
const TriagePage = lazy(async () => ({ default: (await import('./triage/triage-page.tsx')).TriagePage }));
const DashboardPage = lazy(() => import('./dashboard/dashboard-page.tsx'));
const AssessmentPage = lazy(() => import('./assessment/assessment-page.tsx'));
const DevicesPage = lazy(() => import('./instruments/devices-page.tsx'));
const CataloguePage = lazy(() => import('./instruments/catalogue-page.tsx'));
const InstrumentPage = lazy(() => import('./instruments/instrument-page.tsx'));
const CountersignaturesPage = lazy(() => import('./assessment/countersignatures-page.tsx'));
const DeadlinesPage = lazy(() => import('./deadlines/deadlines-page.tsx'));
const SearchPage = lazy(() => import('./search/search-page.tsx'));
const ApprovalsPage = lazy(() => import('./lifecycle/approvals-page.tsx'));
const ApprovalPage = lazy(() => import('./lifecycle/approval-page.tsx'));
const DirectoryPage = lazy(() => import('./directory/directory-page.tsx'));
const ImportsPage = lazy(() => import('./imports/imports-page.tsx'));
const TransfersPage = lazy(() => import('./move/transfers-page.tsx'));
const CaseRequestsPage = lazy(() => import('./move/case-requests-page.tsx'));
const UnassignedPage = lazy(() => import('./move/unassigned-page.tsx'));
const EmergencyPage = lazy(() => import('./move/emergency-page.tsx'));
const CommissionPage = lazy(() => import('./move/commission-page.tsx'));
const OverduePage = lazy(() => import('./tasks/overdue-page.tsx'));
const DuplicatePage = lazy(() => import('./duplicates/duplicate-page.tsx'));
const DuplicatesPage = lazy(() => import('./duplicates/duplicates-page.tsx'));

const TRIAGE: readonly Role[] = ['social-worker', 'protection-officer', 'supervisor'];

export function Screens() {
  const session = useSession();
  const signedIn = session.data?.signedIn === true;
  const me = useMe(signedIn);
  const { pathname } = useLocation();
  const [entered, setEntered] = useState(false);
  const known = session.data !== undefined;
  // Whoever has been in keeps the page, with all that is typed in it, when the session ends.
  useEffect(() => {
    if (signedIn) setEntered(true);
    else if (known && entered) tellSignedOut();
  }, [signedIn, known, entered]);
  if (session.isPending) return <Waiting />;
  if (session.data === undefined) return <Unreachable error={session.error} onRetry={() => void session.refetch()} />;
  if (!signedIn && !entered) return <LandingPage />;
  if (me.data === undefined && session.data.roles === undefined) {
    if (me.isError) return <Unreachable error={me.error} onRetry={() => void me.refetch()} />;
    return <Waiting />;
  }
  // Keycloak adds roles of its own to a token; they mean nothing here.
  const roles = (me.data?.roles ?? session.data.roles ?? []).filter((role) => ROLES.includes(role));
  const person = {
    displayName: me.data?.displayName ?? session.data.displayName ?? '',
    ...(me.data?.unit ? { unit: me.data.unit } : {}),
    ...(me.data?.certificate ? { certificate: me.data.certificate } : {}),
  };
  return (
    <Layout person={person} roles={roles}>
      <FailureBoundary place={pathname}>
        <Suspense fallback={<Waiting />}>
          <Places roles={roles} displayName={person.displayName} districtCode={onlyDistrict(me.data?.unit?.districtCodes)} />
        </Suspense>
      </FailureBoundary>
    </Layout>
  );
}

function onlyDistrict(codes: string[] | undefined): string | undefined {
  return codes?.[0];
}

interface PlacesProps {
  roles: readonly Role[];
  displayName: string;
  districtCode: string | undefined;
}

function Places({ roles, displayName, districtCode }: PlacesProps) {
  const only = (allowed: readonly Role[], screen: ReactNode) => (mayGo(roles, allowed) ? screen : <NotHere />);
  const start = startFor(roles);
  return (
    <Routes>
      <Route path="/" element={start === '/' ? <HomePage displayName={displayName} roles={roles} /> : <Navigate to={start} replace />} />
      <Route path="/signed-in" element={<SignedInPage />} />
      <Route path="/concerns/new" element={only(['helpline-operator', ...TRIAGE], <RecordConcernPage roles={roles} districtCode={districtCode} />)} />
      <Route path="/concerns" element={only(['helpline-operator'], <MyReportsPage />)} />
      <Route path="/concerns/:id" element={only(['helpline-operator'], <ReportPage />)} />
      <Route path="/triage" element={only(TRIAGE, <TriageQueuePage roles={roles} />)} />
      <Route path="/triage/:id" element={only(TRIAGE, <TriagePage />)} />
      <Route path="/search" element={only(TRIAGE, <SearchPage />)} />
      <Route path="/cases" element={only(UNIT_STAFF, <CasesPage roles={roles} />)} />
      <Route path="/cases/:id" element={only(UNIT_STAFF, <CasePage />)} />
      <Route path="/cases/:id/consents/new" element={only(UNIT_STAFF, <RecordConsentPage />)} />
      <Route path="/cases/:id/assess" element={only(UNIT_STAFF, <AssessPage />)} />
      <Route path="/cases/:id/assess/:instrument" element={only(UNIT_STAFF, <AssessPage />)} />
      <Route path="/cases/:id/drafts/:draft" element={only(UNIT_STAFF, <AssessPage />)} />
      <Route path="/cases/:id/assessments/:assessment" element={only(UNIT_STAFF, <AssessmentPage />)} />
      <Route path="/devices" element={only(UNIT_STAFF, <DevicesPage />)} />
      <Route path="/countersignatures" element={only(['psychologist'], <CountersignaturesPage />)} />
      <Route path="/cases/:id/:part" element={only(UNIT_STAFF, <CasePage />)} />
      <Route path="/cases/:id/refer" element={only(UNIT_STAFF, <ReferPage />)} />
      <Route path="/approvals" element={only(['supervisor'], <ApprovalsPage />)} />
      <Route path="/approvals/:caseId/:id" element={only(['supervisor'], <ApprovalPage />)} />
      <Route path="/duplicates" element={only(TRIAGE, <DuplicatesPage />)} />
      <Route path="/duplicates/:id" element={only(TRIAGE, <DuplicatePage />)} />
      <Route path="/referrals/:id" element={only(UNIT_STAFF, <ReferralPage />)} />
      <Route path="/overdue" element={only(['supervisor'], <OverduePage />)} />
      <Route path="/imports" element={only(['supervisor'], <ImportsPage />)} />
      <Route path="/unassigned" element={only(['supervisor'], <UnassignedPage />)} />
      <Route path="/case-requests" element={only(TRIAGE, <CaseRequestsPage />)} />
      <Route path="/transfers" element={only(['supervisor'], <TransfersPage />)} />
      <Route path="/emergency" element={only(UNIT_STAFF, <EmergencyPage />)} />
      <Route path="/commission-requests" element={only(['commission-admin'], <CommissionPage />)} />
      <Route path="/dashboard" element={only(['commission-monitor'], <DashboardPage />)} />
      <Route path="/directory" element={only(['commission-admin'], <DirectoryPage />)} />
      <Route path="/catalogue" element={only(['commission-admin'], <CataloguePage />)} />
      <Route path="/catalogue/:id/:version" element={only(['commission-admin'], <InstrumentPage />)} />
      <Route path="/deadlines" element={only(['commission-admin'], <DeadlinesPage />)} />
      <Route path="*" element={<NotHere />} />
    </Routes>
  );
}

function NotHere() {
  const { t } = useTexts();
  return <Page title={t('shell.not-here')} lead={t('shell.not-here-text')} back={{ to: '/', text: t('nav.home') }}>{null}</Page>;
}

function Unreachable({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <Stack p="xl" maw={560} mx="auto" component="main">
      <ProblemNotice problem={asProblem(error)} onRetry={onRetry} />
    </Stack>
  );
}
