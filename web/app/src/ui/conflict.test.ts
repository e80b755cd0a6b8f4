import { describe, expect, it } from 'vitest';
import { differences } from './conflict.ts';

describe('two versions of a thing', () => {
  it('differ in the fields somebody changed, and say who', () => {
    const base = { name: 'A', phone: '1', note: '', same: 'x' };
    const mine = { name: 'B', phone: '1', note: 'mine ', same: 'x' };
    const theirs = { name: 'A', phone: '2', note: 'theirs', same: 'x' };
    expect(differences(base, mine, theirs)).toEqual([
      { name: 'name', mine: 'B', theirs: 'A', changedBy: 'me' },
      { name: 'phone', mine: '1', theirs: '2', changedBy: 'them' },
      { name: 'note', mine: 'mine', theirs: 'theirs', changedBy: 'both' },
    ]);
  });

  it('do not differ where both made the same change', () => {
    expect(differences({ name: 'A' }, { name: 'B' }, { name: 'B' })).toEqual([]);
  });
});
