import { describe, expect, it } from 'vitest';
import { checkChild, EMPTY_CHILD, isCnic, isPhone, openCaseRequest, scriptOf } from './open-case-request.ts';

const SEARCH = { searchToken: 'token-1', expiresAt: '2026-11-20T11:00:00Z', more: false, matches: [] };
const SOUND = {
  ...EMPTY_CHILD,
  'child.names.given': 'زرغونہ',
  'child.names.father': 'Sher Khan',
  'child.sex': 'female',
  'child.estimatedAgeYears': '12',
  'child.ageBasis': 'stated',
  triagedAt: '2026-11-20T10:00',
};

describe('opening a case', () => {
  it('sends the proof of the search, the names with their script, and an estimated age with its basis', () => {
    expect(openCaseRequest(SOUND, ['missing'], SEARCH)).toEqual({
      decision: 'open-case',
      triagedAt: '2026-11-20T05:00:00.000Z',
      searchToken: 'token-1',
      child: {
        names: { given: 'زرغونہ', father: 'Sher Khan', script: 'arab' },
        sex: 'female',
        estimatedAgeYears: 12,
        ageBasis: 'stated',
      },
      concerns: ['missing'],
    });
  });

  it('sends a known birth date instead of an estimate', () => {
    const { child } = openCaseRequest({ ...SOUND, ageKind: 'exact', 'child.birthDate': '2014-02-03' }, ['missing'], SEARCH);
    expect(child).toMatchObject({ birthDate: '2014-02-03' });
    expect(child).not.toHaveProperty('estimatedAgeYears');
  });

  it('is sound with a name, a sex, an age and a concern', () => {
    expect(checkChild(SOUND, ['missing'])).toEqual({});
  });

  it('is refused for a grown-up, an age without a basis, and a birth date to come', () => {
    expect(checkChild({ ...SOUND, 'child.estimatedAgeYears': '18', 'child.ageBasis': '' }, ['missing'])).toEqual({
      'child.estimatedAgeYears': 'field.child-age',
      'child.ageBasis': 'field.required',
    });
    expect(checkChild({ ...SOUND, ageKind: 'exact', 'child.birthDate': '2099-01-01' }, ['missing'])).toEqual({
      'child.birthDate': 'field.in-future',
    });
  });

  it('is refused without a name, a sex or a concern', () => {
    expect(Object.keys(checkChild({ ...SOUND, 'child.names.given': ' ', 'child.sex': '' }, []))).toEqual([
      'child.names.given', 'child.sex', 'concerns',
    ]);
  });
});

describe('what is typed', () => {
  it('shows its script', () => {
    expect(scriptOf('ګلالۍ')).toBe('arab');
    expect(scriptOf('Gulalai')).toBe('latn');
  });

  it('is a phone or an identity number only when it looks like one', () => {
    expect([isPhone(''), isPhone('+92 (300) 123-4567'), isPhone('ring twice')]).toEqual([true, true, false]);
    expect([isCnic(''), isCnic('17301-1234567-8'), isCnic('1730112345678'), isCnic('17301')]).toEqual([true, true, true, false]);
  });
});
