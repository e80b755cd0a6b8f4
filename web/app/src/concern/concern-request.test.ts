import { describe, expect, it } from 'vitest';
import { checkConcern, concernRequest, EMPTY_CONCERN } from './concern-request.ts';

const SOUND = {
  ...EMPTY_CONCERN,
  districtCode: 'peshawar',
  receivedAt: '2026-11-20T10:00',
  urgency: 'urgent',
  narrative: ' Beaten every night. ',
};

describe('a concern report', () => {
  it('is sent with what was written and without what was left empty', () => {
    expect(concernRequest(SOUND, ['physical_abuse'])).toEqual({
      channel: 'helpline-1121',
      districtCode: 'peshawar',
      receivedAt: '2026-11-20T05:00:00.000Z',
      reporter: { kind: 'anonymous' },
      concerns: ['physical_abuse'],
      urgency: 'urgent',
      narrative: 'Beaten every night.',
    });
  });

  it('of an anonymous caller carries nothing that was typed about the caller before', () => {
    const typed = { ...SOUND, 'reporter.name': 'Zahid', 'reporter.phone': '0300 1234567' };
    expect(JSON.stringify(concernRequest(typed, ['missing']))).not.toMatch(/Zahid|0300/);
  });

  it('of a named caller carries the name', () => {
    const named = { ...SOUND, 'reporter.kind': 'named', 'reporter.name': ' زاہد ' };
    expect(concernRequest(named, ['missing']).reporter).toEqual({ kind: 'named', name: 'زاہد' });
  });

  it('carries where it happens, as far as that was said', () => {
    expect(concernRequest({ ...SOUND, 'place.tehsil': ' Shah Alam ' }, ['missing']).place).toEqual({ tehsil: 'Shah Alam' });
  });

  it('carries the age of the child as a number', () => {
    expect(concernRequest({ ...SOUND, 'childHint.ageYears': '7' }, ['missing']).childHint).toEqual({ ageYears: 7 });
  });

  it('is sound with district, time, urgency, words and at least one concern', () => {
    expect(checkConcern(SOUND, ['missing'])).toEqual({});
  });

  it('is not sent without them', () => {
    expect(Object.keys(checkConcern({ ...EMPTY_CONCERN }, [])).sort()).toEqual([
      'concerns', 'districtCode', 'narrative', 'receivedAt', 'urgency',
    ]);
  });

  it('is not sent from the future, with an impossible age, or with a phone that is none', () => {
    const wrong = {
      ...SOUND,
      receivedAt: '2099-01-01T10:00',
      'childHint.ageYears': '40',
      'reporter.kind': 'protected',
      'reporter.phone': 'call me',
    };
    expect(checkConcern(wrong, ['missing'])).toEqual({
      receivedAt: 'field.in-future',
      'childHint.ageYears': 'field.range',
      'reporter.phone': 'field.format',
    });
  });
});
