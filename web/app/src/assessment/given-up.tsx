import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useStaffName } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { PersonName } from '../ui/names.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { Moment } from '../ui/time.tsx';
import { useGivenUp, useInstruments } from './queries.ts';

/** What was begun and given up, by whom and why. Read when it is asked for: the reasons are about the child. */
export function GivenUp({ caseId, unitId }: { caseId: string; unitId: string }) {
  const { t, named } = useTexts();
  const [asked, setAsked] = useState(false);
  const drafts = useGivenUp(caseId, asked);
  const instruments = useInstruments().data;
  const staffName = useStaffName(unitId);
  if (!asked) {
    return <Group><Button variant="subtle" onClick={() => setAsked(true)} data-testid="show-given-up">{t('assessments.given-up')}</Button></Group>;
  }
  return (
    <Panel title={t('assessments.given-up')} testId="given-up">
      <Loaded query={drafts} empty={{ when: (items) => items.length === 0, text: t('assessments.none-given-up') }}>
        {(items) => (
          <ul className="hifazat-list">
            {items.map((one) => {
              const by = staffName(one.savedBy ?? one.startedBy);
              return (
                <li key={one.id} data-testid="given-up-draft">
                  <Text fw={600}>{named(instruments?.find((it) => it.id === one.instrumentId)?.title) || t('assessments.an-assessment')}</Text>
                  <Text size="sm" c="dimmed"><Moment at={one.savedAt} />{by !== undefined && <> · <PersonName name={by} /></>}</Text>
                  {one.discardReason !== undefined && <Text size="sm">{t('assessments.given-up-why')} <bdi dir="auto">{one.discardReason}</bdi></Text>}
                </li>
              );
            })}
          </ul>
        )}
      </Loaded>
    </Panel>
  );
}
