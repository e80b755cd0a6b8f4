import { Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { query, read } from '../api/client.ts';
import type { Figures } from '../api/types.ts';
import { today } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { SelectField } from '../ui/fields.tsx';
import { Page } from '../ui/page.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { Moment } from '../ui/time.tsx';
import { DistrictBars } from './district-bars.tsx';
import { FigureTable } from './figure-table.tsx';
import { GapFigures } from './gap-figures.tsx';
import { MEASURES, MeasureField, type Measure } from './measure.tsx';
import { ProvinceTiles } from './province-tiles.tsx';
import { ResponseFigures } from './responses.tsx';
import { TriageTimes } from './triage-times.tsx';
import { TrendPanel } from './trend.tsx';

/** The Commission's numbers: districts and sums, no way to a case. */
export default function DashboardPage() {
  const { t, named, label, language } = useTexts();
  const [month, setMonth] = useState('');
  const [measure, setMeasure] = useState<Measure>('openCases');
  const figures = useQuery({
    queryKey: ['monitoring', 'figures', month],
    queryFn: async ({ signal }) => (await read<Figures>('monitoring', `/figures${query({ month })}`, signal)).data,
    refetchInterval: 3_000,
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={t('dashboard.title')} lead={t('dashboard.lead')}>
      <div className="hifazat-columns">
        <SelectField
          name="month"
          value={month}
          error={undefined}
          label={t('dashboard.period')}
          onChange={(event) => setMonth(event.currentTarget.value)}
          options={useMonths()}
          placeholder={t('dashboard.last-year')}
        />
      </div>
      <Loaded query={figures} lines={10}>
        {(data) => {
          const districts = data.districts
            .map((district) => ({ ...district, name: named(district.name) || label('district', district.districtCode) }))
            .sort((a, b) => a.name.localeCompare(b.name, language));
          return (
            <Stack gap="lg" data-testid="figures">
              <ProvinceTiles figures={data.province} />
              <Panel
                title={t('dashboard.by-district')}
                action={<MeasureField measure={measure} onChange={setMeasure} />}
              >
                <DistrictBars districts={districts} pick={MEASURES[measure]} title={t(`dashboard.${measure}`)} />
              </Panel>
              <Panel title={t('dashboard.table')}>
                <FigureTable districts={districts} province={data.province} />
                <Text size="sm" c="dimmed" mt="sm">{t('dashboard.suppression')}</Text>
              </Panel>
              <TriageTimes month={month} districts={districts} />
              <GapFigures month={month} districts={districts} />
              <ResponseFigures month={month} />
              <TrendPanel />
              <Text size="sm" c="dimmed" data-testid="as-of">{t('dashboard.as-of')} <Moment at={data.asOf} /></Text>
            </Stack>
          );
        }}
      </Loaded>
    </Page>
  );
}

function useMonths(): { value: string; label: string }[] {
  const { t } = useTexts();
  const [year, month] = today().split('-').map(Number) as [number, number];
  return Array.from({ length: 12 }, (_, back) => {
    const date = new Date(Date.UTC(year, month - 1 - back, 1));
    const value = date.toISOString().slice(0, 7);
    return { value, label: `${t(`month.${date.getUTCMonth() + 1}` as Parameters<typeof t>[0])} ${date.getUTCFullYear()}` };
  });
}
