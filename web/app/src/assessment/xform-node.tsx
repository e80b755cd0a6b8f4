import { Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import { memo, useEffect, useRef } from 'react';
import { useTexts } from '../i18n/text.ts';
import { children, nodeName, valueOf, type FormNode, type OpenForm, type RepeatNode } from './engine.ts';
import { useFormView } from './form-view.ts';
import { Note, NumberInput, Write } from './input-widgets.tsx';
import { Acknowledge, ChooseOne, ChooseSome, Scale, stepsOf } from './select-widgets.tsx';

interface Props {
  node: FormNode;
}

/** One node of the form as an accessible widget of our own; what is not relevant is not there. */
export function XFormNode({ node }: Props) {
  const { form } = useFormView();
  if (!node.currentState.relevant) return null;
  switch (node.nodeType) {
    case 'group':
      return <GroupOf node={node} />;
    case 'repeat-range:uncontrolled':
    case 'repeat-range:controlled':
      return <Repeat node={node} />;
    default:
      return <Leaf node={node} drawn={drawn(form, node)} />;
  }
}

/**
 * Drawn anew only when something it shows has changed: the engine tells the whole form of each key that is pressed in one
 * of forty fields.
 */
const Leaf = memo(function Leaf({ node }: Props & { drawn: string }) {
  const { t } = useTexts();
  switch (node.nodeType) {
    case 'select':
      return node.selectType === 'select1' ? <ChooseOne node={node} /> : <ChooseSome node={node} />;
    case 'input':
      return <Write node={node} />;
    case 'range': {
      const steps = stepsOf(node);
      return steps === undefined ? <NumberInput node={node} /> : <Scale node={node} steps={steps} />;
    }
    case 'trigger':
      return <Acknowledge node={node} />;
    case 'note':
      return <Note node={node} />;
    case 'model-value':
      return null;
    default:
      return <Text c="dimmed">{t('assess.unsupported', { name: nodeName(node) })}</Text>;
  }
});

/** All that a widget shows of a node. */
function drawn(form: OpenForm, node: FormNode): string {
  const { label, hint, required, readonly } = node.currentState;
  const violation = 'violation' in node.validationState ? node.validationState.violation : null;
  const choices = node.nodeType === 'select' ? (node.currentState.valueOptions as readonly { value: string; label: { asString: string } }[]).map((one) => [one.value, one.label.asString]) : [];
  return JSON.stringify([
    valueOf(node), label?.asString, hint?.asString, required, readonly, form.unreadable.has(node),
    violation?.condition, violation?.message?.asString, choices,
  ]);
}

export function shows(node: FormNode): boolean {
  if (!node.currentState.relevant || node.nodeType === 'model-value') return false;
  return node.nodeType === 'group' ? children(node).some(shows) : true;
}

function GroupOf({ node }: Props) {
  const label = node.currentState.label?.asString;
  const inside = children(node);
  if (!shows(node)) return null;
  const content = <Stack gap="lg">{inside.map((child) => <XFormNode key={child.nodeId} node={child} />)}</Stack>;
  return label ? <Fieldset legend={label} data-testid={`group-${nodeName(node)}`}>{content}</Fieldset> : content;
}

/** The same questions for each of several people or things. */
function Repeat({ node }: { node: RepeatNode }) {
  const { t } = useTexts();
  const instances = children(node);
  const count = instances.length;
  const before = useRef(count);
  const box = useRef<HTMLDivElement>(null);
  // Who adds one goes on in it.
  useEffect(() => {
    if (count > before.current) {
      const added = [...(box.current?.children ?? [])].filter((child) => child.tagName === 'FIELDSET').at(-1);
      added?.querySelector<HTMLElement>('input, textarea, select')?.focus();
    }
    before.current = count;
  }, [count]);
  const free = node.nodeType === 'repeat-range:uncontrolled' ? node : undefined;
  const title = (number: number) => `${node.currentState.label?.asString ?? t('form.entry')} ${number}`;
  return (
    <Stack gap="md" ref={box} data-testid={`repeat-${nodeName(node)}`} data-count={count}>
      {instances.map((instance, index) => (
        <Fieldset key={instance.nodeId} legend={instance.currentState.label?.asString || title(index + 1)}>
          <Stack gap="lg">
            {children(instance).map((child) => <XFormNode key={child.nodeId} node={child} />)}
            {free !== undefined && (
              <Group>
                <Button
                  type="button"
                  variant="default"
                  onClick={() => free.removeInstances(index)}
                  aria-label={`${t('form.remove-entry')}: ${title(index + 1)}`}
                  data-testid={`remove-${nodeName(node)}`}
                >
                  {t('form.remove-entry')}
                </Button>
              </Group>
            )}
          </Stack>
        </Fieldset>
      ))}
      {free !== undefined && (
        <Group>
          <Button type="button" variant="light" onClick={() => free.addInstances()} data-testid={`add-${nodeName(node)}`}>
            {t('form.add-entry')}{node.currentState.label === null ? '' : `: ${node.currentState.label.asString}`}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
