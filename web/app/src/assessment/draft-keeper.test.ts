// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../api/problem.ts';
import { DraftKeeper } from './draft-keeper.ts';

const answers = (one: string, two = '') => `<data><one>${one}</one><two>${two}</two></data>`;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function keeper(save: (xml: string, etag: string | undefined) => Promise<{ etag: string; more: string[] }>, theirs = answers('')) {
  const store = { save: vi.fn(save), read: vi.fn(async () => ({ xml: theirs, etag: '"9"', more: [] as string[] })) };
  return { store, draft: new DraftKeeper<string[]>(store, { xml: answers(''), etag: '"1"', more: [] }) };
}

const taken = async () => ({ etag: '"2"', more: ['suicide'] });

describe('a draft', () => {
  it('is saved once, a moment after the last answer, under the version it began with', async () => {
    const { store, draft } = keeper(taken);
    draft.changed(answers('1'));
    draft.changed(answers('12'));
    expect(draft.state().kind).toBe('changed');
    await vi.runAllTimersAsync();
    expect(store.save.mock.calls).toEqual([[answers('12'), '"1"']]);
    expect(draft.state()).toEqual({ kind: 'saved', more: ['suicide'] });
    expect([draft.tag(), draft.unsaved()]).toEqual(['"2"', false]);
  });

  it('is not saved when nothing changed', async () => {
    const { store, draft } = keeper(taken);
    draft.changed(answers(''));
    await vi.runAllTimersAsync();
    expect(store.save).not.toHaveBeenCalled();
  });

  it('saves what was answered while it was being saved, one request after the other', async () => {
    const { store, draft } = keeper(taken);
    draft.changed(answers('1'));
    await vi.advanceTimersByTimeAsync(1_200);
    draft.changed(answers('2'));
    await vi.runAllTimersAsync();
    expect(store.save.mock.calls.map(([xml]) => xml)).toEqual([answers('1'), answers('2')]);
  });

  it('waits while the service is away, and tries again', async () => {
    let away = true;
    const { store, draft } = keeper(async () => {
      if (away) throw new ApiProblem('assessments', 0, 'network');
      return taken();
    });
    draft.changed(answers('1'));
    await vi.advanceTimersByTimeAsync(1_300);
    expect([draft.state().kind, draft.unsaved()]).toEqual(['waiting', true]);
    away = false;
    expect(await draft.flush()).toBe(true);
    expect(store.save).toHaveBeenCalledTimes(2);
  });

  it('is not sent again and again where it is refused', async () => {
    const { store, draft } = keeper(async () => {
      throw new ApiProblem('assessments', 409, 'draft-ended');
    });
    draft.changed(answers('1'));
    await vi.runAllTimersAsync();
    expect(draft.state()).toMatchObject({ kind: 'refused', problem: { code: 'draft-ended' } });
    draft.changed(answers('2'));
    await vi.runAllTimersAsync();
    expect(store.save).toHaveBeenCalledOnce();
    expect(await draft.flush()).toBe(false);
  });

  it('that somebody else saved meanwhile is put side by side, and goes on with what was chosen', async () => {
    let stale = true;
    const { store, draft } = keeper(async () => {
      if (stale) throw new ApiProblem('assessments', 412, 'stale');
      return taken();
    }, answers('theirs', 'only theirs'));
    draft.changed(answers('mine'));
    await vi.runAllTimersAsync();
    expect(draft.state()).toMatchObject({
      kind: 'conflict',
      differences: [
        { name: '/data/one', mine: 'mine', theirs: 'theirs', changedBy: 'both' },
        { name: '/data/two', mine: '', theirs: 'only theirs', changedBy: 'them' },
      ],
    });
    stale = false;
    expect(draft.settle(['/data/two'])).toBe(answers('mine', 'only theirs'));
    await vi.runAllTimersAsync();
    expect(store.save).toHaveBeenLastCalledWith(answers('mine', 'only theirs'), '"9"');
  });
});
