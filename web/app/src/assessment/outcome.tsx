import { Alert, Badge, Group, Stack, Table, Text, Title } from '@mantine/core';
import type { AssessmentResult, Instrument } from '../api/types.ts';
import { formatNumber } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { Arithmetic, RedFlags, Sum } from './arithmetic.tsx';
import { BandScale } from './band-scale.tsx';
import { isStrength } from './higher-is-better.ts';
import { InstrumentNotices } from './notices.tsx';

interface Props {
  result: AssessmentResult;
  instrument: Instrument | undefined;
}

/** What came out: the band in words and drawn, how it came about, and what must not be read into it. */
export function Outcome({ result, instrument }: Props) {
  const { t, named, language } = useTexts();
  const invalid = result.valid === false;
  return (
    <Stack gap="md" data-testid="outcome" data-band={result.band} data-valid={!invalid}>
      <InstrumentNotices instrument={instrument} />
      {invalid && (
        <Alert color="yellow" title={t('outcome.invalid')} data-testid="outcome-invalid">
          {t('outcome.invalid-text')}
        </Alert>
      )}
      {result.riskLevel !== undefined ? (
        <Arithmetic result={result} />
      ) : (
        <>
          {!invalid && (
            <Group gap="sm">
              <Badge size="lg" variant="light" data-testid="band">{bandText(result, instrument, named)}</Badge>
              {result.score !== undefined && hasScale(instrument) && (
                <Text>{t('risk.score')} <strong>{formatNumber(language, result.score)}</strong></Text>
              )}
            </Group>
          )}
          <Bands result={result} instrument={instrument} />
          <Scales result={result} instrument={instrument} />
          <Sum result={result} />
          <RedFlags flags={result.redFlags} />
          {result.claimedScoreRejected && <Alert color="yellow">{t('risk.claimed-rejected')}</Alert>}
        </>
      )}
      {instrument?.scoring?.source && (
        <Text size="sm" c="dimmed">{t('outcome.source')}{t('list.colon')}<bdi dir="auto">{instrument.scoring.source}</bdi></Text>
      )}
    </Stack>
  );
}

function hasScale(instrument: Instrument | undefined): boolean {
  return instrument?.scoring === undefined || instrument.scoring.bands.some((band) => typeof band.from === 'number');
}

export function bandText(
  result: AssessmentResult,
  instrument: Instrument | undefined,
  named: ReturnType<typeof useTexts>['named'],
): string {
  const band = instrument?.scoring?.bands.find((one) => one.code === result.band);
  return named(band?.label) || (result.band ?? '');
}

function Bands({ result, instrument }: Props) {
  const { named } = useTexts();
  const scoring = instrument?.scoring;
  if (scoring === undefined || scoring.bands.length === 0) return null;
  return (
    <BandScale
      bands={scoring.bands.map(({ code, from, to, label }) => ({ code, from: from ?? null, to: to ?? null, label: named(label) }))}
      min={scoring.min}
      max={scoring.max}
      score={result.valid === false ? undefined : result.score}
      band={result.valid === false ? undefined : result.band}
      higherIsBetter={isStrength(instrument)}
    />
  );
}

/** Parts with a cut-off of their own. */
function Scales({ result, instrument }: Props) {
  const { t, language, named } = useTexts();
  const number = (value: number) => formatNumber(language, value);
  const rows = (instrument?.scoring?.scales ?? []).flatMap((scale) => {
    const line = result.arithmetic.find((entry) => entry.question === scale.node.split('/').at(-1));
    return line === undefined ? [] : [{ scale, value: line.value, label: named(scale.label ?? undefined) || named(line.label) || scale.code }];
  });
  if (rows.length === 0) return null;
  return (
    <div>
      <Title order={3} size="h5">{t('outcome.scales')}</Title>
      <Table withRowBorders={false} verticalSpacing={4} w="auto" data-testid="scales">
        <Table.Thead>
          <Table.Tr><Table.Th>{t('outcome.scale')}</Table.Th><Table.Th>{t('risk.score')}</Table.Th><Table.Th>{t('outcome.cutoff')}</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ scale, value, label }) => (
            <Table.Tr key={scale.code}>
              <Table.Td>{label}</Table.Td>
              <Table.Td>{typeof scale.cutoff === 'number' && value >= scale.cutoff ? <strong>{number(value)}</strong> : number(value)}</Table.Td>
              <Table.Td>{typeof scale.cutoff === 'number' ? <bdi dir="ltr">≥ {number(scale.cutoff)}</bdi> : '–'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
