import { Alert, Button, Text } from '@mantine/core';
import { useTexts } from '../i18n/text.ts';
import { Code } from './names.tsx';
import classes from './ui.module.css';

interface Props {
  value: string;
  /** What to do with it now. */
  lead: string;
  onHide: () => void;
  testId: string;
}

/** Something secret that the server tells once: on the screen until it is hidden or left. */
export function ShownOnce({ value, lead, onHide, testId }: Props) {
  const { t } = useTexts();
  return (
    <Alert color="yellow" role="status" mt="xs" data-testid={testId}>
      <Text size="sm">{lead}</Text>
      <Text fw={700} className={classes['once'] ?? ''}><Code>{value}</Code></Text>
      <Button variant="default" mt="xs" onClick={onHide}>{t('password.seen')}</Button>
    </Alert>
  );
}
