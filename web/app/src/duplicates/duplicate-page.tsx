import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { read } from '../api/client.ts';
import { useStaffName, useUnitName } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { useMe } from '../session/session.ts';
import { Page } from '../ui/page.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { Moment } from '../ui/time.tsx';
import { Comparison } from './comparison.tsx';
import { DuplicateActions } from './duplicate-actions.tsx';
import { ZoneBadge } from './duplicates-page.tsx';
import type { Duplicate } from './types.ts';

/** Two records side by side, why they may be one child, and what to do about it. */
export default function DuplicatePage() {
  const { id = '' } = useParams();
  const { t } = useTexts();
  const me = useMe();
  const query = useQuery({
    queryKey: ['cases', 'duplicate', id],
    queryFn: ({ signal }) => read<Duplicate>('cases', `/duplicates/${id}`, signal),
    // Opening a pair is an audited read; looking back at the window is not opening it again.
    refetchOnWindowFocus: false,
  });
  return (
    <Page title={t('duplicates.page-title')} lead={t('duplicates.page-lead')} back={{ to: '/duplicates', text: t('duplicates.title') }}>
      <Loaded query={query} lines={6}>
        {({ data: pair, etag }) => (
          <>
            <Panel title={t('duplicates.comparison')} action={<Group><ZoneBadge zone={pair.zone} /></Group>} testId="comparison">
              <Comparison pair={pair} />
            </Panel>
            <DuplicateActions
              pair={pair}
              etag={etag}
              me={me.data?.staffId}
              supervisor={me.data?.roles.includes('supervisor') === true}
              onReload={() => query.refetch()}
            />
            <History pair={pair} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function History({ pair }: { pair: Duplicate }) {
  const { t, label } = useTexts();
  const staffName = useStaffName();
  const unitName = useUnitName();
  const by = (id: string, unit?: string) => staffName(id) ?? (unit === undefined ? '' : unitName(unit));
  const entries = [
    ...(pair.decisions ?? []).map((one) => ({
      at: one.happenedAt,
      text: label('duplicate-decision', one.decision),
      by: by(one.decidedBy, one.unitId),
    })),
    ...(pair.merges ?? []).flatMap((merge) => [
      { at: merge.proposedAt, text: t('duplicates.proposed'), by: by(merge.proposedBy, merge.proposedUnitId) },
      ...(merge.decidedAt === undefined || merge.decidedBy === undefined
        ? []
        : [{
            at: merge.decidedAt,
            text: t(merge.state === 'turned-down' ? 'duplicates.was-turned-down' : 'duplicates.was-confirmed'),
            by: by(merge.decidedBy),
          }]),
      ...(merge.undoneAt === undefined || merge.undoneBy === undefined
        ? []
        : [{ at: merge.undoneAt, text: `${t('duplicates.was-undone')} ${label('undo-reason', merge.undoReason ?? 'other')}`, by: by(merge.undoneBy) }]),
    ]),
  ].sort((a, b) => a.at.localeCompare(b.at));
  if (entries.length === 0) return null;
  return (
    <Panel title={t('duplicates.history')} testId="history">
      <ul className="hifazat-list">
        {entries.map((entry, i) => (
          <li key={i}>
            <Text>{entry.text}</Text>
            <Text size="sm" c="dimmed"><Moment at={entry.at} /> <bdi>{entry.by}</bdi></Text>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
