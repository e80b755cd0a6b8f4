import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../i18n/text.ts';
import { ChildMode } from './child-mode.tsx';
import type { OpenForm } from './engine.ts';
import { latinDigits } from './input-widgets.tsx';

interface Props {
  form: OpenForm;
  onPause: () => void;
  /** When this grows, something was answered that the worker must know of now: the child is given a break. */
  pauseAt?: number;
  /** Nothing may come over the child's screen while the child has the device. */
  onGiven?: (given: boolean) => void;
}

/** The worker gives the device to the child, and takes it back with digits only the worker knows. */
export function HandOver({ form, onPause, pauseAt = 0, onGiven }: Props) {
  const { t } = useTexts();
  const [digits, setDigits] = useState('');
  const [wrong, setWrong] = useState(false);
  const [given, setIsGiven] = useState(false);
  const setGiven = (now: boolean) => {
    setIsGiven(now);
    onGiven?.(now);
  };
  const chosen = latinDigits(digits).trim();
  if (given) {
    return (
      <ChildMode
        form={form}
        digits={chosen}
        pauseAt={pauseAt}
        onPause={onPause}
        onReturned={() => {
          setGiven(false);
          setDigits('');
        }}
      />
    );
  }
  return (
    <Alert color="blue" title={t('child-mode.title')} data-testid="hand-over">
      <Stack gap="sm">
        <Text size="sm">{t('child-mode.text')}</Text>
        <TextInput
          label={t('child-mode.choose-digits')}
          description={t('child-mode.choose-digits-hint')}
          value={digits}
          onChange={(event) => {
            setDigits(event.currentTarget.value);
            setWrong(false);
          }}
          error={wrong ? t('child-mode.four-digits') : undefined}
          inputMode="numeric"
          autoComplete="off"
          dir="ltr"
          maxLength={4}
          className="hifazat-ltr-input"
          data-testid="choose-digits"
        />
        <Group>
          <Button
            type="button"
            variant="default"
            onClick={() => (/^\d{4}$/.test(chosen) ? setGiven(true) : setWrong(true))}
            data-testid="give-device"
          >
            {t('child-mode.give')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
