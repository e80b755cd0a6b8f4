/** One thing that happened to a case, as the service tells it. */
export interface StoryLine {
  id: string;
  kind: string;
  group: StoryGroup;
  happenedAt: string;
  recordedAt: string;
  staffId?: string;
  codes: string[];
  subjectId?: string;
  /** The merged case it was written in; absent for the case's own. */
  fromCase?: string;
}

export const GROUPS = ['case', 'child', 'consent', 'risk', 'plan', 'task', 'referral', 'paper'] as const;
export type StoryGroup = (typeof GROUPS)[number];
