import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { read } from '../api/client.ts';
import { asProblem, type ApiProblem } from '../api/problem.ts';
import type { Report, Reporter } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import { useMe } from '../session/session.ts';
import { Code, PersonName } from '../ui/names.tsx';
import { Facts } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';

/** Who told us. A protected reporter is shown to a supervisor who asks, and the asking is kept. */
export function ReporterFacts({ report, reporter }: { report: Report; reporter: Reporter }) {
  const { t } = useTexts();
  const supervisor = useMe(true).data?.roles.includes('supervisor') === true;
  const [shown, setShown] = useState<Reporter>();
  const [problem, setProblem] = useState<ApiProblem>();
  if (reporter.kind !== 'protected' || shown !== undefined) return <Known reporter={shown ?? reporter} />;
  const show = () => {
    setProblem(undefined);
    read<Reporter>('cases', `/concern-reports/${report.id}/reporter`)
      .then((answer) => setShown(answer.data))
      .catch((error: unknown) => setProblem(asProblem(error)));
  };
  return (
    <div data-testid="protected-reporter">
      <Known reporter={reporter} />
      <Text size="sm" c="dimmed">{t('report.protected-text')}</Text>
      {supervisor && (
        <Group mt="xs">
          <Button variant="default" onClick={show} data-testid="show-reporter">{t('report.show-reporter')}</Button>
          <Text size="sm" c="dimmed">{t('report.show-reporter-hint')}</Text>
        </Group>
      )}
      <ProblemNotice problem={problem} />
    </div>
  );
}

function Known({ reporter }: { reporter: Reporter }) {
  const { t, label } = useTexts();
  return (
    <Facts
      facts={[
        [t('report.reporter'), label('reporter', reporter.kind)],
        [t('report.reporter-name'), reporter.name && <PersonName name={reporter.name} />],
        [t('report.reporter-phone'), reporter.phone && <Code>{reporter.phone}</Code>],
        [t('report.reporter-relation'), reporter.relation && label('reporter-relation', reporter.relation)],
      ]}
    />
  );
}
