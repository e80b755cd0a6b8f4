import { Alert, Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { SearchAnswer } from '../api/types.ts';
import { useUnitName } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { Code, PersonName } from '../ui/names.tsx';
import classes from './triage.module.css';

/** Who the child may already be; of children held by another unit only what helps to ask that unit. */
export function SearchMatches({ answer, alone = false }: { answer: SearchAnswer; alone?: boolean }) {
  const { t, label } = useTexts();
  const unitName = useUnitName();
  const heading = useRef<HTMLHeadingElement>(null);
  const { matches, searchToken, more } = answer;
  useEffect(() => heading.current?.focus(), [searchToken]);
  return (
    <Stack gap="sm" mt="lg" data-testid="search-results">
      <h3 ref={heading} tabIndex={-1} className={classes['found']}>
        {matches.length === 0 ? t('search.none') : t('search.found', { count: matches.length })}
      </h3>
      {matches.length > 0 && (
        <>
          {more && <Alert color="yellow" data-testid="search-more">{t('search.more')}</Alert>}
          <ul className="hifazat-list">
            {matches.map((match) => (
              <li key={match.caseNumber} className={classes['match']} data-testid="match">
                <Group gap="sm">
                  <Badge variant="light" color={match.likeness === 'same' ? 'red' : 'orange'}>
                    {label('likeness', match.likeness)}
                  </Badge>
                  {match.displayName !== undefined && <strong><PersonName name={match.displayName} /></strong>}
                  <Code>{match.caseNumber}</Code>
                  <Text size="sm">
                    {label('sex', match.sex)}{t('list.comma')}{label('age-band', match.ageBand)}
                  </Text>
                </Group>
                {match.goesOn !== undefined && (
                  <Text size="sm" data-testid="goes-on">{t('duplicates.goes-on')} <Code>{match.goesOn.caseNumber}</Code></Text>
                )}
                {match.displayName !== undefined && match.caseId !== undefined ? (
                  <Anchor component={Link} to={`/cases/${match.goesOn?.caseId ?? match.caseId}`} className="hifazat-row-link">
                    {t('search.open-existing')}
                  </Anchor>
                ) : (
                  <Text size="sm" c="dimmed" component="div">
                    {match.withinReach ? t('find.colleague') : t('search.out-of-reach', { unit: unitName(match.goesOn?.unitId ?? match.unitId) })}{' '}
                    <Anchor component={Link} to={`/case-requests?number=${encodeURIComponent(match.goesOn?.caseNumber ?? match.caseNumber)}`}>{t('request.ask')}</Anchor>
                  </Text>
                )}
              </li>
            ))}
          </ul>
          {!alone && <Alert color="blue" title={t('search.same-child')}>{t('search.same-child-text')}</Alert>}
        </>
      )}
    </Stack>
  );
}
