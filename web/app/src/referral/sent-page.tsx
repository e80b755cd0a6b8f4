import { Anchor, Badge, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import type { Named, ReferralStatus, Role } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import { StatusBadge } from '../ui/badges.tsx';
import { Code } from '../ui/names.tsx';
import { Page } from '../ui/page.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { usePages } from '../ui/pages.ts';
import { Panel } from '../ui/panel.tsx';
import { Countdown, Moment } from '../ui/time.tsx';
import classes from './referral.module.css';

/** A line of the list: nothing of the child, the case by its number. */
interface SentLine {
  id: string;
  caseId: string;
  caseNumber: string;
  /** Absent, as the agency is, of somebody outside the directory. */
  serviceName?: Named;
  agencyName?: Named;
  status: ReferralStatus;
  priority: string;
  authoredAt: string;
  respondBy: string;
  completeBy: string;
  /** Its place in the list: until when it is due, since when it is answered, when it last changed. */
  since: string;
  overdue: boolean;
}

const SHELVES = ['open', 'waiting', 'under-way', 'to-close', 'ended'] as const;
type Shelf = (typeof SHELVES)[number];
const WITH_DEADLINES: readonly Shelf[] = ['open', 'waiting', 'under-way'];

/** What was referred, across cases: what is late first, then what is due; what the family is still to hear; what has ended. */
export default function SentPage({ roles }: { roles: readonly Role[] }) {
  const { t, label } = useTexts();
  const [search, setSearch] = useSearchParams();
  const shelf = SHELVES.find((one) => one === search.get('shelf')) ?? 'open';
  const ofUnit = roles.includes('supervisor') && search.get('of') !== 'mine';
  const overdue = WITH_DEADLINES.includes(shelf) && search.get('overdue') === 'true';
  const turn = (name: 'shelf' | 'of' | 'overdue', value: string | undefined) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === undefined) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return (
    <Page title={t(ofUnit ? 'sent.title-unit' : 'sent.title')} lead={t('sent.lead')}>
      <Stack gap="md">
        {roles.includes('supervisor') && (
          <Group gap="xs" role="group" aria-label={t('sent.whose')}>
            {(['unit', 'mine'] as const).map((one) => {
              const chosen = ofUnit === (one === 'unit');
              return (
                <Button key={one} variant={chosen ? 'filled' : 'default'} aria-pressed={chosen} onClick={() => turn('of', one === 'unit' ? undefined : one)} data-testid={`of-${one}`}>
                  {label('sent-of', one)}
                </Button>
              );
            })}
          </Group>
        )}
        <Group gap="xs" role="group" aria-label={t('sent.shelves')}>
          {SHELVES.map((one) => (
            <Button
              key={one}
              variant={one === shelf ? 'filled' : 'default'}
              aria-pressed={one === shelf}
              onClick={() => turn('shelf', one === 'open' ? undefined : one)}
              data-testid={`shelf-${one}`}
            >
              {label('sent-shelf', one)}
            </Button>
          ))}
        </Group>
        {WITH_DEADLINES.includes(shelf) && (
          <Checkbox
            name="overdue"
            label={t('sent.only-late')}
            checked={overdue}
            onChange={(event) => turn('overdue', event.currentTarget.checked ? 'true' : undefined)}
            className="hifazat-choice"
          />
        )}
        <ShelfPanel key={`${shelf} ${ofUnit} ${overdue}`} shelf={shelf} ofUnit={ofUnit} overdue={overdue} />
      </Stack>
    </Page>
  );
}

function ShelfPanel({ shelf, ofUnit, overdue }: { shelf: Shelf; ofUnit: boolean; overdue: boolean }) {
  const { t, label } = useTexts();
  const pages = usePages<SentLine>(
    'referrals',
    '/referrals',
    { of: ofUnit ? 'unit' : 'mine', shelf, overdue: overdue ? 'true' : undefined, limit: 25 },
    60_000,
  );
  return (
    <Panel title={label('sent-shelf', shelf)} testId="sent">
      <PagedList pages={pages} empty={t(overdue ? 'sent.none-late' : 'sent.none')}>
        {(lines) => (
          <ul className="hifazat-list">
            {lines.map((line) => <li key={line.id} className={classes['service']}><Line line={line} shelf={shelf} /></li>)}
          </ul>
        )}
      </PagedList>
    </Panel>
  );
}

function Line({ line, shelf }: { line: SentLine; shelf: Shelf }) {
  const { t, label, named } = useTexts();
  return (
    <article data-testid="sent-row" data-id={line.id} data-status={line.status} data-overdue={line.overdue}>
      <Group justify="space-between" gap="xs">
        <Anchor component={Link} to={`/referrals/${line.id}`} fw={650}>
          {line.serviceName === undefined ? t('recipient.outside') : <>{named(line.serviceName)}{t('list.comma')}{named(line.agencyName)}</>}
        </Anchor>
        <Group gap="xs">
          {line.overdue && <Badge color="red" variant="light" tt="none">{t('sent.late')}</Badge>}
          <StatusBadge status={line.status} />
        </Group>
      </Group>
      <Text size="sm">
        {t('sent.case')} <Anchor component={Link} to={`/cases/${line.caseId}`} size="sm"><Code>{line.caseNumber}</Code></Anchor> · {t('refer.priority')}{t('list.colon')}{label('priority', line.priority)}
      </Text>
      <Text size="sm" c="dimmed">
        {WITH_DEADLINES.includes(shelf) && <>{t(line.status === 'requested' ? 'referral.respond-by' : 'referral.complete-by')}{t('list.colon')}<Countdown until={line.status === 'requested' ? line.respondBy : line.completeBy} /> · </>}
        {shelf === 'to-close' && <>{t('sent.answered')} <Moment at={line.since} /> · </>}
        {shelf === 'ended' && <>{t('sent.changed')} <Moment at={line.since} /> · </>}
        {t('referral.sent')} <Moment at={line.authoredAt} />
      </Text>
    </article>
  );
}
