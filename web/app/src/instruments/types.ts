import type { Instrument, Licence, Named, Respondent, ScoringNotes } from '../api/types.ts';

export type CatalogueState = 'awaiting-wording' | 'draft' | 'checked' | 'published' | 'retired';

export interface CatalogueEntry {
  id: string;
  version: string;
  state: CatalogueState;
  origin: 'shipped' | 'uploaded';
  etag: string;
  title: Named;
  purpose: string;
  translations: Record<string, string>;
  ages: NonNullable<Instrument['ages']>;
  respondent: Respondent;
  administration: 'any-caseworker' | 'clinical';
  licence: Licence;
  wordingSource?: string;
  checkedAt?: string;
  publishedAt?: string;
  retiredAt?: string;
  retirementReason?: string;
}

export interface GoldenResult {
  name: string;
  valid: boolean;
  score: number;
  band: string;
}

export interface CatalogueVersion {
  entry: CatalogueEntry;
  scoring: ScoringNotes;
  screeningOnly: boolean;
  golden: { answers: Record<string, string>; expected: GoldenResult }[];
  /** What stands against publishing it now. */
  findings: { place: string; code: string; detail: string }[];
  termsHash?: string;
  accepted?: { organisation: string; acceptedBy: string; acceptedAt: string };
}

export interface InstrumentFiles {
  form: string;
  descriptor: string;
  golden: string;
}
