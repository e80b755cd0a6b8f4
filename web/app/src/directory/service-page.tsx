import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useLocation, useParams } from 'react-router';
import { change } from '../api/client.ts';
import type { Role } from '../api/types.ts';
import { useTexts, type Texts } from '../i18n/text.ts';
import { mayGo, UNIT_STAFF } from '../shell/navigation.ts';
import { useSubmission } from '../ui/form.ts';
import { Code } from '../ui/names.tsx';
import { Page } from '../ui/page.tsx';
import { Facts, Loaded, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Moment } from '../ui/time.tsx';
import { RecordGap } from './gaps.tsx';
import { serviceKey, useService, useServiceKinds, type HsdsLocation, type HsdsService } from './hsds.ts';
import { useDistrictName } from './queries.ts';
import { AskRoom } from './room-questions.tsx';
import { hoursText } from './service-hours.tsx';
import { roomText, ServiceSummary, whoFor } from './service-summary.tsx';
import classes from './services.module.css';

interface Props {
  roles: readonly Role[];
  /** The agency of who looks, where they belong to one. */
  agencyId: string | undefined;
}

export default function ServicePage({ roles, agencyId }: Props) {
  const { id = '' } = useParams();
  const { state } = useLocation() as { state: { found?: string } | null };
  const texts = useTexts();
  const { t, named } = texts;
  const query = useService(id);
  const service = query.data?.data;
  const found = state?.found ?? '';
  return (
    <Page
      title={service === undefined ? t('services.one') : named(service.names ?? service.name)}
      lead={service && named(service.organization?.names ?? service.organization?.name)}
      back={{ to: `/services${found === '' ? '' : `?${found}`}`, text: t('services.back') }}
    >
      <Loaded query={query} lines={6}>
        {({ data, etag }) => {
          const own = mayGo(roles, ['commission-admin']) || (agencyId !== undefined && agencyId === data.organization_id);
          return (
            <Stack gap="lg" data-testid="service-entry" data-id={data.id}>
              <Panel title={t('services.what')}>
                <Stack gap="md">
                  <ServiceSummary service={data} name={null} />
                  {data.referable === false && mayGo(roles, UNIT_STAFF) && <Alert color="blue">{t('services.not-referable')}</Alert>}
                  <ServiceFacts service={data} />
                </Stack>
              </Panel>
              <Where service={data} />
              {own && <Keeping service={data} etag={etag} commission={mayGo(roles, ['commission-admin'])} onReload={() => void query.refetch()} />}
              {mayGo(roles, UNIT_STAFF) && (
                <>
                  {data.referable === true && <Panel title={t('room.title')}><AskRoom serviceId={data.id} /></Panel>}
                  <Panel title={t('gap.panel')}>
                    <RecordGap category={data.category} districtCode={undefined} serviceId={data.id} />
                  </Panel>
                </>
              )}
            </Stack>
          );
        }}
      </Loaded>
    </Page>
  );
}

function ServiceFacts({ service }: { service: HsdsService }) {
  const texts = useTexts();
  const { t, label } = texts;
  const kinds = useServiceKinds();
  const words = (text: string | undefined) => text !== undefined && <bdi dir="auto">{text}</bdi>;
  return (
    <Facts
      facts={[
        [t('refer.category'), kinds.find((kind) => kind.value === service.category)?.label],
        [t('services.description'), words(service.description)],
        [t('services.for-whom'), whoFor(texts, service)],
        [t('services.eligibility'), words(service.eligibility_description)],
        [t('services.how-to-ask'), words(service.application_process)],
        [t('services.hours'), (service.schedules ?? []).length > 0 && <HoursList service={service} texts={texts} />],
        [t('services.languages'), service.languages?.map((one) => label('language', one.code)).join(t('list.comma'))],
        [t('services.cost'), service.cost !== undefined && label('service-cost', service.cost)],
        [t('services.fees'), words(service.fees_description)],
        [t('services.phone'), service.phone && <Code>{service.phone}</Code>],
        [t('services.url'), service.url && <Code>{service.url}</Code>],
        [t('services.room'), (service.capacities ?? []).length > 0 && <RoomList service={service} texts={texts} />],
        [t('services.ask-for'), (service.contacts ?? []).length > 0 && <Contacts service={service} />],
        [t('services.source'), service.source && <Code>{service.source}</Code>],
      ]}
    />
  );
}

