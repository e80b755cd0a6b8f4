import { Badge } from '@mantine/core';
import { useTexts } from '../i18n/text.ts';
import { Code } from './names.tsx';

/** Written in a case that went into this one since. */
export function FromCase({ number }: { number: string | undefined }) {
  const { t } = useTexts();
  if (number === undefined) return null;
  return (
    <Badge variant="outline" color="gray" tt="none" data-testid="from-case">
      {t('duplicates.from-case')} <Code>{number}</Code>
    </Badge>
  );
}
