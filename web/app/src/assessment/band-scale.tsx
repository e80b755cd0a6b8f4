import { Table } from '@mantine/core';
import { formatNumber } from '../i18n/format.ts';
import { direction } from '../i18n/languages.ts';
import { useTexts } from '../i18n/text.ts';
import classes from './assessment.module.css';

export interface Band {
  code: string;
  /** A band that no score leads to, such as that of a red flag, has no limits. */
  from?: number | null;
  to?: number | null;
  label: string;
}

interface Props {
  bands: readonly Band[];
  min?: number | null | undefined;
  max?: number | null | undefined;
  score: number | undefined;
  /** The band the answers led to; not always the one the score lies in. */
  band: string | undefined;
  /** A high score of strengths is good news. */
  higherIsBetter?: boolean;
}

const WIDTH = 600;
const FROM_GOOD_TO_BAD = ['#b9e2c3', '#dfe6a8', '#ffd699', '#fbc3a0', '#f8b7b1'];

function colour(index: number, count: number, higherIsBetter: boolean): string {
  const share = count < 2 ? 0 : index / (count - 1);
  return FROM_GOOD_TO_BAD[Math.round((higherIsBetter ? 1 - share : share) * (FROM_GOOD_TO_BAD.length - 1))] ?? '#ddd';
}

/** Where a score lies among the bands: drawn to scale, and the same in a table. */
export function BandScale({ bands, min, max, score, band, higherIsBetter = false }: Props) {
  const { t, language } = useTexts();
  const number = (value: number) => formatNumber(language, value);
  const drawn = bands.filter(hasLimits);
  const low = min ?? Math.min(...drawn.map((one) => one.from));
  const high = max ?? Math.max(...drawn.map((one) => one.to));
  const now = bands.find((one) => one.code === band);
  return (
    <div className={classes['bands']} data-testid="bands" data-score={score} data-band={band}>
      {drawn.length > 0 && (
        <Drawing
          bands={drawn}
          low={low}
          high={high}
          score={score}
          higherIsBetter={higherIsBetter}
          label={
            score === undefined
              ? t('bands.no-score', { min: number(low), max: number(high) })
              : t('bands.label', { score: number(score), min: number(low), max: number(high), band: now?.label ?? '' })
          }
        />
      )}
      <Table className={classes['band-table'] ?? ''} withRowBorders={false} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('bands.band')}</Table.Th>
            <Table.Th>{t('bands.scores')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {bands.map((one) => {
            const index = drawn.findIndex((found) => found.code === one.code);
            return (
              <Table.Tr key={one.code} data-code={one.code} data-here={one.code === band}>
                <Table.Td>
                  <span
                    aria-hidden="true"
                    className={classes['swatch']}
                    style={{ background: index < 0 ? 'transparent' : colour(index, drawn.length, higherIsBetter) }}
                  />
                  {one.label}
                  {one.code === band && <strong> {t('bands.here')}</strong>}
                </Table.Td>
                <Table.Td><bdi dir="ltr">{limits(one, number)}</bdi></Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </div>
  );
}

type Limited = Band & { from: number; to: number };

function hasLimits(band: Band): band is Limited {
  return typeof band.from === 'number' && typeof band.to === 'number';
}

function limits(band: Band, number: (value: number) => string): string {
  if (!hasLimits(band)) return '–';
  return band.from === band.to ? number(band.from) : `${number(band.from)}–${number(band.to)}`;
}

interface DrawingProps {
  bands: readonly Limited[];
  low: number;
  high: number;
  score: number | undefined;
  higherIsBetter: boolean;
  label: string;
}

/** Each whole score is one step wide; the scale runs with the writing. */
function Drawing({ bands, low, high, score, higherIsBetter, label }: DrawingProps) {
  const { language } = useTexts();
  const mirrored = direction(language) === 'rtl';
  const step = WIDTH / (high - low + 1);
  const x = (value: number) => (mirrored ? WIDTH - (value - low) * step : (value - low) * step);
  const middle = (value: number) => (x(value) + x(value + 1)) / 2;
  const at = score === undefined ? undefined : middle(Math.min(Math.max(score, low), high));
  return (
    <svg viewBox={`-12 0 ${WIDTH + 24} 78`} role="img" aria-label={label} className={classes['drawing']} direction="ltr">
      {bands.map((one, index) => (
        <rect
          key={one.code}
          x={Math.min(x(one.from), x(one.to + 1)) + 1}
          y={26}
          width={Math.max((one.to - one.from + 1) * step - 2, 1)}
          height={24}
          rx={3}
          fill={colour(index, bands.length, higherIsBetter)}
          stroke="currentColor"
          strokeOpacity={0.35}
        />
      ))}
      {ends(bands, high).map((value) => (
        <text key={value} x={middle(value)} y={70} textAnchor="middle" className={classes['tick']}>
          {formatNumber(language, value)}
        </text>
      ))}
      {at !== undefined && score !== undefined && (
        <g data-testid="band-marker">
          <path d={`M${at - 9},20 L${at + 9},20 L${at},32 Z`} fill="currentColor" />
          <line x1={at} x2={at} y1={30} y2={54} stroke="currentColor" strokeWidth={3} />
          <text x={at} y={16} textAnchor="middle" className={classes['score']}>{formatNumber(language, score)}</text>
        </g>
      )}
    </svg>
  );
}

/** Where each band begins, and the end of the last: as far apart as can be read. */
function ends(bands: readonly Limited[], high: number): number[] {
  const all = [...new Set([...bands.map((one) => one.from), high])].sort((a, b) => a - b);
  const apart = (Math.max(...all) - Math.min(...all)) / 22;
  return all.filter((value, i) => i === 0 || value === high || (value - (all[i - 1] ?? 0) >= apart && high - value >= apart));
}
