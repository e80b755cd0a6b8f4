import { Alert, Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CaseDetail } from '../api/types.ts';
import { ConsentTable } from '../cases/consent-list.tsx';
import { useAgencyName } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { Empty, Loaded, Panel } from '../ui/panel.tsx';
import { DateOnly } from '../ui/time.tsx';
import classes from './consent.module.css';
import { guidanceFor } from './consent-rules.ts';
import { OverrideForm } from './override-form.tsx';
import { Overrides } from './overrides.tsx';
import { useConsents } from './queries.ts';
import { RecipientName } from './recipient-name.tsx';
import type { ConsentStanding, OutsideRecipient } from './types.ts';

/** How each matter stands, whose word is missing, what was said, and what goes on without. */
export default function ConsentsPart({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  const query = useConsents(detail.id);
  return (
    <Loaded query={query} lines={6}>
      {(data) => (
        <Stack gap="lg">
          <Panel
            title={t('consents.now')}
            testId="standings"
            action={
              <Button component={Link} to={`/cases/${detail.id}/consents/new`} variant="light" data-testid="record-consent">
                {t('consent.record')}
              </Button>
            }
          >
            <Stack gap="md">
              <Alert color="blue" data-testid="consent-guide">{t(data.ageBand === '18+' ? 'consents.guide-adult' : guidanceFor(data.ageBand))}</Alert>
              <ul className={classes['matters']}>
                {data.standings.map((one) => (
                  <li key={`${one.purpose} ${one.agencyId ?? one.recipientId ?? one.transferId ?? ''}`}><Standing detail={detail} standing={one} recipients={data.recipients} /></li>
                ))}
              </ul>
            </Stack>
          </Panel>
          {data.overrides.length > 0 && <Overrides detail={detail} overrides={data.overrides} recipients={data.recipients} />}
          <Panel title={t('consents.history')} testId="consent-history">
            {data.consents.length === 0 ? <Empty text={t('consent.none')} /> : <ConsentTable consents={data.consents} recipients={data.recipients} />}
          </Panel>
        </Stack>
      )}
    </Loaded>
  );
}

const COLOR = { consent: 'green', court: 'green', override: 'orange', none: 'gray' };

/** Of whatever matter it is: as a step's blocker the same code speaks of casework alone. */
const NOT_ASKED = 'consent-needed';

/** Whose word is missing leads to the form with that person chosen. */
const ASK: Record<string, string> = {
  [NOT_ASKED]: '',
  'caregiver-consent-needed': '&givenBy=caregiver',
  'child-assent-needed': '&givenBy=child',
  'child-consent-needed': '&givenBy=child',
  'own-consent-needed': '&givenBy=child',
  'consent-expired': '',
};

function Standing({ detail, standing, recipients }: { detail: CaseDetail; standing: ConsentStanding; recipients: OutsideRecipient[] | undefined }) {
  const { t, label } = useTexts();
  const agencyName = useAgencyName();
  const [overriding, setOverriding] = useState(false);
  const address = `/cases/${detail.id}/consents/new?purpose=${standing.purpose}${standing.agencyId === undefined ? '' : `&agencyId=${standing.agencyId}`}${standing.recipientId === undefined ? '' : `&recipientId=${standing.recipientId}`}${standing.transferId === undefined ? '' : `&transferId=${standing.transferId}`}`;
  return (
    <Stack gap={6} data-testid="standing" data-purpose={standing.purpose} data-stands={standing.stands}>
      <Group gap="xs">
        <Text fw={600}>{label('purpose', standing.purpose)}</Text>
        {standing.agencyId !== undefined && <Text size="sm">{agencyName(standing.agencyId)}</Text>}
        <RecipientName id={standing.recipientId} recipients={recipients} />
        <Badge variant="light" color={COLOR[standing.basis]}>{label('consent-basis', standing.basis)}</Badge>
        {standing.until !== undefined && <Text size="sm" c="dimmed">{t('consents.until')} <DateOnly at={standing.until} /></Text>}
      </Group>
      {standing.missing.length > 0 && (
        <ul className={classes['missing']}>
          {standing.missing.map((code) => (
            <li key={code} data-code={code}>
              {code === NOT_ASKED ? t('consents.not-asked') : label('blocker', code)}
              {ASK[code] !== undefined && <> <Anchor component={Link} to={`${address}${ASK[code]}`}>{t('consents.ask')}</Anchor></>}
            </li>
          ))}
        </ul>
      )}
      {!standing.stands && !overriding && standing.transferId === undefined && detail.state !== 'closed' && (
        <Group>
          <Button size="compact-sm" variant="default" onClick={() => setOverriding(true)} data-testid="override">
            {t('consents.override')}
          </Button>
        </Group>
      )}
      {overriding && <OverrideForm detail={detail} standing={standing} onClose={() => setOverriding(false)} />}
    </Stack>
  );
}
