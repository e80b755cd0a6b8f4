import { describe, expect, it } from 'vitest';
import type { Consent } from '../api/types.ts';
import { giverFor, guidanceFor, sharingConsent } from './consent-rules.ts';

function sharing(more: Partial<Consent>): Consent {
  return {
    id: 'x',
    purpose: 'share-information',
    decision: 'given',
    agencyId: 'agency-1',
    givenBy: 'caregiver',
    method: 'signature',
    language: 'ps',
    happenedAt: '2026-11-01T08:00:00Z',
    ...more,
  };
}

describe('who is asked for consent', () => {
  it('is a caregiver for the young and the young person from fifteen', () => {
    expect((['0-5', '6-11', '12-14', '15-17'] as const).map(giverFor)).toEqual(['caregiver', 'caregiver', 'caregiver', 'child']);
  });

  it('is explained for each age', () => {
    expect(new Set((['0-5', '6-11', '12-14', '15-17'] as const).map(guidanceFor)).size).toBe(4);
  });
});

describe('consent to share with an agency', () => {
  it('holds when it was given for this agency', () => {
    expect(sharingConsent([sharing({})], 'agency-1', '2026-11-21')).toBe('given');
  });

  it('given for one agency says nothing about another', () => {
    expect(sharingConsent([sharing({})], 'agency-2', '2026-11-21')).toBe('missing');
  });

  it('does not follow from consent to something else', () => {
    expect(sharingConsent([sharing({ purpose: 'case-management' })], 'agency-1', '2026-11-21')).toBe('missing');
  });

  it('ends with the latest word, in whatever order the words came', () => {
    const withdrawn = sharing({ decision: 'withdrawn', happenedAt: '2026-11-10T08:00:00Z' });
    expect(sharingConsent([withdrawn, sharing({})], 'agency-1', '2026-11-21')).toBe('refused');
  });

  it('ends on its last day', () => {
    expect(sharingConsent([sharing({ expiresOn: '2026-11-21' })], 'agency-1', '2026-11-21')).toBe('given');
    expect(sharingConsent([sharing({ expiresOn: '2026-11-20' })], 'agency-1', '2026-11-21')).toBe('expired');
  });
});
