import { Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Role } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import { mayGo, UNIT_STAFF } from '../shell/navigation.ts';
import { Page } from '../ui/page.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { Panel } from '../ui/panel.tsx';
import { DirectoryFiles } from './directory-files.tsx';
import { GapsPanel, RecordGap } from './gaps.tsx';
import { useFoundServices, type HsdsService, type ServiceFilter } from './hsds.ts';
import { RoomQuestionsPanel } from './room-questions.tsx';
import { ServiceFilters } from './service-filters.tsx';
import { ServiceSummary } from './service-summary.tsx';
import classes from './services.module.css';

const CODES = ['category', 'district', 'age', 'sex', 'language', 'cost', 'open', 'status'] as const;

/** Who helps with what, where and when: to find a service, and for the Commission to keep the directory true. */
export default function FindServicePage({ roles, districtCode }: { roles: readonly Role[]; districtCode: string | undefined }) {
  const { t } = useTexts();
  const [codes, setCodes] = useSearchParams();
  // Words stay out of the address: they may be anything.
  const [words, setWords] = useState('');
  const [search] = useDebouncedValue(words, 350);
  const keeps = mayGo(roles, ['commission-admin']);
  const inUnit = mayGo(roles, UNIT_STAFF);
  const usual = districtCode ?? '';
  const filter: ServiceFilter = Object.fromEntries(CODES.map((name) => [name, codes.get(name) ?? (name === 'district' ? usual : '')]));
  const found = useFoundServices({ ...filter, search });
  const total = found.data?.pages[0]?.total;
  const choose = (name: keyof ServiceFilter, value: string) => {
    if (name === 'search') {
      setWords(value);
      return;
    }
    setCodes(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '' && !(name === 'district' && usual !== '')) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  };
  return (
    <Page title={t('services.title')} lead={t(keeps ? 'services.lead-keep' : 'services.lead')}>
      <Stack gap="lg">
        <Panel title={t('services.filters')}>
          <ServiceFilters filter={{ ...filter, search: words }} onChange={choose} withStatus={keeps} />
        </Panel>
        <Panel title={t('services.found')} testId="found-services">
          <Text size="sm" c="dimmed" mb="sm" role="status">{total === undefined ? '' : t('services.count', { count: total })}</Text>
          <PagedList pages={found} empty={t('services.none')}>
            {(items) => <ul className="hifazat-list">{items.map((service) => <Entry key={service.id} service={service} back={codes.toString()} />)}</ul>}
          </PagedList>
          {inUnit && <Stack mt="md"><RecordGap category={filter.category} districtCode={filter.district} /></Stack>}
        </Panel>
        {inUnit && <RoomQuestionsPanel />}
        {keeps && <DirectoryFiles />}
        {keeps && <GapsPanel />}
      </Stack>
    </Page>
  );
}

function Entry({ service, back }: { service: HsdsService; back: string }) {
  const { named } = useTexts();
  return (
    <li className={classes['entry']} data-testid="found-service" data-id={service.id}>
      <ServiceSummary
        service={service}
        name={<Link to={`/services/${service.id}`} state={{ found: back }} className="hifazat-row-link">{named(service.names ?? service.name)}</Link>}
      />
    </li>
  );
}
