import { Button, Checkbox, NativeSelect, Radio, Stack } from '@mantine/core';
import { useTexts } from '../i18n/text.ts';
import { nodeName } from './engine.ts';
import { hasAppearance, useQuestion, type RangeNode, type SelectNode, type TriggerNode } from './form-view.ts';
import classes from './assessment.module.css';

interface Choice {
  value: string;
  label: string;
}

function choices(node: SelectNode): Choice[] {
  return (node.currentState.valueOptions as readonly { value: string; label: { asString: string } }[]).map(
    ({ value, label }) => ({ value, label: label.asString }),
  );
}

/** One of several; an answer that need not be there can be taken back. */
export function ChooseOne({ node }: { node: SelectNode }) {
  const { t } = useTexts();
  const question = useQuestion(node, true);
  const value = node.currentState.value[0] ?? '';
  const { readonly } = node.currentState;
  if (hasAppearance(node, 'minimal')) {
    return (
      <NativeSelect
        {...question}
        value={value}
        disabled={readonly}
        onChange={(event) => node.selectValue(event.currentTarget.value === '' ? null : event.currentTarget.value)}
        data={[{ value: '', label: t('action.choose') }, ...choices(node)]}
      />
    );
  }
  return (
    <div>
      <Radio.Group
        {...question}
        name={node.nodeId}
        value={value}
        onChange={(chosen) => node.selectValue(chosen)}
        readOnly={readonly}
      >
        <Stack gap={2} mt={4}>
          {choices(node).map((one) => (
            <Radio key={one.value} value={one.value} label={one.label} className="hifazat-choice" />
          ))}
        </Stack>
      </Radio.Group>
      {value !== '' && !readonly && !node.currentState.required && (
        <TakeBack name={nodeName(node)} label={question.label} onClick={() => node.selectValue(null)} />
      )}
    </div>
  );
}

function TakeBack({ name, label, onClick }: { name: string; label: string; onClick: () => void }) {
  const { t } = useTexts();
  return (
    <Button
      variant="subtle"
      size="compact-md"
      type="button"
      onClick={onClick}
      aria-label={`${t('form.take-back')}: ${label}`}
      data-testid={`take-back-${name}`}
    >
      {t('form.take-back')}
    </Button>
  );
}

export function ChooseSome({ node }: { node: SelectNode }) {
  return (
    <Checkbox.Group
      {...useQuestion(node, true)}
      value={[...node.currentState.value]}
      onChange={(values) => node.selectValues(values)}
      readOnly={node.currentState.readonly}
    >
      <Stack gap={2} mt={4}>
        {choices(node).map((one) => (
          <Checkbox key={one.value} value={one.value} label={one.label} className="hifazat-choice" />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

/** To be acknowledged, not answered. */
export function Acknowledge({ node }: { node: TriggerNode }) {
  const { inputWrapperOrder: _order, ...question } = useQuestion(node, true);
  return (
    <Checkbox
      {...question}
      checked={node.currentState.value}
      disabled={node.currentState.readonly}
      onChange={(event) => node.setValue(event.currentTarget.checked)}
      className="hifazat-choice"
    />
  );
}

/** More values than this are typed. */
const MOST_STEPS = 21;

export function stepsOf(node: RangeNode): string[] | undefined {
  const { start, end, step } = node.definition.bounds;
  const [from, to, by] = [Number(start), Number(end), Math.abs(Number(step))];
  const count = Math.floor(Math.abs(to - from) / by + 1e-9) + 1;
  if (!Number.isFinite(count) || count > MOST_STEPS) return undefined;
  const digits = (String(by).split('.')[1] ?? '').length;
  return Array.from({ length: count }, (_, i) => (from + Math.sign(to - from) * i * by).toFixed(digits));
}

/** A scale whose every step is a choice: nothing is answered until somebody chooses, which a slider cannot show. */
export function Scale({ node, steps }: { node: RangeNode; steps: string[] }) {
  const question = useQuestion(node, true);
  const set = (value: string | null) => (node as unknown as { setValue: (value: string | null) => void }).setValue(value);
  const now = node.currentState.instanceValue;
  const chosen = now === '' ? '' : (steps.find((one) => Number(one) === Number(now)) ?? '');
  return (
    <div>
      <Radio.Group {...question} name={node.nodeId} value={chosen} onChange={set} readOnly={node.currentState.readonly}>
        <div className={classes['steps']} dir="ltr">
          {steps.map((one) => <Radio key={one} value={one} label={one} labelPosition="right" className="hifazat-choice" />)}
        </div>
      </Radio.Group>
      {chosen !== '' && !node.currentState.required && (
        <TakeBack name={nodeName(node)} label={question.label} onClick={() => set(null)} />
      )}
    </div>
  );
}
