import { Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useStaffName } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { PersonName } from '../ui/names.tsx';
import { Page } from '../ui/page.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { Moment } from '../ui/time.tsx';
import { useAwaitingCountersignature } from './queries.ts';

/** What was conducted in a psychologist's name and waits for their word. */
export default function CountersignaturesPage() {
  const { t, label } = useTexts();
  const waiting = useAwaitingCountersignature();
  const staffName = useStaffName();
  return (
    <Page title={t('nav.countersignatures')}>
      <Panel title={t('assessments.to-countersign')} testId="countersignatures">
        <Loaded query={waiting} empty={{ when: (items) => items.length === 0, text: t('countersign.none') }}>
          {(items) => (
            <ul className="hifazat-list">
              {items.map((one) => {
                const by = one.conductedBy === undefined ? undefined : staffName(one.conductedBy);
                return (
                  <li key={one.id} data-testid="to-countersign" data-id={one.id}>
                    <Group gap="sm">
                      <Link to={`/cases/${one.caseId}/assessments/${one.id}`} className="hifazat-row-link">{label('purpose', one.purpose ?? 'broad')}</Link>
                      <Text size="sm" c="dimmed"><Moment at={one.conductedAt} />{by !== undefined && <> · <PersonName name={by} /></>}</Text>
                    </Group>
                  </li>
                );
              })}
            </ul>
          )}
        </Loaded>
      </Panel>
    </Page>
  );
}
