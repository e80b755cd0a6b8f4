import { Button, Group, Table, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { change, read } from '../api/client.ts';
import type { Items } from '../api/types.ts';
import { today } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { DateField } from '../ui/fields.tsx';
import { useFields, useSubmission, type FieldProblems } from '../ui/form.ts';
import { Loaded, Panel } from '../ui/panel.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { ScrollTable } from '../ui/scroll-table.tsx';
import { DateOnly } from '../ui/time.tsx';

interface Holiday {
  day: string;
  nameEn: string;
  nameUr: string;
  namePs: string;
}

const EMPTY = { day: '', nameEn: '', nameUr: '', namePs: '' };

/** The days on which a clock of working days stands still. */
export function HolidaysPanel() {
  const { t, language } = useTexts();
  const queries = useQueryClient();
  const year = Number(today().slice(0, 4));
  const holidays = useQuery({
    queryKey: ['cases', 'holidays', year],
    queryFn: async ({ signal }) =>
      (await Promise.all([year, year + 1].map((one) => read<Items<Holiday>>('cases', `/holidays?year=${one}`, signal))))
        .flatMap((answer) => answer.data.items)
        .filter((one) => one.day >= today()),
  });
  const refresh = () => void queries.invalidateQueries({ queryKey: ['cases', 'holidays'] });
  const removal = useSubmission<void>(refresh);
  const name = (holiday: Holiday) => ({ en: holiday.nameEn, ur: holiday.nameUr, ps: holiday.namePs })[language];
  return (
    <Panel title={t('holidays.title')} testId="holidays">
      <AddHoliday onAdded={refresh} />
      <ProblemNotice problem={removal.problem} focused />
      <Loaded query={holidays} empty={{ when: (items) => items.length === 0, text: t('holidays.none') }}>
        {(items) => (
          <ScrollTable label={t('holidays.title')}>
            <Table verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('holidays.day')}</Table.Th>
                  <Table.Th>{t('holidays.name')}</Table.Th>
                  <Table.Th>{t('holidays.remove')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((holiday) => (
                  <Table.Tr key={holiday.day} data-testid="holiday">
                    <Table.Td><DateOnly at={holiday.day} /></Table.Td>
                    <Table.Td><bdi>{name(holiday)}</bdi></Table.Td>
                    <Table.Td>
                      <Button
                        variant="subtle"
                        color="red"
                        size="compact-sm"
                        aria-label={`${t('holidays.remove')}: ${name(holiday)}`}
                        onClick={() => void removal.submit(async () => void (await change('cases', `/holidays/${holiday.day}`, { method: 'DELETE' })))}
                      >
                        {t('holidays.remove')}
                      </Button>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </ScrollTable>
        )}
      </Loaded>
    </Panel>
  );
}

function AddHoliday({ onAdded }: { onAdded: () => void }) {
  const { t } = useTexts();
  const fields = useFields(EMPTY);
  const submission = useSubmission<void>(
    () => {
      fields.reset();
      onAdded();
    },
    (problem) => fields.refused(problem),
  );
  const send = () => {
    const { day, ...names } = fields.values;
    const found: FieldProblems<typeof EMPTY> = {};
    if (day === '') found.day = 'field.required';
    for (const name of ['nameEn', 'nameUr', 'namePs'] as const) if (names[name].trim() === '') found[name] = 'field.required';
    if (!fields.check(found)) return;
    void submission.submit(async () => void (await change('cases', `/holidays/${day}`, { method: 'PUT', body: names })));
  };
  return (
    <form
      ref={fields.formRef}
      noValidate
      className="hifazat-form"
      aria-label={t('holidays.add')}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="hifazat-columns">
        <DateField {...fields.bind('day')} label={t('holidays.day')} min={today()} max="2100-12-31" required />
        <TextInput {...fields.bind('nameEn')} label={t('holidays.name-en')} dir="ltr" required />
        <TextInput {...fields.bind('nameUr')} label={t('holidays.name-ur')} dir="rtl" required />
        <TextInput {...fields.bind('namePs')} label={t('holidays.name-ps')} dir="rtl" required />
      </div>
      <ProblemNotice problem={submission.problem} focused />
      <Group gap="sm"><Button type="submit" variant="light" loading={submission.busy} data-testid="add-holiday">{t('holidays.add')}</Button></Group>
    </form>
  );
}
