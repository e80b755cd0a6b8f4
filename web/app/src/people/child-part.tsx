import { Alert, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../api/client.ts';
import type { CaseDetail } from '../api/types.ts';
import { useTexts } from '../i18n/text.ts';
import { Code, PersonName } from '../ui/names.tsx';
import { Facts, Loaded, Panel } from '../ui/panel.tsx';
import { DateOnly } from '../ui/time.tsx';
import { ChildForm } from './child-form.tsx';
import { useKnownChild } from './queries.ts';
import type { KnownChild } from './types.ts';

/** Everything the unit knows of the child, to read and to put right. */
export default function ChildPart({ detail }: { detail: CaseDetail }) {
  const { t } = useTexts();
  const query = useKnownChild(detail.id);
  const [editing, setEditing] = useState<Answer<KnownChild>>();
  return (
    <Loaded query={query} lines={8}>
      {(answer) =>
        editing === undefined ? (
          <Panel
            title={t('people.child')}
            testId="known-child"
            action={<Button variant="light" onClick={() => setEditing(answer)} data-testid="change-child">{t('people.change')}</Button>}
          >
            <ChildFacts child={answer.data} />
          </Panel>
        ) : (
          <Panel title={t('people.change-child')} testId="child-form">
            <ChildForm caseId={detail.id} opened={editing} onClose={() => setEditing(undefined)} />
          </Panel>
        )
      }
    </Loaded>
  );
}

function ChildFacts({ child }: { child: KnownChild }) {
  const { t, label } = useTexts();
  const { names, identity, schooling, care } = child;
  const words = (list: string, codes: string[]) => codes.map((code) => label(list, code)).join(t('list.comma'));
  const doubts = identity?.doubts ?? [];
  return (
    <Stack gap="md">
      <Facts
        facts={[
          [t('child.given'), <PersonName name={names.given} />],
          [t('child.father'), names.father && <PersonName name={names.father} />],
          [t('people.other-given'), names.otherScript?.given && <PersonName name={names.otherScript.given} />],
          [t('people.other-father'), names.otherScript?.father && <PersonName name={names.otherScript.father} />],
          [t('child.known-as'), names.knownAs && <PersonName name={names.knownAs} />],
          [t('child.sex'), label('sex', child.sex)],
          [t('child.age'), <>{t('child.years', { years: child.ageYears })}{child.birthDate === undefined && <> ({t('child.estimated')}{t('list.comma')}{label('age-basis', child.ageBasis)})</>}</>],
          [t('child.birth-date'), child.birthDate && <DateOnly at={child.birthDate} />],
          [t('people.languages'), words('language', child.languages)],
          [t('child.safe-contact'), child.safeContact && <bdi dir="auto">{child.safeContact}</bdi>],
          [t('child.address'), child.address && <bdi dir="auto">{child.address}</bdi>],
          [t('child.phone'), child.phone && <Code>{child.phone}</Code>],
          [t('people.family-number'), child.familyNumber && <Code>{child.familyNumber}</Code>],
          [t('people.identity'), identity && <>{label('identity-kind', identity.kind)} <Code>{identity.number}</Code></>],
          [t('people.disabilities'), words('disability', child.disabilities)],
          [t('people.disability-details'), child.disabilityDetails && <bdi dir="auto">{child.disabilityDetails}</bdi>],
          [t('people.schooling'), schooling && label('schooling', schooling.status)],
          [t('people.school'), schooling && (schooling.name ?? schooling.kind ?? schooling.grade) && <School schooling={schooling} />],
          [t('people.care'), care && label('care-arrangement', care.arrangement)],
          [t('people.care-since'), care?.since && <DateOnly at={care.since} />],
          [t('people.care-details'), care?.details && <bdi dir="auto">{care.details}</bdi>],
        ]}
      />
      {doubts.length > 0 && (
        <Alert color="yellow" title={t('people.doubts')} data-testid="identity-doubts">
          {doubts.map((doubt) => <Text key={doubt} size="sm">{label('identity-doubt', doubt)}</Text>)}
        </Alert>
      )}
    </Stack>
  );
}

function School({ schooling }: { schooling: NonNullable<KnownChild['schooling']> }) {
  const { t, label } = useTexts();
  return (
    <>
      {schooling.name !== undefined && <bdi dir="auto">{schooling.name}</bdi>}{' '}
      {schooling.kind !== undefined && <>{label('school-kind', schooling.kind)} </>}
      {schooling.grade !== undefined && (schooling.grade === 'nursery' ? t('people.nursery') : t('people.grade-of', { grade: schooling.grade }))}
    </>
  );
}
