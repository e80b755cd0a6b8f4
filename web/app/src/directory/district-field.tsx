import { NativeSelect } from '@mantine/core';
import { memo } from 'react';
import { asProblem } from '../api/problem.ts';
import type { District } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import { problemText } from '../ui/problem-notice.tsx';
import { useDistricts } from './queries.ts';

interface Props {
  name: string;
  value: string;
  error: string | undefined;
  onChange: (event: { currentTarget: { value: string } }) => void;
  label: string;
  required?: boolean;
  /** What no district means; otherwise one is to be chosen. */
  placeholder?: string;
}

export const DistrictField = memo(function DistrictField({ error, placeholder, ...rest }: Props) {
  const texts = useTexts();
  const { t, named, language } = texts;
  const districts = useDistricts();
  const today = new Date().toISOString().slice(0, 10);
  const current = (districts.data ?? []).filter((d) => d.validTo === undefined || d.validTo > today);
  const divisions = byDivision(current);
  const missing = districts.isError ? problemText(texts, asProblem(districts.error)) : undefined;
  return (
    <NativeSelect
      {...rest}
      error={error ?? missing}
      disabled={districts.isPending}
      data={[
        { value: '', label: districts.isPending ? t('state.loading') : (placeholder ?? t('action.choose')) },
        ...[...divisions].map(([division, members]) => ({
          group: texts.label('division', division),
          items: members
            .map((district) => ({ value: district.code, label: named(district.name) }))
            .sort((a, b) => a.label.localeCompare(b.label, language)),
        })),
      ]}
    />
  );
});

function byDivision(districts: District[]): Map<string, District[]> {
  const divisions = new Map<string, District[]>();
  for (const district of districts) {
    divisions.set(district.division, [...(divisions.get(district.division) ?? []), district]);
  }
  return divisions;
}
