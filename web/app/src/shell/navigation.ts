import type { Role } from '../api/types.ts';
import type { MessageId } from '../i18n/text.ts';

export interface Place {
  to: string;
  text: MessageId;
  roles: readonly Role[];
}

export const UNIT_STAFF: readonly Role[] = ['social-worker', 'protection-officer', 'psychologist', 'supervisor'];

/** Where each role can go. What is not listed for a role is neither linked nor shown. */
export const PLACES: readonly Place[] = [
  { to: '/', text: 'nav.home', roles: [...UNIT_STAFF, 'helpline-operator', 'auditor'] },
  { to: '/agency', text: 'nav.agency', roles: ['partner-worker'] },
  { to: '/agency/room', text: 'nav.room-questions', roles: ['partner-worker'] },
  { to: '/agency/settings', text: 'nav.agency-settings', roles: ['partner-worker'] },
  { to: '/concerns/new', text: 'nav.record-concern', roles: ['helpline-operator', 'social-worker', 'protection-officer', 'supervisor'] },
  { to: '/concerns', text: 'nav.my-reports', roles: ['helpline-operator'] },
  { to: '/triage', text: 'nav.triage', roles: ['social-worker', 'protection-officer', 'supervisor'] },
  { to: '/search', text: 'nav.search', roles: ['social-worker', 'protection-officer', 'supervisor'] },
  { to: '/cases', text: 'nav.cases', roles: UNIT_STAFF },
  { to: '/referrals', text: 'nav.referrals', roles: UNIT_STAFF },
  { to: '/services', text: 'nav.services', roles: [...UNIT_STAFF, 'helpline-operator'] },
  { to: '/overdue', text: 'nav.overdue', roles: ['supervisor'] },
  { to: '/approvals', text: 'nav.approvals', roles: ['supervisor'] },
  { to: '/countersignatures', text: 'nav.countersignatures', roles: ['psychologist'] },
  { to: '/duplicates', text: 'nav.duplicates', roles: ['social-worker', 'protection-officer', 'supervisor'] },
  { to: '/imports', text: 'nav.imports', roles: ['supervisor'] },
  { to: '/unassigned', text: 'nav.unassigned', roles: ['supervisor'] },
  { to: '/transfers', text: 'nav.transfers', roles: ['supervisor'] },
  { to: '/case-requests', text: 'nav.case-requests', roles: ['social-worker', 'protection-officer', 'supervisor'] },
  { to: '/devices', text: 'nav.devices', roles: UNIT_STAFF },
  { to: '/emergency', text: 'nav.emergency', roles: UNIT_STAFF },
  { to: '/dashboard', text: 'nav.dashboard', roles: ['commission-monitor'] },
  { to: '/directory', text: 'nav.directory', roles: ['commission-admin'] },
  { to: '/staff', text: 'nav.staff', roles: ['commission-admin'] },
  { to: '/services', text: 'nav.services', roles: ['commission-admin', 'partner-worker'] },
  { to: '/agencies', text: 'nav.agencies', roles: ['commission-admin'] },
  { to: '/packet-policies', text: 'nav.packet-policies', roles: ['commission-admin'] },
  { to: '/referral-codes', text: 'nav.referral-codes', roles: ['commission-admin'] },
  { to: '/case-codes', text: 'nav.case-codes', roles: ['commission-admin'] },
  { to: '/case-policies', text: 'nav.case-policies', roles: ['commission-admin'] },
  { to: '/deadlines', text: 'nav.deadlines', roles: ['commission-admin'] },
  { to: '/catalogue', text: 'nav.catalogue', roles: ['commission-admin'] },
  { to: '/commission-requests', text: 'nav.commission-requests', roles: ['commission-admin'] },
];

export function placesFor(roles: readonly Role[]): Place[] {
  return PLACES.filter((place) => place.roles.some((role) => roles.includes(role)));
}

/** The first screen after signing in. */
export function startFor(roles: readonly Role[]): string {
  return placesFor(roles)[0]?.to ?? '/';
}

export function mayGo(roles: readonly Role[], allowed: readonly Role[]): boolean {
  return allowed.some((role) => roles.includes(role));
}
