import { Alert, Stack, Text } from '@mantine/core';
import type { AssessmentResult, RiskLevel } from '../api/types.ts';
import { formatNumber } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { RiskBadge } from '../ui/badges.tsx';
import classes from './assessment.module.css';

const BANDS: { level: RiskLevel; from: number; to: number }[] = [
  { level: 'low', from: 0, to: 1 },
  { level: 'medium', from: 2, to: 3 },
  { level: 'high', from: 4, to: 9 },
];

function line(result: AssessmentResult, ...codes: string[]) {
  return result.arithmetic.find((entry) => codes.includes(entry.question ?? entry.code ?? ''));
}

/** Never a bare label: how the score came about, where it lies, and what forced it. */
export function Arithmetic({ result }: { result: AssessmentResult }) {
  const { t, language, label } = useTexts();
  const number = (value: number) => formatNumber(language, value);
  const likelihood = line(result, 'likelihood');
  const severity = line(result, 'severity');
  const credit = line(result, 'credit_taken', 'credit');
  return (
    <Stack gap="md" data-testid="arithmetic" data-score={result.score} data-level={result.riskLevel}>
      <div>
        <RiskBadge level={result.riskLevel} size="lg" />
      </div>
      {likelihood !== undefined && severity !== undefined && (
        <div className={classes['sum']} role="group" aria-label={t('risk.arithmetic')}>
          <Term value={number(likelihood.value)} text={t('risk.likelihood')} />
          <span className={classes['sign']}>×</span>
          <Term value={number(severity.value)} text={t('risk.severity')} />
          <span className={classes['sign']}>−</span>
          <Term value={number(credit?.value ?? 0)} text={t('risk.credit')} />
          <span className={classes['sign']}>=</span>
          <Term value={number(result.score)} text={t('risk.score')} strong />
        </div>
      )}
      <Bands score={result.score} />
      {result.redFlags.length > 0 && (
        <Alert color="red" title={t('risk.red-flags')} data-testid="red-flags">
          <ul className={classes['flags']}>
            {result.redFlags.map((flag) => <li key={flag}>{label('red-flag', flag)}</li>)}
          </ul>
          <Text size="sm">{t('risk.red-flags-text')}</Text>
        </Alert>
      )}
      {result.claimedScoreRejected && <Alert color="yellow">{t('risk.claimed-rejected')}</Alert>}
    </Stack>
  );
}

function Term({ value, text, strong = false }: { value: string; text: string; strong?: boolean }) {
  return (
    <span className={classes['term']} data-strong={strong}>
      <span className={classes['value']}>{value}</span>
      <span className={classes['text']}>{text}</span>
    </span>
  );
}

function Bands({ score }: { score: number }) {
  const { t, label, language } = useTexts();
  const at = Math.min(Math.max(score, 0), 9);
  return (
    <div
      className={classes['bands']}
      role="img"
      aria-label={t('risk.bands-label', { score: formatNumber(language, score) })}
    >
      <div className={classes['scale']}>
        {Array.from({ length: 10 }, (_, value) => {
          const band = BANDS.find(({ from, to }) => value >= from && value <= to);
          return (
            <span key={value} className={classes['cell']} data-level={band?.level} data-here={value === at}>
              {formatNumber(language, value)}
            </span>
          );
        })}
      </div>
      <div className={classes['names']}>
        {BANDS.map(({ level, from, to }) => (
          <span key={level} className={classes[`name-${level}`]}>
            {label('risk', level)}<br /><bdi dir="ltr">{level === 'high' ? `≥ ${from}` : `${from}–${to}`}</bdi>
          </span>
        ))}
      </div>
    </div>
  );
}
