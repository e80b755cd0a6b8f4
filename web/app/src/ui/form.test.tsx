import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../api/problem.ts';
import { serverProblems, useSubmission } from './form.ts';

describe('a form that is sent', () => {
  it('keeps its idempotency key when the answer was lost, and takes a new one after success', async () => {
    const keys: string[] = [];
    const { result } = renderHook(() => useSubmission<string>(() => {}));
    const lost = async (key: string) => {
      keys.push(key);
      throw new ApiProblem('cases', 0, 'network');
    };
    const fine = async (key: string) => {
      keys.push(key);
      return 'done';
    };
    await act(() => result.current.submit(lost));
    expect(result.current.problem?.code).toBe('network');
    await act(() => result.current.submit(fine));
    expect(result.current.problem).toBeUndefined();
    await act(() => result.current.submit(fine));
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[1]);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is sent once when the button is pressed twice', async () => {
    let sent = 0;
    const { result } = renderHook(() => useSubmission<void>(() => {}));
    await act(async () => {
      await Promise.all([
        result.current.submit(async () => {
          sent += 1;
        }),
        result.current.submit(async () => {
          sent += 1;
        }),
      ]);
    });
    expect(sent).toBe(1);
  });
});

describe('field errors of a service', () => {
  it('find their field and a sentence, whatever the spelling of the code', () => {
    const found = serverProblems(
      new ApiProblem('cases', 400, 'invalid-value', [
        { pointer: '/child/birthDate', code: 'PastOrPresent' },
        { pointer: '#/narrative', code: 'not-blank' },
        { pointer: '/concerns', code: 'something-new' },
      ]),
    );
    expect(found).toEqual({
      'child.birthDate': 'field.in-future',
      narrative: 'field.required',
      concerns: 'field.check',
    });
  });
});
