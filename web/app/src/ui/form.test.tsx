import { QueryClient } from '@tanstack/react-query';
import { act, render, renderHook, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { memo } from 'react';
import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../api/problem.ts';
import { Surroundings } from '../app.tsx';
import { pageTexts } from '../test/page-texts.ts';
import { NameField } from './fields.tsx';
import { serverProblems, useFields, useSubmission } from './form.ts';

describe('the fields of a form', () => {
  it('draws nothing of one field while another one is written', async () => {
    const i18n = await pageTexts('en');
    let draws = 0;
    const Age = memo((props: { name: string; value: string; error: string | undefined; onChange: unknown }) => {
      draws += 1;
      return <output>{props.value}</output>;
    });
    const Form = () => {
      const fields = useFields({ name: '', age: '7' });
      return (
        <>
          <NameField {...fields.bind('name')} label="Name" />
          <Age {...fields.bind('age')} />
          <button type="button" onClick={() => fields.set('age', '8')}>older</button>
        </>
      );
    };
    render(<Surroundings queries={new QueryClient()} i18n={i18n}><Form /></Surroundings>);
    await userEvent.type(screen.getByLabelText('Name'), 'Gul');
    expect(screen.getByLabelText('Name')).toHaveValue('Gul');
    expect(draws).toBe(1);
    await userEvent.click(screen.getByText('older'));
    expect(screen.getByRole('status')).toHaveTextContent('8');
    expect(draws).toBe(2);
  });
});

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
