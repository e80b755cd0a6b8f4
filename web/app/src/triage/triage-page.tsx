import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { Report, SearchAnswer } from '../api/types.ts';
import { ReportFacts } from '../concern/report-facts.tsx';
import { useReport } from '../concern/queries.ts';
import { ReportWay } from '../concern/report-way.tsx';
import { useTexts } from '../i18n/text.ts';
import { ChoiceField } from '../ui/fields.tsx';
import { Code } from '../ui/names.tsx';
import { Page } from '../ui/page.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { Moment } from '../ui/time.tsx';
import { ChildSearch, type SearchAgain } from './child-search.tsx';
import { FollowUpForm } from './follow-up-form.tsx';
import { JoinCaseForm } from './join-case-form.tsx';
import { NoConcernForm } from './no-concern-form.tsx';
import { OpenCaseForm } from './open-case-form.tsx';
import { ReferOnForm } from './refer-on-form.tsx';
import type { DecisionProps } from './use-decision.ts';
import { WrongDistrictForm } from './wrong-district-form.tsx';

export function TriagePage() {
  const { id = '' } = useParams();
  const { t } = useTexts();
  const report = useReport(id);
  return (
    <Page title={t('triage.page-title')} back={{ to: '/triage', text: t('nav.triage') }} lead={t('triage.page-lead')}>
      <Loaded query={report} lines={6}>
        {({ data, etag }) => (
          <Stack gap="lg">
            <ReportFacts report={data} />
            <ReportWay report={data} />
            {data.state === 'triaged' ? (
              <Decided report={data} etag={etag} onReload={() => void report.refetch()} />
            ) : (
              <Decide report={data} etag={etag} onReload={() => void report.refetch()} />
            )}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function Decided({ report, etag, onReload }: DecideProps) {
  const { t, label } = useTexts();
  return (
    <>
    {report.followUpDue !== undefined && <FollowUpForm report={report} due={report.followUpDue} etag={etag} onReload={onReload} />}
    <Panel title={t('triage.decided')} testId="decided">
      <Text>
        {report.decision !== undefined && label('decision', report.decision)}
        {report.triagedAt !== undefined && <> · <Moment at={report.triagedAt} /></>}
      </Text>
      {report.caseId !== undefined && (
        <Anchor component={Link} to={`/cases/${report.caseId}`} className="hifazat-row-link">{t('triage.to-case')}</Anchor>
      )}
      {report.decisionReason !== undefined && <Text size="sm" dir="auto">{report.decisionReason}</Text>}
    </Panel>
    </>
  );
}

/** What may be seen at a glance: nobody has to search for the child first. */
function NotOurs(props: DecisionProps) {
  const { t } = useTexts();
  const [outcome, setOutcome] = useState('');
  return (
    <Panel title={t('triage.not-ours')} testId="not-ours">
      <Stack gap="lg">
        <ChoiceField
          name="not-ours"
          value={outcome}
          error={undefined}
          label={t('triage.not-ours-question')}
          onChange={(event) => setOutcome(event.currentTarget.value)}
          options={[
            { value: 'wrong-district', label: t('decision.wrong-district'), description: t('triage.wrong-district-hint') },
            { value: 'refer-on', label: t('decision.refer-on'), description: t('triage.refer-on-hint') },
          ]}
        />
        {outcome === 'wrong-district' && <WrongDistrictForm {...props} />}
        {outcome === 'refer-on' && <ReferOnForm {...props} />}
      </Stack>
    </Panel>
  );
}

interface DecideProps {
  report: Report;
  etag: string | undefined;
  onReload: () => void;
}

function Decide({ report, etag, onReload }: DecideProps) {
  const { t } = useTexts();
  const go = useNavigate();
  const [answer, setAnswer] = useState<SearchAnswer>();
  const [searchAgain, setSearchAgain] = useState<SearchAgain>();
  const [decision, setDecision] = useState('');
  const [searched, setSearched] = useState<{ given: string; father: string }>({ given: '', father: '' });
  const [stoodIn, setStoodIn] = useState<string>();
  if (stoodIn !== undefined) return <StoodIn number={stoodIn} />;
  return (
    <>
      <ChildSearch
        hint={report.childHint}
        again={searchAgain}
        onFound={(found, names) => {
          setAnswer(found);
          setSearched(names);
          setSearchAgain(undefined);
        }}
      />
      {answer !== undefined && (
        <Panel title={t('triage.decide')} testId="decide">
          <Stack gap="lg">
            <ChoiceField
              name="decision"
              value={decision}
              error={undefined}
              label={t('triage.decision')}
              onChange={(event) => setDecision(event.currentTarget.value)}
              options={[
                { value: 'open-case', label: t('decision.open-case'), description: t('triage.open-case-hint') },
                { value: 'join-case', label: t('decision.join-case'), description: t('triage.join-case-hint') },
                { value: 'no-concern', label: t('decision.no-concern'), description: t('triage.no-concern-hint') },
              ]}
            />
            {decision === 'open-case' && (
              <OpenCaseForm
                report={report}
                etag={etag}
                search={answer}
                names={searched}
                onSearchAgain={setSearchAgain}
                onReload={onReload}
                onOpened={(opened) => (opened.standIn === true ? setStoodIn(opened.caseNumber) : void go(`/cases/${opened.caseId}`))}
              />
            )}
            {decision === 'join-case' && (
              <JoinCaseForm report={report} etag={etag} search={answer} onReload={onReload} onDone={() => void go('/triage')} />
            )}
            {decision === 'no-concern' && (
              <NoConcernForm report={report} etag={etag} onReload={onReload} onDone={() => void go('/triage')} />
            )}
          </Stack>
        </Panel>
      )}
      <NotOurs report={report} etag={etag} onReload={onReload} onDone={() => void go('/triage')} />
    </>
  );
}

/** The case is open and safe; whoever opened it may have no more, and a supervisor answers for it. */
function StoodIn({ number }: { number: string }) {
  const { t } = useTexts();
  return (
    <Alert title={t('triage.stood-in')} role="status" data-testid="stood-in">
      <Text><Code>{number}</Code></Text>
      <Text size="sm">{t('triage.stood-in-text')}</Text>
      <Anchor component={Link} to="/triage" className="hifazat-row-link">{t('triage.to-queue')}</Anchor>
    </Alert>
  );
}
