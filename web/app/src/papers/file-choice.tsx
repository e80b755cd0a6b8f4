import { Button, Group, Text } from '@mantine/core';
import { useId, useRef } from 'react';
import { useTexts } from '../i18n/text.ts';
import classes from './papers.module.css';
import { TAKEN } from './upload.ts';

interface Props {
  file: File | undefined;
  error: string | undefined;
  onChoose: (file: File) => void;
}

/** A file of the device, or a photo taken now. */
export function FileChoice({ file, error, onChoose }: Props) {
  const { t } = useTexts();
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const choose = (chosen: FileList | null) => {
    if (chosen?.[0] !== undefined) onChoose(chosen[0]);
  };
  return (
    <div data-invalid={error !== undefined}>
      <Group gap="sm" role="group" aria-labelledby={id}>
        <Button variant="light" onClick={() => picker.current?.click()}>{t('documents.choose')}</Button>
        <Button variant="light" onClick={() => camera.current?.click()}>{t('documents.take-photo')}</Button>
      </Group>
      <input ref={picker} type="file" accept={TAKEN} className={classes['hidden']} tabIndex={-1} aria-label={t('documents.choose')} data-testid="file" onChange={(event) => choose(event.currentTarget.files)} />
      <input ref={camera} type="file" accept="image/jpeg" capture="environment" className={classes['hidden']} tabIndex={-1} aria-label={t('documents.take-photo')} data-testid="camera" onChange={(event) => choose(event.currentTarget.files)} />
      <Text size="sm" mt={4} id={id}>{file === undefined ? t('documents.no-file') : <bdi dir="auto">{file.name}</bdi>}</Text>
      {error !== undefined && <Text size="sm" c="red" role="alert">{error}</Text>}
    </div>
  );
}
