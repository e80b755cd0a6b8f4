/** The HTTP contracts as the browser sees them. */
export * from './types/assessments.ts';
export * from './types/cases.ts';
export * from './types/common.ts';
export * from './types/directory.ts';
export * from './types/figures.ts';
export * from './types/referrals.ts';
export * from './types/reports.ts';
