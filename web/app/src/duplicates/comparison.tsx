import { Anchor, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDistrictName, useUnitName } from '../directory/queries.ts';
import { formatDate, formatNumber } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { Code, PersonName } from '../ui/names.tsx';
import classes from './duplicates.module.css';
import type { Duplicate, Part, Side } from './types.ts';

/** A bar is full at this many bits; a single agreement seldom says more. */
const FULL = 14;

/** The two beside each other, part by part: what each says, and how much that speaks for one child. */
export function Comparison({ pair }: { pair: Duplicate }) {
  return (
    <Stack gap="md">
      <div className={classes['pair']} data-testid="sides">
        <SideHead side={pair.one} />
        <SideHead side={pair.other} />
      </div>
      <ul className={classes['comparison']}>
        {pair.parts
          .filter((part) => part.level !== 'not-known')
          .map((part) => <PartRow key={part.field} part={part} pair={pair} />)}
      </ul>
      <Total pair={pair} />
    </Stack>
  );
}

function SideHead({ side }: { side: Side }) {
  const { t, label, language } = useTexts();
  const unitName = useUnitName();
  const { child } = side;
  return (
    <Stack gap={2} data-testid="side">
      {child !== undefined && <strong><PersonName name={child.givenName} /></strong>}
      {side.caseId === undefined ? (
        <Code>{side.caseNumber}</Code>
      ) : (
        <Anchor component={Link} to={`/cases/${side.caseId}`} className="hifazat-row-link"><Code>{side.caseNumber}</Code></Anchor>
      )}
      <Text size="sm">{label('sex', side.sex)}{t('list.comma')}{label('age-band', side.ageBand)}</Text>
      <Text size="sm" c="dimmed">{unitName(side.unitId)}</Text>
      {side.goesOnIn !== undefined ? (
        <Text size="sm" data-testid="goes-on">{t('duplicates.goes-on')} <Code>{side.goesOnIn}</Code></Text>
      ) : (
        side.closed && <Text size="sm">{t('duplicates.closed')}</Text>
      )}
      {child?.birthDate !== undefined && <Text size="sm">{t('duplicates.born')} {formatDate(language, child.birthDate)}</Text>}
      {child?.address !== undefined && <Text size="sm"><bdi dir="auto">{child.address}</bdi></Text>}
      {!side.withinReach && <Text size="sm" c="dimmed">{t('duplicates.out-of-reach')}</Text>}
    </Stack>
  );
}

function PartRow({ part, pair }: { part: Part; pair: Duplicate }) {
  const { t, label, language } = useTexts();
  const rounded = Math.round(part.weight * 10) / 10;
  const share = `${Math.min(1, Math.abs(part.weight) / FULL) * 100}%`;
  return (
    <li className={classes['part']} data-testid="part" data-field={part.field}>
      <Text fw={600} size="sm">{label('duplicate-field', part.field)}</Text>
      <Values part={part} pair={pair} />
      <Text size="sm">
        {label('duplicate-level', part.level)}
        {part.oneIn > 1 && part.weight > 0 && ` ${t('duplicates.one-in', { count: formatNumber(language, part.oneIn) })}`}
      </Text>
      <div className={classes['bar']} aria-hidden="true">
        <span className={part.weight < 0 ? classes['against'] : classes['for']} style={{ inlineSize: share }} />
      </div>
      <Text size="xs" c="dimmed">
        {t(rounded > 0 ? 'duplicates.speaks-for' : rounded < 0 ? 'duplicates.speaks-against' : 'duplicates.says-nothing')}{' '}
        <bdi dir="ltr">{rounded > 0 ? '+' : ''}{formatNumber(language, rounded)}</bdi>
      </Text>
    </li>
  );
}

function Values({ part, pair }: { part: Part; pair: Duplicate }) {
  const valueOf = useValue(part.field);
  const one = valueOf(pair.one);
  const other = valueOf(pair.other);
  if (one === undefined && other === undefined) return null;
  return (
    <div className={classes['pair']}>
      <div>{one ?? '…'}</div>
      <div>{other ?? '…'}</div>
    </div>
  );
}

/** What is shown of a side for a part; nothing where it is out of reach or only its hash is kept. */
function useValue(field: string): (side: Side) => ReactNode {
  const { t, label } = useTexts();
  const districtName = useDistrictName();
  return ({ child, sex, districtCode }) => {
    switch (field) {
      case 'given-name':
      case 'known-as':
        return child && (
          <>
            <PersonName name={child.givenName} />
            {child.knownAs !== undefined && <> {t('duplicates.known-as')} <PersonName name={child.knownAs} /></>}
          </>
        );
      case 'father-name':
        return child?.fatherName === undefined ? undefined : <PersonName name={child.fatherName} />;
      case 'birth':
        return child && <>{child.birthYear}{t('list.comma')}{label('age-basis', child.ageBasis === 'birth-date' ? 'known' : child.ageBasis)}</>;
      case 'sex':
        return label('sex', sex);
      case 'district':
        return districtName(districtCode);
      default:
        return undefined;
    }
  };
}

function Total({ pair }: { pair: Duplicate }) {
  const { t, language } = useTexts();
  const chance = pair.chance >= 0.995 ? 99 : Math.round(pair.chance * 100);
  return (
    <Text data-testid="total">
      {t('duplicates.total', { bits: formatNumber(language, pair.weight), chance: formatNumber(language, chance) })}
    </Text>
  );
}
