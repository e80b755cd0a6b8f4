import { Table, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { query, read } from '../api/client.ts';
import type { Figure } from '../api/types.ts';
import { formatNumber } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { SelectField } from '../ui/fields.tsx';
import { Loaded, Panel } from '../ui/panel.tsx';
import { ScrollTable } from '../ui/scroll-table.tsx';
import { shownFigure } from './measure.tsx';
import classes from './dashboard.module.css';

interface Gap {
  districtCode: string;
  serviceCategory: string;
  gaps: Figure;
}

interface Props {
  month: string;
  districts: { districtCode: string; name: string }[];
}

/** Which kind of service could not be had where, and how often: the most first, what is withheld last. */
export function GapFigures({ month, districts }: Props) {
  const { t, label, language } = useTexts();
  const [kind, setKind] = useState('');
  const figures = useQuery({
    queryKey: ['monitoring', 'service-gaps', month],
    queryFn: async ({ signal }) => (await read<{ items: Gap[]; total: Figure }>('monitoring', `/figures/service-gaps${query({ month })}`, signal)).data,
    refetchInterval: 30_000,
    placeholderData: keepPreviousData,
  });
  const shown = (figure: Figure) => <bdi dir="ltr">{shownFigure(figure, (value) => formatNumber(language, value))}</bdi>;
  const place = (code: string) => districts.find((one) => one.districtCode === code)?.name ?? label('district', code);
  const kinds = [...new Set(figures.data?.items.map((one) => one.serviceCategory))]
    .map((value) => ({ value, label: label('category', value) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  // Of another month there may be none of the kind.
  const chosen = kinds.some((one) => one.value === kind) ? kind : '';
  return (
    <Panel title={t('gap-figures.title')} testId="gap-figures">
      <Loaded query={figures} empty={{ when: ({ items, total }) => items.length === 0 && total.value === 0, text: t('gap-figures.none') }}>
        {({ items, total }) => (
          <>
            {kinds.length > 1 && (
              <div className="hifazat-columns">
                <SelectField
                  name="gapKind"
                  value={chosen}
                  error={undefined}
                  label={t('refer.category')}
                  onChange={(event) => setKind(event.currentTarget.value)}
                  options={kinds}
                  placeholder={t('gap-figures.every-kind')}
                />
              </div>
            )}
            <ScrollTable label={t('gap-figures.title')}>
              <Table className={classes['table'] ?? ''} verticalSpacing="xs" striped data-testid="gap-table">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">{t('report.district')}</Table.Th>
                    <Table.Th scope="col">{t('refer.category')}</Table.Th>
                    <Table.Th scope="col">{t('gap-figures.times')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items
                    .filter((one) => chosen === '' || one.serviceCategory === chosen)
                    .map((one) => ({ ...one, place: place(one.districtCode), kind: label('category', one.serviceCategory) }))
                    .sort((a, b) => (b.gaps.value ?? 0) - (a.gaps.value ?? 0) || a.place.localeCompare(b.place, language) || a.kind.localeCompare(b.kind, language))
                    .map((one) => (
                      <Table.Tr key={`${one.districtCode}/${one.serviceCategory}`} data-district={one.districtCode} data-kind={one.serviceCategory}>
                        <Table.Th scope="row">{one.place}</Table.Th>
                        <Table.Td>{one.kind}</Table.Td>
                        <Table.Td data-figure="gaps">{shown(one.gaps)}</Table.Td>
                      </Table.Tr>
                    ))}
                </Table.Tbody>
                <Table.Tfoot>
                  <Table.Tr data-district="province">
                    <Table.Th scope="row" colSpan={2}>{t('dashboard.responses-all')}</Table.Th>
                    <Table.Td data-figure="gaps">{shown(total)}</Table.Td>
                  </Table.Tr>
                </Table.Tfoot>
              </Table>
            </ScrollTable>
            <Text size="sm" c="dimmed" mt="sm">{t('gap-figures.hint')}</Text>
          </>
        )}
      </Loaded>
    </Panel>
  );
}
