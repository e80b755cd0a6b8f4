import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../i18n/text.ts';
import { Code, PersonName } from '../ui/names.tsx';
import { Facts, Loaded, Panel } from '../ui/panel.tsx';
import { DateOnly } from '../ui/time.tsx';
import { PersonForm } from './person-form.tsx';
import classes from './people.module.css';
import { usePersons } from './queries.ts';
import type { Person } from './types.ts';

export function Persons({ caseId }: { caseId: string }) {
  const { t } = useTexts();
  const query = usePersons(caseId);
  const [editing, setEditing] = useState<'new' | string>();
  return (
    <Panel
      title={t('people.persons')}
      testId="persons"
      action={editing === undefined && (
        <Button variant="light" onClick={() => setEditing('new')} data-testid="add-person">{t('people.add-person')}</Button>
      )}
    >
      {editing === 'new' && <div className={classes['above']}><PersonForm caseId={caseId} onClose={() => setEditing(undefined)} /></div>}
      <Loaded query={query} empty={{ when: (persons) => persons.length === 0 && editing === undefined, text: t('people.no-persons') }}>
        {(persons) => (
          <Stack gap="md">
            <PersonList caseId={caseId} persons={persons.filter((one) => one.current)} editing={editing} onEdit={setEditing} />
            {persons.some((one) => !one.current) && (
              <>
                <Title order={3} size="h5">{t('people.former')}</Title>
                <PersonList caseId={caseId} persons={persons.filter((one) => !one.current)} editing={editing} onEdit={setEditing} />
              </>
            )}
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}

interface ListProps {
  caseId: string;
  persons: Person[];
  editing: string | undefined;
  onEdit: (id: string | undefined) => void;
}

function PersonList({ caseId, persons, editing, onEdit }: ListProps) {
  return (
    <ul className="hifazat-list">
      {persons.map((person) => (
        <li key={person.id} className={classes['card']} data-testid="person" data-relation={person.relation}>
          {editing === person.id ? (
            <PersonForm caseId={caseId} person={person} onClose={() => onEdit(undefined)} />
          ) : (
            <PersonCard person={person} {...(editing === undefined ? { onEdit: () => onEdit(person.id) } : {})} />
          )}
        </li>
      ))}
    </ul>
  );
}

function PersonCard({ person, onEdit }: { person: Person; onEdit?: () => void }) {
  const { t, label } = useTexts();
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="sm" align="flex-start">
        <div>
          <Text fw={600}><PersonName name={person.name} /></Text>
          <Text size="sm" c="dimmed">{label('person-relation', person.relation)}</Text>
        </div>
        {onEdit !== undefined && (
          <Button variant="default" size="compact-md" onClick={onEdit} data-testid="change-person">{t('people.change')}</Button>
        )}
      </Group>
      <Group gap={6}>
        {person.roles.map((role) => (
          <Badge key={role} className={classes['role']} variant="light" color={COLORS[role] ?? 'gray'} data-role={role}>
            {label('person-role', role)}
          </Badge>
        ))}
      </Group>
      <Facts
        facts={[
          [t('people.phone'), person.phone && <Code>{person.phone}</Code>],
          [t('people.identity-number'), person.identityNumber && <Code>{person.identityNumber}</Code>],
          [t('child.sex'), person.sex && label('sex', person.sex)],
          [t('people.birth-year'), person.birthYear && String(person.birthYear)],
          [t('child.address'), person.address && <bdi dir="auto">{person.address}</bdi>],
          [t('people.since'), person.validFrom && <DateOnly at={person.validFrom} />],
          [t('people.until'), person.validTo && <DateOnly at={person.validTo} />],
          [t('people.note'), person.note && <bdi dir="auto">{person.note}</bdi>],
        ]}
      />
    </Stack>
  );
}

const COLORS: Record<string, string> = { 'person-of-concern': 'red', 'safe-adult': 'green', caregiver: 'blue', guardian: 'blue' };
