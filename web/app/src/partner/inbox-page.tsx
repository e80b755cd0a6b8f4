import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { useTexts } from '../i18n/text.ts';
import { StatusBadge } from '../ui/badges.tsx';
import { Page } from '../ui/page.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Panel } from '../ui/panel.tsx';
import { Countdown, Moment } from '../ui/time.tsx';
import { useAgencyCodes } from './queries.ts';
import { SHELVES, type InboxLine, type Shelf } from './types.ts';
import classes from './partner.module.css';

/** What was referred to the agency: what waits for an answer, what is under way, what has ended. */
export default function InboxPage() {
  const { t } = useTexts();
  const [search, setSearch] = useSearchParams();
  const shelf = SHELVES.find((one) => one === search.get('shelf')) ?? 'waiting';
  return (
    <Page title={t('inbox.title')} lead={t('inbox.lead')}>
      <Stack gap="md">
        <Group gap="xs" role="group" aria-label={t('inbox.shelves')}>
          {SHELVES.map((one) => (
            <Button
              key={one}
              variant={one === shelf ? 'filled' : 'default'}
              aria-pressed={one === shelf}
              onClick={() => setSearch(one === 'waiting' ? {} : { shelf: one }, { replace: true })}
              data-testid={`shelf-${one}`}
            >
              {t(`inbox.${one}`)}
            </Button>
          ))}
        </Group>
        <ShelfPanel key={shelf} shelf={shelf} />
      </Stack>
    </Page>
  );
}

function ShelfPanel({ shelf }: { shelf: Shelf }) {
  const { t } = useTexts();
  const pages = usePages<InboxLine>('partner', '/inbox', { shelf, limit: 25 }, 30_000);
  return (
    <Panel title={t(`inbox.${shelf}`)} testId="inbox">
      <PagedList pages={pages} empty={t(`inbox.none-${shelf}`)}>
        {(lines) => (
          <ul className={classes['lines']}>
            {lines.map((line) => <li key={line.id}><Line line={line} shelf={shelf} /></li>)}
          </ul>
        )}
      </PagedList>
    </Panel>
  );
}

const URGENT: Record<InboxLine['priority'], string> = { high: 'red', medium: 'orange', low: 'gray' };

function Line({ line, shelf }: { line: InboxLine; shelf: Shelf }) {
  const { t, label } = useTexts();
  const { word } = useAgencyCodes();
  return (
    <article className={classes['line']} data-testid="inbox-row" data-id={line.id} data-status={line.status}>
      <Group justify="space-between" gap="xs">
        <Anchor component={Link} to={`/agency/${line.id}`} fw={650}>
          {word('reason', line.reasonCode)}
          <span className="hifazat-hidden"> · {t('referral.sent')} <Moment at={line.authoredAt} /></span>
        </Anchor>
        <StatusBadge status={line.status} />
      </Group>
      <Group gap="xs" mt={4}>
        {shelf !== 'ended' && <Badge variant="light" color={URGENT[line.priority]}>{t('refer.priority')}: {label('priority', line.priority)}</Badge>}
        {shelf === 'waiting' && !line.acknowledged && <Badge variant="light" color="blue">{t('inbox.new')}</Badge>}
        {line.addressed === true && <Badge variant="outline" data-testid="addressed">{t(line.mine ? 'inbox.for-you' : 'inbox.for-another')}</Badge>}
        {line.claimed && line.addressed !== true && <Badge variant="outline">{t(line.mine ? 'inbox.mine' : 'inbox.colleagues')}</Badge>}
      </Group>
      <Text size="sm" mt={4}>
        {shelf === 'waiting' && <>{t('inbox.answer')}: <Countdown until={line.respondBy} /></>}
        {shelf === 'under-way' && <>{t('inbox.outcome')}: <Countdown until={line.completeBy} /></>}
        {shelf === 'ended' && <Moment at={line.lastModified} />}
      </Text>
      <Text size="sm" c="dimmed">{label('category', line.category)} · {t('referral.sent')} <Moment at={line.authoredAt} /></Text>
    </article>
  );
}
