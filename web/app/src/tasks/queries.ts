import { useQuery } from '@tanstack/react-query';
import { read } from '../api/client.ts';
import type { CaseTask, Items, RiskLevel } from '../api/types.ts';

export interface MyDay {
  asOf: string;
  tasks: { overdue: number; today: number; week: number; later: number; reminded?: number };
  newCases: { id: string; number: string; riskLevel?: RiskLevel; openedAt: string }[];
  /** There are more than these; the list of cases has all. */
  moreNewCases?: boolean;
  caseload: Caseload;
  /** What the supervisor of a unit was told of, because nobody did it in time. */
  unit?: UnitLate;
}

export interface UnitLate {
  overdue: number;
  toldToCommission: number;
  reports: number;
  reportsToldToCommission: number;
}

export interface Caseload {
  open: number;
  weighted: number;
  warnAt: number;
  reasonAt: number;
  approvalAt: number;
  band: 'normal' | 'warning' | 'reason' | 'approval';
}

/** One worker's open tasks, as their supervisor sees them. */
export interface WorkerLoad {
  ownerId?: string;
  overdue: number;
  dueSoon: number;
  open: number;
  oldestDueAt?: string;
}

export function useMyDay() {
  return useQuery({
    queryKey: ['cases', 'my-day'],
    queryFn: async ({ signal }) => (await read<MyDay>('cases', '/my-day', signal)).data,
    refetchInterval: 60_000,
  });
}

export function useLoads() {
  return useQuery({
    queryKey: ['cases', 'tasks', 'by-worker'],
    queryFn: async ({ signal }) => (await read<Items<WorkerLoad>>('cases', '/tasks/by-worker', signal)).data.items,
    refetchInterval: 60_000,
  });
}

export type When = 'overdue' | 'today' | 'week' | 'later';

/** When a task is due, in days of Pakistan, seen from a moment. */
export function whenDue(task: Pick<CaseTask, 'dueAt'>, now: Date): When {
  const due = new Date(task.dueAt);
  if (due < now) return 'overdue';
  const days = dayNumber(due) - dayNumber(now);
  if (days <= 0) return 'today';
  return days < 7 ? 'week' : 'later';
}

const PAKISTAN_AHEAD = 5 * 3_600_000;

function dayNumber(moment: Date): number {
  return Math.floor((moment.getTime() + PAKISTAN_AHEAD) / 86_400_000);
}
