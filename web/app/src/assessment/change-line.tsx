import { formatDate, formatNumber } from '../i18n/format.ts';
import { direction } from '../i18n/languages.ts';
import { useTexts } from '../i18n/text.ts';
import type { Measure } from './types.ts';
import classes from './assessment.module.css';

const WIDTH = 330;
const HEIGHT = 130;
const EDGE = 28;

/**
 * Time runs with the reading direction; the scale is the instrument's own, not that of the scores there are. Inside the
 * strip around the first result, a difference from it can be chance.
 */
export function ChangeLine({ measure, title }: { measure: Measure; title: string }) {
  const { t, language } = useTexts();
  const { points, threshold } = measure;
  const values = points.map((one) => one.value);
  const [first = 0] = values;
  const low = measure.min ?? Math.min(0, ...values);
  const high = Math.max(measure.max ?? Math.max(...values), low + 1);
  const times = points.map((one) => Date.parse(one.conductedAt));
  const from = times[0] ?? 0;
  const span = Math.max((times.at(-1) ?? 0) - from, 1);
  const x = (time: number) => {
    const along = EDGE + ((time - from) / span) * (WIDTH - 2 * EDGE);
    return direction(language) === 'rtl' ? WIDTH - along : along;
  };
  const y = (value: number) => HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE);
  const drawn = points.map((one, index) => ({ id: one.assessmentId, value: one.value, x: x(times[index] ?? from), y: y(one.value) }));
  const label = t('change.label', {
    title,
    first: formatNumber(language, first),
    last: formatNumber(language, values.at(-1) ?? 0),
    from: formatDate(language, points[0]?.conductedAt ?? ''),
    to: formatDate(language, points.at(-1)?.conductedAt ?? ''),
  });
  // A difference of the threshold itself is no chance any more: the strip ends before it.
  const within = threshold === undefined ? undefined : { top: y(Math.min(high, first + threshold.points - 0.5)), bottom: y(Math.max(low, first - threshold.points + 0.5)) };
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} className={classes['drawing']} direction="ltr">
      {within !== undefined && (
        <rect
          x={EDGE / 2}
          width={WIDTH - EDGE}
          y={within.top}
          height={within.bottom - within.top}
          fill="currentColor"
          fillOpacity={0.12}
          data-testid="chance-strip"
        />
      )}
      <line x1={EDGE / 2} x2={WIDTH - EDGE / 2} y1={y(low)} y2={y(low)} stroke="currentColor" strokeOpacity={0.35} />
      <line x1={EDGE / 2} x2={WIDTH - EDGE / 2} y1={y(high)} y2={y(high)} stroke="currentColor" strokeOpacity={0.2} strokeDasharray="4 4" />
      <polyline points={drawn.map((one) => `${one.x},${one.y}`).join(' ')} fill="none" stroke="currentColor" strokeWidth={2.5} />
      {drawn.map((one) => (
        <g key={one.id}>
          <circle cx={one.x} cy={one.y} r={4.5} fill="currentColor" />
          <text x={one.x} y={one.y - 10} textAnchor="middle" className={classes['tick']}>{formatNumber(language, one.value)}</text>
        </g>
      ))}
    </svg>
  );
}
