import type { ReactNode } from 'react';
import { useAgencies, useStaffName } from '../directory/queries.ts';
import { formatDate, formatDateTime, fromLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { ConflictChoice } from '../ui/conflict-choice.tsx';
import type { Difference } from '../ui/conflict.ts';
import { actionIn, saysIn, type PlanLines } from './plan-versions.ts';

interface Props {
  differences: readonly Difference[];
  /** The lines of the form, by whose order problems, goals and actions are numbered. */
  lines: PlanLines;
  unitId: string;
  onSettled: (takeTheirs: string[]) => void;
}

/** Two versions of a plan, line by line: which problem, which goal, which action, and what each of the two says. */
export function PlanConflict({ differences, lines, unitId, onSettled }: Props) {
  const { t } = useTexts();
  const show = useShown(unitId);
  const names = [...new Set([...Object.keys(lines), ...differences.map((one) => one.name)])];
  const labelOf = (name: string) => {
    if (name === 'child' || name === 'caregiver') return t(`plan.${name}-says`);
    const words = ['plan.problem-number', 'plan.goal-number', 'action.number'] as const;
    const ids = name.split(' ');
    return ids.map((_, depth) => t(words[depth] ?? 'action.number', { number: place(names, ids.slice(0, depth + 1)) })).join(t('list.comma'));
  };
  return <ConflictChoice differences={differences} labelOf={labelOf} show={show} onSettled={onSettled} />;
}

/** Counted among those that stand in the same problem or goal, as the form counts them. */
function place(names: readonly string[], ids: readonly string[]): number {
  const within = ids.slice(0, -1).join(' ');
  const beside = names.filter((name) => {
    const parts = name.split(' ');
    return parts.length === ids.length && parts.slice(0, -1).join(' ') === within;
  });
  return beside.indexOf(ids.join(' ')) + 1;
}

function useShown(unitId: string): (name: string, value: string) => ReactNode {
  const { t, label, language, named } = useTexts();
  const staffName = useStaffName(unitId);
  const agencies = useAgencies();
  const agencyName = (id: string) => {
    const agency = (agencies.data ?? []).find((one) => one.id === id);
    return agency === undefined ? label('actor', 'agency') : named(agency.name);
  };
  return (name, value) => {
    if (value === '') return '';
    if (name === 'child' || name === 'caregiver') {
      const { decision, reason, at } = saysIn(value);
      return [label('says', decision), reason, formatDateTime(language, fromLocalInput(at) ?? '')].filter((one) => one !== '').join(t('list.comma'));
    }
    if (name.split(' ').length < 3) return value;
    const { text, kind, staffId, agencyId, name: who, dueOn } = actionIn(value);
    const actor = kind === 'staff' ? (staffName(staffId) ?? t('directory.colleague')) : agencyId !== '' ? agencyName(agencyId) : who !== '' ? who : label('actor', kind);
    return [text, actor, dueOn === '' ? '' : formatDate(language, dueOn)].filter((one) => one !== '').join(t('list.comma'));
  };
}
