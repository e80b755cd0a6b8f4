/** A file of existing cases on its way into the register. */
export interface CaseImport {
  id: string;
  state: 'uploading' | 'checking' | 'checked' | 'running' | 'done' | 'refused';
  refusal?: string;
  rows: number;
  done: number;
  ready: number;
  faulty: number;
  known: number;
  takenOver: number;
  joined: number;
  createdAt: string;
  finishedAt?: string;
}

export interface ImportRow {
  row: number;
  outcome: string;
  faults: { column: string; code: string }[];
  caseNumber?: string;
  reason?: string;
}

export const COLUMNS = [
  'source_id', 'given_name', 'father_name', 'sex', 'birth_date', 'age_years', 'age_basis', 'district', 'concerns', 'opened_on',
  'language', 'address', 'safe_contact', 'phone', 'cnic', 'mother_name', 'caregiver_name', 'caregiver_relation', 'caregiver_phone',
  'union_council', 'tehsil', 'owner', 'state', 'risk_level', 'risk_on', 'consent', 'consent_on', 'closed_on', 'closure_reason',
];
export const PIECE = 120 * 1024;
export const LARGEST = 48 * PIECE;
