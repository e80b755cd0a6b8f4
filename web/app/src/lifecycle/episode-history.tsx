import { Stack, Text } from '@mantine/core';
import { useTexts } from '../i18n/text.ts';
import { Panel } from '../ui/panel.tsx';
import { Moment } from '../ui/time.tsx';
import classes from './lifecycle.module.css';
import { useEpisodes } from './queries.ts';
import type { Closure } from './types.ts';

/** How the case ended and began again, in words; nothing is shown while it never did. */
export function EpisodeHistory({ caseId }: { caseId: string }) {
  const { t, label } = useTexts();
  const episodes = useEpisodes(caseId).data;
  if (episodes === undefined || episodes.closures.length + episodes.reopenings.length === 0) return null;
  return (
    <Panel title={t('episodes.title')} testId="episodes">
      <ul className={classes['steps']}>
        {episodes.closures.map((closure) => (
          <li key={closure.id}><ClosureItem closure={closure} /></li>
        ))}
        {episodes.reopenings.map((one) => (
          <li key={`episode ${one.episode}`}>
            <Text fw={600}>{t('episodes.reopened', { episode: one.episode })}{t('list.comma')}{label('reopening-reason', one.reason)}</Text>
            <Text size="sm" c="dimmed"><Moment at={one.happenedAt} /></Text>
            <Text size="sm" dir="auto" className={classes['content']}>{one.explanation}</Text>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function ClosureItem({ closure }: { closure: Closure }) {
  const { t, label } = useTexts();
  return (
    <Stack gap={4}>
      <Text fw={600}>{label('closure-state', closure.state)}{t('list.comma')}{label('closure-reason', closure.reason)}</Text>
      <Text size="sm" c="dimmed"><Moment at={closure.closedAt ?? closure.happenedAt} /></Text>
      {closure.summary !== undefined && <Text size="sm" dir="auto" className={classes['content']}>{closure.summary}</Text>}
      {closure.contact !== undefined && (
        <Text size="sm">{t('closure.contact')} <bdi dir="auto">{closure.contact}</bdi></Text>
      )}
      {closure.childNotInformed !== undefined && (
        <Text size="sm">{t('closure.child-not-informed')} {label('child-not-informed', closure.childNotInformed)}</Text>
      )}
      {closure.reviewFinding !== undefined && (
        <Text size="sm">{t('closure.review-finding')} <bdi dir="auto">{closure.reviewFinding}</bdi> (<bdi dir="auto">{closure.reviewLedBy}</bdi>)</Text>
      )}
      {closure.overridden.length > 0 && (
        <Text size="sm">
          {t('episodes.despite')} {closure.overridden.map((code) => label('blocker', code)).join(t('list.comma'))}{' '}
          <bdi dir="auto">{closure.overrideReason}</bdi>
        </Text>
      )}
    </Stack>
  );
}
