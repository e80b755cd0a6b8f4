import { Anchor, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CaseDetail, DirectoryService } from '../api/types.ts';
import { DistrictField } from '../directory/district-field.tsx';
import { RecordGap } from '../directory/gaps.tsx';
import { asReferable, useFoundServices, useServiceKinds, type HsdsService } from '../directory/hsds.ts';
import { AskRoom } from '../directory/room-questions.tsx';
import { ServiceSummary } from '../directory/service-summary.tsx';
import { useTexts } from '../i18n/text.ts';
import { SelectField } from '../ui/fields.tsx';
import { PagedList } from '../ui/paged-list.tsx';
import { Panel } from '../ui/panel.tsx';
import type { Asked } from './asked.ts';
import classes from './referral.module.css';

interface Props {
  detail: CaseDetail;
  chosen: Asked | undefined;
  onChoose: (service: DirectoryService | undefined) => void;
  /** The kind of service to begin with. */
  first?: string;
}

/** Services for this child: what it is for, where, whom they take; those that answer here first. */
export function ServiceChoice({ detail, chosen, onChoose, first = 'legal-aid' }: Props) {
  const { t } = useTexts();
  const [category, setCategory] = useState(first);
  const [district, setDistrict] = useState(detail.districtCode);
  const [fitting, setFitting] = useState(true);
  const [open, setOpen] = useState(false);
  const kinds = useServiceKinds();
  const { ageYears, sex } = detail.child;
  const found = useFoundServices({
    category,
    district,
    ...(fitting ? { age: String(ageYears), sex: sex === 'x' ? '' : sex } : {}),
    open: open ? 'true' : '',
  });
  const narrow = (set: () => void) => {
    set();
    onChoose(undefined);
  };
  return (
    <Panel title={t('refer.choose')} testId="service-choice">
      <Stack gap="md">
        <div className="hifazat-columns">
          <SelectField
            name="category"
            value={category}
            error={undefined}
            label={t('refer.category')}
            options={kinds}
            onChange={(event) => narrow(() => setCategory(event.currentTarget.value))}
          />
          <DistrictField
            name="district"
            value={district}
            error={undefined}
            label={t('report.district')}
            placeholder={t('services.any')}
            onChange={(event) => narrow(() => setDistrict(event.currentTarget.value))}
          />
        </div>
        <Group gap="lg">
          <Checkbox
            name="fitting"
            label={t('refer.fitting')}
            checked={fitting}
            onChange={(event) => narrow(() => setFitting(event.currentTarget.checked))}
            className="hifazat-choice"
          />
          <Checkbox
            name="open"
            label={t('services.open-now')}
            checked={open}
            onChange={(event) => narrow(() => setOpen(event.currentTarget.checked))}
            className="hifazat-choice"
          />
        </Group>
        <PagedList pages={found} empty={t('refer.no-services')}>
          {(items) => (
            <ul className="hifazat-list">
              {[...items].sort((a, b) => Number(b.referable === true) - Number(a.referable === true)).map((service) => (
                <ServiceItem
                  key={service.id}
                  service={service}
                  chosen={service.id === chosen?.id}
                  onChoose={() => onChoose(asReferable(service))}
                />
              ))}
            </ul>
          )}
        </PagedList>
        <RecordGap key={`${category} ${district}`} category={category} districtCode={district} />
      </Stack>
    </Panel>
  );
}

interface ItemProps {
  service: HsdsService;
  chosen: boolean;
  onChoose: () => void;
}

function ServiceItem({ service, chosen, onChoose }: ItemProps) {
  const { t, named } = useTexts();
  const hidden = <span className="hifazat-hidden"> {named(service.names ?? service.name)}</span>;
  return (
    <li className={classes['service']} data-chosen={chosen} data-testid="service" data-id={service.id} data-referable={service.referable === true}>
      <Group justify="space-between" gap="sm">
        <ServiceSummary service={service} />
        {service.referable === true && (
          <Button
            variant={chosen ? 'filled' : 'default'}
            aria-pressed={chosen}
            onClick={onChoose}
            data-testid="choose-service"
          >
            {t(chosen ? 'refer.chosen' : 'action.choose')}{hidden}
          </Button>
        )}
      </Group>
      <Group mt="xs">
        <Anchor component={Link} to={`/services/${service.id}`} size="sm">{t('refer.more-about')}{hidden}</Anchor>
      </Group>
      {service.referable === true ? chosen && <AskRoom serviceId={service.id} /> : <Text size="sm" mt="xs">{t('services.not-referable')}</Text>}
    </li>
  );
}
