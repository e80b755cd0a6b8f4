import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { change, type Service } from '../api/client.ts';
import { asProblem, type ApiProblem } from '../api/problem.ts';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { FileChoice } from '../papers/file-choice.tsx';
import { announced, unfit } from '../papers/of-referral.ts';
import { sendFile } from '../papers/upload.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import type { Attachment } from './types.ts';

interface Props {
  service: Service;
  referralId: string;
  /** Ids of the files that have arrived whole and are to go with what is sent. */
  onChange: (ids: string[]) => void;
  onBusy: (busy: boolean) => void;
}

interface Chosen {
  key: string;
  file: File;
  id?: string;
  sent: number;
  ready: boolean;
  problem?: ApiProblem;
}

/** Files that go with a message or an outcome: they arrive at once, and are sent with it. */
export function AttachFiles({ service, referralId, onChange, onBusy }: Props) {
  const { t } = useTexts();
  const [chosen, setChosen] = useState<Chosen[]>([]);
  const [wrong, setWrong] = useState<MessageId>();
  const stops = useRef(new Map<string, AbortController>());
  const told = useRef({ onChange, onBusy });
  told.current = { onChange, onBusy };
  useEffect(() => {
    told.current.onChange(chosen.flatMap((one) => (one.ready && one.id !== undefined ? [one.id] : [])));
    told.current.onBusy(chosen.some((one) => !one.ready && one.problem === undefined));
  }, [chosen]);
  useEffect(() => {
    const running = stops.current;
    return () => running.forEach((stop) => stop.abort());
  }, []);

  const set = (key: string, what: Partial<Chosen>) => setChosen((all) => all.map((one) => (one.key === key ? { ...one, ...what } : one)));
  const path = `/referrals/${referralId}/attachments`;

  const go = async (key: string, file: File) => {
    const stop = new AbortController();
    stops.current.set(key, stop);
    try {
      const body = { title: file.name.slice(0, 200), ...(await announced(file)) };
      const begun = (await change<Attachment>(service, path, { idempotencyKey: key, body })).data;
      set(key, { id: begun.id });
      await sendFile<Attachment>(begun, file, (sent) => set(key, { sent }), stop.signal, undefined, { service, path: `${path}/${begun.id}` });
      set(key, { ready: true });
    } catch (failure) {
      if (!stop.signal.aborted) set(key, { problem: asProblem(failure) });
    }
  };

  const choose = (file: File) => {
    const refused = unfit(file);
    setWrong(refused);
    if (refused !== undefined) return;
    const key = crypto.randomUUID();
    setChosen((all) => [...all, { key, file, sent: 0, ready: false }]);
    void go(key, file);
  };
  const takeAway = (one: Chosen) => {
    stops.current.get(one.key)?.abort();
    setChosen((all) => all.filter((other) => other.key !== one.key));
    if (one.id !== undefined) void change(service, `${path}/${one.id}`, { method: 'DELETE' }).catch(() => undefined);
  };

  return (
    <Stack gap="xs" role="group" aria-label={t('attach.title')} data-testid="attach">
      <Text size="sm" fw={600}>{t('attach.title')} ({t('state.optional')})</Text>
      <Text size="sm" c="dimmed">{t('attach.lead')}</Text>
      {chosen.map((one) => (
        <Stack key={one.key} gap={4} data-testid="attached" data-ready={one.ready}>
          <Group justify="space-between" gap="xs">
            <Text size="sm"><bdi dir="auto">{one.file.name}</bdi>{one.ready && <> · {t('attach.ready')}</>}</Text>
            <Button variant="subtle" size="compact-sm" onClick={() => takeAway(one)}>
              {t('attach.remove')}<span className="hifazat-hidden"> <bdi dir="auto">{one.file.name}</bdi></span>
            </Button>
          </Group>
          {!one.ready && one.problem === undefined && <Progress value={Math.floor((one.sent / one.file.size) * 100)} aria-label={t('documents.sending')} />}
          <ProblemNotice problem={one.problem} />
        </Stack>
      ))}
      <FileChoice file={undefined} error={wrong === undefined ? undefined : t(wrong)} onChoose={choose} />
    </Stack>
  );
}
