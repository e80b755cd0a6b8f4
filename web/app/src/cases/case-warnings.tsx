import { Alert, Badge, Group, Text } from '@mantine/core';
import { useTexts } from '../i18n/text.ts';
import classes from './cases.module.css';

/** What to know before anybody acts, at the head of the case on each of its parts. */
export function CaseWarnings({ codes = [] }: { codes?: readonly string[] | undefined }) {
  const { t, label } = useTexts();
  if (codes.length === 0) return null;
  return (
    <Alert color="red" title={t('people.warning-head')} data-testid="warnings" role="alert">
      {codes.map((code) => <Text key={code} size="sm" fw={600} data-code={code}>{label('warning', code)}</Text>)}
    </Alert>
  );
}

/** The same on the case's line of a list. */
export function LineWarnings({ codes = [] }: { codes?: readonly string[] | undefined }) {
  const { label } = useTexts();
  if (codes.length === 0) return null;
  return (
    <Group gap={4} mt={4}>
      {codes.map((code) => (
        <Badge key={code} color="red" variant="light" className={classes['warning']} data-testid="line-warning" data-code={code}>
          {label('warning', code)}
        </Badge>
      ))}
    </Group>
  );
}
