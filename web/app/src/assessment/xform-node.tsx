import { Checkbox, Fieldset, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatNumber, today } from '../i18n/format.ts';
import { useTexts } from '../i18n/text.ts';
import { HELP_FIRST } from '../ui/fields.tsx';
import { children, nodeName, type FormNode } from './engine.ts';
import classes from './assessment.module.css';

type SelectNode = Extract<FormNode, { nodeType: 'select' }>;
type InputNode = Extract<FormNode, { nodeType: 'input' }>;
type NoteNode = Extract<FormNode, { nodeType: 'note' }>;

interface Props {
  node: FormNode;
  /** Show what is wrong even where nobody has been yet: after an attempt to send. */
  checked: boolean;
}

/** One node of the form as an accessible widget of our own; what is not relevant is not there. */
export function XFormNode({ node, checked }: Props) {
  const { t } = useTexts();
  if (!node.currentState.relevant) return null;
  switch (node.nodeType) {
    case 'group':
      return <GroupOf node={node} checked={checked} />;
    case 'select':
      return node.selectType === 'select1' ? <ChooseOne node={node} checked={checked} /> : <ChooseSome node={node} checked={checked} />;
    case 'input':
      return <Write node={node} checked={checked} />;
    case 'note':
      return <Note node={node} />;
    case 'model-value':
      return null;
    default:
      return <Text c="dimmed">{t('assess.unsupported', { name: nodeName(node) })}</Text>;
  }
}

function GroupOf({ node, checked }: Props) {
  const inside = children(node);
  const label = node.currentState.label?.asString;
  if (!inside.some((child) => child.nodeType !== 'model-value' && child.currentState.relevant)) return null;
  const content = (
    <Stack gap="lg">{inside.map((child) => <XFormNode key={child.nodeId} node={child} checked={checked} />)}</Stack>
  );
  return label ? <Fieldset legend={label} data-testid={`group-${nodeName(node)}`}>{content}</Fieldset> : content;
}

function useError(node: SelectNode | InputNode, checked: boolean, visited: boolean): string | undefined {
  const { t } = useTexts();
  const { violation } = node.validationState;
  if (violation === null || !(checked || visited)) return undefined;
  if (violation.condition === 'required' && !checked) return undefined;
  return violation.message?.asString || t(violation.condition === 'required' ? 'field.required' : 'field.check');
}

function common(node: SelectNode | InputNode, error: string | undefined) {
  const { label, hint, required } = node.currentState;
  return {
    label: label?.asString ?? nodeName(node),
    description: hint?.asString,
    required,
    error,
    inputWrapperOrder: HELP_FIRST,
    'data-testid': `question-${nodeName(node)}`,
    'data-invalid': error !== undefined,
  };
}

interface Choice {
  value: string;
  label: { asString: string };
}

function options(node: SelectNode): readonly Choice[] {
  return node.currentState.valueOptions as readonly Choice[];
}

function ChooseOne({ node, checked }: { node: SelectNode; checked: boolean }) {
  const error = useError(node, checked, true);
  return (
    <Radio.Group
      {...common(node, error)}
      name={node.nodeId}
      value={node.currentState.value[0] ?? ''}
      onChange={(value) => node.selectValue(value)}
      readOnly={node.currentState.readonly}
    >
      <Stack gap={2} mt={4}>
        {options(node).map((option) => (
          <Radio key={option.value} value={option.value} label={option.label.asString} className="hifazat-choice" />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function ChooseSome({ node, checked }: { node: SelectNode; checked: boolean }) {
  const error = useError(node, checked, true);
  return (
    <Checkbox.Group
      {...common(node, error)}
      value={[...node.currentState.value]}
      onChange={(values) => node.selectValues(values)}
      readOnly={node.currentState.readonly}
    >
      <Stack gap={2} mt={4}>
        {options(node).map((option) => (
          <Checkbox key={option.value} value={option.value} label={option.label.asString} className="hifazat-choice" />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function Write({ node, checked }: { node: InputNode; checked: boolean }) {
  const [visited, setVisited] = useState(false);
  const error = useError(node, checked, visited);
  const value = node.currentState.instanceValue;
  const shared = {
    ...common(node, error),
    value,
    readOnly: node.currentState.readonly,
    onBlur: () => setVisited(true),
    onChange: (event: { currentTarget: { value: string } }) => write(node, event.currentTarget.value),
    autoComplete: 'off',
  };
  if (node.valueType === 'date') {
    return <TextInput {...shared} type="date" dir="ltr" max={today()} className="hifazat-ltr-input" />;
  }
  if (node.valueType === 'int' || node.valueType === 'decimal') {
    return <TextInput {...shared} inputMode={node.valueType === 'int' ? 'numeric' : 'decimal'} dir="ltr" className="hifazat-ltr-input" />;
  }
  const rows = node.valueType === 'string' ? node.nodeOptions?.rows : undefined;
  if (rows != null || hasAppearance(node, 'multiline')) {
    return <Textarea {...shared} dir="auto" autosize minRows={rows ?? 3} />;
  }
  return <TextInput {...shared} dir="auto" />;
}

function hasAppearance(node: InputNode, name: string): boolean {
  return [...((node.appearances ?? []) as unknown as Iterable<string>)].includes(name);
}

/** Whole numbers only reach the engine when they are whole numbers. */
function write(node: InputNode, text: string): void {
  const setter = node as unknown as { setValue: (value: unknown) => void };
  if (node.valueType === 'int') {
    const digits = text.replaceAll(/[^\d-]/g, '');
    setter.setValue(digits === '' || digits === '-' ? null : BigInt(digits));
  } else if (node.valueType === 'decimal') {
    const number = Number(text);
    setter.setValue(text.trim() === '' || Number.isNaN(number) ? null : number);
  } else {
    setter.setValue(text === '' && node.valueType === 'date' ? null : text);
  }
}

function Note({ node }: { node: NoteNode }) {
  const { language } = useTexts();
  const text = node.currentState.label?.asString ?? node.currentState.hint?.asString ?? '';
  const value = node.currentState.instanceValue;
  if (node.valueType === 'int' || node.valueType === 'decimal') {
    if (value === '') return null;
    return (
      <p className={`${classes['note']} ${classes['total']}`} data-testid={`note-${nodeName(node)}`}>
        {text} <strong>{formatNumber(language, Number(value))}</strong>
      </p>
    );
  }
  return <p className={classes['note']} data-testid={`note-${nodeName(node)}`}>{text}</p>;
}
