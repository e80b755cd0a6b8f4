import type { Figure, FigureSet } from '../api/types.ts';
import { formatNumber } from '../i18n/format.ts';
import { useTexts, type MessageId } from '../i18n/text.ts';
import { shownFigure } from './measure.tsx';
import classes from './dashboard.module.css';

export function ProvinceTiles({ figures }: { figures: FigureSet }) {
  const { t, language } = useTexts();
  const tiles: [MessageId, string, Figure | undefined][] = [
    ['dashboard.concernReports', 'concernReports', figures.concernReports],
    ['dashboard.newCases', 'newCases', figures.newCases],
    ['dashboard.openCases', 'openCases', figures.openCases],
    ['dashboard.riskHigh', 'riskHigh', figures.risk.high],
    ['dashboard.notAssessed', 'notAssessed', figures.risk.notAssessed],
    ['dashboard.referralsRequested', 'referralsRequested', figures.referrals.requested],
    ['dashboard.referralsCompleted', 'referralsCompleted', figures.referrals.completed],
    ['dashboard.loopClosed', 'loopClosed', figures.referrals.loopClosed],
    ['dashboard.referralsOverdue', 'referralsOverdue', figures.referrals.overdue],
    ['dashboard.reportsLongWaiting', 'reportsLongWaiting', figures.reportsLongWaiting],
    ['dashboard.tasksLongOverdue', 'tasksLongOverdue', figures.tasksLongOverdue],
  ];
  return (
    <section aria-label={t('dashboard.province')}>
      <dl className={classes['tiles']} data-testid="province">
        {tiles.map(([text, name, figure]) => (
          <div key={text} className={classes['tile']}>
            <dt>{t(text)}</dt>
            <dd data-figure={name}><bdi dir="ltr">{shownFigure(figure, (value) => formatNumber(language, value))}</bdi></dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
