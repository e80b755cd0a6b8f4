import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readText } from '../api/client.ts';
import type { ScoringNotes } from '../api/types.ts';
import { BandScale } from '../assessment/band-scale.tsx';
import { answersIn } from '../assessment/instance.ts';
import { FormInParts, Opened } from '../assessment/xform.tsx';
import { useTexts } from '../i18n/text.ts';
import { Loaded, Panel } from '../ui/panel.tsx';

interface Props {
  path: string;
  scoring: ScoringNotes;
}

/** Fills the form as a worker would; nothing leaves the browser. */
export function TryOut({ path, scoring }: Props) {
  const { t } = useTexts();
  const [trying, setTrying] = useState(false);
  return (
    <Panel title={t('catalogue.try')} testId="try-out">
      {trying ? (
        <Trying path={path} scoring={scoring} />
      ) : (
        <Stack gap="sm">
          <Text size="sm">{t('catalogue.try-text')}</Text>
          <Group><Button variant="default" onClick={() => setTrying(true)} data-testid="try-form">{t('catalogue.try-begin')}</Button></Group>
        </Stack>
      )}
    </Panel>
  );
}

function Trying({ path, scoring }: { path: string; scoring: ScoringNotes }) {
  const { t, named } = useTexts();
  const [round, setRound] = useState(0);
  const [answers, setAnswers] = useState<Record<string, string>>();
  const form = useQuery({
    queryKey: ['assessments', 'catalogue-form', path],
    queryFn: ({ signal }) => readText('assessments', `${path}/form`, signal),
    refetchOnWindowFocus: false,
  });
  if (answers !== undefined) {
    const said = (node: string) => Object.entries(answers).find(([place]) => place.endsWith(`/result/${node}`))?.[1];
    const valid = said('valid') !== 'no';
    return (
      <Stack gap="md" data-testid="tried" data-band={said('band')}>
        {!valid && <Text>{t('outcome.invalid')}</Text>}
        <BandScale
          bands={scoring.bands.map(({ code, from, to, label }) => ({ code, from: from ?? null, to: to ?? null, label: named(label) }))}
          min={scoring.min}
          max={scoring.max}
          score={valid && said('score') !== undefined ? Number(said('score')) : undefined}
          band={said('band')}
        />
        <Group>
          <Button
            variant="default"
            onClick={() => {
              setAnswers(undefined);
              setRound(round + 1);
            }}
          >
            {t('catalogue.try-again')}
          </Button>
        </Group>
      </Stack>
    );
  }
  return (
    <Loaded query={form} lines={8}>
      {(xml) => (
        <Opened key={round} xml={xml}>
          {(opened) => <FormInParts form={opened} busy={false} submitText={t('catalogue.try-score')} onSend={(instance) => setAnswers(answersIn(instance))} />}
        </Opened>
      )}
    </Loaded>
  );
}
