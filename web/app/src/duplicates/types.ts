export type Zone = 'likely' | 'possible';
export type PairState = 'open' | 'unsure' | 'different' | 'same' | 'merged';

export interface Part {
  field: string;
  level: string;
  weight: number;
  oneIn: number;
}

export interface SideChild {
  givenName: string;
  fatherName?: string;
  knownAs?: string;
  birthDate?: string;
  birthYear: number;
  ageBasis: string;
  language?: string;
  address?: string;
}

export interface Side {
  caseId?: string;
  caseNumber: string;
  unitId: string;
  districtCode: string;
  withinReach: boolean;
  closed: boolean;
  sex: string;
  ageBand: string;
  displayName?: string;
  /** Number of the case that this one went into. */
  goesOnIn?: string;
  child?: SideChild;
}

export interface Decision {
  decision: string;
  decidedBy: string;
  unitId: string;
  happenedAt: string;
}

/** What the record that goes on can take from the other one. */
export const PARTS = ['names', 'sex', 'age', 'languages', 'address', 'safe-contact', 'identity', 'disability', 'schooling', 'care'] as const;
export type TakenPart = (typeof PARTS)[number];

export interface Merge {
  id: string;
  state: 'proposed' | 'confirmed' | 'turned-down' | 'undone';
  keeps: 'one' | 'other';
  taken: TakenPart[];
  proposedBy: string;
  proposedUnitId: string;
  proposedAt: string;
  decidedBy?: string;
  decidedAt?: string;
  undoneBy?: string;
  undoneAt?: string;
  undoReason?: string;
  version: number;
}

export interface Duplicate {
  id: string;
  zone: Zone;
  chance: number;
  weight: number;
  state: PairState;
  foundAt: string;
  one: Side;
  other: Side;
  parts: Part[];
  decisions?: Decision[];
  merges?: Merge[];
}
