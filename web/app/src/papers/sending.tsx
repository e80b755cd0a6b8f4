import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { change } from '../api/client.ts';
import { asProblem, type ApiProblem } from '../api/problem.ts';
import { formatNumber } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import type { Upload } from './types.ts';
import { sendFile, type Place } from './upload.ts';

interface Props {
  upload: Pick<Upload, 'id' | 'size' | 'received'>;
  file: File;
  /** Who takes it, where it is no document of a case. */
  arrival?: Place;
  onClose: () => void;
}

/** A file on its way: how far it is, going on after a break, or giving it up. */
export function Sending({ upload, file, arrival = { service: 'cases', path: `/uploads/${upload.id}` }, onClose }: Props) {
  const { t, language } = useTexts();
  const queries = useQueryClient();
  const [sent, setSent] = useState(upload.received);
  const [problem, setProblem] = useState<ApiProblem>();
  const stop = useRef<AbortController>(undefined);
  const begun = useRef(false);
  const refresh = () => void queries.invalidateQueries({ queryKey: [arrival.service] });

  const go = async (from: number) => {
    setProblem(undefined);
    const controller = new AbortController();
    stop.current = controller;
    try {
      await sendFile({ ...upload, received: from }, file, setSent, controller.signal, undefined, arrival);
      refresh();
      onClose();
    } catch (failure) {
      if (!controller.signal.aborted) setProblem(asProblem(failure));
    }
  };
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void go(upload.received);
  });
  const giveUp = async () => {
    stop.current?.abort();
    await change(arrival.service, arrival.path, { method: 'DELETE' }).catch(() => undefined);
    refresh();
    onClose();
  };
  const percent = Math.floor((sent / upload.size) * 100);
  const passing = problem?.serviceMissing === true;
  return (
    <Stack gap="sm" data-testid="sending">
      <Text size="sm"><bdi dir="auto">{file.name}</bdi></Text>
      <Progress value={percent} aria-label={t('documents.sending')} />
      <Text size="sm" role="status">
        {percent === 100 && problem === undefined ? t('documents.checking') : t('documents.percent', { percent: formatNumber(language, percent) })}
      </Text>
      {passing ? <Text size="sm">{t('documents.line-broke')}</Text> : <ProblemNotice problem={problem} focused />}
      <Group gap="sm">
        {passing && <Button onClick={() => void go(sent)} data-testid="go-on">{t('documents.go-on')}</Button>}
        <Button variant="default" onClick={() => void giveUp()} data-testid="give-up">{t(problem === undefined || passing ? 'documents.give-up' : 'documents.close')}</Button>
      </Group>
    </Stack>
  );
}
