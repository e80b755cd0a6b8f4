import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { asProblem, fieldPath, type ApiProblem } from '../api/problem.ts';
import { useTexts, type MessageId } from '../i18n/text.ts';

export type FieldValues = Record<string, string>;
export type FieldProblems<V> = Partial<Record<keyof V & string, MessageId>>;

type Changer = (event: { currentTarget: { value: string } }) => void;

/** Text fields of one form: their values, and what is wrong with them (found here or by a service). */
export interface Fields<V extends FieldValues> {
  values: V;
  set: (name: keyof V & string, value: string) => void;
  reset: (values?: Partial<V>) => void;
  /** Everything an input needs: name, value, onChange, error. */
  bind: (name: keyof V & string) => {
    name: string;
    value: string;
    error: string | undefined;
    onChange: Changer;
  };
  error: (name: string) => string | undefined;
  check: (problems: FieldProblems<V>) => boolean;
  refused: (problem: ApiProblem) => void;
  formRef: RefObject<HTMLFormElement | null>;
}

export function useFields<V extends FieldValues>(initial: V): Fields<V> {
  const texts = useTexts();
  const [values, setValues] = useState<V>(initial);
  const [problems, setProblems] = useState<Record<string, MessageId>>({});
  const [shown, setShown] = useState(0);
  const formRef = useRef<HTMLFormElement | null>(null);
  // Once the marks are drawn, the first marked field gets the focus.
  useEffect(() => {
    if (shown > 0) focusFirstInvalid(formRef.current);
  }, [shown]);

  const set = useCallback((name: keyof V & string, value: string) => {
    setValues((before) => ({ ...before, [name]: value }));
    setProblems((before) => {
      if (before[name] === undefined) return before;
      const { [name]: _gone, ...rest } = before;
      return rest;
    });
  }, []);

  // The same for a field each time: a field whose value did not change is not drawn anew.
  const changers = useMemo(() => new Map<string, Changer>(), []);
  const changer = (name: keyof V & string): Changer => {
    const known = changers.get(name);
    if (known !== undefined) return known;
    const made: Changer = (event) => set(name, event.currentTarget.value);
    changers.set(name, made);
    return made;
  };

  const show = (found: Record<string, MessageId>) => {
    setProblems(found);
    if (Object.keys(found).length > 0) setShown((times) => times + 1);
  };
  const error = (name: string) => {
    const id = problems[name];
    return id === undefined ? undefined : texts.t(id);
  };

  return {
    values,
    set,
    reset: (next) => {
      setValues({ ...initial, ...next });
      setProblems({});
    },
    bind: (name) => ({
      name,
      value: values[name] ?? '',
      error: error(name),
      onChange: changer(name),
    }),
    error,
    check: (found) => {
      show(found as Record<string, MessageId>);
      return Object.keys(found).length === 0;
    },
    refused: (problem) => show(serverProblems(problem)),
    formRef,
  };
}

export function focusFirstInvalid(form: HTMLFormElement | null): void {
  const place = form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid="true"]');
  const field = place?.matches('input, textarea, select') ? place : place?.querySelector<HTMLElement>('input, textarea, select');
  (field ?? place)?.focus();
}

const FIELD_CODES: Record<string, MessageId> = {
  'not-null': 'field.required',
  'not-blank': 'field.required',
  'not-empty': 'field.required',
  required: 'field.required',
  size: 'field.length',
  'too-long': 'field.length',
  pattern: 'field.format',
  past: 'field.in-future',
  'past-or-present': 'field.in-future',
  'birth-date-in-future': 'field.in-future',
  'in-future': 'field.in-future',
  min: 'field.range',
  max: 'field.range',
  range: 'field.range',
};

export function serverProblems(problem: ApiProblem): Record<string, MessageId> {
  return Object.fromEntries(
    problem.errors.map((error) => [fieldPath(error.pointer), FIELD_CODES[kebab(error.code)] ?? 'field.check']),
  );
}

function kebab(code: string): string {
  return code.replaceAll(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
}

export interface Submission<T> {
  submit: (work: (idempotencyKey: string) => Promise<T>) => Promise<void>;
  busy: boolean;
  problem: ApiProblem | undefined;
  clear: () => void;
}

/**
 * One change to a service. Its idempotency key lives as long as the form: when the answer is lost and
 * the person presses the button again, the service recognises the same change.
 */
export function useSubmission<T>(done: (result: T) => void, refused?: (problem: ApiProblem) => void): Submission<T> {
  const key = useRef<string | undefined>(undefined);
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();

  const submit = async (work: (idempotencyKey: string) => Promise<T>) => {
    if (running.current) return;
    running.current = true;
    key.current ??= crypto.randomUUID();
    setBusy(true);
    setProblem(undefined);
    try {
      const result = await work(key.current);
      key.current = undefined;
      done(result);
    } catch (failure) {
      const found = asProblem(failure);
      setProblem(found);
      refused?.(found);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { submit, busy, problem, clear: () => setProblem(undefined) };
}
