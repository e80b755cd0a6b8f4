import { useMediaQuery } from '@mantine/hooks';
import { scaleBand, scaleLinear } from 'd3-scale';
import { area } from 'd3-shape';
import { useMemo } from 'react';
import type { Figure, FigureSet } from '../api/types.ts';
import { formatNumber } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { NARROW_SCREEN, shownFigure } from './measure.tsx';
import classes from './dashboard.module.css';

interface District extends FigureSet {
  districtCode: string;
  name: string;
}

interface Props {
  districts: District[];
  pick: (figures: FigureSet) => Figure;
  title: string;
}

const ROW = 30;
const WIDE = { width: 720, names: 200, numbers: 56 };
/** On a telephone the drawing is made for its width: scaled down, its words could not be read. */
const NARROW = { width: 330, names: 182, numbers: 36 };

/** One bar a district; a suppressed figure has a hatched stub instead of a length that would betray it. */
export function DistrictBars({ districts, pick, title }: Props) {
  const { t, language } = useTexts();
  const rtl = language !== 'en';
  const drawing = useMediaQuery(NARROW_SCREEN) ? NARROW : WIDE;
  const rows = useMemo(
    () =>
      districts
        .map((district) => ({ code: district.districtCode, name: district.name, figure: pick(district) }))
        .filter(({ figure }) => figure?.value !== 0)
        .sort((a, b) => (b.figure?.value ?? 0) - (a.figure?.value ?? 0) || a.name.localeCompare(b.name, language)),
    [districts, pick, language],
  );
  const height = Math.max(rows.length, 1) * ROW + 8;
  const most = Math.max(1, ...rows.map(({ figure }) => figure?.value ?? 0));
  const length = scaleLinear([0, most], [0, drawing.width - drawing.names - drawing.numbers]);
  const place = scaleBand(rows.map(({ code }) => code), [4, height - 4]).paddingInner(0.3);
  const bar = area<number>().x0(drawing.names).x1((width) => drawing.names + width);
  if (rows.length === 0) return <p>{t('dashboard.nothing')}</p>;
  // The drawing is made left to right and mirrored as a whole; only its texts stand upright.
  const x = (value: number) => (rtl ? drawing.width - value : value);
  return (
    <svg
      viewBox={`0 0 ${drawing.width} ${height}`}
      className={classes['bars']}
      role="img"
      aria-label={t('dashboard.bars-label', { title })}
      data-testid="bars"
    >
      <defs>
        <pattern id="hidden-figure" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="6" className={classes['hatch']} />
        </pattern>
      </defs>
      {rows.map(({ code, name, figure }) => {
        const y = place(code) ?? 0;
        const size = place.bandwidth();
        const known = typeof figure?.value === 'number';
        const width = known ? Math.max(length(figure?.value ?? 0), 2) : 26;
        const path = bar.y((_d, i) => y + i * size)([width, width]) ?? '';
        return (
          <g key={code} className={classes['row']}>
            <text x={x(drawing.names - 10)} y={y + size / 2} textAnchor="end" dominantBaseline="central" direction={rtl ? 'rtl' : 'ltr'}>{name}</text>
            <path
              d={path}
              className={known ? classes['bar'] : classes['stub']}
              transform={rtl ? `translate(${drawing.width} 0) scale(-1 1)` : undefined}
            />
            <text x={x(drawing.names + width + 8)} y={y + size / 2} textAnchor="start" dominantBaseline="central" direction={rtl ? 'rtl' : 'ltr'}>
              {`\u2066${shownFigure(figure, (value) => formatNumber(language, value))}\u2069`}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
