import { Badge, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { read } from '../api/client.ts';
import { formatNumber } from '../i18n/format.ts';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { Loaded, Panel } from '../ui/panel.tsx';
import { ScrollTable } from '../ui/scroll-table.tsx';
import { Moment } from '../ui/time.tsx';
import { ChangeLine } from './change-line.tsx';
import type { AssessmentChanges, Change, Measure, Point, Series, Verdict } from './types.ts';

const COLOURS: Record<Verdict, string> = { better: 'green', worse: 'red', 'no-reliable-change': 'gray', 'not-judged': 'gray' };

function useChanges(caseId: string) {
  return useQuery({
    queryKey: ['assessments', 'changes', caseId],
    queryFn: async ({ signal }) => (await read<AssessmentChanges>('assessments', `/cases/${caseId}/assessment-changes`, signal)).data,
    refetchOnWindowFocus: false,
  });
}

const repeated = (series: Series) => series.measures.some((one) => one.points.length > 1);

/** One result of each says what is; two say what changed, as far as the service judges it. */
function tellsSomething({ risks, strengths }: AssessmentChanges): boolean {
  return [...risks, ...strengths].some(repeated) || (risks.length > 0 && strengths.length > 0);
}

/** The same instrument, asked again: what changed by more than chance, strengths beside risks. */
export function ChangeOverTime({ caseId }: { caseId: string }) {
  const { t } = useTexts();
  const changes = useChanges(caseId);
  if (changes.data !== undefined && !tellsSomething(changes.data)) return null;
  return (
    <Panel title={t('change.title')} testId="changes">
      <Text size="sm" c="dimmed" mb="sm">{t('change.text')}</Text>
      <Loaded query={changes}>
        {({ risks, strengths }) => (
          <div className="hifazat-columns">
            <Side title="change.risks" none="change.no-risks" series={risks} />
            <Side title="change.strengths" none="change.no-strengths" series={strengths} />
          </div>
        )}
      </Loaded>
    </Panel>
  );
}

function Side({ title, none, series }: { title: MessageId; none: MessageId; series: Series[] }) {
  const { t } = useTexts();
  return (
    <Stack gap="md">
      <Title order={3} size="h5">{t(title)}</Title>
      {series.length === 0 && <Text size="sm">{t(none)}</Text>}
      {[...series]
        .sort((a, b) => Number(repeated(b)) - Number(repeated(a)))
        .map((one) => <OneSeries key={[one.instrumentId, one.instrumentVersion, one.respondent, one.respondentId].join(' ')} series={one} />)}
    </Stack>
  );
}

function OneSeries({ series }: { series: Series }) {
  const { t, label, named } = useTexts();
  const title = named(series.title);
  const score = series.measures.find((one) => one.code === 'score');
  const parts = series.measures.filter((one) => one.code !== 'score' && one.points.length > 1);
  return (
    <section data-testid="change" data-instrument={series.instrumentId}>
      <Title order={4} size="h6">{title}</Title>
      <Text size="sm" c="dimmed">{t('change.answered-by')} {label('respondent', series.respondent)}</Text>
      {score !== undefined && (score.points.length > 1 ? <Repeated measure={score} title={title} /> : <Once measure={score} />)}
      {parts.length > 0 && <Parts measures={parts} />}
    </section>
  );
}

function Once({ measure }: { measure: Measure }) {
  const { t } = useTexts();
  const point = measure.points[0];
  if (point === undefined) return null;
  return <Text size="sm" data-testid="asked-once">{t('change.once')} <Result point={point} /> · <Moment at={point.conductedAt} /></Text>;
}

function Result({ point }: { point: Point }) {
  const { named, language } = useTexts();
  const band = named(point.bandLabel);
  return <><strong>{formatNumber(language, point.value)}</strong>{band === '' ? '' : ` · ${band}`}</>;
}

function Repeated({ measure, title }: { measure: Measure; title: string }) {
  const { t, named, language } = useTexts();
  const { id: caseId = '' } = useParams();
  const number = (value: number) => formatNumber(language, value);
  return (
    <>
      <ChangeLine measure={measure} title={title} />
      {measure.threshold !== undefined && <Text size="xs" c="dimmed">{t('change.band')}</Text>}
      <Verdicts measure={measure} />
      <ScrollTable label={title}>
        <Table withRowBorders={false} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('outcome.conducted')}</Table.Th>
              <Table.Th>{t('risk.score')}</Table.Th>
              <Table.Th>{t('bands.band')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {measure.points.map((one) => (
              <Table.Tr key={one.assessmentId}>
                <Table.Td><Link to={`/cases/${caseId}/assessments/${one.assessmentId}`}><Moment at={one.conductedAt} /></Link></Table.Td>
                <Table.Td>{number(one.value)}</Table.Td>
                <Table.Td>{named(one.bandLabel)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollTable>
      <Basis measure={measure} />
    </>
  );
}

/** Two results only are compared once. */
function Verdicts({ measure }: { measure: Measure }) {
  const { t } = useTexts();
  const { sinceFirst, sinceLast, points } = measure;
  return (
    <Stack gap={2} my={6}>
      {sinceFirst !== undefined && <Said text={t('change.since-first')} change={sinceFirst} />}
      {sinceLast !== undefined && points.length > 2 && <Said text={t('change.since-before')} change={sinceLast} />}
    </Stack>
  );
}

function Said({ text, change }: { text: string; change: Change }) {
  const { label } = useTexts();
  return (
    <Text size="sm" component="div" data-testid="change-verdict" data-verdict={change.verdict}>
      {text} <Difference value={change.difference} />{' '}
      <Badge variant="light" color={COLOURS[change.verdict]}>{label('change-verdict', change.verdict)}</Badge>
    </Text>
  );
}

function Difference({ value }: { value: number }) {
  const { language } = useTexts();
  const number = formatNumber(language, Math.abs(value));
  return <bdi dir="ltr">{value > 0 ? `+${number}` : value < 0 ? `−${number}` : number}</bdi>;
}

/** From which difference on it counts and who says so, or why nobody can. */
function Basis({ measure }: { measure: Measure }) {
  const { t, label } = useTexts();
  const { threshold, unjudged } = measure;
  if (threshold === undefined) return unjudged === undefined ? null : <Text size="xs" c="dimmed" mt={4}>{label('change-unjudged', unjudged)}</Text>;
  return (
    <Text size="xs" c="dimmed" mt={4} data-testid="change-basis">
      {t('change.threshold', { points: threshold.points })} {label('change', threshold.basis)} {label('change', threshold.population)}{' '}
      <bdi dir="auto">{threshold.source}</bdi>
    </Text>
  );
}

function Parts({ measures }: { measures: Measure[] }) {
  const { t, named, label, language } = useTexts();
  const number = (value: number) => formatNumber(language, value);
  return (
    <ScrollTable label={t('change.parts')}>
      <Table withRowBorders={false} verticalSpacing={4} data-testid="change-parts">
        <Table.Thead>
          <Table.Tr><Table.Th>{t('change.parts')}</Table.Th><Table.Th>{t('change.from-to')}</Table.Th><Table.Th>{t('change.since-first')}</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {measures.flatMap(({ code, label: name, sinceFirst }) =>
            sinceFirst === undefined ? [] : [
              <Table.Tr key={code}>
                <Table.Td>{named(name) || code}</Table.Td>
                <Table.Td>{number(sinceFirst.from)} – {number(sinceFirst.to)}</Table.Td>
                <Table.Td><Difference value={sinceFirst.difference} /> {label('change-verdict', sinceFirst.verdict)}</Table.Td>
              </Table.Tr>,
            ])}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  );
}
