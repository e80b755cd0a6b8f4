import { Stack } from '@mantine/core';
import { lazy as later, Suspense, useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { tellSignedOut } from './api/client.ts';
import { asProblem } from './api/problem.ts';
import { ROLES, type Role } from './api/types.ts';
import { HomePage } from './home/home-page.tsx';
import { loadPageTexts } from './i18n/language-provider.tsx';
import { useTexts } from './i18n/text.ts';
import { LandingPage } from './session/landing-page.tsx';
import { useOnePerson } from './session/one-person.ts';
import { useMe, useSession } from './session/session.ts';
import { SignedInPage } from './session/signed-in-page.tsx';
import { FailureBoundary } from './shell/failure-boundary.tsx';
import { KeptWords } from './shell/kept-words.tsx';
import { Layout } from './shell/layout.tsx';
import { mayGo, startFor, UNIT_STAFF } from './shell/navigation.ts';
import { Page } from './ui/page.tsx';
import { ProblemNotice } from './ui/problem-notice.tsx';
import { Waiting } from './ui/waiting.tsx';

/** A page and what it says come when it is opened. */
function lazy<P>(load: () => Promise<{ default: ComponentType<P> }>) {
  return later(async () => (await Promise.all([load(), loadPageTexts()]))[0]);
}

const AssessPage = lazy(() => import('./assessment/assess-page.tsx'));
const CasePage = lazy(async () => ({ default: (await import('./cases/case-page.tsx')).CasePage }));
const RecordConsentPage = lazy(async () => ({ default: (await import('./consent/record-consent-page.tsx')).RecordConsentPage }));
const ReferPage = lazy(async () => ({ default: (await import('./referral/refer-page.tsx')).ReferPage }));
const ReferralPage = lazy(async () => ({ default: (await import('./referral/referral-page.tsx')).ReferralPage }));
const SentPage = lazy(() => import('./referral/sent-page.tsx'));
const TriagePage = lazy(async () => ({ default: (await import('./triage/triage-page.tsx')).TriagePage }));
const MyReportsPage = lazy(async () => ({ default: (await import('./concern/my-reports-page.tsx')).MyReportsPage }));
const RecordConcernPage = lazy(async () => ({ default: (await import('./concern/record-concern-page.tsx')).RecordConcernPage }));
const ReportPage = lazy(async () => ({ default: (await import('./concern/report-page.tsx')).ReportPage }));
const CasesPage = lazy(async () => ({ default: (await import('./cases/cases-page.tsx')).CasesPage }));
const TriageQueuePage = lazy(async () => ({ default: (await import('./triage/triage-queue-page.tsx')).TriageQueuePage }));
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
const FindServicePage = lazy(() => import('./directory/find-service-page.tsx'));
const ServicePage = lazy(() => import('./directory/service-page.tsx'));
const KeepPlacesPage = lazy(() => import('./directory/keep-places-page.tsx'));
const KeepIdentityPage = lazy(() => import('./directory/keep-identity-page.tsx'));
const KeepServicePage = lazy(() => import('./directory/keep-service-page.tsx'));
const ImportsPage = lazy(() => import('./imports/imports-page.tsx'));
const TransfersPage = lazy(() => import('./move/transfers-page.tsx'));
const CaseRequestsPage = lazy(() => import('./move/case-requests-page.tsx'));
const UnassignedPage = lazy(() => import('./move/unassigned-page.tsx'));
const EmergencyPage = lazy(() => import('./move/emergency-page.tsx'));
const CommissionPage = lazy(() => import('./move/commission-page.tsx'));
const OverduePage = lazy(() => import('./tasks/overdue-page.tsx'));
const InboxPage = lazy(() => import('./partner/inbox-page.tsx'));
const PartnerReferralPage = lazy(() => import('./partner/partner-referral-page.tsx'));
const RoomQuestionsPage = lazy(() => import('./partner/questions-page.tsx'));
const StaffPage = lazy(() => import('./staff/staff-page.tsx'));
const MemberPage = lazy(() => import('./staff/member-page.tsx'));
const AgencySettingsPage = lazy(() => import('./partner/settings-page.tsx'));
const PacketPoliciesPage = lazy(() => import('./policies/packet-policies-page.tsx'));
const CaseCodesPage = lazy(() => import('./policies/case-codes-page.tsx'));
const CasePoliciesPage = lazy(() => import('./policies/case-policies-page.tsx'));
const ReferralCodesPage = lazy(() => import('./policies/referral-codes-page.tsx'));
const AgenciesPage = lazy(() => import('./webhooks/agencies-page.tsx'));
const AgencyPage = lazy(() => import('./webhooks/agency-page.tsx'));
const EndpointPage = lazy(() => import('./webhooks/endpoint-page.tsx'));
const LinkPage = lazy(() => import('./link/link-page.tsx'));
const DuplicatePage = lazy(() => import('./duplicates/duplicate-page.tsx'));
const DuplicatesPage = lazy(() => import('./duplicates/duplicates-page.tsx'));

const AGENCY: readonly Role[] = ['partner-worker'];
const TRIAGE: readonly Role[] = ['social-worker', 'protection-officer', 'supervisor'];
const DIRECTORY_READERS: readonly Role[] = [...UNIT_STAFF, 'helpline-operator', 'commission-admin', 'partner-worker'];

/** A secure link is read by somebody without an account; everything else is for who is signed in. */
export function Screens() {
  const { pathname } = useLocation();
  if (pathname === '/link') return <Suspense fallback={<Waiting />}><LinkPage /></Suspense>;
  return <SignedInScreens />;
}

function SignedInScreens() {
  useOnePerson();
  const session = useSession();
  const signedIn = session.data?.signedIn === true;
  const me = useMe(signedIn);
  const { pathname } = useLocation();
  const [entered, setEntered] = useState(false);
  const known = session.data !== undefined;
  // Whoever has been in keeps the page, with all that is typed in it, when the session ends.
  useEffect(() => {
    if (signedIn) {
      setEntered(true);
      // So that also a refusal on the first screen finds its words; a page asks again, and says when they do not come.
      loadPageTexts().catch(() => undefined);
    } else if (known && entered) tellSignedOut();
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
    ...(me.data === undefined ? {} : { certificate: me.data.certificate ?? ('none' as const) }),
  };
  return (
    <Layout person={person} roles={roles}>
      <KeptWords roles={roles} />
      <FailureBoundary place={pathname}>
        <Suspense fallback={<Waiting />}>
          <Places roles={roles} displayName={person.displayName} districtCode={onlyDistrict(me.data?.unit?.districtCodes)} agencyId={me.data?.agency?.id} />
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
  agencyId: string | undefined;
}

function Places({ roles, displayName, districtCode, agencyId }: PlacesProps) {
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
      <Route path="/referrals" element={only(UNIT_STAFF, <SentPage roles={roles} />)} />
      <Route path="/referrals/:id" element={only(UNIT_STAFF, <ReferralPage />)} />
      <Route path="/overdue" element={only(['supervisor'], <OverduePage />)} />
      <Route path="/imports" element={only(['supervisor'], <ImportsPage />)} />
      <Route path="/unassigned" element={only(['supervisor'], <UnassignedPage />)} />
      <Route path="/case-requests" element={only(TRIAGE, <CaseRequestsPage />)} />
      <Route path="/transfers" element={only(['supervisor'], <TransfersPage />)} />
      <Route path="/emergency" element={only(UNIT_STAFF, <EmergencyPage />)} />
      <Route path="/commission-requests" element={only(['commission-admin'], <CommissionPage />)} />
      <Route path="/agency" element={only(AGENCY, <InboxPage />)} />
      <Route path="/agency/room" element={only(AGENCY, <RoomQuestionsPage />)} />
      <Route path="/agency/settings" element={only(AGENCY, <AgencySettingsPage />)} />
      <Route path="/agency/:id" element={only(AGENCY, <PartnerReferralPage />)} />
      <Route path="/dashboard" element={only(['commission-monitor'], <DashboardPage />)} />
      <Route path="/directory" element={only(['commission-admin'], <DirectoryPage />)} />
      <Route path="/services" element={only(DIRECTORY_READERS, <FindServicePage roles={roles} districtCode={districtCode} />)} />
      <Route path="/services/:id" element={only(DIRECTORY_READERS, <ServicePage roles={roles} agencyId={agencyId} />)} />
      <Route path="/services/:id/places" element={only(['commission-admin', 'partner-worker'], <KeepPlacesPage />)} />
      <Route path="/services/:id/identity" element={only(['commission-admin'], <KeepIdentityPage />)} />
      <Route path="/services/:id/keep" element={only(['commission-admin', 'partner-worker'], <KeepServicePage />)} />
      <Route path="/staff" element={only(['commission-admin'], <StaffPage />)} />
      <Route path="/staff/:id" element={only(['commission-admin'], <MemberPage />)} />
      <Route path="/agencies" element={only(['commission-admin'], <AgenciesPage />)} />
      <Route path="/agencies/:id" element={only(['commission-admin'], <AgencyPage />)} />
      <Route path="/agencies/:id/webhooks/:endpoint" element={only(['commission-admin'], <EndpointPage />)} />
      <Route path="/catalogue" element={only(['commission-admin'], <CataloguePage />)} />
      <Route path="/catalogue/:id/:version" element={only(['commission-admin'], <InstrumentPage />)} />
      <Route path="/packet-policies" element={only(['commission-admin'], <PacketPoliciesPage />)} />
      <Route path="/referral-codes" element={only(['commission-admin'], <ReferralCodesPage />)} />
      <Route path="/case-codes" element={only(['commission-admin'], <CaseCodesPage />)} />
      <Route path="/case-policies" element={only(['commission-admin'], <CasePoliciesPage />)} />
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
