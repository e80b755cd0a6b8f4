import { NativeSelect } from '@mantine/core';
import { asProblem } from '../api/problem.ts';
import { useTexts } from '../i18n/text.ts';
import { problemText } from '../ui/problem-notice.tsx';
import { useAgencies } from './queries.ts';

interface Props {
  name: string;
  value: string;
  error: string | undefined;
  onChange: (event: { currentTarget: { value: string } }) => void;
  label: string;
  required?: boolean;
}

export function AgencyField({ error, ...rest }: Props) {
  const texts = useTexts();
  const { t, named, language } = texts;
  const agencies = useAgencies();
  const missing = agencies.isError ? problemText(texts, asProblem(agencies.error)) : undefined;
  return (
    <NativeSelect
      {...rest}
      error={error ?? missing}
      data={[
        { value: '', label: t(agencies.isPending ? 'state.loading' : 'action.choose') },
        ...(agencies.data ?? [])
          .map((agency) => ({ value: agency.id, label: named(agency.name) }))
          .sort((a, b) => a.label.localeCompare(b.label, language)),
      ]}
    />
  );
}
