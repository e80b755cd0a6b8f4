import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useTexts } from '../i18n/text.ts';
import { Code } from '../ui/names.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Panel } from '../ui/panel.tsx';
import { Countdown } from '../ui/time.tsx';
import classes from './consent.module.css';
import type { AwaitingOverride } from './types.ts';

/** Overrides of the unit that lapse unless a supervisor countersigns them, the first to lapse first. */
export function OverridesWaiting() {
  const { t, label } = useTexts();
  const pages = usePages<AwaitingOverride>('cases', '/consent-overrides', { limit: 20 }, 60_000);
  return (
    <Panel title={t('consents.waiting')} testId="overrides-waiting">
      <PagedList pages={pages} empty={t('consents.none-waiting')}>
        {(items) => (
          <ul className={classes['matters']}>
            {items.map(({ caseNumber, override }) => (
              <li key={override.id} data-testid="waiting-override">
                <Anchor component={Link} to={`/cases/${override.caseId}/consents`} fw={600} className="hifazat-row-link">
                  {label('purpose', override.purpose)}{t('list.comma')}<Code>{caseNumber}</Code>
                </Anchor>
                <Text size="sm">{label('override', override.reasonCode)}{t('list.comma')}<Countdown until={override.dueAt} /></Text>
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Panel>
  );
}
