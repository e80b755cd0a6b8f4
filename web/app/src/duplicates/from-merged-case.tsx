import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useTexts } from '../i18n/text.ts';

/** Marks what stands in a case because the case it belongs to went into this one. */
export function FromMergedCase({ of, shownIn }: { of: string | undefined; shownIn: string }) {
  const { t } = useTexts();
  if (of === undefined || of === shownIn) return null;
  return (
    <Anchor component={Link} to={`/cases/${of}`} size="sm" data-testid="from-merged-case">
      {t('duplicates.of-merged')}
    </Anchor>
  );
}