function HoursList({ service, texts }: { service: HsdsService; texts: Texts }) {
  return (
    <ul className={classes['hours']}>
      {service.schedules?.map((line, i) => <li key={i}>{hoursText(texts, line)}</li>)}
    </ul>
  );
}

function RoomList({ service, texts }: { service: HsdsService; texts: Texts }) {
  return (
    <ul className={classes['hours']}>
      {service.capacities?.map((room) => (
        <li key={room.unit.name}>
          {roomText(texts, room)}
          {room.updated !== undefined && <Text span size="sm" c="dimmed"> · {texts.t('services.told')} <Moment at={room.updated} /></Text>}
        </li>
      ))}
    </ul>
  );
}

function Contacts({ service }: { service: HsdsService }) {
  return (
    <>
      {service.contacts?.map((one, i) => (
        <div key={i}>
          <bdi dir="auto">{[one.name, one.title].filter((part) => part !== undefined).join(' · ')}</bdi>
          {one.phones?.map((phone) => <span key={phone.number}> · <Code>{phone.number}</Code></span>)}
          {one.email !== undefined && <> · <Code>{one.email}</Code></>}
        </div>
      ))}
    </>
  );
}

function Where({ service }: { service: HsdsService }) {
  const { t } = useTexts();
  const districtName = useDistrictName();
  const areas = service.service_areas ?? [];
  const places = service.service_at_locations ?? [];
  if (areas.length === 0 && places.length === 0) return null;
  return (
    <Panel title={t('services.where')}>
      <Stack gap="sm">
        {areas.length > 0 && (
          <Text size="sm">
            {t('services.serves')}{' '}
            {areas.map((area) => (area.extent_type === 'province' ? t('services.whole-province') : districtName(area.extent))).join(t('list.comma'))}
          </Text>
        )}
        {places.map((place) => <Location key={place.id} location={place.location} />)}
      </Stack>
    </Panel>
  );
}

function Location({ location }: { location: HsdsLocation }) {
  const { t, named } = useTexts();
  const address = location.addresses?.find((one) => one.address_1 !== undefined)?.address_1;
  return (
    <div>
      <Text fw={600}>{named(location.names ?? location.name)}</Text>
      {address !== undefined && <Text size="sm"><bdi dir="auto">{address}</bdi></Text>}
      {location.accessibility?.map((one) => (
        <Text key={one.description} size="sm" c="dimmed">{t('services.access')} <bdi dir="auto">{one.description}</bdi></Text>
      ))}
    </div>
  );
}

/** For who keeps the entry: change it, or say that all of it is still true. */
function Keeping({ service, etag, commission, onReload }: { service: HsdsService; etag: string | undefined; commission: boolean; onReload: () => void }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const submission = useSubmission<unknown>(() => {
    void queries.invalidateQueries({ queryKey: ['referrals', 'hsds', 'services'] });
    void queries.invalidateQueries({ queryKey: serviceKey(service.id) });
  });
  const assure = () => void submission.submit(() => change('referrals', `/hsds/services/${service.id}/assurance`, { ifMatch: etag }));
  return (
    <Panel title={t('keep.title')} testId="keeping">
      <Stack gap="sm">
        <Text size="sm">{t('keep.lead')}</Text>
        <ProblemNotice problem={submission.problem} focused onReload={onReload} />
        <Group gap="sm">
          <Button component={Link} to={`/services/${service.id}/keep`} data-testid="keep-service">{t('keep.change')}</Button>
          <Button component={Link} to={`/services/${service.id}/places`} variant="default" data-testid="keep-places">{t('keep.places')}</Button>
          {commission && <Button component={Link} to={`/services/${service.id}/identity`} variant="default" data-testid="keep-identity">{t('keep.identity')}</Button>}
          <Button variant="default" onClick={assure} loading={submission.busy} data-testid="assure">{t('keep.assure')}</Button>
        </Group>
      </Stack>
    </Panel>
  );
}
