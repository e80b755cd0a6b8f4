import { Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { fromLocalInput, formatDate, formatNumber, toLocalInput } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { nodeName, valueOf } from './engine.ts';
import { hasAppearance, useFormView, useQuestion, type InputNode, type NoteNode, type RangeNode } from './form-view.ts';
import classes from './assessment.module.css';

type Settable = { setValue: (value: unknown) => void };

export function Write({ node }: { node: InputNode }) {
  switch (node.valueType) {
    case 'int':
    case 'decimal':
      return <NumberInput node={node} />;
    case 'date':
      return <TimeInput node={node} type="date" read={(kept) => kept} write={(typed) => typed} />;
    case 'time':
      return <TimeInput node={node} type="time" read={(kept) => kept.slice(0, 5)} write={(typed) => `${typed}:00.000+05:00`} />;
    case 'dateTime':
      return <TimeInput node={node} type="datetime-local" read={localMoment} write={(typed) => fromLocalInput(typed) ?? null} />;
    default:
      return <TextField node={node} />;
  }
}

function localMoment(kept: string): string {
  const date = new Date(kept);
  return kept === '' || Number.isNaN(date.getTime()) ? '' : toLocalInput(date);
}

/** Digits of Urdu, Pashto and Arabic keyboards are digits. */
export function latinDigits(text: string): string {
  return text
    .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replaceAll('٫', '.');
}

/** What is typed stays as typed; only what is a number of the asked kind becomes the answer. */
export function NumberInput({ node }: { node: InputNode | RangeNode }) {
  const { form } = useFormView();
  const whole = node.valueType === 'int';
  const [visited, setVisited] = useState(false);
  const kept = valueOf(node);
  const [typed, setTyped] = useState(kept);
  const readable = (text: string) => (whole ? /^-?\d{1,9}$/ : /^-?\d{1,12}(\.\d{0,6})?$/).test(text);
  // Another answer, or the form itself, may have changed it.
  useEffect(() => {
    if (form.unreadable.has(node)) return;
    setTyped((before) => (before !== '' && Number(before) === Number(kept) && kept !== '' ? before : kept));
  }, [form, node, kept]);
  useEffect(() => () => form.unreadable.mark(node, false), [form, node]);
  const write = (text: string) => {
    const number = latinDigits(text).trim();
    const unreadable = number !== '' && !readable(number);
    setTyped(unreadable ? text : number);
    form.unreadable.mark(node, unreadable);
    (node as unknown as Settable).setValue(number === '' || unreadable ? null : whole ? BigInt(number) : Number(number));
  };
  return (
    <TextInput
      {...useQuestion(node, visited)}
      value={typed}
      readOnly={node.currentState.readonly}
      onBlur={() => setVisited(true)}
      onChange={(event) => write(event.currentTarget.value)}
      autoComplete="off"
      inputMode={whole ? 'numeric' : 'decimal'}
      dir="ltr"
      className="hifazat-ltr-input"
    />
  );
}

interface TimeInputProps {
  node: InputNode;
  type: 'date' | 'time' | 'datetime-local';
  read: (kept: string) => string;
  write: (typed: string) => string | null;
}

function TimeInput({ node, type, read, write }: TimeInputProps) {
  const [visited, setVisited] = useState(false);
  return (
    <TextInput
      {...useQuestion(node, visited)}
      type={type}
      value={read(valueOf(node))}
      readOnly={node.currentState.readonly}
      onBlur={() => setVisited(true)}
      onChange={(event) =>
        (node as unknown as Settable).setValue(event.currentTarget.value === '' ? null : write(event.currentTarget.value))
      }
      autoComplete="off"
      dir="ltr"
      className="hifazat-ltr-input"
    />
  );
}

function TextField({ node }: { node: InputNode }) {
  const [visited, setVisited] = useState(false);
  const rows = node.valueType === 'string' ? node.nodeOptions?.rows : undefined;
  const shared = {
    ...useQuestion(node, visited),
    value: valueOf(node),
    readOnly: node.currentState.readonly,
    onBlur: () => setVisited(true),
    onChange: (event: { currentTarget: { value: string } }) => (node as unknown as Settable).setValue(event.currentTarget.value),
    autoComplete: 'off',
  };
  if (rows != null || hasAppearance(node, 'multiline')) return <Textarea {...shared} dir="auto" autosize minRows={rows ?? 3} />;
  if (hasAppearance(node, 'numbers')) {
    return (
      <TextInput
        {...shared}
        onChange={(event) => shared.onChange({ currentTarget: { value: latinDigits(event.currentTarget.value) } })}
        inputMode="numeric"
        dir="ltr"
        className="hifazat-ltr-input"
      />
    );
  }
  return <TextInput {...shared} dir="auto" />;
}

export function Note({ node }: { node: NoteNode }) {
  const { language } = useTexts();
  const text = node.currentState.label?.asString ?? node.currentState.hint?.asString ?? '';
  const value = node.currentState.instanceValue;
  const testId = `note-${nodeName(node)}`;
  if (node.valueType === 'int' || node.valueType === 'decimal') {
    if (value === '') return null;
    return (
      <p className={`${classes['note']} ${classes['total']}`} data-testid={testId}>
        {text} <strong>{formatNumber(language, Number(value))}</strong>
      </p>
    );
  }
  return (
    <p className={classes['note']} data-testid={testId}>
      {text}
      {node.valueType === 'date' && value !== '' && <> <strong>{formatDate(language, value)}</strong></>}
    </p>
  );
}
