import { describe, expect, it } from 'vitest';
import type { CaseDetail, DirectoryService } from '../api/types.ts';
import { CASE, SERVICE } from '../test/fake-server.ts';
import { checkReferral, EMPTY_REFERRAL, packetOf, referralRequest } from './referral-request.ts';

const detail = CASE as unknown as CaseDetail;
const service = SERVICE as unknown as DirectoryService;
const SOUND = {
  ...EMPTY_REFERRAL,
  priority: 'high',
  reasonCode: 'legal-representation',
  'packet.requestText': 'Representation before the court.',
  'packet.language': 'ps',
  'packet.safeContact': 'Uncle Karim, after school',
};

describe('the packet of a referral', () => {
  it('holds the case code and the least the agency needs', () => {
    expect(packetOf(detail, SOUND)).toEqual({
      caseCode: 'PEW-2026-00001',
      ageBand: '12-14',
      sex: 'female',
      language: 'ps',
      safeContact: 'Uncle Karim, after school',
      requestText: 'Representation before the court.',
    });
  });

  it('never holds a name, an address or an exact age', () => {
    const packet = JSON.stringify(packetOf(detail, SOUND));
    expect(packet).not.toMatch(/زرغونہ|شیر خان|Hashtnagri|2014|Aunt/);
  });
});

describe('a referral', () => {
  it('never says itself why there is no consent: the case does', () => {
    const body = referralRequest(detail, service, SOUND, '2026-11-20T10:00:00Z');
    expect(body).not.toHaveProperty('consentOverride');
    expect(checkReferral(SOUND)).toEqual({});
  });

  it('needs a priority, a reason, a request, and a safe way to reach the family', () => {
    expect(Object.keys(checkReferral(EMPTY_REFERRAL))).toEqual([
      'priority', 'reasonCode', 'packet.requestText', 'packet.language', 'packet.safeContact',
    ]);
  });
});
