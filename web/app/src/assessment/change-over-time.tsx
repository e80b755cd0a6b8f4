import { Table, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { AssessmentResult, Instrument } from '../api/types.ts';
import { formatDate, formatNumber } from '../i18n/format.ts';
import { direction } from '../i18n/languages.ts';
import { useTexts } from '../i18n/text.ts';
import { Panel } from '../ui/panel.tsx';
import { ScrollTable } from '../ui/scroll-table.tsx';
import { Moment } from '../ui/time.tsx';
import { isStrength } from './higher-is-better.ts';
import { bandText } from './outcome.tsx';
import classes from './assessment.module.css';

interface Measured extends AssessmentResult {
  score: number;
}

/** What counts: scored, not amended, asked of the same person with the same version of the same instrument. */
export function seriesOf(results: readonly AssessmentResult[]): Measured[][] {
  const series = new Map<string, Measured[]>();
  for (const one of [...results].sort((a, b) => a.conductedAt.localeCompare(b.conductedAt))) {
    if (one.score === undefined || one.valid === false || one.amendedBy !== undefined) continue;
    const key = [one.instrumentId, one.instrumentVersion, one.respondent ?? ''].join(' ');
    series.set(key, [...(series.get(key) ?? []), { ...one, score: one.score }]);
  }
  return [...series.values()].filter((all) => all.length > 1);
}

interface Props {
  results: readonly AssessmentResult[];
  instruments: readonly Instrument[] | undefined;
}

/** The same instrument, asked again: what changed, strengths beside risks. */
export function ChangeOverTime({ results, instruments }: Props) {
  const { t } = useTexts();
  const all = seriesOf(results);
  if (all.length === 0) return null;
  const instrumentOf = ([first]: Measured[]) =>
    instruments?.find((one) => one.id === first?.instrumentId && one.version === first.instrumentVersion);
  const strengths = all.filter((series) => isStrength(instrumentOf(series)));
  const others = all.filter((series) => !strengths.includes(series));
  return (
    <Panel title={t('change.title')} testId="changes">
      <Text size="sm" c="dimmed" mb="sm">{t('change.text')}</Text>
      <div className="hifazat-columns">
        {[...others, ...strengths].map((series) => (
          <Change key={series[0]?.id} series={series} instrument={instrumentOf(series)} />
        ))}
      </div>
    </Panel>
  );
}

function Change({ series, instrument }: { series: Measured[]; instrument: Instrument | undefined }) {
  const { t, named, language } = useTexts();
  const title = named(instrument?.title) || t('assessments.an-assessment');
  const number = (value: number) => formatNumber(language, value);
  const [first] = series;
  return (
    <section data-testid="change" data-instrument={first?.instrumentId}>
      <Title order={3} size="h5">{title}</Title>
      <Line series={series} instrument={instrument} title={title} />
      <ScrollTable label={title}>
        <Table withRowBorders={false} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('outcome.conducted')}</Table.Th>
              <Table.Th>{t('risk.score')}</Table.Th>
              <Table.Th>{t('change.since-before')}</Table.Th>
              <Table.Th>{t('bands.band')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {series.map((one, index) => {
              const before = series[index - 1];
              return (
                <Table.Tr key={one.id}>
                  <Table.Td><Link to={`/cases/${one.caseId}/assessments/${one.id}`}><Moment at={one.conductedAt} /></Link></Table.Td>
                  <Table.Td>{number(one.score)}</Table.Td>
                  <Table.Td><bdi dir="ltr">{before === undefined ? '–' : signed(one.score - before.score, number)}</bdi></Table.Td>
                  <Table.Td>{bandText(one, instrument, named)}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </ScrollTable>
    </section>
  );
}

function signed(value: number, number: (value: number) => string): string {
  return value > 0 ? `+${number(value)}` : value < 0 ? `−${number(-value)}` : '0';
}

const WIDTH = 330;
const HEIGHT = 130;
const EDGE = 28;

/** Time runs with the reading direction; the scale is the instrument's own, not that of the scores there are. */
function Line({ series, instrument, title }: { series: Measured[]; instrument: Instrument | undefined; title: string }) {
  const { t, language } = useTexts();
  const scores = series.map((one) => one.score);
  const low = instrument?.scoring?.min ?? Math.min(0, ...scores);
  const high = Math.max(instrument?.scoring?.max ?? Math.max(...scores), low + 1);
  const times = series.map((one) => Date.parse(one.conductedAt));
  const from = times[0] ?? 0;
  const span = Math.max((times.at(-1) ?? 0) - from, 1);
  const x = (time: number) => {
    const along = EDGE + ((time - from) / span) * (WIDTH - 2 * EDGE);
    return direction(language) === 'rtl' ? WIDTH - along : along;
  };
  const y = (score: number) => HEIGHT - EDGE - ((score - low) / (high - low)) * (HEIGHT - 2 * EDGE);
  const points = series.map((one, index) => ({ id: one.id, score: one.score, x: x(times[index] ?? from), y: y(one.score) }));
  const label = t('change.label', {
    title,
    first: formatNumber(language, scores[0] ?? 0),
    last: formatNumber(language, scores.at(-1) ?? 0),
    from: formatDate(language, series[0]?.conductedAt ?? ''),
    to: formatDate(language, series.at(-1)?.conductedAt ?? ''),
  });
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} className={classes['drawing']} direction="ltr">
      <line x1={EDGE / 2} x2={WIDTH - EDGE / 2} y1={y(low)} y2={y(low)} stroke="currentColor" strokeOpacity={0.35} />
      <line x1={EDGE / 2} x2={WIDTH - EDGE / 2} y1={y(high)} y2={y(high)} stroke="currentColor" strokeOpacity={0.2} strokeDasharray="4 4" />
      <polyline points={points.map((one) => `${one.x},${one.y}`).join(' ')} fill="none" stroke="currentColor" strokeWidth={2.5} />
      {points.map((one) => (
        <g key={one.id}>
          <circle cx={one.x} cy={one.y} r={4.5} fill="currentColor" />
          <text x={one.x} y={one.y - 10} textAnchor="middle" className={classes['tick']}>{formatNumber(language, one.score)}</text>
        </g>
      ))}
    </svg>
  );
}
