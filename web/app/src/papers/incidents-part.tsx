import { Badge, Group, Stack, Text } from '@mantine/core';
import type { CaseDetail } from '../api/types.ts';
import classes from '../casework/casework.module.css';
import { CONCERN_GROUPS } from '../codes/lists.ts';
import { useTexts } from '../i18n/text.ts';
import { usePersons } from '../people/queries.ts';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Panel } from '../ui/panel.tsx';
import { Moment } from '../ui/time.tsx';
import { Adding } from './adding.tsx';
import { MissingPanel } from './missing-panel.tsx';
import { useCodes } from './queries.ts';
import { RecordForm } from './record-form.tsx';
import { incidentAgain } from './saved.ts';
import { FINDINGS, PLACES, type Incident } from './types.ts';

const CONCERNS = CONCERN_GROUPS.flatMap((one) => one.codes);
const COLORS: Record<string, string> = { alleged: 'yellow', substantiated: 'red' };

/** What is said to have been done to the child and what was found; whether the child is missing. */
export default function IncidentsPart({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  const pages = usePages<Incident>('cases', `/cases/${detail.id}/incidents`);
  return (
    <Stack gap="lg">
      <MissingPanel detail={detail} />
      <Panel title={t('incidents.title')} testId="incidents">
        <Stack gap="md">
          <Adding detail={detail} text={t('incidents.record')} testId="record-incident">
            {(close) => <IncidentForm detail={detail} onClose={close} />}
          </Adding>
          <PagedList pages={pages} empty={t('incidents.none')}>
            {(items) => <ul className="hifazat-list">{items.map((one) => <IncidentItem key={one.id} detail={detail} incident={one} />)}</ul>}
          </PagedList>
        </Stack>
      </Panel>
    </Stack>
  );
}

function IncidentItem({ detail, incident }: { detail: CaseDetail; incident: Incident }) {
  const { t } = useTexts();
  const concerns = useCodes('concern', CONCERNS);
  const places = useCodes('place-kind', PLACES);
  const findings = useCodes('incident-finding', FINDINGS);
  const persons = usePersons(detail.id);
  const person = persons.data?.find((one) => one.id === incident.personId);
  return (
    <li className={classes['card']} data-testid="incident" data-finding={incident.finding}>
      <Stack gap="sm">
        <Group justify="space-between" gap="sm" align="flex-start">
          <Text fw={600}>{incident.concerns.map(concerns.name).join(t('list.comma'))}</Text>
          <Badge variant="light" color={COLORS[incident.finding] ?? 'gray'}>{findings.name(incident.finding)}</Badge>
        </Group>
        <Text size="sm" c="dimmed"><Moment at={incident.happenedAt} />{t('list.comma')}{places.name(incident.placeKind)}</Text>
        {incident.personId !== undefined && (
          <Text size="sm" c="red" fw={600} data-testid="alleged-person">
            {t('incidents.who')} <bdi dir="auto">{person?.name ?? t('incidents.somebody')}</bdi>
          </Text>
        )}
        <p className={classes['words']} dir="auto">{incident.account}</p>
        {incident.findings.map((one) => (
          <div key={`${one.happenedAt} ${one.finding}`} className={classes['nested']} data-testid="finding">
            <Text size="sm" fw={600}>{findings.name(one.finding)}{t('list.comma')}<Moment at={one.happenedAt} /></Text>
            <p className={classes['words']} dir="auto">{one.reason}</p>
          </div>
        ))}
        <Adding detail={detail} text={t('incidents.find')} testId="record-finding" subtle>
          {(close) => (
            <RecordForm
              path={`/incidents/${incident.id}/findings`}
              changing={{ ifMatch: incident.etag, readAgain: () => incidentAgain(detail.id, incident.id) }}
              questions={[
                { name: 'finding', label: t('incidents.finding'), kind: 'select', required: true, options: findings.options },
                { name: 'happenedAt', label: t('incidents.found-when'), kind: 'moment', required: true },
                { name: 'reason', label: t('incidents.reason'), kind: 'words', required: true },
              ]}
              submitText={t('papers.save')}
              testId="finding-form"
              onClose={close}
            />
          )}
        </Adding>
      </Stack>
    </li>
  );
}

function IncidentForm({ detail, onClose }: { detail: CaseDetail; onClose: () => void }) {
  const { t } = useTexts();
  const concerns = useCodes('concern', CONCERNS);
  const places = useCodes('place-kind', PLACES);
  const findings = useCodes('incident-finding', FINDINGS);
  const persons = usePersons(detail.id);
  const feared = (persons.data ?? []).filter((one) => one.roles.includes('person-of-concern'));
  return (
    <RecordForm
      path={`/cases/${detail.id}/incidents`}
      questions={[
        { name: 'concerns', label: t('incidents.what'), kind: 'codes', required: true, options: concerns.options },
        { name: 'happenedAt', label: t('incidents.when'), kind: 'moment', required: true },
        { name: 'placeKind', label: t('incidents.where'), kind: 'select', required: true, options: places.options },
        {
          name: 'personId',
          label: t('incidents.who'),
          kind: 'select',
          options: feared.map((one) => ({ value: one.id, label: one.name })),
          description: t('incidents.who-help'),
        },
        { name: 'finding', label: t('incidents.finding'), kind: 'select', required: true, value: 'alleged', options: findings.options },
        { name: 'account', label: t('incidents.account'), kind: 'words', required: true },
      ]}
      submitText={t('incidents.save')}
      testId="incident-form"
      onClose={onClose}
    />
  );
}
