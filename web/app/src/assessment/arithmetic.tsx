import { Alert, Stack, Table, Text } from '@mantine/core';
import type { AssessmentResult, RiskLevel } from '../api/types.ts';
import { formatNumber } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { RiskBadge } from '../ui/badges.tsx';
import { BandScale } from './band-scale.tsx';
import classes from './assessment.module.css';

/** The published matrix; its form calculates the same. */
const LEVELS: { code: RiskLevel; from: number; to: number }[] = [
  { code: 'low', from: 0, to: 1 },
  { code: 'medium', from: 2, to: 3 },
  { code: 'high', from: 4, to: 9 },
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
          <Term value={number(result.score ?? 0)} text={t('risk.score')} strong />
        </div>
      )}
      <BandScale
        bands={LEVELS.map((level) => ({ ...level, label: label('risk', level.code) }))}
        score={result.score}
        band={result.riskLevel}
      />
      <RedFlags flags={result.redFlags} />
      {result.claimedScoreRejected && <Alert color="yellow">{t('risk.claimed-rejected')}</Alert>}
    </Stack>
  );
}

export function RedFlags({ flags }: { flags: readonly string[] }) {
  const { t, label } = useTexts();
  if (flags.length === 0) return null;
  return (
    <Alert color="red" title={t('risk.red-flags')} data-testid="red-flags">
      <ul className={classes['flags']}>
        {flags.map((flag) => <li key={flag}>{label('red-flag', flag)}</li>)}
      </ul>
      <Text size="sm">{t('risk.red-flags-text')}</Text>
    </Alert>
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

/** Every line that led to the score, in the form's order and words. */
export function Sum({ result }: { result: AssessmentResult }) {
  const { t, language, named } = useTexts();
  if (result.arithmetic.length === 0) return null;
  return (
    <Table withRowBorders={false} verticalSpacing={4} className={classes['band-table'] ?? ''} data-testid="sum">
      <Table.Caption>{t('risk.arithmetic')}</Table.Caption>
      <Table.Tbody>
        {result.arithmetic.map((entry, index) => (
          <Table.Tr key={entry.question ?? index}>
            <Table.Th scope="row">{named(entry.label) || (entry.question ?? '')}</Table.Th>
            <Table.Td>{formatNumber(language, entry.value)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
