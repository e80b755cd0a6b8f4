import { Alert, Badge, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts, type Texts } from '../i18n/text.ts';
import { Code } from '../ui/names.tsx';
import { DateOnly, useNow } from '../ui/time.tsx';
import { isOpen, type HsdsService, type Room } from './hsds.ts';
import { STATUS_TEXT } from './service-filters.tsx';

/** What one needs to know of a service to choose it: under its name in every list. */
export function ServiceSummary({ service, name }: { service: HsdsService; name?: ReactNode }) {
  const texts = useTexts();
  const { t, named } = texts;
  const now = useNow(60_000);
  const open = isOpen(service, new Date(now));
  const facts = [whoFor(texts, service), service.cost !== undefined && service.cost !== 'unknown' && texts.label('service-cost', service.cost)];
  return (
    <div>
      {name === undefined ? <Text fw={650}>{named(service.names ?? service.name)}</Text> : name}
      <Text size="sm" c="dimmed">
        {named(service.organization?.names ?? service.organization?.name)}
        {service.phone !== undefined && <> · <Code>{service.phone}</Code></>}
        {facts.filter(Boolean).map((fact) => <span key={String(fact)}> · {fact}</span>)}
      </Text>
      <Group gap="xs" mt={4}>
        {service.status !== 'active' && <Badge variant="light" color="gray" tt="none">{t(STATUS_TEXT[service.status])}</Badge>}
        {open !== undefined && (
          <Badge variant="light" color={open ? 'green' : 'gray'} tt="none" data-testid="open-now" data-open={open}>
            {t(open ? 'services.is-open' : 'services.is-closed')}
          </Badge>
        )}
        {service.capacities?.map((room) => (
          <Badge key={room.unit.name} variant="light" color={room.available > 0 ? 'green' : 'orange'} tt="none" data-testid="room">
            {roomText(texts, room)}
          </Badge>
        ))}
        <Assured service={service} />
      </Group>
      {service.alert !== undefined && <Alert color="yellow" mt="xs" p="xs"><bdi dir="auto">{service.alert}</bdi></Alert>}
    </div>
  );
}

/** When somebody last checked the entry, and a warning when that is too long ago. */
export function Assured({ service }: { service: HsdsService }) {
  const { t } = useTexts();
  if (service.assurance_overdue === true) {
    return (
      <Badge variant="light" color="orange" tt="none" data-testid="not-assured">
        {service.assured_date === undefined ? t('services.never-verified') : <>{t('services.verified-long-ago')} <DateOnly at={service.assured_date} /></>}
      </Badge>
    );
  }
  if (service.assured_date === undefined) return null;
  return <Text size="sm" c="dimmed">{t('refer.verified')} <DateOnly at={service.assured_date} /></Text>;
}

export function whoFor({ t, label }: Texts, service: HsdsService): string | undefined {
  const { minimum_age: from, maximum_age: to, sex } = service;
  const ages =
    from !== undefined && to !== undefined ? t('services.ages', { from, to })
    : from !== undefined ? t('services.ages-from', { from })
    : to !== undefined ? t('services.ages-to', { to })
    : undefined;
  const only = sex === undefined || sex === 'any' ? undefined : label('for-sex', sex);
  const parts = [only, ages].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(t('list.comma'));
}

export function roomText({ t, label }: Texts, room: Room): string {
  const unit = label('room-unit', room.unit.name);
  return room.maximum === undefined
    ? t('services.room-free', { free: room.available, unit })
    : t('services.room-of', { free: room.available, all: room.maximum, unit });
}
