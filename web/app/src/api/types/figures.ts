/** Figures without names. */
import type { Named } from './common.ts';

export interface Figure {
  value?: number | null;
  shown: string;
}

export interface FigureSet {
  newCases: Figure;
  openCases: Figure;
  risk: { high: Figure; medium: Figure; low: Figure; notAssessed: Figure };
  referrals: { requested: Figure; accepted: Figure; completed: Figure; loopClosed: Figure; overdue: Figure; longOverdue: Figure };
  concernReports: Figure;
  reportsLongWaiting: Figure;
  tasksOnTime: Figure;
  tasksDue: Figure;
  tasksLongOverdue: Figure;
}

export interface Figures {
  asOf: string;
  from?: string;
  to?: string;
  districts: (FigureSet & { districtCode: string; name?: Named })[];
  province: FigureSet;
}

export interface TrendMonth {
  month: string;
  concernReports: Figure;
  newCases: Figure;
  referrals: FigureSet['referrals'];
}

export interface Trend {
  asOf: string;
  months: TrendMonth[];
}
