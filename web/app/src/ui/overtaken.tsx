import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/text.ts';

interface HeldVersion {
  /** The entity tag to send. */
  held: string | undefined;
  /** Somebody saved a newer version than the one this form was opened on. */
  overtaken: boolean;
  /** The writer has seen the newer version and goes on from it. */
  goOn: () => void;
}

interface Props {
  version: HeldVersion;
  /** Nothing is left to be done: theirs stands, and what was typed is there to be copied. */
  over?: boolean;
  onTakeTheirs: () => void;
  /** What was saved meanwhile. */
  children?: ReactNode;
}

/** What was saved meanwhile, and which of the two is to stand. Shows nothing while nobody was faster. */
export function Overtaken({ version, over = false, onTakeTheirs, children }: Props) {
  const { t } = useTexts();
  if (!version.overtaken) return null;
  return (
    <Alert color="yellow" title={t('conflict.title')} role="alert" data-testid="overtaken">
      <Stack gap="md">
        <Text size="sm">{t(over ? 'conflict.over' : 'conflict.overtaken')}</Text>
        {children}
        <Group gap="sm">
          <Button type="button" variant="default" onClick={onTakeTheirs} data-testid="take-theirs">{t('conflict.take-theirs')}</Button>
          {!over && <Button type="button" variant="light" onClick={version.goOn} data-testid="keep-mine">{t('conflict.keep-mine')}</Button>}
        </Group>
      </Stack>
    </Alert>
  );
}
