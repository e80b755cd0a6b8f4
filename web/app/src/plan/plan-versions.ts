import type { ActionDraft } from '../casework/action-fields.tsx';
import type { Says } from '../casework/types.ts';

export interface GoalDraft {
  id: string;
  text: string;
  actions: ActionDraft[];
}

export interface ProblemDraft {
  id: string;
  text: string;
  goals: GoalDraft[];
}

export interface SaysDraft {
  decision: Says | '';
  reason: string;
  at: string;
}

export interface PlanDraft {
  problems: ProblemDraft[];
  child: SaysDraft;
  caregiver: SaysDraft;
}

export type PlanLines = Record<string, string>;

const NOTHING_SAID: SaysDraft = { decision: '', reason: '', at: '' };

/**
 * A plan as lines that two versions are compared by: each problem, goal and action, and what the child and the
 * caregiver say. A line is known by the ids of what it stands in, so that it is the same line when others came before it.
 */
export function linesOf(plan: PlanDraft): PlanLines {
  const lines: PlanLines = {};
  for (const problem of plan.problems) {
    lines[problem.id] = problem.text.trim();
    for (const goal of problem.goals) {
      lines[`${problem.id} ${goal.id}`] = goal.text.trim();
      for (const { id, ...action } of goal.actions) {
        lines[`${problem.id} ${goal.id} ${id}`] = JSON.stringify({ ...action, text: action.text.trim(), name: action.name.trim() });
      }
    }
  }
  lines['child'] = said(plan.child);
  lines['caregiver'] = said(plan.caregiver);
  return lines;
}

/** An empty line was taken out, and what stood in it with it. */
export function planOf(lines: PlanLines): PlanDraft {
  const problems: ProblemDraft[] = [];
  for (const [name, value] of Object.entries(lines)) {
    const [problemId = '', goalId, actionId] = name.split(' ');
    if (value === '' || name === 'child' || name === 'caregiver') continue;
    const problem = problems.find((one) => one.id === problemId);
    const goal = problem?.goals.find((one) => one.id === goalId);
    if (goalId === undefined) problems.push({ id: problemId, text: value, goals: [] });
    else if (actionId === undefined) problem?.goals.push({ id: goalId, text: value, actions: [] });
    else goal?.actions.push({ id: actionId, ...actionIn(value) });
  }
  return { problems, child: saysIn(lines['child'] ?? ''), caregiver: saysIn(lines['caregiver'] ?? '') };
}

export function actionIn(line: string): Omit<ActionDraft, 'id'> {
  return JSON.parse(line) as Omit<ActionDraft, 'id'>;
}

export function saysIn(line: string): SaysDraft {
  return line === '' ? NOTHING_SAID : (JSON.parse(line) as SaysDraft);
}

/** When it was said is part of what was said only once something was. */
function said({ decision, reason, at }: SaysDraft): string {
  return decision === '' ? '' : JSON.stringify({ decision, reason: decision === 'agreed' ? '' : reason.trim(), at });
}
