import { Badge, Group, Stack, Text } from '@mantine/core';
import type { CaseDetail } from '../api/types.ts';
import classes from '../casework/casework.module.css';
import { useTexts } from '../i18n/text.ts';
import { Empty, Facts, Panel } from '../ui/panel.tsx';
import { Countdown, Moment } from '../ui/time.tsx';
import { Adding } from './adding.tsx';
import { Further } from './further.tsx';
import { useCodes } from './queries.ts';
import { RecordForm, type Question } from './record-form.tsx';
import { hearingAgain, matterAgain } from './saved.ts';
import { HEARING_PURPOSES, MATTER_KINDS, MATTER_OUTCOMES, type Hearing, type Legal, type Matter } from './types.ts';

interface Props {
  detail: CaseDetail;
  legal: Legal;
}

/** The matter something belongs to, where the case has any. */
export function useMatterQuestion(legal: Legal): Question[] {
  const { t } = useTexts();
  if (legal.matters.length === 0) return [];
  const options = legal.matters.map((one) => ({ value: one.id, label: [one.court, one.number].filter(Boolean).join(' ') }));
  return [{ name: 'matterId', label: t('courts.matter'), kind: 'select', options }];
}

export function Hearings({ detail, legal }: Props) {
  const { t } = useTexts();
  const purposes = useCodes('hearing-purpose', HEARING_PURPOSES);
  const matter = useMatterQuestion(legal);
  const list = (hearings: Hearing[]) => (
    <ul className="hifazat-list">
      {hearings.map((one) => <HearingItem key={one.id} detail={detail} hearing={one} purpose={purposes.name(one.purpose)} />)}
    </ul>
  );
  return (
    <Panel title={t('courts.hearings')} testId="hearings">
      <Stack gap="md">
        <Adding detail={detail} text={t('courts.plan-hearing')} testId="plan-hearing">
          {(close) => (
            <RecordForm
              path={`/cases/${detail.id}/hearings`}
              questions={[
                { name: 'plannedFor', label: t('courts.date'), kind: 'planned', required: true },
                { name: 'purpose', label: t('courts.purpose'), kind: 'select', required: true, options: purposes.options },
                ...matter,
                { name: 'note', label: t('courts.hearing-note'), kind: 'words' },
              ]}
              submitText={t('papers.save')}
              testId="hearing-form"
              onClose={close}
            />
          )}
        </Adding>
        {legal.hearings.length === 0 ? (
          <Empty text={t('courts.no-hearings')} />
        ) : (
          list(legal.hearings)
        )}
        <Further<Hearing> path={`/cases/${detail.id}/hearings`} from={legal.next.hearings}>{list}</Further>
      </Stack>
    </Panel>
  );
}

function HearingItem({ detail, hearing, purpose }: { detail: CaseDetail; hearing: Hearing; purpose: string }) {
  const { t, label } = useTexts();
  const planned = hearing.state === 'planned';
  return (
    <li className={classes['card']} data-testid="hearing" data-state={hearing.state}>
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Text fw={600}>{purpose}</Text>
          {planned ? <Countdown until={hearing.plannedFor} /> : <Badge variant="light" color="gray">{label('hearing-state', hearing.state)}</Badge>}
        </Group>
        <Text size="sm" c="dimmed"><Moment at={hearing.plannedFor} /></Text>
        {hearing.note !== undefined && <p className={classes['words']} dir="auto">{hearing.note}</p>}
        {hearing.childAttended !== undefined && (
          <Text size="sm">{t(hearing.childAttended ? 'courts.child-came' : 'courts.child-did-not-come')}</Text>
        )}
        {hearing.outcome !== undefined && <p className={classes['words']} dir="auto">{hearing.outcome}</p>}
        {planned && (
          <Adding detail={detail} text={t('courts.record-outcome')} testId="hearing-outcome">
            {(close) => (
              <RecordForm
                path={`/hearings/${hearing.id}/outcome`}
                changing={{ ifMatch: hearing.etag, readAgain: () => hearingAgain(detail.id, hearing.id) }}
                questions={[
                  {
                    name: 'result',
                    label: t('courts.result'),
                    kind: 'choice',
                    required: true,
                    options: ['held', 'adjourned', 'cancelled'].map((value) => ({ value, label: label('hearing-state', value) })),
                  },
                  { name: 'happenedAt', label: t('courts.known-when'), kind: 'moment', required: true },
                  { name: 'childAttended', label: t('courts.did-child-come'), kind: 'yes-no', required: true, when: (values) => values['result'] === 'held' },
                  { name: 'note', label: t('courts.outcome'), kind: 'words' },
                  { name: 'nextAt', label: t('courts.next-date'), kind: 'planned' },
                ]}
                submitText={t('papers.save')}
                testId="outcome-form"
                onClose={close}
              />
            )}
          </Adding>
        )}
      </Stack>
    </li>
  );
}

