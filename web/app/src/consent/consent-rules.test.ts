import { describe, expect, it } from 'vitest';
import { giverFor, guidanceFor, sharingConsent } from './consent-rules.ts';
import type { ConsentStanding } from './types.ts';

function standing(more: Partial<ConsentStanding>): ConsentStanding {
  return { purpose: 'share-information', agencyId: 'agency-1', stands: true, basis: 'consent', missing: [], ...more };
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
  it('holds when all whose words count gave it for this agency', () => {
    expect(sharingConsent([standing({})], { agencyId: 'agency-1' })).toBe('given');
    expect(sharingConsent([standing({ stands: false, basis: 'none', missing: ['child-assent-needed'] })], { agencyId: 'agency-1' })).toBe('missing');
  });

  it('given for one agency says nothing about another, nor about anything else', () => {
    expect(sharingConsent([standing({})], { agencyId: 'agency-2' })).toBe('missing');
    expect(sharingConsent([standing({ purpose: 'case-management' })], { agencyId: 'agency-1' })).toBe('missing');
  });

  it('says what ended it', () => {
    expect(sharingConsent([standing({ stands: false, missing: ['consent-refused'] })], { agencyId: 'agency-1' })).toBe('refused');
    expect(sharingConsent([standing({ stands: false, missing: ['consent-expired'] })], { agencyId: 'agency-1' })).toBe('expired');
  });
});
