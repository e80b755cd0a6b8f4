import type { Figure, FigureSet } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import { SelectField } from '../ui/fields.tsx';

/** Where the drawings are made anew instead of shrunk. */
export const NARROW_SCREEN = '(max-width: 40em)';

export type Measure = 'openCases' | 'newCases' | 'concernReports' | 'riskHigh' | 'referralsRequested' | 'referralsCompleted';

export const MEASURES: Record<Measure, (figures: FigureSet) => Figure> = {
  openCases: (figures) => figures.openCases,
  newCases: (figures) => figures.newCases,
  concernReports: (figures) => figures.concernReports,
  riskHigh: (figures) => figures.risk.high,
  referralsRequested: (figures) => figures.referrals.requested,
  referralsCompleted: (figures) => figures.referrals.completed,
};

export function MeasureField({ measure, onChange }: { measure: Measure; onChange: (measure: Measure) => void }) {
  const { t } = useTexts();
  return (
    <SelectField
      name="measure"
      value={measure}
      error={undefined}
      label={t('dashboard.measure')}
      options={(Object.keys(MEASURES) as Measure[]).map((value) => ({ value, label: t(`dashboard.${value}`) }))}
      onChange={(event) => onChange(event.currentTarget.value as Measure)}
    />
  );
}

/** A number in the reader's way of writing it; what is suppressed stays as the service says it. */
export function shownFigure(figure: Figure | undefined, format: (value: number) => string): string {
  if (figure === undefined) return '–';
  return figure.value === null || figure.value === undefined ? figure.shown : format(figure.value);
}
