import { Anchor, Badge, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useUnitName } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { Code, PersonName } from '../ui/names.tsx';
import { Page } from '../ui/page.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Panel } from '../ui/panel.tsx';
import { Age } from '../ui/time.tsx';
import classes from './duplicates.module.css';
import type { Duplicate, PairState, Side, Zone } from './types.ts';

const STATES: readonly PairState[] = ['open', 'unsure', 'same', 'different', 'merged'];

/** Children who may be registered twice, as long as somebody has to look at them. */
export default function DuplicatesPage() {
  const { t, label } = useTexts();
  const [state, setState] = useState<PairState>('open');
  const pages = usePages<Duplicate>('cases', '/duplicates', { state }, 30_000);
  return (
    <Page title={t('duplicates.title')} lead={t('duplicates.lead')}>
      <NativeSelect
        label={t('duplicates.show')}
        className={classes['states']}
        value={state}
        onChange={(event) => setState(event.currentTarget.value as PairState)}
        data={STATES.map((one) => ({ value: one, label: label('duplicate-state', one) }))}
        data-testid="states"
      />
      <Panel title={label('duplicate-state', state)}>
        <PagedList pages={pages} empty={t('duplicates.empty')}>
          {(pairs) => (
            <ul className="hifazat-list" data-testid="duplicates">
              {pairs.map((pair) => (
                <li key={pair.id} className={classes['line']} data-testid="duplicate">
                  <Group gap="sm" justify="space-between">
                    <ZoneBadge zone={pair.zone} />
                    <Text size="sm" c="dimmed">{t('duplicates.found')} <Age since={pair.foundAt} /></Text>
                  </Group>
                  <div className={classes['pair']}>
                    <SideLine side={pair.one} />
                    <SideLine side={pair.other} />
                  </div>
                  <Anchor component={Link} to={`/duplicates/${pair.id}`} className="hifazat-row-link">
                    {t('duplicates.compare')}<span className="hifazat-hidden"> <Code>{pair.one.caseNumber}</Code> <Code>{pair.other.caseNumber}</Code></span>
                  </Anchor>
                </li>
              ))}
            </ul>
          )}
        </PagedList>
      </Panel>
    </Page>
  );
}

export function ZoneBadge({ zone }: { zone: Zone }) {
  const { label } = useTexts();
  return (
    <Badge variant="light" color={zone === 'likely' ? 'red' : 'orange'} data-testid="zone">
      {label('duplicate-zone', zone)}
    </Badge>
  );
}

function SideLine({ side }: { side: Side }) {
  const { t, label } = useTexts();
  const unitName = useUnitName();
  return (
    <Stack gap={2}>
      {side.displayName !== undefined && <strong><PersonName name={side.displayName} /></strong>}
      <Code>{side.caseNumber}</Code>
      <Text size="sm">{label('sex', side.sex)}{t('list.comma')}{label('age-band', side.ageBand)}</Text>
      <Text size="sm" c="dimmed">{unitName(side.unitId)}</Text>
    </Stack>
  );
}
