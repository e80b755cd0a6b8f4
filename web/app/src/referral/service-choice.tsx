import { Alert, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { query, read } from '../api/client.ts';
import type { DirectoryService, Items } from '../api/types.ts';
import { SERVICE_CATEGORIES } from '../codes/lists.ts';
import { DistrictField } from '../directory/district-field.tsx';
import { useTexts } from '../i18n/text.ts';
import { SelectField, useOptions } from '../ui/fields.tsx';
import { Code } from '../ui/names.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { DateOnly } from '../ui/time.tsx';
import classes from './referral.module.css';

interface Props {
  districtCode: string;
  chosen: DirectoryService | undefined;
  onChoose: (service: DirectoryService | undefined) => void;
}

export function ServiceChoice({ districtCode, chosen, onChoose }: Props) {
  const { t } = useTexts();
  const [category, setCategory] = useState('legal-aid');
  const [district, setDistrict] = useState(districtCode);
  const categories = useOptions('category', SERVICE_CATEGORIES);
  const services = useQuery({
    queryKey: ['referrals', 'services', category, district],
    queryFn: async ({ signal }) =>
      (await read<Items<DirectoryService>>('referrals', `/services${query({ category, districtCode: district })}`, signal))
        .data.items,
    staleTime: 60_000,
  });
  return (
    <Panel title={t('refer.choose')} testId="service-choice">
      <div className="hifazat-columns">
        <SelectField
          name="category"
          value={category}
          error={undefined}
          label={t('refer.category')}
          options={categories}
          onChange={(event) => {
            setCategory(event.currentTarget.value);
            onChoose(undefined);
          }}
        />
        <DistrictField
          name="district"
          value={district}
          error={undefined}
          label={t('report.district')}
          onChange={(event) => {
            setDistrict(event.currentTarget.value);
            onChoose(undefined);
          }}
        />
      </div>
      <div className={classes['services']}>
        <Loaded query={services} empty={{ when: (items) => items.length === 0, text: t('refer.no-services') }}>
          {(items) => (
            <ul className="hifazat-list">
              {items.map((service) => (
                <ServiceItem
                  key={service.id}
                  service={service}
                  chosen={service.id === chosen?.id}
                  onChoose={() => onChoose(service)}
                />
              ))}
            </ul>
          )}
        </Loaded>
      </div>
    </Panel>
  );
}

interface ItemProps {
  service: DirectoryService;
  chosen: boolean;
  onChoose: () => void;
}

function ServiceItem({ service, chosen, onChoose }: ItemProps) {
  const { t, named } = useTexts();
  return (
    <li className={classes['service']} data-chosen={chosen} data-testid="service" data-id={service.id}>
      <Group justify="space-between" gap="sm">
        <div>
          <Text fw={650}>{named(service.name)}</Text>
          <Text size="sm" c="dimmed">
            {named(service.organization.name)}
            {service.phone !== undefined && <> · <Code>{service.phone}</Code></>}
            {service.assuredDate !== undefined && <> · {t('refer.verified')} <DateOnly at={service.assuredDate} /></>}
          </Text>
          {service.alert !== undefined && <Alert color="yellow" mt="xs" p="xs">{service.alert}</Alert>}
        </div>
        <Button
          variant={chosen ? 'filled' : 'default'}
          aria-pressed={chosen}
          onClick={onChoose}
          data-testid="choose-service"
        >
          {t(chosen ? 'refer.chosen' : 'action.choose')}<span className="hifazat-hidden"> {named(service.name)}</span>
        </Button>
      </Group>
    </li>
  );
}