export function Matters({ detail, legal }: Props) {
  const { t } = useTexts();
  const kinds = useCodes('court-matter', MATTER_KINDS);
  const list = (matters: Matter[]) => (
    <ul className="hifazat-list">{matters.map((one) => <MatterItem key={one.id} detail={detail} matter={one} kind={kinds.name(one.kind)} />)}</ul>
  );
  return (
    <Panel title={t('courts.matters')} testId="matters">
      <Stack gap="md">
        <Adding detail={detail} text={t('courts.begin')} testId="begin-matter">
          {(close) => (
            <RecordForm
              path={`/cases/${detail.id}/court-matters`}
              questions={[
                { name: 'kind', label: t('courts.kind'), kind: 'select', required: true, options: kinds.options },
                { name: 'court', label: t('courts.court'), kind: 'line', required: true },
                { name: 'number', label: t('courts.number'), kind: 'line' },
                { name: 'cognizanceAt', label: t('courts.cognizance'), kind: 'moment', required: true, description: t('courts.thirty-days') },
                { name: 'note', label: t('papers.note'), kind: 'words' },
              ]}
              submitText={t('papers.save')}
              testId="matter-form"
              onClose={close}
            />
          )}
        </Adding>
        {legal.matters.length === 0 ? (
          <Empty text={t('courts.no-matters')} />
        ) : (
          list(legal.matters)
        )}
        <Further<Matter> path={`/cases/${detail.id}/court-matters`} from={legal.next.matters}>{list}</Further>
      </Stack>
    </Panel>
  );
}

function MatterItem({ detail, matter, kind }: { detail: CaseDetail; matter: Matter; kind: string }) {
  const { t } = useTexts();
  const outcomes = useCodes('matter-outcome', MATTER_OUTCOMES);
  return (
    <li className={classes['card']} data-testid="matter">
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Text fw={600}>{kind}</Text>
          {matter.decidedAt === undefined && matter.targetAt !== undefined && <Countdown until={matter.targetAt} />}
        </Group>
        <Facts
          facts={[
            [t('courts.court'), <bdi key="c" dir="auto">{matter.court}</bdi>],
            [t('courts.number'), matter.number && <bdi>{matter.number}</bdi>],
            [t('courts.cognizance'), <Moment key="g" at={matter.cognizanceAt} />],
            [t('courts.target'), matter.targetAt && <Moment at={matter.targetAt} />],
            [t('courts.decided'), matter.decidedAt && <Moment at={matter.decidedAt} />],
            [t('courts.outcome'), matter.outcome && outcomes.name(matter.outcome)],
          ]}
        />
        {matter.note !== undefined && <p className={classes['words']} dir="auto">{matter.note}</p>}
        {matter.decidedAt === undefined && (
          <Adding detail={detail} text={t('courts.decide')} testId="decide-matter">
            {(close) => (
              <RecordForm
                path={`/court-matters/${matter.id}/decision`}
                changing={{ ifMatch: matter.etag, readAgain: () => matterAgain(detail.id, matter.id) }}
                questions={[
                  { name: 'outcome', label: t('courts.outcome'), kind: 'select', required: true, options: outcomes.options },
                  { name: 'happenedAt', label: t('courts.decided'), kind: 'moment', required: true },
                ]}
                submitText={t('papers.save')}
                testId="decision-form"
                onClose={close}
              />
            )}
          </Adding>
        )}
      </Stack>
    </li>
  );
}
