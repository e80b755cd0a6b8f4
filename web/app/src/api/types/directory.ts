/** Who is who: people, units, districts, agencies. */
import type { Named } from './common.ts';

export const ROLES = [
  'helpline-operator',
  'social-worker',
  'protection-officer',
  'psychologist',
  'supervisor',
  'commission-monitor',
  'commission-admin',
  'auditor',
  'partner-worker',
  'partner-system',
] as const;

export type Role = (typeof ROLES)[number];

export interface Me {
  staffId?: string;
  displayName: string;
  roles: Role[];
  unit?: { id: string; name: Named; districtCodes: string[] };
  certificate?: { level: string; validTo: string; current: boolean; endsSoon?: boolean };
  agency?: { id: string; name: Named };
}

export interface District {
  code: string;
  division: string;
  name: Named;
  unitId?: string;
  validFrom: string;
  validTo?: string;
}

export interface Unit {
  id: string;
  code: string;
  name: Named;
  managementLine: 'settled' | 'merged';
  districtCodes: string[];
}

export interface Supervisor {
  staffId: string;
  displayName: string;
}

export interface StaffMember {
  staffId: string;
  displayName: string;
  roles: Role[];
  unitId?: string;
  active: boolean;
}

export interface Agency {
  id: string;
  name: Named;
  kind: string;
  districtCodes: string[];
  /** A partner's developers work with it; no child is referred to it. */
  sandbox?: boolean;
}
