import { Anchor } from '@mantine/core';
import { useCodeLists } from '../codes/code-options.ts';
import { useDistricts, useStaff } from '../directory/queries.ts';
import { useTexts } from '../i18n/text.ts';
import { useMe } from '../session/session.ts';

/** Columns whose codes are kept as data, and their lists. */
const LISTS = { concerns: 'concern', language: 'language', caregiver_relation: 'person-relation', closure_reason: 'closure-reason' };
/** Columns whose codes belong to the platform itself, and where their words are. */
const FIXED = {
  sex: ['sex', ['female', 'male', 'x']],
  age_basis: ['age-basis', ['stated', 'document', 'appearance', 'assessment']],
  state: ['case-state', ['identified', 'assessed', 'planned', 'in-implementation', 'under-review', 'closed']],
  risk_level: ['risk', ['high', 'medium', 'low', 'none']],
  consent: ['consent-decision', ['given', 'refused']],
} as const;
const OWNERS: readonly string[] = ['social-worker', 'protection-officer', 'psychologist', 'supervisor'];

/** What may stand in which column, as a file to look things up in: codes, districts and the unit's workers. */
export function CodesFile() {
  const { t, label, named } = useTexts();
  const unit = useMe(true).data?.unit?.id;
  const kept = useCodeLists(Object.values(LISTS));
  const districts = useDistricts().data ?? [];
  const staff = useStaff(unit, unit !== undefined).data ?? [];
  const lines = [
    ...Object.entries(FIXED).flatMap(([column, [list, codes]]) => codes.map((code) => [column, code, label(list, code)])),
    ...Object.entries(LISTS).flatMap(([column, list]) =>
      (kept.find((one) => one.list === list)?.options ?? []).map(({ value, label: name }) => [column, value, name]),
    ),
    ...districts.map((one) => ['district', one.code, named(one.name)]),
    ...staff
      .filter((one) => one.active && one.roles.some((role) => OWNERS.includes(role)))
      .map((one) => ['owner', one.staffId, one.displayName]),
  ];
  const text = [['column', 'code', ''], ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
  return (
    <Anchor href={`data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${text}`)}`} download="hifazat-import-codes.csv" data-testid="codes-file">
      {t('imports.codes')}
    </Anchor>
  );
}

/** A spreadsheet calculates what begins like a formula; marked, it is text. */
function cell(text: string): string {
  return `"${/^[=+\-@\t\r\n]/.test(text) ? "'" : ''}${text.replaceAll('"', '""')}"`;
}
