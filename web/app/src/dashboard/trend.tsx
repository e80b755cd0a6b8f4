import { Table } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { read } from '../api/client.ts';
import type { Figure, Trend, TrendMonth } from '../api/types.ts';
import { formatNumber } from '../i18n/format.ts';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { Loaded, Panel } from '../ui/panel.tsx';
import { ScrollTable } from '../ui/scroll-table.tsx';
import { NARROW_SCREEN, shownFigure } from './measure.tsx';
import classes from './dashboard.module.css';

const WIDE = { width: 720, height: 240, monthsApart: 2 };
const NARROW = { width: 330, height: 200, monthsApart: 4 };
const EDGE = { start: 40, end: 16, top: 16, bottom: 34 };

interface Series {
  text: MessageId;
  mark: 'first' | 'second';
  pick: (month: TrendMonth) => Figure;
}

const SERIES: Series[] = [
  { text: 'dashboard.concernReports', mark: 'first', pick: (month) => month.concernReports },
  { text: 'dashboard.newCases', mark: 'second', pick: (month) => month.newCases },
];

const COLUMNS: [MessageId, (month: TrendMonth) => Figure][] = [
  ['dashboard.concernReports', (month) => month.concernReports],
  ['dashboard.newCases', (month) => month.newCases],
  ['dashboard.referralsRequested', (month) => month.referrals.requested],
  ['dashboard.referralsCompleted', (month) => month.referrals.completed],
  ['dashboard.loopClosed', (month) => month.referrals.loopClosed],
];

export function TrendPanel() {
  const { t } = useTexts();
  const trend = useQuery({
    queryKey: ['monitoring', 'trend'],
    queryFn: async ({ signal }) => (await read<Trend>('monitoring', '/figures/trend', signal)).data,
    refetchInterval: 15_000,
  });
  return (
    <Panel title={t('dashboard.trend')} testId="trend">
      <Loaded query={trend} empty={{ when: ({ months }) => months.length === 0, text: t('dashboard.nothing') }}>
        {({ months }) => (
          <>
            <TrendLines months={months} />
            <TrendTable months={months} />
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function useMonthName(): (month: string, short?: boolean) => string {
  const { t } = useTexts();
  return (month, short = false) => {
    const [year, number] = month.split('-');
    const name = t(`month.${Number(number)}` as MessageId);
    return short ? name : `${name} ${year}`;
  };
}

/** Time runs with the reading direction. Where a figure is suppressed the line has a gap. */
function TrendLines({ months }: { months: TrendMonth[] }) {
  const { t, language } = useTexts();
  const monthName = useMonthName();
  const rtl = language !== 'en';
  const { width, height, monthsApart } = useMediaQuery(NARROW_SCREEN) ? NARROW : WIDE;
  const ends: [number, number] = rtl ? [width - EDGE.start, EDGE.end] : [EDGE.start, width - EDGE.end];
  const x = scalePoint(months.map(({ month }) => month), ends).padding(0.4);
  const most = Math.max(4, ...months.flatMap((month) => SERIES.map(({ pick }) => pick(month).value ?? 0)));
  const y = scaleLinear([0, most], [height - EDGE.bottom, EDGE.top]).nice(4);
  const path = (pick: Series['pick']) =>
    line<TrendMonth>()
      .defined((month) => typeof pick(month).value === 'number')
      .x((month) => x(month.month) ?? 0)
      .y((month) => y(pick(month).value ?? 0))(months) ?? '';
  return (
    <figure className={classes['figure']}>
      <svg viewBox={`0 0 ${width} ${height}`} className={classes['bars']} role="img" aria-label={t('dashboard.trend-label')}>
        {y.ticks(4).map((tick) => (
          <g key={tick} className={classes['row']}>
            <line x1={EDGE.end} x2={width - EDGE.end} y1={y(tick)} y2={y(tick)} className={classes['grid']} />
            <text x={rtl ? width - 4 : 4} y={y(tick) - 4} textAnchor={rtl ? 'end' : 'start'} direction="ltr">{formatNumber(language, tick)}</text>
          </g>
        ))}
        {months.map(({ month }, i) => (
          <g key={month} className={classes['row']}>
            {(months.length - 1 - i) % monthsApart === 0 && (
              <text
                x={!rtl && i === months.length - 1 ? width : x(month)}
                y={height - 8}
                textAnchor={!rtl && i === months.length - 1 ? 'end' : 'middle'}
              >
                {monthName(month, true)}
              </text>
            )}
          </g>
        ))}
        {SERIES.map(({ mark, pick }) => (
          <g key={mark} className={classes[mark]}>
            <path d={path(pick)} />
            {months
              .filter((month) => typeof pick(month).value === 'number')
              .map((month) => <circle key={month.month} cx={x(month.month)} cy={y(pick(month).value ?? 0)} r={4} />)}
          </g>
        ))}
      </svg>
      <figcaption className={classes['legend']}>
        {SERIES.map(({ text, mark }) => (
          <span key={mark}>
            <svg width="34" height="12" aria-hidden="true" className={classes[mark]}><path d="M0 6H34" /><circle cx="17" cy="6" r="4" /></svg> {t(text)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function TrendTable({ months }: { months: TrendMonth[] }) {
  const { t, language } = useTexts();
  const monthName = useMonthName();
  return (
    <ScrollTable label={t('dashboard.trend')}>
      <Table className={classes['table'] ?? ''} verticalSpacing="xs" data-testid="trend-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('dashboard.month')}</Table.Th>
            {COLUMNS.map(([text]) => <Table.Th key={text} scope="col">{t(text)}</Table.Th>)}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {[...months].reverse().map((month) => (
            <Table.Tr key={month.month} data-month={month.month}>
              <Table.Th scope="row">{monthName(month.month)}</Table.Th>
              {COLUMNS.map(([text, pick]) => (
                <Table.Td key={text}><bdi dir="ltr">{shownFigure(pick(month), (value) => formatNumber(language, value))}</bdi></Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  );
}
